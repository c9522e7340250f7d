import { Duration } from 'cdk8s';
import {
  ClusterTarget,
  type CustomInitContainerOptions,
  DnsPolicy,
  EnvValue,
  ExtraVolume,
  Gpu,
  InitContainer,
  ModelService,
  PreStop,
  Projection,
  SecretSource,
  Sidecar,
} from '../../../lib';
import { MINIMAL } from '../../support/service';
import { type Act, type Rows, service } from './rows';

const init = (options: Partial<CustomInitContainerOptions>) =>
  service({ initContainers: [InitContainer.custom({ name: 'prepare', image: 'prepare:1', ...options })] });

const variable = (value: EnvValue, more: object = {}) => service({ variables: { V: value }, ...more });

const volume = (one: ExtraVolume) => service({ volumes: [one] });
const projected = (one: Projection) => volume(ExtraVolume.projected([one], { mountPath: '/data' }));
const inOwned =
  (one: ExtraVolume): Act =>
  ({ owned }) =>
    new ModelService(owned, 'churn', { ...MINIMAL, volumes: [one] });

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
  'a folder of the node that is not absolute': volume(ExtraVolume.hostPath('mnt', { mountPath: '/data' })),
  'a folder of the node where Pod Security refuses it': inOwned(ExtraVolume.hostPath('/mnt', { mountPath: '/data' })),
  'an NFS export where Pod Security refuses it': inOwned(
    ExtraVolume.nfs({ server: 'nfs.example.com', path: '/models', mountPath: '/data' }),
  ),
  'an NFS server with a scheme': volume(
    ExtraVolume.nfs({ server: 'nfs://example.com', path: '/models', mountPath: '/data' }),
  ),
  'an NFS export that is not absolute': volume(
    ExtraVolume.nfs({ server: 'nfs.example.com', path: 'models', mountPath: '/data' }),
  ),
  'a CSI driver with a slash': volume(ExtraVolume.csi('a/b', { mountPath: '/data' })),
  'a credential for a CSI driver': volume(
    ExtraVolume.csi('csi.example.com', { mountPath: '/data', attributes: { password: '0a1b2c3d4e5f6a7b8c9d0e1f' } }),
  ),
  'projected files of nothing': volume(ExtraVolume.projected([], { mountPath: '/data' })),
  'projected files that are written': volume(
    ExtraVolume.projected([Projection.secret('tls')], { mountPath: '/data', readOnly: false }),
  ),
  'a projected file outside of its volume': projected(Projection.secret('tls', { files: { '../key': 'tls.key' } })),
  'a projected file of two sources': volume(
    ExtraVolume.projected(
      [Projection.secret('tls', { files: { ca: 'ca.crt' } }), Projection.fields({ ca: 'metadata.name' })],
      {
        mountPath: '/data',
      },
    ),
  ),
  'a token that is valid for a minute': projected(
    Projection.serviceAccountToken({ file: 'token', expiration: Duration.minutes(1) }),
  ),
  'an address as a file': projected(Projection.fields({ ip: 'status.podIP' })),
  'files of the pod without one': volume(ExtraVolume.downwardApi({ mountPath: '/data' })),
  'devices as a file': volume(
    ExtraVolume.downwardApi({ mountPath: '/data', resources: { gpus: 'limits.nvidia.com/gpu' } }),
  ),
  'labels of pods that are part of the selector': service({ podLabels: { 'app.kubernetes.io/name': 'other' } }),
  'an address of a host that is a name': service({ hostAliases: [{ ip: 'a.example.com', hostnames: ['b'] }] }),
  'an address without a name': service({ hostAliases: [{ ip: '10.0.0.4', hostnames: [] }] }),
  'names of one address in two places': service({
    hostAliases: [
      { ip: '10.0.0.4', hostnames: ['a.example.com'] },
      { ip: '10.0.0.4', hostnames: ['b.example.com'] },
    ],
  }),
  'no name server at all': service({ dns: { policy: DnsPolicy.NONE } }),
  'four name servers': service({ dns: { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] } }),
  'a domain with a space': service({ dns: { searches: ['a b'] } }),
  'a further port below 1024': service({ ports: [{ name: 'kv', port: 80 }] }),
  'a further port with the number of the server': service({ ports: [{ name: 'kv', port: 8000 }] }),
  'a further port in the Service that nobody may call': service({
    ports: [{ name: 'kv', port: 9000, open: false, inService: true }],
  }),
  'a command before the end that is none': service({ preStop: PreStop.command([]) }),
  'a request before the end without a path': service({ preStop: PreStop.http({ path: 'drain' }) }),
  'a sleep before the end, before Kubernetes has it': service(
    { preStop: PreStop.sleep(Duration.seconds(10)) },
    ClusterTarget.kubernetes('1.29'),
  ),
  'a drain shorter than its parts': service({
    drain: Duration.seconds(30),
    preStop: PreStop.command(['/bin/drain'], { atMost: Duration.minutes(5) }),
  }),
};
