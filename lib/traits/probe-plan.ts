import type { Checker } from '../internal/errors';
import type { Probe as KubernetesProbe } from '../internal/kubernetes';
import type { ServerProfile } from '../values/server-profile';
import type { ExecProbeOptions, GrpcProbeOptions, HttpProbeOptions, Probes, TcpProbeOptions } from './probe';

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

/** Refuses explicit probes that make no sense. */
export function checkProbes(_check: Checker, _context: ProbeContext): void {}

/** The probes of the server's container. */
export function probePlan(_context: ProbeContext): ProbePlan {
  throw new Error('not written yet');
}
