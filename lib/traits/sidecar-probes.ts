import type { Duration } from 'cdk8s';
import { Checker } from '../internal/errors';
import type { Probe as KubernetesProbe } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { Probe } from './probe';
import { askAs, type ProbeContext, type ProbePlan, times, total, type Usual } from './probe-plan';
import type { Sidecar } from './sidecar';
import type { CustomSidecarOptions, SidecarPort } from './sidecar-options';
import type { SidecarContext } from './sidecar-plan';

/**
 * Everything else in the pod waits for the first right answer, and after a wrong one for the next question: so it is
 * asked often. A minute is long for a proxy (judgement).
 */
const STARTUP: Usual = { period: 2, timeout: 2, total: 60, leastFailures: 1 };

/** As the server's. */
const READINESS: Usual = { period: 5, timeout: 5, total: 15, leastFailures: 3 };

/** A sidecar starts again within seconds: one minute, where a server that loads a model has two (judgement). */
const LIVENESS: Usual = { period: 10, timeout: 10, total: 60, leastFailures: 3 };

/** The probes of a sidecar that were asked for. */
export function sidecarProbes({ probes = {}, ports = [] }: CustomSidecarOptions): ProbePlan {
  const readiness = plan(probes.readiness, READINESS, ports);
  const patience = Math.max(LIVENESS.total, readiness ? total(readiness) : 0);
  return {
    startup: plan(probes.startup, STARTUP, ports),
    readiness,
    liveness: plan(probes.liveness, { ...LIVENESS, total: patience }, ports),
  };
}

/** How long native sidecars may take before what comes after them starts. Their probes need not have been checked. */
export function sidecarStartupSeconds(sidecars: readonly Sidecar[] = [], target: ClusterTarget): number {
  if (!target._has('nativeSidecars')) return 0;
  return sidecars.reduce((sum, { _order: order }) => {
    const kind = order.type === 'custom' ? order.probes?.startup?._kind : undefined;
    if (kind === undefined || kind.type === 'none') return sum;
    const whole = (time: Duration | undefined) => Math.ceil(time?.toSeconds({ integral: false }) ?? 0);
    const period = kind.period ? whole(kind.period) : STARTUP.period;
    return (
      sum +
      whole(kind.initialDelay) +
      period * (kind.failureThreshold ?? Math.ceil(STARTUP.total / Math.max(1, period)))
    );
  }, 0);
}

/** Refuses probes that the API server would refuse, and those that cannot pass. */
export function checkSidecarProbes(check: Checker, order: CustomSidecarOptions, context: SidecarContext): void {
  const { startup, readiness, liveness } = order.probes ?? {};
  const alone = Checker.named('');
  for (const [name, probe] of Object.entries({ startup, readiness, liveness })) {
    const kind = probe?._kind;
    if (!probe || !kind) continue;
    probe._check(check.at(name));
    probe._check(alone);
    if ((kind.type === 'http' || kind.type === 'tcp') && kind.port === undefined && !order.ports?.length)
      check
        .at(name)
        .at('port')
        .refuse(undefined, 'a port: the sidecar names none in ports', 'give the port that is asked');
    if (name === 'startup' && 'port' in kind) checkNoCircle(check.at(name).at('port'), kind.port, context);
  }
  if (alone.clean) checkOrder(check, order);
}

/** The server starts after the answer, so it cannot be the one who gives it. */
function checkNoCircle(check: Checker, port: number | undefined, { serverPorts, target }: SidecarContext): void {
  if (port !== undefined && serverPorts?.includes(port) && target._has('nativeSidecars'))
    check.refuse(port, 'a port of the sidecar: the server starts only after this probe has passed', 'ask the sidecar');
}

function checkOrder(check: Checker, order: CustomSidecarOptions): void {
  const { readiness, liveness } = sidecarProbes(order);
  if (readiness && liveness && total(liveness) < total(readiness))
    check
      .at('liveness')
      .refuse(
        `${total(liveness)} seconds until it fails`,
        `liveness that is patient for at least as long as readiness (${total(readiness)} seconds)`,
        'raise period or failureThreshold of liveness, or lower those of readiness',
      );
}

function plan(probe: Probe | undefined, usual: Usual, ports: readonly SidecarPort[]): KubernetesProbe | undefined {
  const kind = probe?._kind;
  if (kind === undefined || kind.type === 'none') return undefined;
  const none = { type: 'tcp', port: '' } as const;
  const context: ProbeContext = {
    endpoints: { startup: none, readiness: none, liveness: none, ports },
    startupSeconds: 0,
  };
  return { ...askAs(kind, none, context), ...times(kind, usual) };
}
