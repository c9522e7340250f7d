import type { Duration } from 'cdk8s';
import { checkSeconds, seconds } from '../internal/checks/durations';
import type { Checker } from '../internal/errors';
import type { ClusterTarget } from '../values/cluster-target';
import type { Exposure } from './exposure';
import { behindLoadBalancer } from './exposure-plan';

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

/**
 * While the preStop sleeps, the server answers as ever and everyone who sends requests learns that the pod is going.
 * llm-d sleeps 15 s inside the cluster, the Gateway API inference extension 30 s behind a gateway; cloud load balancers
 * take the same order of time to let go of a target.
 */
const LET_GO = { inside: 15, balanced: 30 };

/** A server without a shutdown flag may stop at SIGTERM: what it has begun must end within the sleep (judgement). */
const FINISH_INSIDE_SLEEP = 10;

/** For requests under way after SIGTERM, where the server waits for them: llm-d's `--shutdown-timeout`. */
const FINISH = { itself: 45, otherwise: 20 };

/** From the server's end to the kubelet's SIGKILL, llm-d: 75 - 15 - 45; less of a short drain. */
const MARGIN = 15;

/** Refuses a drain that cannot be kept. */
export function checkDrain(check: Checker, { drain }: DrainContext): void {
  // Kubernetes deletes a pod's endpoint and tells the pod at once: below some seconds no request can be saved
  const fix = 'give the whole time from the first notice to the end of the pod, terminationGracePeriodSeconds';
  checkSeconds(check, drain, { min: 5, max: 24 * 3600 }, fix);
}

/** How the time from the first notice to the pod's end is spent. */
export function drainPlan(context: DrainContext): DrainPlan {
  const letGo = behindLoadBalancer(context.exposure) ? LET_GO.balanced : LET_GO.inside;
  const wanted = letGo + (context.drainsItself ? 0 : FINISH_INSIDE_SLEEP);
  const finish = context.drainsItself ? FINISH.itself : FINISH.otherwise;
  const graceSeconds = context.drain ? seconds(context.drain) : wanted + finish + MARGIN;
  // a shorter drain is shared out: a third for letting go where the server finishes by itself, half where it may not
  const share = Math.floor(graceSeconds / (context.drainsItself ? 3 : 2));
  const sleep = context.drain ? Math.min(wanted, share) : wanted;
  const margin = Math.min(MARGIN, Math.max(1, Math.floor(graceSeconds / 5)));
  if (!context.target._has('preStopSleep')) return { graceSeconds, shutdownSeconds: graceSeconds - margin };
  return { preStopSeconds: sleep, shutdownSeconds: graceSeconds - sleep - margin, graceSeconds };
}
