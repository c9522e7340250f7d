import { seconds } from '../../internal/checks/durations';
import type { Probe as KubernetesProbe } from '../../internal/kubernetes';
import type { ServerEndpoint, ServerPort } from '../servers/profile';
import type { ExecProbeOptions, GrpcProbeOptions, HttpProbeOptions, ProbeTimes, TcpProbeOptions } from './options';

/** The factory that was called, and its options. */
export type ProbeVariant =
  | ({ readonly type: 'http' } & HttpProbeOptions)
  | ({ readonly type: 'tcp' } & TcpProbeOptions)
  | ({ readonly type: 'grpc' } & GrpcProbeOptions)
  | ({ readonly type: 'exec' } & ExecProbeOptions)
  /** The endpoint of the server's profile. */
  | { readonly type: 'endpoint' }
  | { readonly type: 'none' };

/** Times of a probe where its options give none. */
export interface ProbeTiming {
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  /** From the first failed attempt until the probe counts as failed. */
  readonly totalSeconds: number;
  readonly minFailures: number;
}

/** Facts that one probe depends on. */
export interface ProbeContext {
  /** The endpoint of the server's profile that the probe replaces, where there is one. */
  readonly endpoint?: ServerEndpoint;
  /** Ports of the container; the first is the default of HTTP and TCP probes. Not given where they are unknown. */
  readonly ports?: readonly ServerPort[];
  readonly timing: ProbeTiming;
}

/** The probe as the container has it; nothing where there is none. */
export function planProbe(variant: ProbeVariant, context: ProbeContext): KubernetesProbe | undefined {
  if (variant.type === 'none') return undefined;
  if (variant.type === 'endpoint')
    return context.endpoint && { ...endpointAction(context.endpoint, context), ...times({}, context.timing) };
  return { ...action(variant, context), ...times(variant, context.timing) };
}

/** Seconds from the first failed attempt until the probe counts as failed. */
export function totalSeconds(probe: KubernetesProbe): number {
  return (probe.periodSeconds ?? 10) * (probe.failureThreshold ?? 3);
}

function endpointAction(endpoint: ServerEndpoint, { ports }: ProbeContext): KubernetesProbe {
  switch (endpoint.type) {
    case 'http':
      return { httpGet: { path: endpoint.path, port: endpoint.port, ...schemeOf(endpoint) } };
    case 'tcp':
      return { tcpSocket: { port: endpoint.port } };
    case 'exec':
      return { exec: { command: [...endpoint.command] } };
    case 'grpc': {
      // gRPC probes take the number of a port only, not its name
      const port = ports?.find(({ name }) => name === endpoint.port)?.port ?? Number(endpoint.port);
      return { grpc: { port, ...(endpoint.service === undefined ? {} : { service: endpoint.service }) } };
    }
  }
}

function action(
  variant: Exclude<ProbeVariant, { type: 'none' | 'endpoint' }>,
  { endpoint, ports }: ProbeContext,
): KubernetesProbe {
  const first = ports?.[0]?.name ?? '';
  switch (variant.type) {
    case 'http': {
      const own = endpoint?.type === 'http' ? endpoint : undefined;
      const headers = Object.entries(variant.headers ?? {}).map(([name, value]) => ({ name, value }));
      return {
        httpGet: {
          path: variant.path ?? own?.path ?? '/',
          port: variant.port ?? (variant.path === undefined ? own?.port : undefined) ?? first,
          ...schemeOf(variant.https === undefined ? (own ?? {}) : { scheme: variant.https ? 'HTTPS' : undefined }),
          ...(headers.length > 0 ? { httpHeaders: headers } : {}),
        },
      };
    }
    case 'tcp':
      return { tcpSocket: { port: variant.port ?? first } };
    case 'grpc':
      return { grpc: { port: variant.port, ...(variant.service === undefined ? {} : { service: variant.service }) } };
    case 'exec':
      return { exec: { command: [...variant.command] } };
  }
}

/** The API server stores HTTP where no scheme is given. */
function schemeOf({ scheme }: { readonly scheme?: 'HTTPS' }): { scheme?: string } {
  return scheme === undefined ? {} : { scheme };
}

function times(given: ProbeTimes, defaults: ProbeTiming): Partial<KubernetesProbe> {
  const periodSeconds = given.period ? seconds(given.period) : defaults.periodSeconds;
  return {
    // the API server does not store a 0
    ...(given.initialDelay && seconds(given.initialDelay) > 0
      ? { initialDelaySeconds: seconds(given.initialDelay) }
      : {}),
    periodSeconds,
    timeoutSeconds: given.timeout ? seconds(given.timeout) : Math.min(defaults.timeoutSeconds, periodSeconds),
    failureThreshold:
      given.failureThreshold ?? Math.max(defaults.minFailures, Math.ceil(defaults.totalSeconds / periodSeconds)),
  };
}
