import { ClusterTarget, type CustomSidecarOptions, ExtraVolume, Probe, SecretSource, Sidecar } from '../../lib';
import { Trial } from '../support/workloads/made';
import { workloadsWith } from '../support/workloads/with-toys';

const custom = (more: Partial<CustomSidecarOptions> = {}) =>
  Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1', ...more });
const K128 = ClusterTarget.kubernetes('1.28');

describe.each(workloadsWith('sidecars'))('a sidecar of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const main = workload.pod.container;
  const sidecarIn = (options: Partial<CustomSidecarOptions>) =>
    trial.pod({ sidecars: [custom(options)] }).containers.find(({ name }) => name === 'proxy');

  test('is an init container that stays', () => {
    const { containers, initContainers } = trial.pod({ sidecars: [custom()] }).spec;
    expect(initContainers[0]).toMatchObject({ name: 'proxy', restartPolicy: 'Always' });
    expect(containers.map(({ name }: any) => name)).toEqual([main]);
  });

  test('is a plain container where the cluster has no native ones', () => {
    const { spec, container } = trial.pod({ sidecars: [custom(), Sidecar.fluentd()] }, K128);
    expect(spec).not.toHaveProperty('initContainers');
    expect(spec.containers.map(({ name, restartPolicy }: any) => [name, restartPolicy])).toEqual([
      [main, undefined],
      ['proxy', undefined],
      ['fluentd', undefined],
    ]);
    expect(spec.containers[1].securityContext).toEqual(container.securityContext);
  });

  test('runs a command before its end, and says what it writes', () => {
    expect(sidecarIn({ preStop: ['/drain'], readOnlyRootFilesystem: false })).toMatchObject({
      lifecycle: { preStop: { exec: { command: ['/drain'] } } },
      securityContext: {
        readOnlyRootFilesystem: false,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      },
    });
  });

  test('needs what it needs of others as the main container does', () => {
    const sidecar = custom({
      secrets: [SecretSource.existing('login', { keys: ['TOKEN', 'KEY'] })],
      volumes: [ExtraVolume.claim('store', { mountPath: '/store' })],
    });
    expect(trial.pod({ sidecars: [sidecar] }).owner.metadata.annotations['cdk8s-ml.io/expects']).toBe(
      'PersistentVolumeClaim/store,Secret/login:KEY+TOKEN',
    );
  });

  test('has a folder that the main container has too', () => {
    const { containers } = trial.pod({ sidecars: [custom({ sharedPath: '/shared' })] });
    const names = containers.map(({ volumeMounts }) => volumeMounts.find((m: any) => m.mountPath === '/shared')?.name);
    expect(names[0]).toBeDefined();
    expect(names).toEqual([names[0], names[0]]);
  });

  test('has probes of its own', () => {
    const container = sidecarIn({ probes: { startup: Probe.exec({ command: ['/bin/up'] }) } });
    expect(container.startupProbe.exec).toEqual({ command: ['/bin/up'] });
  });
});

describe.each(workloadsWith('sidecars', 'secrets'))('an ExternalSecret of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const external = (remoteKey: string, key = 'TOKEN') =>
    SecretSource.externalSecret({ name: 'login', store: 'vault', data: [{ key, remoteKey }] });

  test('is made once for the main container and its sidecar', () => {
    const sidecars = [custom({ secrets: [external('a')] })];
    trial.manifests({ secrets: [external('a')], sidecars }).hasCount('ExternalSecret', 1);
    trial.manifests({ sidecars }).hasCount('ExternalSecret', 1);
  });

  test('with two contents is refused: one of the two would be lost', () => {
    const sidecars = [custom({ secrets: [external('b')] })];
    expect(trial.refusal({ secrets: [external('a')], sidecars })).toMatch(
      /sidecars\[0\]\.secrets\[0\]\n.*login[\s\S]*one ExternalSecret/,
    );
    expect(trial.refusal({ secrets: [external('a'), external('b', 'B')] })).toContain('secrets[1]');
  });
});

describe.each(workloadsWith('sidecars'))('ports of the sidecars of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const ports = [{ name: 'proxy', port: 9000 }];
  const own: any[] = trial.pod().container.ports ?? [];

  test.each<[string, Sidecar[], string, RegExp]>([
    ...own.slice(0, 1).flatMap(({ name, containerPort }): [string, Sidecar[], string, RegExp][] => [
      [
        'the number of the main container',
        [custom({ ports: [{ name: 'p', port: containerPort }] })],
        'sidecars[0].ports[0].port',
        /does/,
      ],
      [
        'the name of the main container',
        [custom({ ports: [{ name, port: 9000 }] })],
        'sidecars[0].ports[0].name',
        /has/,
      ],
    ]),
    [
      'those of another sidecar',
      [custom({ ports }), custom({ name: 'other', ports: [{ name: 'p', port: 9000 }] })],
      'sidecars[1].ports[0].port',
      /sidecars\[0\] does/,
    ],
    [
      'one number twice',
      [custom({ ports: [...ports, { name: 'again', port: 9000 }] })],
      'sidecars[0].ports[1].port',
      /sidecars\[0\] does/,
    ],
  ])('may not have %s', (_, sidecars, prop, expected) => {
    const message = trial.refusal({ sidecars });
    expect(message).toContain(`: 1 problem\n  ${prop}\n`);
    expect(message).toMatch(expected);
  });
});

describe.each(workloadsWith('sidecars', 'volumes'))('volumes of the pods of %s', (_title, workload) => {
  const trial = new Trial(workload);

  test('are mounted in a sidecar too, and one that both want is one volume', () => {
    const store = ExtraVolume.claim('store', { mountPath: '/store' });
    const sidecar = custom({ volumes: [store], mounts: [{ volume: 'tmp', mountPath: '/theirs', readOnly: false }] });
    const { spec } = trial.pod({ volumes: [store], sidecars: [sidecar] });
    expect(spec.volumes.filter(({ name }: any) => name === 'claim-store')).toHaveLength(1);
    expect(spec.initContainers[0].volumeMounts).toContainEqual({ name: 'tmp', mountPath: '/theirs' });
  });

  test('have to be there', () => {
    const none = custom({ mounts: [{ volume: 'none', mountPath: '/none' }] });
    expect(trial.refusal({ sidecars: [none] })).toMatch(
      /sidecars\[0\]\.mounts\[0\]\.volume\n.*'none'\n.*a volume of the pod: .*tmp/,
    );
  });

  test('under one name are not two', () => {
    const one = ExtraVolume.emptyDir({ mountPath: '/a', sizeLimit: '1Gi', name: 'data' });
    const two = ExtraVolume.emptyDir({ mountPath: '/a', sizeLimit: '2Gi', name: 'data' });
    expect(trial.refusal({ volumes: [one], sidecars: [custom({ volumes: [two] })] })).toContain('volumes[0].name');
  });
});
