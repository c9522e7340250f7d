import { App } from 'cdk8s';
import {
  type CustomInitContainerOptions,
  ExtraVolume,
  InitContainer,
  MlNamespace,
  SecretSource,
  Sidecar,
} from '../../lib';
import { refusalOf, Trial } from '../support/workloads/made';
import { workloadsWith } from '../support/workloads/with-toys';

const custom = (more: Partial<CustomInitContainerOptions> = {}) =>
  InitContainer.custom({ name: 'prepare', image: 'registry.test/prepare:1', ...more });

describe.each(workloadsWith('initContainers'))('an init container of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const initOf = (options: Partial<CustomInitContainerOptions>, props: object = {}) =>
    trial
      .pod({ initContainers: [custom(options)], ...props })
      .spec.initContainers.find(({ name }: any) => name === 'prepare');
  const valueIn = (container: any, variable: string) =>
    container.env?.find(({ name }: any) => name === variable)?.value;

  test('ends before the main one starts, after the native sidecars, in the order given', () => {
    const initContainers = [custom(), custom({ name: 'second' }), custom({ name: 'first', beforeDownloads: true })];
    const { spec } = trial.pod({ initContainers, sidecars: [Sidecar.fluentd()] });
    expect(spec.initContainers.map(({ name, restartPolicy }: any) => [name, restartPolicy])).toEqual([
      ['fluentd', 'Always'],
      ['first', undefined],
      ['prepare', undefined],
      ['second', undefined],
    ]);
  });

  test('is confined as the main one is', () => {
    const { user, ...options } = { user: 4000, command: ['prepare'], args: ['--now'] };
    expect(initOf({ ...options, user })).toMatchObject({
      ...options,
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
        runAsUser: 4000,
      },
    });
  });

  test('has a home and a /tmp that it can write to', () => {
    const container = initOf({});
    expect(valueIn(container, 'HOME')).toBe('/tmp');
    expect(container.volumeMounts).toContainEqual({ name: 'init-prepare-tmp', mountPath: '/tmp' });
    expect(valueIn(initOf({ env: { HOME: '/work' } }), 'HOME')).toBe('/work');
    expect(valueIn(initOf({ config: { HOME: '/work' } }), 'HOME')).toBeUndefined();
  });

  test('hands a folder to the main one', () => {
    const { containers } = trial.pod({ initContainers: [custom({ sharedPath: '/adapters', sharedSizeLimit: '5Gi' })] });
    const names = containers.map(
      ({ volumeMounts }) => volumeMounts.find((m: any) => m.mountPath === '/adapters')?.name,
    );
    expect(names).toEqual(['init-prepare-shared', 'init-prepare-shared']);
  });

  test('gets the proxies and the certificates of the main one, and what it was given itself wins', () => {
    const ca = ExtraVolume.configMap('ca', { mountPath: '/etc/ca' });
    const env = { HTTPS_PROXY: 'http://proxy:3128', SSL_CERT_FILE: '/etc/ca/ca.crt', LEVEL: 'info' };
    const props = { volumes: [ca], env };
    const container = initOf({}, props);
    expect(valueIn(container, 'HTTPS_PROXY')).toBe('http://proxy:3128');
    expect(valueIn(container, 'REQUESTS_CA_BUNDLE')).toBe('/etc/ca/ca.crt');
    expect(valueIn(container, 'LEVEL')).toBeUndefined();
    expect(container.volumeMounts).toContainEqual({ name: 'configmap-ca', mountPath: '/etc/ca', readOnly: true });
    const own = initOf({ env: { HTTPS_PROXY: 'http://other:3128' } }, props);
    expect(own.env.filter(({ name }: any) => name === 'HTTPS_PROXY')).toEqual([
      { name: 'HTTPS_PROXY', value: 'http://other:3128' },
    ]);
    const secret = SecretSource.existing('proxy', { keys: ['HTTPS_PROXY'] });
    expect(initOf({ secrets: [secret] }, props).env.filter(({ name }: any) => name === 'HTTPS_PROXY')).toEqual([
      { name: 'HTTPS_PROXY', valueFrom: { secretKeyRef: { name: 'proxy', key: 'HTTPS_PROXY' } } },
    ]);
  });

  test('needs what it needs of others as the main container does', () => {
    const one = custom({
      secrets: [SecretSource.existing('login', { keys: ['TOKEN'] })],
      volumes: [ExtraVolume.claim('store', { mountPath: '/store' })],
    });
    expect(trial.pod({ initContainers: [one] }).owner.metadata.annotations['cdk8s-ml.io/expects']).toBe(
      'PersistentVolumeClaim/store,Secret/login:TOKEN',
    );
  });

  test('mounts volumes of the pod, which have to be there', () => {
    const mounts = [{ volume: 'tmp', mountPath: '/theirs', readOnly: false }];
    expect(initOf({ mounts }).volumeMounts).toContainEqual({ name: 'tmp', mountPath: '/theirs' });
    const none = custom({ mounts: [{ volume: 'none', mountPath: '/none' }] });
    expect(trial.refusal({ initContainers: [none] })).toMatch(/initContainers\[0\]\.mounts\[0\]\.volume\n.*'none'/);
  });

  test('has a name of its own', () => {
    expect(trial.refusal({ initContainers: [custom(), custom()] })).toMatch(
      /: 1 problem\n {2}initContainers\[1\]\.name\n/,
    );
    const sidecars = [Sidecar.fluentd({ name: 'prepare' })];
    expect(trial.refusal({ initContainers: [custom()], sidecars })).toMatch(
      /: 1 problem\n {2}initContainers\[0\]\.name\n/,
    );
  });

  test('counts for the quota and the LimitRange as the scheduler counts it: the largest, not the sum', () => {
    const quota = (memory: string) =>
      MlNamespace.existing(new App({ outdir: 'unused' }), 'team', { quota: { memory } });
    const compute = (memory: string) => ({
      ...trial.compute({ memory: '1Gi' }),
      initContainers: [custom({ compute: { cpu: '1', memory } })],
    });
    expect(refusalOf(() => trial.make(quota('2Gi'), compute('3Gi')))).toMatch(/at most 2Gi requests\.memory/);
    trial.make(quota('2Gi'), compute('2Gi')).hasCount(workload.pod.kind, 1);
    const bounds = new MlNamespace(new App({ outdir: 'unused' }), 'team', { containers: { maxMemory: '2Gi' } });
    expect(refusalOf(() => trial.make(bounds, compute('3Gi')))).toMatch(/initContainers\[0\]\.compute\.memoryLimit/);
  });
});
