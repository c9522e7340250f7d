import { ClusterTarget, Environment } from '../../lib';

/** What the environments of this app differ by; the compiler checks that each says all of it. */
export interface Sizing {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly initialReplicas: number;
}

export class ChurnEnvironment extends Environment {
  constructor(
    name: string,
    readonly sizing: Sizing,
  ) {
    super(name, { cluster: ClusterTarget.kubernetes('1.33') });
  }
}

export const ENVIRONMENTS = [
  new ChurnEnvironment('dev', { minReplicas: 1, maxReplicas: 3, initialReplicas: 1 }),
  new ChurnEnvironment('test', { minReplicas: 2, maxReplicas: 4, initialReplicas: 2 }),
  new ChurnEnvironment('prod', { minReplicas: 2, maxReplicas: 20, initialReplicas: 3 }),
];
