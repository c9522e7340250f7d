import { cachePlan } from '../../lib/traits/cache-plan';
import { CacheVolume, VolumeAccess } from '../../lib/traits/cache-volume';
import { ExtraVolume } from '../../lib/traits/extra-volume';
import { extraVolumePlan } from '../../lib/traits/extra-volume-plan';
import { ClusterTarget } from '../../lib/values/cluster-target';
import { K133, plain, problemsOf, refuses, type Wrong } from './support';

const one = { workloadName: 'llm', maxReplicas: 1 };
const many = { workloadName: 'llm', maxReplicas: 4 };

describe('a cache', () => {
  test('on a claim of its own asks for what its pods need', () => {
    const cache = CacheVolume.claim({ size: '200Gi', storageClass: 'fast', protect: true });
    expect(plain(cachePlan(cache, one))).toEqual({
      volume: { name: 'cache', persistentVolumeClaim: { claimName: 'llm-cache' } },
      claim: {
        name: 'llm-cache',
        annotations: expect.objectContaining({
          'argocd.argoproj.io/sync-options': expect.stringContaining('Prune=false'),
        }),
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '200Gi' } },
          storageClassName: 'fast',
        },
      },
    });
    const access = (context: typeof one & { surge?: number }) =>
      cachePlan(CacheVolume.claim({ size: '1Gi' }), context).claim?.spec.accessModes;
    expect(access(many)).toEqual(['ReadWriteMany']);
    expect(access({ ...one, surge: 1 })).toEqual(['ReadWriteMany']);
  });

  test('on a claim that exists is expected there', () => {
    expect(cachePlan(CacheVolume.existingClaim('hub'), many)).toEqual({
      volume: { name: 'cache', persistentVolumeClaim: { claimName: 'hub' } },
      expects: 'hub',
    });
  });

  test('of each pod lies on its node, within a limit', () => {
    expect(cachePlan(CacheVolume.ephemeral({ sizeLimit: '100Gi' }), many)).toEqual({
      volume: { name: 'cache', emptyDir: { sizeLimit: '100Gi' } },
    });
  });

  const wrong = (
    title: string,
    cache: CacheVolume,
    prop: string,
    expected: RegExp,
    fix: RegExp,
    context: object = many,
  ): Wrong => [title, (check) => cache._check(check, { ...many, ...context }), prop, expected, fix];
  const claim = (more: object) => CacheVolume.claim({ size: '1Gi', ...more });
  const access = VolumeAccess.READ_WRITE_ONCE;
  refuses([
    wrong(
      'one node for several replicas',
      claim({ access }),
      'access',
      /4 pods .*4 replicas\)/,
      /READ_WRITE_MANY, or CacheVolume\.ephemeral/,
    ),
    wrong('one node for a rollout', claim({ access }), 'access', /2 pods .*rollout adds/, /Rollout\.recreate/, {
      ...one,
      surge: 1,
    }),
    wrong(
      'one pod for several',
      claim({ access: VolumeAccess.READ_WRITE_ONCE_POD }),
      'access',
      /4 pods/,
      /READ_WRITE_MANY/,
    ),
    wrong(
      'one node of a claim that exists',
      CacheVolume.existingClaim('hub', { access }),
      'access',
      /4 pods/,
      /READ_WRITE_MANY/,
    ),
    wrong(
      'a cache that cannot be written',
      claim({ access: VolumeAccess.READ_ONLY_MANY }),
      'access',
      /write to/,
      /model source/,
    ),
    wrong('a size that is none', claim({ size: 'large' }), 'size', /bytes/, /unit/),
    wrong('an illegal storage class', claim({ storageClass: 'Fast SSD' }), 'storageClass', /lower case/, /choose/),
    wrong('an illegal claim', CacheVolume.existingClaim('A'), 'name', /lower case/, /choose/),
    wrong('a limit of none', CacheVolume.ephemeral({ sizeLimit: '0' }), 'sizeLimit', /bytes/, /more than nothing/),
  ]);

  test('is accepted where its pods can have it', () => {
    expect(problemsOf((check) => claim({ access })._check(check, one))).toEqual([]);
    expect(problemsOf((check) => claim({ access: VolumeAccess.READ_WRITE_MANY })._check(check, many))).toEqual([]);
    expect(problemsOf((check) => CacheVolume.existingClaim('hub')._check(check, many))).toEqual([]);
  });
});

describe('a volume of the user', () => {
  const mountPath = '/data';

  test('is a claim, and may be written', () => {
    expect(extraVolumePlan(ExtraVolume.claim('features', { mountPath, subPath: 'v1' }))).toEqual({
      volume: { name: 'claim-features', persistentVolumeClaim: { claimName: 'features' } },
      mount: { name: 'claim-features', mountPath, subPath: 'v1' },
      needs: 'PersistentVolumeClaim/features',
    });
    expect(extraVolumePlan(ExtraVolume.claim('features', { mountPath, readOnly: true })).mount.readOnly).toBe(true);
  });

  test('is a ConfigMap, a Secret or an image, and is only read', () => {
    expect(extraVolumePlan(ExtraVolume.configMap('labels.v1', { mountPath }))).toEqual({
      volume: { name: 'configmap-labels-v1-a244197b', configMap: { name: 'labels.v1' } },
      mount: { name: 'configmap-labels-v1-a244197b', mountPath, readOnly: true },
      needs: 'ConfigMap/labels.v1',
    });
    expect(extraVolumePlan(ExtraVolume.secret('tls', { mountPath, name: 'certificates' }))).toEqual({
      volume: { name: 'certificates', secret: { secretName: 'tls' } },
      mount: { name: 'certificates', mountPath, readOnly: true },
      needs: 'Secret/tls',
    });
    const image = extraVolumePlan(ExtraVolume.image('ghcr.io/your-org/model:1.0.0', { mountPath }));
    expect(image.volume.image).toEqual({ reference: 'ghcr.io/your-org/model:1.0.0', pullPolicy: 'IfNotPresent' });
    expect(image).not.toHaveProperty('needs');
  });

  test('is empty, on disk or in memory', () => {
    expect(extraVolumePlan(ExtraVolume.emptyDir({ mountPath: '/var/spool', sizeLimit: '1Gi', memory: true }))).toEqual({
      volume: { name: 'empty-var-spool', emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } },
      mount: { name: 'empty-var-spool', mountPath: '/var/spool' },
    });
  });

  test('has a legal name whatever it holds', () => {
    const { volume } = extraVolumePlan(ExtraVolume.claim(`a.${'b'.repeat(80)}`, { mountPath }));
    expect(volume.name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
  });

  const wrong = (title: string, volume: ExtraVolume, prop: string, expected: RegExp, fix: RegExp): Wrong => [
    title,
    (check) => volume._check(check, { target: K133 }),
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
    expect(problemsOf((check) => image._check(check, { target }))).toEqual([]);
    const claim = ExtraVolume.claim('a', { mountPath, readOnly: false });
    expect(problemsOf((check) => claim._check(check, { target }))).toEqual([]);
  });
});
