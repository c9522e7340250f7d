import { ExtraVolume, HostPathType, Projection } from '../../lib';
import { shortName } from '../../lib/internal/names';
import { ClusterTarget } from '../../lib/values/cluster-target';
import { K133, problemsOf, refuses, type Wrong } from '../traits/support';

const planOf = (volume: ExtraVolume) => volume._definition.plan({ target: K133 });

describe('a volume of the user', () => {
  const mountPath = '/data';

  test('is a claim, and may be written', () => {
    expect(planOf(ExtraVolume.claim('features', { mountPath, subPath: 'v1' }))).toEqual({
      volume: { name: 'claim-features', persistentVolumeClaim: { claimName: 'features' } },
      mount: { name: 'claim-features', mountPath, subPath: 'v1' },
      needs: ['PersistentVolumeClaim/features'],
    });
    expect(planOf(ExtraVolume.claim('features', { mountPath, readOnly: true })).mount.readOnly).toBe(true);
  });

  test('is a ConfigMap, a Secret or an image, and is only read', () => {
    expect(planOf(ExtraVolume.configMap('labels.v1', { mountPath }))).toEqual({
      volume: { name: 'configmap-labels-v1-a244197b', configMap: { name: 'labels.v1' } },
      mount: { name: 'configmap-labels-v1-a244197b', mountPath, readOnly: true },
      needs: ['ConfigMap/labels.v1'],
    });
    expect(planOf(ExtraVolume.secret('tls', { mountPath, name: 'certificates' }))).toEqual({
      volume: { name: 'certificates', secret: { secretName: 'tls' } },
      mount: { name: 'certificates', mountPath, readOnly: true },
      needs: ['Secret/tls'],
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

  test('is a folder of the node, only read unless asked', () => {
    expect(planOf(ExtraVolume.hostPath('/mnt/nvme', { mountPath }))).toEqual({
      volume: { name: shortName('hostpath-/mnt/nvme'), hostPath: { path: '/mnt/nvme', type: 'Directory' } },
      mount: { name: shortName('hostpath-/mnt/nvme'), mountPath, readOnly: true },
    });
    const written = { mountPath, name: 'nvme', readOnly: false, type: HostPathType.DIRECTORY_OR_CREATE };
    expect(planOf(ExtraVolume.hostPath('/mnt/nvme', written))).toEqual({
      volume: { name: 'nvme', hostPath: { path: '/mnt/nvme', type: 'DirectoryOrCreate' } },
      mount: { name: 'nvme', mountPath },
    });
  });

  test('is an NFS export', () => {
    const { volume, mount } = planOf(ExtraVolume.nfs({ server: 'nfs.example.com', path: '/models', mountPath }));
    expect(volume.nfs).toEqual({ server: 'nfs.example.com', path: '/models' });
    expect(mount).toEqual({ name: volume.name, mountPath });
    const read = planOf(ExtraVolume.nfs({ server: '10.0.0.4', path: '/', mountPath, readOnly: true }));
    expect(read.volume.nfs).toEqual({ server: '10.0.0.4', path: '/', readOnly: true });
  });

  test('is made by a CSI driver, with the Secret that it needs', () => {
    const { volume, needs } = planOf(
      ExtraVolume.csi('secrets-store.csi.k8s.io', {
        mountPath,
        readOnly: true,
        fsType: 'ext4',
        attributes: { secretProviderClass: 'vault' },
        secretName: 'login',
      }),
    );
    expect(volume.csi).toEqual({
      driver: 'secrets-store.csi.k8s.io',
      readOnly: true,
      fsType: 'ext4',
      volumeAttributes: { secretProviderClass: 'vault' },
      nodePublishSecretRef: { name: 'login' },
    });
    expect(needs).toEqual(['Secret/login']);
  });

  test('has files of several sources', () => {
    const { volume, needs, mount } = planOf(
      ExtraVolume.projected(
        [
          Projection.configMap('ca', { files: { 'ca.crt': 'bundle.pem' } }),
          Projection.secret('tls'),
          Projection.serviceAccountToken({ file: 'token', audience: 'vault' }),
          Projection.fields({ labels: 'metadata.labels' }),
        ],
        { mountPath },
      ),
    );
    expect(volume.projected).toEqual({
      sources: [
        { configMap: { name: 'ca', items: [{ key: 'bundle.pem', path: 'ca.crt' }] } },
        { secret: { name: 'tls' } },
        { serviceAccountToken: { path: 'token', expirationSeconds: 3600, audience: 'vault' } },
        { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
      ],
    });
    expect(mount.readOnly).toBe(true);
    expect(needs).toEqual(['ConfigMap/ca:bundle.pem', 'Secret/tls']);
  });

  test('says something of the pod, and of the container that mounts it', () => {
    const volume = ExtraVolume.downwardApi({
      mountPath,
      fields: { name: 'metadata.name' },
      resources: { memory: 'limits.memory' },
    });
    expect(volume._definition.plan({ target: K133, container: 'server' }).volume.downwardAPI).toEqual({
      items: [
        { path: 'name', fieldRef: { fieldPath: 'metadata.name' } },
        { path: 'memory', resourceFieldRef: { containerName: 'server', resource: 'limits.memory' } },
      ],
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
