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
 * While the preStop sleeps, the server answers requests, and clients learn that the pod ends. llm-d sleeps 15 s inside the
 * cluster, the Gateway API inference extension 30 s behind a gateway; load balancers of clouds take about as long to
 * remove a target.
 */
const PRE_STOP = { inside: 15, balanced: 30 };

/** A server without a shutdown flag may stop at SIGTERM: running requests must end during the sleep (judgement). */
const FINISH_DURING_SLEEP = 10;

/** For requests that run after SIGTERM, where the server waits for them: llm-d's `--shutdown-timeout`. */
const SHUTDOWN = { drainsItself: 45, otherwise: 20 };

/** From the server's end to the kubelet's SIGKILL, llm-d: 75 - 15 - 45; less of a short drain. */
const MARGIN = 15;

/** Refuses a drain that is too short to save a request, or longer than a day. */
export function checkDrain(check: Checker, drain: Duration | undefined): void {
  // Kubernetes removes a pod's endpoint and notifies the pod at once: below some seconds no request can be saved
  const fix = 'give the whole time from the notice to the end of the pod, terminationGracePeriodSeconds';
  checkSeconds(check, drain, { min: 5, max: 24 * 3600 }, fix);
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
  const margin = Math.min(MARGIN, Math.max(1, Math.floor(graceSeconds / 5)));
  if (!context.target._has('preStopSleep')) return { graceSeconds, shutdownSeconds: graceSeconds - margin };
  return { preStopSeconds: sleep, shutdownSeconds: graceSeconds - sleep - margin, graceSeconds };
}
