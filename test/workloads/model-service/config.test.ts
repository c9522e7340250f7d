import type { Manifests } from '../../../lib';
import { manifestsOf } from '../../support/service';

const templateOf = (m: Manifests) => m.get('Deployment', 'churn').spec.template;
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
