import { decide } from '../../internal/definition';
import { Checker } from '../../internal/errors';
import type { Probe as KubernetesProbe } from '../../internal/kubernetes';
import { totalSeconds } from '../../values/probe/plan';
import {
  defineProbes,
  type ProbesContext,
  type ProbesPlan,
  type ProbeTimings,
} from '../../values/probe/probes-definition';
import type { CustomSidecarOptions } from './options';
import type { SidecarContext } from './plan';

/**
 * Startup: everything else in the pod waits for the first success, and after a failure for the next attempt, so attempts are
 * frequent. A minute is long for a proxy (judgement).
 *
 * Readiness: as the server's. Liveness: a sidecar starts again within seconds, so it has one minute, where a server that
 * loads a model has two (judgement).
 */
const TIMINGS: ProbeTimings = {
  startup: { periodSeconds: 2, timeoutSeconds: 2, totalSeconds: 60, minFailures: 1 },
  readiness: { periodSeconds: 5, timeoutSeconds: 5, totalSeconds: 15, minFailures: 3 },
  liveness: { periodSeconds: 10, timeoutSeconds: 10, totalSeconds: 60, minFailures: 3 },
};

function contextOf({ ports = [] }: CustomSidecarOptions): ProbesContext {
  return { ports, timings: TIMINGS };
}

/**
 * The probes of a sidecar that were given; none where one is at fault. The sidecar is planned all the same, so that its
 * container is checked in the same run.
 */
export function planSidecarProbes(options: CustomSidecarOptions): ProbesPlan {
  return decide(Checker.named('probes'), defineProbes(options.probes), contextOf(options)) ?? {};
}

/** Refuses probes that the API server would refuse, and those that cannot succeed. */
export function checkSidecarProbes(check: Checker, options: CustomSidecarOptions, context: SidecarContext): void {
  const probes = defineProbes(options.probes);
  if (!check.passes(() => probes.check(check, contextOf(options)))) return;
  refuseMainPort(check.at('startup').at('port'), probes.plan(contextOf(options)).startup, context);
}

/** The main container starts after the probe has succeeded, so it cannot be the one that answers. */
function refuseMainPort(
  check: Checker,
  startup: KubernetesProbe | undefined,
  { mainPorts = [], target }: SidecarContext,
): void {
  const port = startup?.httpGet?.port ?? startup?.tcpSocket?.port ?? startup?.grpc?.port;
  if (typeof port === 'number' && mainPorts.includes(port) && target._has('nativeSidecars'))
    check.refuse(
      port,
      'a port of the sidecar: the main container starts only after this probe has succeeded',
      'probe the sidecar',
    );
}

/** How long a native sidecar may take before what comes after it starts. */
export function startupSeconds(startup: KubernetesProbe | undefined): number {
  return startup ? (startup.initialDelaySeconds ?? 0) + totalSeconds(startup) : 0;
}
