import { App } from 'cdk8s';
import {
  Manifests,
  MlNamespace,
  type MlNamespaceProps,
  ModelService,
  type ModelServiceProps,
  ModelSource,
  NetworkAccess,
  NetworkPeer,
} from '../../../lib';
import { MINIMAL } from '../../support/service';

function inNamespace(rails: MlNamespaceProps, props: Partial<ModelServiceProps> = {}): Manifests {
  const namespace = new MlNamespace(new App(), 'serving', rails);
  new ModelService(namespace, 'churn', { ...MINIMAL, ...props });
  return Manifests.fromChart(namespace);
}

describe('the guard rails of a namespace, before apply', () => {
  const download = { model: ModelSource.http({ url: 'https://example.com/model.pkl' }) };

  test('a download needs a way out where all egress is denied', () => {
    expect(() => inNamespace({ defaultDenyEgress: true }, download)).toThrow(
      /serving\/churn[\s\S]*access[\s\S]*egress/,
    );
    const access = NetworkAccess.allow({ egress: [{ to: [NetworkPeer.everyone()], ports: [443] }] });
    inNamespace({ defaultDenyEgress: true }, { ...download, access }).has('NetworkPolicy', {
      spec: { policyTypes: ['Ingress', 'Egress'] },
    });
    inNamespace({ defaultDenyEgress: true }).hasCount('Deployment', 1);
  });
});
