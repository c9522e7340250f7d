import { decide } from '../internal/definition';
import { Checker } from '../internal/errors';
import type { Probe as KubernetesProbe } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import { totalSeconds } from '../values/probe/plan';
import {
  defineProbes,
  type ProbesContext,
  type ProbesPlan,
  type ProbeTimings,
} from '../values/probe/probes-definition';
import type { Sidecar } from './sidecar';
import type { CustomSidecarOptions } from './sidecar-options';
import type { SidecarContext } from './sidecar-plan';

/**
 * Startup: everything else in the pod waits for the first success, and after a failure for the next attempt: so it is
 * attempted often. A minute is long for a proxy (judgement). Readiness: as the server's. Liveness: a sidecar restarts
 * within seconds: one minute, where a server that loads a model has two (judgement).
 */
const TIMINGS: ProbeTimings = {
  startup: { periodSeconds: 2, timeoutSeconds: 2, totalSeconds: 60, minFailures: 1 },
  readiness: { periodSeconds: 5, timeoutSeconds: 5, totalSeconds: 15, minFailures: 3 },
  liveness: { periodSeconds: 10, timeoutSeconds: 10, totalSeconds: 60, minFailures: 3 },
};

function contextOf({ ports = [] }: CustomSidecarOptions): ProbesContext {
  return { ports, timings: TIMINGS };
}

/** The probes of a sidecar that are given. */
export function sidecarProbes(order: CustomSidecarOptions): ProbesPlan {
  return defineProbes(order.probes).plan(contextOf(order));
}

/** How long native sidecars may take before what comes after them starts. Their probes need not have been checked. */
export function sidecarStartupSeconds(sidecars: readonly Sidecar[] = [], target: ClusterTarget): number {
  if (!target._has('nativeSidecars')) return 0;
  return sidecars.reduce((sum, { _order: order }) => {
    const startup = order.type === 'custom' ? startupOf(order) : undefined;
    return sum + (startup ? (startup.initialDelaySeconds ?? 0) + totalSeconds(startup) : 0);
  }, 0);
}

/** Refuses probes that the API server would refuse, and those that cannot pass. */
export function checkSidecarProbes(check: Checker, order: CustomSidecarOptions, context: SidecarContext): void {
  defineProbes(order.probes).check(check, contextOf(order));
  const startup = startupOf(order);
  const port = startup?.httpGet?.port ?? startup?.tcpSocket?.port ?? startup?.grpc?.port;
  checkNoCircle(check.at('startup').at('port'), port, context);
}

/** The server starts after the first success, so the probe cannot depend on it. */
function checkNoCircle(
  check: Checker,
  port: number | string | undefined,
  { serverPorts, target }: SidecarContext,
): void {
  if (typeof port === 'number' && serverPorts?.includes(port) && target._has('nativeSidecars'))
    check.refuse(port, 'a port of the sidecar: the server starts only after this probe has passed', 'ask the sidecar');
}

function startupOf(order: CustomSidecarOptions): KubernetesProbe | undefined {
  return decide(Checker.named(''), defineProbes({ startup: order.probes?.startup }), contextOf(order))?.startup;
}
