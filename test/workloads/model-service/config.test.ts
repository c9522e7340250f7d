import type { Manifests } from '../../../lib';
import { manifestsOf } from '../../support/service';

const templateOf = (m: Manifests) => m.get('Deployment', 'churn').spec.template;
const configOf = (m: Manifests, part = '-config-') => m.ofKind('ConfigMap').find((c) => c.metadata.name.includes(part));

describe('config under a hashed name', () => {
  const one = manifestsOf({ config: { A: '1', B: '2' } });

  test('is immutable, and named by its content alone', () => {
    expect(configOf(one)).toMatchObject({ immutable: true, data: { A: '1', B: '2' } });
    expect(configOf(one).metadata.name).toMatch(/^churn-config-[0-9a-f]{8}$/);
    expect(configOf(manifestsOf({ config: { B: '2', A: '1' } })).metadata.name).toBe(configOf(one).metadata.name);
  });

  test('gets another name with other content, and the pods with it, so that undoing a rollout restores it', () => {
    const two = manifestsOf({ config: { A: '1', B: '3' } });
    expect(configOf(two).metadata.name).not.toBe(configOf(one).metadata.name);
    for (const manifests of [one, two])
      expect(templateOf(manifests).spec.containers[0].envFrom).toEqual([
        { configMapRef: { name: configOf(manifests).metadata.name } },
      ]);
    expect(templateOf(one).metadata).not.toHaveProperty('annotations');
  });

  test('is kept by GitOps tools unless that is turned off', () => {
    expect(configOf(one).metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false',
      'helm.sh/resource-policy': 'keep',
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    });
    const pruned = manifestsOf({ config: { A: '1' }, keepOldConfig: false });
    expect(configOf(pruned).metadata).not.toHaveProperty('annotations');
  });

  test('can be files, mounted read-only, in a map of their own', () => {
    const manifests = manifestsOf({ config: { A: '1' }, configFiles: { 'model.yaml': 'threshold: 0.3\n' } });
    const files = configOf(manifests, '-files-');
    expect(files.data).toEqual({ 'model.yaml': 'threshold: 0.3\n' });
    const { volumes, containers } = templateOf(manifests).spec;
    expect(volumes).toContainEqual({ name: 'config-files', configMap: { name: files.metadata.name } });
    expect(containers[0].volumeMounts).toContainEqual({
      name: 'config-files',
      mountPath: '/etc/model-server',
      readOnly: true,
    });
  });
});

describe('config under a name of the user', () => {
  const named = (value: string) => manifestsOf({ config: { A: value }, names: { config: 'my-config' } });

  test('is changed in place, and a checksum rolls the pods', () => {
    expect(named('1').get('ConfigMap', 'my-config')).not.toHaveProperty('immutable');
    const [one, two, again] = ['1', '2', '1'].map(
      (v) => templateOf(named(v)).metadata.annotations['cdk8s-ml.io/config-checksum'],
    );
    expect(one).not.toBe(two);
    expect(again).toBe(one);
  });

  test('both maps in one checksum', () => {
    const both = (a: string, b: string) =>
      templateOf(manifestsOf({ config: { A: a }, configFiles: { b }, names: { config: 'c', configFiles: 'f' } }))
        .metadata.annotations['cdk8s-ml.io/config-checksum'];
    expect(new Set([both('1', '1'), both('2', '1'), both('1', '2'), both('2', '2')]).size).toBe(4);
  });
});
