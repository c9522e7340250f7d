import { CacheVolume } from '../../lib/traits/cache/cache-volume';
import { VolumeAccess } from '../../lib/traits/cache/options';
import { plain, problemsOf, refuses, type Wrong } from './support';

const one = { workloadName: 'llm', maxReplicas: 1 };
const many = { workloadName: 'llm', maxReplicas: 4 };

describe('a cache', () => {
  test('on a claim of its own asks for what its pods need', () => {
    const cache = CacheVolume.claim({ size: '200Gi', storageClass: 'fast', protect: true });
    expect(plain(cache._definition.plan(one))).toEqual({
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
      CacheVolume.claim({ size: '1Gi' })._definition.plan(context).claim?.spec.accessModes;
    expect(access(many)).toEqual(['ReadWriteMany']);
    expect(access({ ...one, surge: 1 })).toEqual(['ReadWriteMany']);
  });

  test('on a claim that exists is expected there', () => {
    expect(CacheVolume.existingClaim('hub')._definition.plan(many)).toEqual({
      volume: { name: 'cache', persistentVolumeClaim: { claimName: 'hub' } },
      expects: 'hub',
    });
  });

  test('of each pod lies on its node, within a limit', () => {
    expect(CacheVolume.ephemeral({ sizeLimit: '100Gi' })._definition.plan(many)).toEqual({
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
  ): Wrong => [title, (check) => cache._definition.check(check, { ...many, ...context }), prop, expected, fix];
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
    expect(problemsOf((check) => claim({ access })._definition.check(check, one))).toEqual([]);
    expect(
      problemsOf((check) => claim({ access: VolumeAccess.READ_WRITE_MANY })._definition.check(check, many)),
    ).toEqual([]);
    expect(problemsOf((check) => CacheVolume.existingClaim('hub')._definition.check(check, many))).toEqual([]);
  });
});
