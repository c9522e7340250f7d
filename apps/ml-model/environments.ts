import { ClusterTarget, Environment } from '../../lib';

/** A laptop has one node and no cloud behind it: fewer replicas, and node ports where production has load balancers. */
export class ModelEnvironment extends Environment {
  constructor(
    name: string,
    readonly laptop: boolean,
  ) {
    super(name, { cluster: ClusterTarget.kubernetes('1.33') });
  }
}

export const ENVIRONMENTS = [new ModelEnvironment('minikube', true), new ModelEnvironment('prod', false)];
