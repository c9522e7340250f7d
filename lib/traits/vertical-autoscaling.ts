import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { checkVertical, type VerticalContext, type VerticalMode } from './vertical-autoscaler';

/** What a VerticalPodAutoscaler may change. */
export enum VerticalResource {
  /** CPU. */
  CPU = 'cpu',
  /** Memory. */
  MEMORY = 'memory',
}

/** Which numbers a VerticalPodAutoscaler changes. */
export enum VerticalValues {
  /** Requests, and limits in the same proportion (`RequestsAndLimits`). */
  REQUESTS_AND_LIMITS = 'RequestsAndLimits',
  /** Requests only: limits stay (`RequestsOnly`). */
  REQUESTS_ONLY = 'RequestsOnly',
}

/** Bounds of what a VerticalPodAutoscaler recommends or sets. */
export interface VerticalAutoscalingOptions {
  /**
   * Least CPU, a quantity (`minAllowed.cpu`).
   *
   * @default - no bound
   */
  readonly minCpu?: string;
  /**
   * Most CPU, a quantity (`maxAllowed.cpu`).
   *
   * @default - no bound
   */
  readonly maxCpu?: string;
  /**
   * Least memory, a quantity (`minAllowed.memory`): at least what the loaded model takes.
   *
   * @default - no bound
   */
  readonly minMemory?: string;
  /**
   * Most memory, a quantity (`maxAllowed.memory`): at most what a node has.
   *
   * @default - no bound
   */
  readonly maxMemory?: string;
  /**
   * What it looks at, `controlledResources`.
   *
   * @default - CPU and memory
   */
  readonly resources?: VerticalResource[];
  /**
   * Which numbers it changes, `controlledValues`.
   *
   * @default - that of the VerticalPodAutoscaler: `VerticalValues.REQUESTS_AND_LIMITS`
   */
  readonly values?: VerticalValues;
  /**
   * Replicas that must be there before it evicts one, `updatePolicy.minReplicas`.
   *
   * @default - the updater's, which is 2
   */
  readonly minReplicas?: number;
}

/** Measures what the server's container really takes, and says or sets it: a VerticalPodAutoscaler (`autoscaling.k8s.io/v1`). */
export class VerticalAutoscaling {
  /** Recommends only: read it with `kubectl describe vpa`. */
  public static off(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Off', options);
  }

  /** Sets the numbers of new pods; running ones stay as they are. */
  public static initial(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Initial', options);
  }

  /** Evicts pods whose numbers are far off, within the disruption budget, and sets those of their successors. */
  public static recreate(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('Recreate', options);
  }

  /** Changes running pods in place, and evicts where that is not possible. Needs Kubernetes 1.33 and VPA 1.4. */
  public static inPlaceOrRecreate(options: VerticalAutoscalingOptions = {}): VerticalAutoscaling {
    return new VerticalAutoscaling('InPlaceOrRecreate', options);
  }

  /** @internal */
  public readonly _mode: VerticalMode;
  /** @internal */
  public readonly _options: VerticalAutoscalingOptions;

  private constructor(mode: VerticalMode, options: VerticalAutoscalingOptions) {
    this._mode = mode;
    this._options = options;
  }

  /** @internal */
  public _check(check: Checker, context: VerticalContext): void {
    checkVertical(check, this, context);
  }
}

checksArguments('VerticalAutoscaling', VerticalAutoscaling);
