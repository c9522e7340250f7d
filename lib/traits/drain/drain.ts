import type { Duration } from 'cdk8s';
import { checkSeconds, seconds } from '../../internal/checks/durations';
import type { Checker } from '../../internal/errors';
import type { ClusterTarget } from '../../values/cluster-target';

/** Facts that draining depends on. */
export interface DrainContext {
  /**
   * `drain` of the workload: the longest time from the notice that a pod must end until it is killed, which is its
   * `terminationGracePeriodSeconds`.
   */
  readonly drain?: Duration;
  /** From the exposure: a load balancer, an ingress controller or a gateway must notice that the pod ends. */
  readonly isBehindLoadBalancer: boolean;
  /** From the server's profile: it finishes running requests after SIGTERM, for `shutdownSeconds`. */
  readonly drainsItself: boolean;
  readonly target: ClusterTarget;
  /** The longest time of a preStop of the user, which takes the place of the sleep. */
  readonly preStopSeconds?: number;
}

/** Three numbers that fit: `preStopSeconds` + `shutdownSeconds` < `graceSeconds`. */
export interface DrainPlan {
  /** `lifecycle.preStop.sleep.seconds`, or the time of the user's own; nothing where the cluster lacks the sleep. */
  readonly preStopSeconds?: number;
  /** The server's own flag. */
  readonly shutdownSeconds: number;
  /** `terminationGracePeriodSeconds`. */
  readonly graceSeconds: number;
}

/**
 * While the preStop sleeps, the server answers requests, and clients learn that the pod ends. llm-d sleeps 15 s inside the
 * cluster, the Gateway API inference extension 30 s behind a gateway; load balancers of clouds take about as long to
 * remove a target.
 */
const PRE_STOP = { inside: 15, balanced: 30 };

/** A server without a shutdown flag may stop at SIGTERM: running requests must end during the sleep (judgement). */
const FINISH_DURING_SLEEP = 10;

/** For requests that run after SIGTERM, where the server waits for them: llm-d's `--shutdown-timeout`. */
const SHUTDOWN = { drainsItself: 45, otherwise: 20 };

/** Below it, no server ends in order (judgement). */
const LEAST_SHUTDOWN = 4;

/** From the server's end to the kubelet's SIGKILL, llm-d: 75 - 15 - 45; less of a short drain. */
const MARGIN = 15;

/** Refuses a drain that is too short to save a request, or longer than a day. */
export function checkDrain(check: Checker, drain: Duration | undefined): void {
  // Kubernetes removes a pod's endpoint and notifies the pod at once: below some seconds no request can be saved
  const fix = 'give the whole time from the notice to the end of the pod, terminationGracePeriodSeconds';
  checkSeconds(check, drain, { min: 5, max: 24 * 3600 }, fix);
}

/**
 * Refuses a drain that is shorter than its parts: the kubelet would kill the server before the preStop has ended, or right
 * after it.
 */
export function checkDrainParts(check: Checker, drain: Duration | undefined, preStopSeconds: number | undefined): void {
  if (drain === undefined || preStopSeconds === undefined) return;
  const least = preStopSeconds + LEAST_SHUTDOWN + 1;
  if (seconds(drain) < least)
    check.refuse(
      drain,
      `at least ${least} seconds: ${preStopSeconds} of preStop, ${LEAST_SHUTDOWN} for the server to end, and 1 until it is killed`,
      'raise drain, or lower the time of preStop',
    );
}

/** How the time from the first notice to the end of the pod is divided. */
export function drainPlan(context: DrainContext): DrainPlan {
  const removal = context.isBehindLoadBalancer ? PRE_STOP.balanced : PRE_STOP.inside;
  const wanted = removal + (context.drainsItself ? 0 : FINISH_DURING_SLEEP);
  const shutdown = context.drainsItself ? SHUTDOWN.drainsItself : SHUTDOWN.otherwise;
  const graceSeconds = context.drain ? seconds(context.drain) : wanted + shutdown + MARGIN;
  // of a shorter drain, the sleep gets a third where the server finishes requests by itself, else half
  const share = Math.floor(graceSeconds / (context.drainsItself ? 3 : 2));
  const sleep = context.drain ? Math.min(wanted, share) : wanted;
  if (context.preStopSeconds !== undefined) return aroundPreStop(context, context.preStopSeconds, shutdown);
  const margin = Math.min(MARGIN, Math.max(1, Math.floor(graceSeconds / 5)));
  if (!context.target._has('preStopSleep')) return { graceSeconds, shutdownSeconds: graceSeconds - margin };
  return { preStopSeconds: sleep, shutdownSeconds: graceSeconds - sleep - margin, graceSeconds };
}

/** A preStop of the user has its time; the rest is the server's, less a margin. */
function aroundPreStop({ drain }: DrainContext, preStopSeconds: number, shutdown: number): DrainPlan {
  const graceSeconds = drain ? seconds(drain) : preStopSeconds + shutdown + MARGIN;
  const rest = graceSeconds - preStopSeconds;
  const margin = Math.min(MARGIN, Math.max(1, Math.floor(rest / 5)));
  return { preStopSeconds, shutdownSeconds: Math.max(1, rest - margin), graceSeconds };
}
