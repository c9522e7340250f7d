import { seconds } from '../internal/checks/durations';
import { Checker } from '../internal/errors';
import type { Probe as KubernetesProbe } from '../internal/kubernetes';
import type { ServerEndpoint, ServerProfile } from '../values/servers/profile';
import type {
  ExecProbeOptions,
  GrpcProbeOptions,
  HttpProbeOptions,
  Probe,
  Probes,
  ProbeTimes,
  TcpProbeOptions,
} from './probe';

/** A probe as it was asked for. */
export type ProbeKind =
  | ({ readonly type: 'http' } & HttpProbeOptions)
  | ({ readonly type: 'tcp' } & TcpProbeOptions)
  | ({ readonly type: 'grpc' } & GrpcProbeOptions)
  | ({ readonly type: 'exec' } & ExecProbeOptions)
  | { readonly type: 'none' };

/** What probes must know of the workload. */
export interface ProbeContext {
  /** Where the server answers; of `ports`, the first is the default of explicit probes. */
  readonly endpoints: Pick<ServerProfile, 'startup' | 'readiness' | 'liveness' | 'ports'>;
  readonly explicit?: Probes;
  /** From `startupBudget`. */
  readonly startupSeconds: number;
}

/** The three probes of the server's container. */
export interface ProbePlan {
  readonly startup?: KubernetesProbe;
  readonly readiness?: KubernetesProbe;
  readonly liveness?: KubernetesProbe;
}

/** What a probe does where nothing else was asked. */
export interface Usual {
  readonly period: number;
  readonly timeout: number;
  /** How long wrong answers are borne. */
  readonly total: number;
  readonly leastFailures: number;
}

/** llm-d: every 5 s, 3 failures; its timeout of 2 s is raised to 5, since busy servers miss 1 and 2 s (scaleapi/llm-engine#255). */
const READINESS: Usual = { period: 5, timeout: 5, total: 15, leastFailures: 3 };

/**
 * A busy model is late with its answers, and a restart costs minutes of loading: two minutes of wrong answers, where
 * KServe waits 100 s and short probes restarted healthy nodes eight times a day (gonka-ai/gonka#1421).
 */
const LIVENESS: Usual = { period: 10, timeout: 10, total: 120, leastFailures: 3 };

/** Kubernetes' own period, and llm-d's for budgets beyond half an hour. */
function startup(budget: number): Usual {
  return { period: budget > 1800 ? 30 : 10, timeout: 5, total: budget, leastFailures: 1 };
}

/** The probes of the server's container. */
export function probePlan(context: ProbeContext): ProbePlan {
  const { endpoints, explicit = {} } = context;
  const readiness = decide(explicit.readiness, endpoints.readiness, READINESS, context);
  // never shorter than readiness: a pod leaves the Service before its container is restarted
  const patience = Math.max(LIVENESS.total, readiness ? total(readiness) : 0);
  return {
    // kept beside explicit probes: those would otherwise restart a model that loads for longer than they wait
    startup: decide(explicit.startup, endpoints.startup, startup(context.startupSeconds), context),
    readiness,
    liveness: decide(explicit.liveness, endpoints.liveness, { ...LIVENESS, total: patience }, context),
  };
}

/** Seconds from the first wrong answer's question to the failure. */
export function total(probe: KubernetesProbe): number {
  return (probe.periodSeconds ?? 10) * (probe.failureThreshold ?? 3);
}

function decide(
  asked: Probe | undefined,
  endpoint: ServerEndpoint,
  usual: Usual,
  context: ProbeContext,
): KubernetesProbe | undefined {
  if (asked === undefined) return { ...askEndpoint(endpoint, context), ...times({}, usual) };
  const kind = asked._kind;
  return kind.type === 'none' ? undefined : { ...askAs(kind, endpoint, context), ...times(kind, usual) };
}

function askEndpoint(endpoint: ServerEndpoint, { endpoints }: ProbeContext): KubernetesProbe {
  switch (endpoint.type) {
    case 'http':
      return { httpGet: { path: endpoint.path, port: endpoint.port } };
    case 'tcp':
      return { tcpSocket: { port: endpoint.port } };
    case 'exec':
      return { exec: { command: [...endpoint.command] } };
    case 'grpc': {
      // the one probe that knows no names of ports
      const port = endpoints.ports.find(({ name }) => name === endpoint.port)?.port ?? Number(endpoint.port);
      return { grpc: { port, ...(endpoint.service === undefined ? {} : { service: endpoint.service }) } };
    }
  }
}

/** The question of an explicit probe. */
export function askAs(
  kind: Exclude<ProbeKind, { type: 'none' }>,
  endpoint: ServerEndpoint,
  context: ProbeContext,
): KubernetesProbe {
  const first = context.endpoints.ports[0]?.name ?? '';
  switch (kind.type) {
    case 'http': {
      const own = endpoint.type === 'http' ? endpoint : undefined;
      const headers = Object.entries(kind.headers ?? {}).map(([name, value]) => ({ name, value }));
      return {
        httpGet: {
          path: kind.path ?? own?.path ?? '/',
          port: kind.port ?? (kind.path === undefined ? own?.port : undefined) ?? first,
          ...(headers.length > 0 ? { httpHeaders: headers } : {}),
        },
      };
    }
    case 'tcp':
      return { tcpSocket: { port: kind.port ?? first } };
    case 'grpc':
      return { grpc: { port: kind.port, ...(kind.service === undefined ? {} : { service: kind.service }) } };
    case 'exec':
      return { exec: { command: [...kind.command] } };
  }
}

/** Its times, the usual ones where nothing was said. */
export function times(asked: ProbeTimes, usual: Usual): Partial<KubernetesProbe> {
  const periodSeconds = asked.period ? seconds(asked.period) : usual.period;
  return {
    // the API server does not keep a 0
    ...(asked.initialDelay && seconds(asked.initialDelay) > 0
      ? { initialDelaySeconds: seconds(asked.initialDelay) }
      : {}),
    periodSeconds,
    timeoutSeconds: asked.timeout ? seconds(asked.timeout) : Math.min(usual.timeout, periodSeconds),
    failureThreshold: asked.failureThreshold ?? Math.max(usual.leastFailures, Math.ceil(usual.total / periodSeconds)),
  };
}

/** Refuses explicit probes that make no sense, one by one and together. */
export function checkProbes(check: Checker, context: ProbeContext): void {
  const alone = Checker.named('');
  for (const [name, probe] of Object.entries(context.explicit ?? {}) as [string, Probe | undefined][]) {
    probe?._check(check.at(name));
    probe?._check(alone);
  }
  if (alone.clean) checkOrder(check, context);
}

/** A container that is restarted before it was taken out of the Service has lost requests for nothing. */
function checkOrder(check: Checker, context: ProbeContext): void {
  const { readiness, liveness } = probePlan(context);
  if (!readiness || !liveness || total(liveness) >= total(readiness)) return;
  const asked = context.explicit?.liveness ? 'liveness' : 'readiness';
  check
    .at(asked)
    .refuse(
      `${total(asked === 'liveness' ? liveness : readiness)} seconds until it fails`,
      `liveness that is patient for at least as long as readiness (${total(readiness)} seconds)`,
      'raise period or failureThreshold of liveness, or lower those of readiness',
    );
}
