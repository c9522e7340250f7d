import type { Manifest } from '../../cluster/plane/api';
import type { ControlPlane } from '../../cluster/plane/control-plane';

/** The pods of a namespace that are not told to end, by name. */
export async function livePods(plane: ControlPlane, namespace: string): Promise<Manifest[]> {
  const { items } = await plane.api.get(`/api/v1/namespaces/${namespace}/pods`);
  const live = items.filter(({ metadata }: Manifest) => !metadata.deletionTimestamp);
  return live.sort((one: Manifest, other: Manifest) => one.metadata.name.localeCompare(other.metadata.name));
}

/** Waits until exactly so many pods run, and returns them. */
export async function runningPods(
  plane: ControlPlane,
  namespace: string,
  count: number,
  wanted: (pod: Manifest) => boolean = () => true,
): Promise<Manifest[]> {
  const running = async () => {
    return (await livePods(plane, namespace)).filter((pod) => pod.status.phase === 'Running' && wanted(pod));
  };
  try {
    await plane.until(`running ${count} pods`, async () => (await running()).length === count, 60);
  } catch (error) {
    const pods = await livePods(plane, namespace);
    const found = pods.map(summary).join('\n');
    throw new Error(`${(error as Error).message}\nnot ${count} pods that run as wanted, but\n${found}`);
  }
  return running();
}

function summary({ metadata, status }: Manifest): string {
  const waiting = status.conditions?.find(({ type }: Manifest) => type === 'PodScheduled')?.message;
  return `${metadata.name}: ${status.phase}${waiting ? `, ${waiting}` : ''}`;
}

export async function noPods(plane: ControlPlane, namespace: string): Promise<void> {
  const phases = async () => (await livePods(plane, namespace)).map(({ status }) => status.phase);
  await plane.until('without active pods', async () => {
    return !(await phases()).some((phase) => phase === 'Running' || phase === 'Pending');
  });
}

/** The main container ends with the code, as a kubelet would report it. */
export async function finish(plane: ControlPlane, pod: Manifest, exitCode: number): Promise<void> {
  const phase = exitCode === 0 ? 'Succeeded' : 'Failed';
  await patchStatus(plane, pod, { phase, containerStatuses: terminated(pod, exitCode) });
}

/** The pod is taken away by the node's drain or a preemption: a condition, then its end, then its deletion. */
export async function disrupt(plane: ControlPlane, pod: Manifest): Promise<void> {
  const now = new Date().toISOString();
  const target = { type: 'DisruptionTarget', status: 'True', reason: 'EvictionByEvictionAPI', lastTransitionTime: now };
  const conditions = [...(pod.status.conditions ?? []), target];
  await patchStatus(plane, pod, { phase: 'Failed', conditions, containerStatuses: terminated(pod, 143) });
  await plane.api.request('DELETE', pathOf(pod));
}

/** The kubelet ends the pod, which has run as long as its own deadline lets it. */
export async function pastDeadline(plane: ControlPlane, pod: Manifest): Promise<void> {
  const message = 'Pod was active on the node longer than the specified deadline';
  await patchStatus(plane, pod, {
    phase: 'Failed',
    reason: 'DeadlineExceeded',
    message,
    containerStatuses: terminated(pod, 137),
  });
}

/** The pod vanishes, with nothing in its status that says why. */
export async function remove(plane: ControlPlane, pod: Manifest): Promise<void> {
  await plane.api.request('DELETE', pathOf(pod));
}

export function pathOf({ metadata }: Manifest): string {
  return `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`;
}

function terminated(pod: Manifest, exitCode: number): Manifest[] {
  const at = new Date().toISOString();
  const reason = exitCode === 0 ? 'Completed' : 'Error';
  return pod.spec.containers.map(({ name, image }: Manifest) => ({
    name,
    image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { terminated: { exitCode, reason, startedAt: at, finishedAt: at } },
  }));
}

async function patchStatus(plane: ControlPlane, pod: Manifest, status: Manifest): Promise<void> {
  await plane.api.mergePatch(`${pathOf(pod)}/status`, { status });
}
