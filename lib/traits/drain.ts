import type { Duration } from 'cdk8s';
import type { Checker } from '../internal/errors';
import type { ClusterTarget } from '../values/cluster-target';
import type { Exposure } from './exposure';

/** What draining must know of the workload. */
export interface DrainContext {
  /**
   * `drain` of the workload: the whole time that a pod may take from the moment it is told to go to its end, which is
   * its `terminationGracePeriodSeconds`.
   */
  readonly drain?: Duration;
  readonly exposure?: Exposure;
  /** From the server's profile: it finishes what it has begun after SIGTERM, for `shutdownSeconds`. */
  readonly drainsItself: boolean;
  readonly target: ClusterTarget;
}

/** Three numbers that fit: `preStopSeconds` + `shutdownSeconds` < `graceSeconds`. */
export interface DrainPlan {
  /** `lifecycle.preStop.sleep.seconds`; nothing where the cluster lacks it. */
  readonly preStopSeconds?: number;
  /** The server's own flag. */
  readonly shutdownSeconds: number;
  /** `terminationGracePeriodSeconds`. */
  readonly graceSeconds: number;
}

/** Refuses a drain that cannot be kept. */
export function checkDrain(_check: Checker, _context: DrainContext): void {}

/** How the time from the first notice to the pod's end is spent. */
export function drainPlan(_context: DrainContext): DrainPlan {
  throw new Error('not written yet');
}
