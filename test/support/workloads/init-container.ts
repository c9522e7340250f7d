import { Duration } from 'cdk8s';
import { type CustomInitContainerOptions, EnvValue, ExtraVolume, SecretSource } from '../../../lib';
import { ALL_SIDECAR } from './sidecar';

const { configMaps } = ALL_SIDECAR;

/** An init container with every option. */
export const ALL_INIT_CONTAINER: Required<CustomInitContainerOptions> = {
  name: 'p-init',
  image: 'registry.test/init:1',
  command: ['/bin/prepare'],
  args: ['--to=/p-init-shared'],
  env: { P_INIT_ENV: '5' },
  variables: { P_INIT_VARIABLE: EnvValue.resource('limits.memory', { divisor: '1Mi' }) },
  secrets: [SecretSource.existing('p-init-secret', { keys: ['P_INIT_KEY'] })],
  compute: { cpu: '70m', memory: '80Mi' },
  user: 4324,
  readOnlyRootFilesystem: false,
  config: { P_INIT_CONFIG: '6' },
  configFiles: { 'prepare.yaml': 'a: 1' },
  configMaps,
  configPath: '/p-init-config',
  sharedPath: '/p-init-shared',
  sharedSizeLimit: '3Gi',
  writablePaths: ['/p-init-cache'],
  volumes: [ExtraVolume.configMap('p-init-volume', { mountPath: '/p-init-volume' })],
  mounts: [{ volume: 'tmp', mountPath: '/p-init-tmp', readOnly: false }],
  beforeDownloads: true,
  duration: Duration.minutes(7),
};
