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

  test('objects carry the namespace', () => {
    for (const object of inNamespace({}).all())
      expect(object.metadata.namespace).toBe(object.kind === 'Namespace' ? undefined : 'serving');
  });
});

describe('a LimitRange', () => {
  const containers = {
    cpu: '100m',
    cpuLimit: '1',
    memory: '128Mi',
    memoryLimit: '1Gi',
    minMemory: '64Mi',
    maxMemory: '8Gi',
  };
  const compute = (c: Partial<ModelServiceProps['compute']>) => ({ compute: { cpu: '500m', memory: '512Mi', ...c } });

  test.each([
    ['above its maximum', compute({ memory: '16Gi' }), ['compute.memoryLimit', '8Gi']],
    ['above the limit that it fills in', compute({ cpu: '2' }), ['compute.cpu', 'cpuLimit']],
    ['below its minimum', compute({ memory: '32Mi' }), ['compute.memory', '64Mi']],
  ])('refuses a request %s', (_what, props, words) => {
    let message = '';
    try {
      inNamespace({ containers }, props);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const word of words) expect(message).toContain(word);
  });

  test('lets through what fits', () => {
    inNamespace({ containers }, compute({ cpu: '2', cpuLimit: '4' })).hasCount('Deployment', 1);
  });
});
