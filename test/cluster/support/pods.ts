import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';

/** Every state that the pods of a namespace went through, as the watch showed it. */
export class PodWatch {
  static async start(plane: ControlPlane, namespace: string): Promise<PodWatch> {
    const path = `/api/v1/namespaces/${namespace}/pods`;
    const list = await plane.api.get(path);
    const watch = new PodWatch(list.items);
    const version = list.metadata.resourceVersion;
    watch.end = await plane.api.watch(`${path}?watch=true&resourceVersion=${version}`, (type, pod) =>
      watch.see(type, pod),
    );
    return watch;
  }

  /** The fewest pods that were ready at one time. */
  leastReady: number;
  /** The most pods that were there at one time, those that were ending included. */
  mostPods: number;
  /** How many states were looked at: a watch that saw nothing proves nothing. */
  states = 0;
  private end: () => void = () => {};
  private readonly pods = new Map<string, Manifest>();

  private constructor(pods: Manifest[]) {
    for (const pod of pods) this.pods.set(pod.metadata.name, pod);
    this.leastReady = this.ready();
    this.mostPods = this.pods.size;
  }

  stop(): void {
    this.end();
  }

  private see(type: string, pod: Manifest): void {
    if (type === 'DELETED') this.pods.delete(pod.metadata.name);
    else this.pods.set(pod.metadata.name, pod);
    this.states++;
    this.leastReady = Math.min(this.leastReady, this.ready());
    this.mostPods = Math.max(this.mostPods, this.pods.size);
  }

  private ready(): number {
    return [...this.pods.values()].filter(isReady).length;
  }
}

/** A pod that is told to end gets no new requests, whatever its condition says. */
export function isReady(pod: Manifest): boolean {
  const conditions: Manifest[] = pod.status?.conditions ?? [];
  return !pod.metadata.deletionTimestamp && conditions.some((each) => each.type === 'Ready' && each.status === 'True');
}

export async function podsIn(plane: ControlPlane, namespace: string): Promise<Manifest[]> {
  return (await plane.api.get(`/api/v1/namespaces/${namespace}/pods`)).items;
}
