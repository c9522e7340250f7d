import { ClusterTarget, Environment } from '../../lib';

/** What the environments of this app differ by; the compiler checks that each says all of it. */
export interface Differences {
  readonly logLevel: 'DEBUG' | 'INFO';
  readonly minReplicas: number;
  readonly maxReplicas: number;
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
  new CreditRiskEnvironment('dev', { logLevel: 'DEBUG', minReplicas: 1, maxReplicas: 2 }),
  new CreditRiskEnvironment('prod', { logLevel: 'INFO', minReplicas: 2, maxReplicas: 10 }),
];
