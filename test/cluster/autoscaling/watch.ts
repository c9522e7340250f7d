import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import { SYNC_SECONDS } from './real-time';

interface Step {
  readonly replicas: number;
  readonly ready: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Every number of replicas that the one Deployment of a namespace was told to have. */
export class ReplicaWatch {
  static async start(plane: ControlPlane, namespace: string): Promise<ReplicaWatch> {
    const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;
    const list = await plane.api.get(path);
    const watch = new ReplicaWatch(plane, namespace);
    for (const item of list.items) watch.see(item);
    const query = `watch=true&resourceVersion=${list.metadata.resourceVersion}`;
    watch.stop = await plane.api.watch(`${path}?${query}`, (_type, deployment) => watch.see(deployment));
    return watch;
  }

  stop: () => void = () => {};
  private steps: Step[] = [];
  private begun = Date.now();

  private constructor(
    private readonly plane: ControlPlane,
    private readonly namespace: string,
  ) {}

  get now(): number {
    return this.steps.at(-1)?.replicas ?? 0;
  }

  get ready(): number {
    return this.steps.at(-1)?.ready ?? 0;
  }

  get most(): number {
    return Math.max(...this.numbers);
  }

  get fewest(): number {
    return Math.min(...this.numbers);
  }

  /** One after another, without repetition. */
  get numbers(): number[] {
    return this.changes.map(({ replicas }) => replicas);
  }

  /** From now on only what comes counts, beginning with the present number. */
  forget(): void {
    this.begun = Date.now();
    this.steps = this.steps.slice(-1).map((step) => ({ ...step, at: this.begun }));
  }

  /** For how long fewer were ready. */
  secondsBelow(ready: number): number {
    const ends = [...this.steps.slice(1).map(({ at }) => at), Date.now()];
    const below = this.steps.map((step, index) => (step.ready < ready ? ends[index] - step.at : 0));
    return Math.round(below.reduce((sum, each) => sum + each, 0) / 1000);
  }

  /** Waits for a number of replicas and returns the seconds since the beginning; the number must stay for a moment. */
  async until(what: string, reached: (replicas: number) => boolean, seconds = PATIENCE): Promise<number> {
    await this.plane.until(
      `${this.namespace}: ${what} (${this})`,
      async () => reached(this.now) && Date.now() - this.lastChange > CALM,
      seconds,
    );
    return (this.lastChange - this.begun) / 1000;
  }

  async untilReady(replicas = this.now): Promise<number> {
    await this.plane.until(`${this.namespace}: ready`, async () => this.ready >= replicas, PATIENCE);
    return (Date.now() - this.begun) / 1000;
  }

  /** Such as "2 -> 6 (3 s) -> 12 (18 s)". */
  toString(): string {
    const [first, ...others] = this.changes;
    const later = others.map(({ replicas, at }) => `${replicas} (${Math.round((at - this.begun) / 1000)} s)`);
    return [first?.replicas ?? 0, ...later].join(' -> ');
  }

  private get changes(): Step[] {
    return this.steps.filter(({ replicas }, index) => replicas !== this.steps[index - 1]?.replicas);
  }

  private get lastChange(): number {
    return this.changes.at(-1)?.at ?? 0;
  }

  private see({ spec: { replicas }, status }: Manifest): void {
    this.steps.push({ replicas, ready: status?.readyReplicas ?? 0, at: Date.now() });
  }
}

/** In seconds: forty rounds of the controller, on a machine that is busy with others. */
const PATIENCE = 30 + 40 * SYNC_SECONDS;

/** A number that the controller left alone in two rounds is its answer. */
const CALM = (2 * SYNC_SECONDS + 0.5) * 1000;
