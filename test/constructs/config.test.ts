import type { Manifests } from '../../lib';
import { ID, Trial } from '../support/workloads/made';
import { workloadsWith } from '../support/workloads/with-toys';

const KEPT = {
  'argocd.argoproj.io/sync-options': 'Prune=false',
  'helm.sh/resource-policy': 'keep',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};

const mapOf = (manifests: Manifests, part = 'config') =>
  manifests.ofKind('ConfigMap').find(({ metadata }) => metadata.name.startsWith(`${ID}-${part}-`));

describe.each(workloadsWith('config', 'configFiles', 'keepOldConfig'))('config of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const one = trial.manifests({ config: { A: '1', B: '2' } });

  test('is immutable, and named by its content alone', () => {
    expect(mapOf(one)).toMatchObject({ immutable: true, data: { A: '1', B: '2' } });
    expect(mapOf(one).metadata.name).toMatch(/-[0-9a-f]{8}$/);
    expect(mapOf(trial.manifests({ config: { B: '2', A: '1' } })).metadata.name).toBe(mapOf(one).metadata.name);
  });

  test('gets another name with other content, and the pods with it', () => {
    const config = { A: '1', B: '3' };
    const two = trial.manifests({ config });
    expect(mapOf(two).metadata.name).not.toBe(mapOf(one).metadata.name);
    expect(trial.pod({ config }).container.envFrom).toEqual([{ configMapRef: { name: mapOf(two).metadata.name } }]);
    expect(trial.pod({ config }).metadata.annotations ?? {}).not.toHaveProperty(['cdk8s-ml.io/config-checksum']);
  });

  test('is kept by GitOps tools unless that is turned off', () => {
    expect(mapOf(one).metadata.annotations).toEqual(KEPT);
    const pruned = trial.manifests({ config: { A: '1' }, keepOldConfig: false });
    expect(mapOf(pruned).metadata).not.toHaveProperty('annotations');
  });

  test('can be files, mounted read-only where the workload says or the user wants them', () => {
    const props = { config: { A: '1' }, configFiles: { 'model.yaml': 'threshold: 0.3\n' } };
    const files = mapOf(trial.manifests(props), 'files');
    expect(files.data).toEqual(props.configFiles);
    const mountOf = ({ spec, container }: ReturnType<Trial['pod']>) => {
      const { name } = spec.volumes.find(({ configMap }: any) => configMap?.name === files.metadata.name);
      return container.volumeMounts.find((mount: any) => mount.name === name);
    };
    expect(mountOf(trial.pod(props))).toMatchObject({ mountPath: expect.stringMatching(/^\/etc\//), readOnly: true });
    expect(mountOf(trial.pod({ ...props, configPath: '/conf' }))).toMatchObject({ mountPath: '/conf', readOnly: true });
  });
});

describe.each(workloadsWith('config', 'env', 'secrets'))('environment of %s', (_title, workload) => {
  const trial = new Trial(workload);

  test('is in the container, and not in a ConfigMap', () => {
    expect(trial.pod({ env: { MODE: 'fast' } }).container.env).toContainEqual({ name: 'MODE', value: 'fast' });
    trial.manifests({ env: { MODE: 'fast' } }).hasNo('ConfigMap', { data: { MODE: 'fast' } });
  });

  test('has no variable twice', () => {
    expect(trial.refusal({ config: { A: '1' }, env: { A: '2' } })).toMatch(/env\.A\n[\s\S]*config/);
  });

  test.each([
    ['config', { config: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' } }],
    ['env', { env: { HF_TOKEN: 'hf_abcdefghijklmnopqrstuvwxyz012345' } }],
  ])('has no credential in %s', (prop, props) => {
    const message = trial.refusal(props);
    expect(message).toMatch(new RegExp(`\\n {2}${prop}\\.[A-Z_]+\\n`));
    expect(message).toContain('SecretSource');
    for (const value of Object.values(Object.values(props)[0])) expect(message).not.toContain(value);
  });
});
