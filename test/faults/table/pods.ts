import { Duration } from 'cdk8s';
import {
  ClusterTarget,
  type CustomInitContainerOptions,
  EnvValue,
  Gpu,
  InitContainer,
  SecretSource,
  Sidecar,
} from '../../../lib';
import { type Rows, service } from './rows';

const init = (options: Partial<CustomInitContainerOptions>) =>
  service({ initContainers: [InitContainer.custom({ name: 'prepare', image: 'prepare:1', ...options })] });

const variable = (value: EnvValue, more: object = {}) => service({ variables: { V: value }, ...more });

/** What can be wrong in the pods of any workload. */
export const PODS: Rows = {
  'an init container in capitals': init({ name: 'Prepare' }),
  'an init container with a name of 46 characters': init({ name: 'a'.repeat(46) }),
  'an init container of a floating image': init({ image: 'prepare:latest' }),
  'an init container as root': init({ user: 0 }),
  'an init container with a GPU': init({ compute: { cpu: '1', memory: '1Gi', gpu: Gpu.nvidia() } }),
  'an init container with a secret': init({ env: { API_KEY: '0a1b2c3d4e5f6a7b8c9d0e1f' } }),
  'an init container that takes no time': init({ duration: Duration.seconds(0) }),
  'an init container that takes a week': init({ duration: Duration.days(7) }),
  'an init container with a mount of a volume that is not there': init({
    mounts: [{ volume: 'nothing', mountPath: '/x' }],
  }),
  'an init container with the name of a sidecar': service({
    sidecars: [Sidecar.fluentd({ name: 'prepare' })],
    initContainers: [InitContainer.custom({ name: 'prepare', image: 'prepare:1' })],
  }),
  'a variable that starts with a digit': service({ variables: { '1ST': EnvValue.field('metadata.name') } }),
  'a field that no variable can have': variable(EnvValue.field('spec.containers')),
  'a label of a pod with a space': variable(EnvValue.field("metadata.labels['a b']")),
  'all addresses of the node, before Kubernetes has them': service(
    { variables: { V: EnvValue.field('status.hostIPs') } },
    ClusterTarget.kubernetes('1.28'),
  ),
  'devices as a variable': variable(EnvValue.resource('limits.nvidia.com/gpu')),
  'an amount in units that are none': variable(EnvValue.resource('requests.memory', { divisor: '1MB' })),
  'the limit of CPU of a container without one': variable(EnvValue.resource('limits.cpu'), {
    compute: { cpu: '1', memory: '1Gi' },
  }),
  'a key of a ConfigMap in capitals': variable(EnvValue.configMapKey('Settings', 'LEVEL')),
  'a key of a ConfigMap with a slash': variable(EnvValue.configMapKey('settings', 'log/level')),
  'a variable in env and in variables': variable(EnvValue.field('metadata.name'), { env: { V: 'x' } }),
  'a variable in variables and in a secret': variable(EnvValue.field('metadata.name'), {
    secrets: [SecretSource.existing('a', { keys: ['V'] })],
  }),
};
