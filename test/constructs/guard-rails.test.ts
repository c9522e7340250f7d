import { App } from 'cdk8s';
import { MlNamespace, type MlNamespaceProps, type NamespaceQuota, Sidecar } from '../../lib';
import { refusalOf, Trial } from '../support/workloads/made';
import { mlNamespace } from '../support/workloads/ml-namespace';
import { allProps } from '../support/workloads/rows';
import { workloadsWith } from '../support/workloads/with-toys';

const app = () => new App({ outdir: 'unused' });
const owned = (rails: MlNamespaceProps) => new MlNamespace(app(), 'team', rails);
const withQuota = (quota: NamespaceQuota, more: object = {}) => MlNamespace.existing(app(), 'team', { quota, ...more });

describe.each(workloadsWith())('%s in a namespace', (_title, workload) => {
  const trial = new Trial(workload);
  const at = workload.compute.at;

  test('has all its objects there', () => {
    const objects = trial.make(owned({})).all();
    expect(objects.filter(({ kind, metadata }) => kind !== 'Namespace' && metadata.namespace !== 'team')).toEqual([]);
  });

  test('is accepted with the fewest props where the namespace has every prop', () => {
    const scope = app();
    const manifests = trial.make(new MlNamespace(scope, 'team', allProps(mlNamespace, scope)));
    manifests.hasCount(workload.pod.kind, 1);
  });

  test.each<[string, object, string[]]>([
    ['above its maximum', { memory: '16Gi' }, [`${at}.memoryLimit`, '8Gi']],
    ['above the limit that it fills in', { cpu: '2' }, [`${at}.cpu`, 'cpuLimit']],
    ['below its minimum', { memory: '32Mi' }, [`${at}.memory`, '64Mi']],
  ])('a LimitRange refuses a request %s', (_what, compute, words) => {
    const containers = { cpu: '100m', cpuLimit: '1', memory: '128Mi', memoryLimit: '1Gi' };
    const namespace = () => owned({ containers: { ...containers, minMemory: '64Mi', maxMemory: '8Gi' } });
    const message = refusalOf(() => trial.make(namespace(), trial.compute(compute)));
    for (const word of words) expect(message).toContain(word);
    trial.make(namespace(), trial.compute({ cpu: '2', cpuLimit: '4' })).hasCount(workload.pod.kind, 1);
  });

  test('a quota refuses what every pod of it would be refused for', () => {
    const refused = (quota: NamespaceQuota) => refusalOf(() => trial.make(withQuota(quota)));
    const { container } = workload.pod;
    expect(refused({ cpuLimit: '10' })).toMatch(
      new RegExp(`${at}[\\s\\S]*limits\\.cpu on every container.*without: ${container}`),
    );
    expect(refused({ memory: '1Mi' })).toMatch(/at most 1Mi requests\.memory/);
    expect(refused({ pods: 0 })).toMatch(/at most 0 pods/);
  });

  test('a quota lets through what states all that it counts', () => {
    const taken = (namespace: MlNamespace, props: object = {}) =>
      trial.make(namespace, props).hasCount(workload.pod.kind, 1);
    taken(withQuota({ cpuLimit: '10' }, { containers: { cpuLimit: '2' } }));
    taken(withQuota({ cpuLimit: '10' }), trial.compute({ cpuLimit: '2' }));
    taken(withQuota({ hard: { 'count/pods.example.com': '0' } }));
  });
});

describe.each(workloadsWith('sidecars'))('sidecars of %s in a namespace', (_title, workload) => {
  const trial = new Trial(workload);
  const sidecars = [Sidecar.fluentd()];

  test('are in the LimitRange too', () => {
    const message = refusalOf(() =>
      trial.make(owned({ containers: { minCpu: '400m' } }), { ...trial.compute({ cpu: '500m' }), sidecars }),
    );
    expect(message).toMatch(/sidecars\[0\]\.compute\.cpu/);
    const compute = { cpu: '50m', memory: '9Gi' };
    const large = [Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1', compute })];
    expect(refusalOf(() => trial.make(owned({ containers: { maxMemory: '8Gi' } }), { sidecars: large }))).toMatch(
      /sidecars\[0\]\.compute\.memoryLimit\n.*9Gi[\s\S]*8Gi/,
    );
  });

  test('are in the quota too', () => {
    const message = refusalOf(() =>
      trial.make(withQuota({ cpuLimit: '10' }), { ...trial.compute({ cpuLimit: '1' }), sidecars }),
    );
    expect(message).toMatch(/without: .*fluentd/);
  });
});
