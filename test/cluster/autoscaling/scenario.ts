import { Autoscaling, type ModelServiceProps } from '../../../lib';
import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import { MINIMAL_SERVICE } from '../support/charts';
import { Scenario } from '../support/scenario';
import type { MetricsApi } from './metrics-api';
import { coresOf, type NamespaceLoad, type Requests } from './metrics-load';
import { ReplicaWatch } from './watch';

/** Requests of the churn model: with 60 ms of CPU for each, the 5,000 a minute of the mission are 5 cores. */
export const requests = (perMinute: number): Requests => ({ perMinute, cpuSeconds: 0.06 });

export const REQUESTED_CORES = 0.5;
const TARGET = 0.7;
/** The controller leaves alone what is this near to the target: --horizontal-pod-autoscaler-tolerance, 0.1 by default. */
const TOLERANCE = 0.1;

/** A model server as in M01, scaled on CPU as its operators do. */
export const SERVICE: ModelServiceProps = {
  ...MINIMAL_SERVICE,
  compute: { cpu: '500m', cpuLimit: '2000m', memory: '512Mi', memoryLimit: '2Gi' },
  autoscaling: Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 20, utilization: 70 }),
};

/** Replicas that hold the CPU use at 70 % of the request. */
export function needed(perMinute: number): number {
  return Math.ceil(coresOf(requests(perMinute)) / (REQUESTED_CORES * TARGET));
}

/** The fewest with which the controller is content: up to 77 % of the request. */
export function tolerated(perMinute: number): number {
  return Math.ceil(coresOf(requests(perMinute)) / (REQUESTED_CORES * TARGET * (1 + TOLERANCE)));
}

/** A service in a namespace of its own, the load on it, and its number of replicas over time. */
export class AutoscalingScenario extends Scenario {
  static async start(plane: ControlPlane, metrics: MetricsApi, namespace: string): Promise<AutoscalingScenario> {
    return new AutoscalingScenario(plane, namespace, metrics, await ReplicaWatch.start(plane, namespace));
  }

  private constructor(
    plane: ControlPlane,
    namespace: string,
    private readonly metrics: MetricsApi,
    readonly replicas: ReplicaWatch,
  ) {
    super(plane, namespace);
  }

  /** Times count from here. */
  load(load: NamespaceLoad): void {
    this.replicas.forget();
    this.metrics.set(this.namespace, load);
  }

  perMinute(perMinute: number): void {
    this.load({ requests: requests(perMinute) });
  }

  /** Waits until the autoscaler has found the number that the load needs, and all of them are ready. */
  async settledAt(perMinute: number): Promise<void> {
    const [fewest, most] = [tolerated(perMinute), needed(perMinute)];
    await this.replicas.until(`${fewest} to ${most} replicas`, (now) => now >= fewest && now <= most);
    await this.replicas.untilReady();
  }

  async autoscaler(): Promise<Manifest> {
    const path = `/apis/autoscaling/v2/namespaces/${this.namespace}/horizontalpodautoscalers`;
    return (await this.plane.api.get(path)).items[0];
  }

  /** Waits until the autoscaler says this of one of its conditions, such as "ScalingActive". */
  async condition(type: string, reason: string): Promise<void> {
    await this.plane.until(`${this.namespace}: ${type} ${reason}`, async () => {
      const conditions: Manifest[] = (await this.autoscaler())?.status?.conditions ?? [];
      return conditions.some((each) => each.type === type && each.reason === reason);
    });
  }

  say(what: string): void {
    process.stderr.write(`cluster: ${what}: ${this.replicas}\n`);
  }
}
