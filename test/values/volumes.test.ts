import { ClusterTarget } from '../../lib/values/cluster-target';
import { ExtraVolume } from '../../lib/values/volume/extra-volume';
import { K133, problemsOf, refuses, type Wrong } from '../traits/support';

const planOf = (volume: ExtraVolume) => volume._definition.plan({ target: K133 });

describe('a volume of the user', () => {
  const mountPath = '/data';

  test('is a claim, and may be written', () => {
    expect(planOf(ExtraVolume.claim('features', { mountPath, subPath: 'v1' }))).toEqual({
      volume: { name: 'claim-features', persistentVolumeClaim: { claimName: 'features' } },
      mount: { name: 'claim-features', mountPath, subPath: 'v1' },
      needs: 'PersistentVolumeClaim/features',
    });
    expect(planOf(ExtraVolume.claim('features', { mountPath, readOnly: true })).mount.readOnly).toBe(true);
  });

  test('is a ConfigMap, a Secret or an image, and is only read', () => {
    expect(planOf(ExtraVolume.configMap('labels.v1', { mountPath }))).toEqual({
      volume: { name: 'configmap-labels-v1-a244197b', configMap: { name: 'labels.v1' } },
      mount: { name: 'configmap-labels-v1-a244197b', mountPath, readOnly: true },
      needs: 'ConfigMap/labels.v1',
    });
    expect(planOf(ExtraVolume.secret('tls', { mountPath, name: 'certificates' }))).toEqual({
      volume: { name: 'certificates', secret: { secretName: 'tls' } },
      mount: { name: 'certificates', mountPath, readOnly: true },
      needs: 'Secret/tls',
    });
    const image = planOf(ExtraVolume.image('ghcr.io/your-org/model:1.0.0', { mountPath }));
    expect(image.volume.image).toEqual({ reference: 'ghcr.io/your-org/model:1.0.0', pullPolicy: 'IfNotPresent' });
    expect(image).not.toHaveProperty('needs');
  });

  test('is empty, on disk or in memory', () => {
    expect(planOf(ExtraVolume.emptyDir({ mountPath: '/var/spool', sizeLimit: '1Gi', memory: true }))).toEqual({
      volume: { name: 'empty-var-spool', emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } },
      mount: { name: 'empty-var-spool', mountPath: '/var/spool' },
    });
  });

  test('has a legal name whatever it holds', () => {
    const { volume } = planOf(ExtraVolume.claim(`a.${'b'.repeat(80)}`, { mountPath }));
    expect(volume.name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
  });

  const wrong = (title: string, volume: ExtraVolume, prop: string, expected: RegExp, fix: RegExp): Wrong => [
    title,
    (check) => volume._definition.check(check, { target: K133 }),
    prop,
    expected,
    fix,
  ];
  refuses([
    wrong('a path that is not absolute', ExtraVolume.claim('a', { mountPath: 'data' }), 'mountPath', /absolute/, /var/),
    wrong(
      'a path into another place',
      ExtraVolume.claim('a', { mountPath, subPath: '../b' }),
      'subPath',
      /without/,
      /models/,
    ),
    wrong('an illegal claim', ExtraVolume.claim('A', { mountPath }), '', /lower case/, /PersistentVolumeClaim/),
    wrong('an illegal volume name', ExtraVolume.claim('a', { mountPath, name: 'a.b' }), 'name', /lower case/, /choose/),
    wrong(
      'a Secret to write to',
      ExtraVolume.secret('a', { mountPath, readOnly: false }),
      'readOnly',
      /cannot be written/,
      /leave/,
    ),
    wrong('an image volume on 1.33', ExtraVolume.image('a:1.0.0', { mountPath }), '', /1\.35/, /init container/),
    wrong(
      'an empty one without bounds',
      ExtraVolume.emptyDir({ mountPath, sizeLimit: '' }),
      'sizeLimit',
      /bytes/,
      /unit/,
    ),
  ]);

  test('is accepted where it is right', () => {
    const target = ClusterTarget.kubernetes('1.35');
    const image = ExtraVolume.image('ghcr.io/your-org/model:1.0.0', { mountPath });
    expect(problemsOf((check) => image._definition.check(check, { target }))).toEqual([]);
    const claim = ExtraVolume.claim('a', { mountPath, readOnly: false });
    expect(problemsOf((check) => claim._definition.check(check, { target }))).toEqual([]);
  });
});
