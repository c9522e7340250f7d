import { ClusterTarget, Environment } from '../../lib';

/** What the environments of this app differ by; the compiler checks that each says all of it. */
export interface Differences {
  readonly logLevel: 'DEBUG' | 'INFO';
  /** Pods by load. Without it there is one pod: a cluster on a laptop has no metrics to scale by. */
  readonly scaling?: { readonly minReplicas: number; readonly maxReplicas: number };
  /** Whether the cluster has the Prometheus operator, which brings the CRD of a ServiceMonitor. */
  readonly hasPrometheus: boolean;
}

export class CreditRiskEnvironment extends Environment {
  constructor(
    name: string,
    readonly differences: Differences,
  ) {
    super(name, { cluster: ClusterTarget.kubernetes('1.33') });
  }
}

export const ENVIRONMENTS = [
  new CreditRiskEnvironment('local', { logLevel: 'DEBUG', hasPrometheus: false }),
  new CreditRiskEnvironment('dev', {
    logLevel: 'DEBUG',
    scaling: { minReplicas: 1, maxReplicas: 2 },
    hasPrometheus: true,
  }),
  new CreditRiskEnvironment('prod', {
    logLevel: 'INFO',
    scaling: { minReplicas: 2, maxReplicas: 10 },
    hasPrometheus: true,
  }),
];
