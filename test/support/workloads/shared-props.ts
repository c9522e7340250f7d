import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import {
  DnsPolicy,
  EnvValue,
  ExtraVolume,
  Identity,
  InitContainer,
  Link,
  NetworkAccess,
  NetworkPeer,
  PodSecurity,
  SecretSource,
  Sidecar,
  type WorkloadProps,
} from '../../../lib';
import { call, list, map, mostly, pick, props, SCOPE } from '../arbitrary-recipes';
import {
  annotations,
  bytes,
  env,
  expectation,
  files,
  host,
  key,
  label,
  labels,
  labelValue,
  path,
  subdomain,
} from '../arbitrary-text';
import { access, identity, initContainer, link, sidecar, toleration, volume } from '../arbitrary-traits';
import { envValue, secret, security, variableName } from '../arbitrary-values';
import { linkTargetIn } from '../link-target';
import { ALL_INIT_CONTAINER } from './init-container';
import { ALL_SIDECAR } from './sidecar';
import type { PropRows, Receiver } from './types';

/** The props that every workload has. */
export type SharedProps = WorkloadProps;

/** Test values of the props that every workload has: written here, and nowhere else. */
export const SHARED_PROPS: PropRows<SharedProps> = {
  access: {
    value: NetworkAccess.allow({
      from: [NetworkPeer.namespace('p-callers')],
      egress: [{ to: [NetworkPeer.namespace('p-callees')] }],
    }),
    trace: '"p-callees"',
    random: access,
    faulty: { value: NetworkAccess.allow({ from: [NetworkPeer.cidr('10.0.0.1/8')] }), at: 'access.from[0]' },
  },
  annotations: {
    value: { 'p-annotation': 'yes' },
    trace: '"p-annotation":"yes"',
    random: annotations,
    faulty: { value: { 'a b': 'c' }, at: 'annotations.a b' },
  },
  config: {
    value: { P_CONFIG: '1' },
    trace: '"P_CONFIG":"1"',
    random: env,
    faulty: { value: { 'LOG-LEVEL': 'INFO' }, at: 'config.LOG-LEVEL' },
  },
  configFiles: {
    value: { 'p-file.yaml': 'a: 1' },
    trace: '"p-file.yaml":"a: 1"',
    random: files,
    faulty: { value: { 'conf/a.yaml': 'a: 1' }, at: 'configFiles.conf/a.yaml' },
  },
  configMaps: {
    value: (scope) => [kplus.ConfigMap.fromConfigMapName(scope, 'theirs', 'p-config-map')],
    trace: '"p-config-map"',
    random: list(call('kplus.ConfigMap', pick(SCOPE), subdomain)),
    faulty: { value: ['p-config-map'], at: 'configMaps[0]' },
  },
  configPath: {
    value: '/p-config-path',
    trace: '"/p-config-path"',
    random: path,
    faulty: { value: 'etc/app', at: 'configPath' },
  },
  dns: {
    value: {
      policy: DnsPolicy.NONE,
      nameservers: ['10.9.8.7'],
      searches: ['p-dns.example.com'],
      options: { ndots: '2' },
    },
    trace: '"dnsPolicy":"None"',
    random: props(
      {},
      {
        policy: mostly(pick('ClusterFirst', 'Default'), 'None'),
        nameservers: mostly(pick(['10.0.0.10']), ['dns.example.com']),
        searches: list(host),
        options: pick({ ndots: '2', edns0: '' }, {}),
      },
    ),
    faulty: { value: { nameservers: ['p-dns'] }, at: 'dns.nameservers[0]' },
  },
  env: {
    value: { P_ENV: '2' },
    trace: '"P_ENV"',
    random: env,
    faulty: { value: { '1ST': 'x' }, at: 'env.1ST' },
  },
  expects: {
    value: ['Secret/p-expected:KEY'],
    trace: 'Secret/p-expected:KEY',
    random: list(expectation),
    faulty: { value: ['Secret/other/p-expected'], at: 'expects[0]' },
  },
  hostAliases: {
    value: [{ ip: '10.9.8.6', hostnames: ['p-alias.example.com'] }],
    trace: '"p-alias.example.com"',
    random: list(props({ ip: mostly(pick('10.0.0.4', '2001:db8::1'), 'a'), hostnames: list(host) }), 1),
    faulty: { value: [{ ip: '10.9.8', hostnames: ['p-alias'] }], at: 'hostAliases[0].ip' },
  },
  identity: {
    value: Identity.gke({ gcpServiceAccount: 'p-account@project-one.iam.gserviceaccount.com' }),
    trace: 'p-account@project-one.iam.gserviceaccount.com',
    random: identity,
    faulty: { value: Identity.eks({ roleArn: 'p-role' }), at: 'identity.roleArn' },
  },
  imagePullSecrets: {
    value: ['p-pull'],
    trace: '"p-pull"',
    random: list(subdomain),
    faulty: { value: [''], at: 'imagePullSecrets[0]' },
  },
  initContainers: {
    value: [InitContainer.custom(ALL_INIT_CONTAINER)],
    trace: '"p-init"',
    random: list(initContainer),
    faulty: {
      value: [InitContainer.custom({ name: 'P_Init', image: 'registry.test/a:1' })],
      at: 'initContainers[0].name',
    },
  },
  keepOldConfig: {
    value: false,
    trace: (json) => {
      const maps = JSON.parse(json).filter(({ kind }: { kind: string }) => kind === 'ConfigMap');
      return maps.length > 0 && !JSON.stringify(maps).includes('Prune=false');
    },
    random: fc.boolean(),
    faulty: { value: 'yes', at: 'keepOldConfig' },
  },
  labels: {
    value: { 'p-label': 'yes' },
    trace: '"p-label":"yes"',
    random: labels,
    faulty: { value: { 'my label': 'x' }, at: 'labels.my label' },
  },
  links: {
    value: (scope) => [Link.to(linkTargetIn(scope, 'p-target'), { env: 'P_LINK', path: '/v1' })],
    trace: '"value":"http://p-target.platform.svc:8080/v1"',
    random: list(link),
    faulty: {
      value: (scope: Construct) => [Link.to(linkTargetIn(scope, 'p-target'), { env: '1ST' })],
      at: 'links[0].env',
    },
  },
  name: {
    value: 'p-name',
    trace: '"app.kubernetes.io/name":"p-name"',
    random: label(),
    faulty: { value: 'P_Name', at: 'name' },
  },
  nodeSelector: {
    value: { 'p-node': 'yes' },
    trace: '"p-node":"yes"',
    random: map(key, labelValue),
    faulty: { value: { pool: 'gpu pool' }, at: 'nodeSelector.pool' },
  },
  overrides: {
    value: { NetworkPolicy: { metadata: { annotations: { 'p-override': 'yes' } } } },
    trace: '"p-override":"yes"',
    // legal ones only: what an override writes is not checked further by the tests
    random: mostly(
      pick({ NetworkPolicy: { metadata: { annotations: { 'example.com/a': 'b' } } } }),
      { NetworkPolciy: { spec: {} } },
      { NetworkPolicy: 3 },
    ),
    faulty: { value: { NetworkPolicy: 'closed' }, at: 'overrides.NetworkPolicy' },
  },
  podAnnotations: {
    value: { 'p-pod-annotation': 'yes' },
    trace: '"p-pod-annotation":"yes"',
    random: annotations,
    faulty: { value: { 'My_Prefix/x': 'x' }, at: 'podAnnotations.My_Prefix/x' },
  },
  podLabels: {
    value: { 'p-pod-label': 'yes' },
    trace: '"p-pod-label":"yes"',
    random: labels,
    faulty: { value: { 'a b': 'c' }, at: 'podLabels.a b' },
  },
  priorityClassName: {
    value: 'p-priority',
    trace: '"p-priority"',
    random: subdomain,
    faulty: { value: 'High', at: 'priorityClassName' },
  },
  runtimeClassName: {
    value: 'p-runtime',
    trace: '"p-runtime"',
    random: subdomain,
    faulty: { value: 'nvidia/gpu', at: 'runtimeClassName' },
  },
  secrets: {
    value: [SecretSource.existing('p-secret', { keys: ['P_KEY'] })],
    trace: '"P_KEY"',
    random: list(secret),
    faulty: { value: [SecretSource.existing('P_Secret', { keys: ['P_KEY'] })], at: 'secrets[0].name' },
  },
  security: {
    value: PodSecurity.restricted({ user: 4321, group: 4322 }),
    trace: '"runAsUser":4321',
    random: security,
    faulty: { value: PodSecurity.restricted({ user: 0 }), at: 'security.user' },
  },
  sharedMemory: {
    value: '48Mi',
    trace: '"sizeLimit":"48Mi"',
    random: bytes(10, 200),
    faulty: { value: 'much', at: 'sharedMemory' },
  },
  sidecars: {
    value: [Sidecar.custom(ALL_SIDECAR)],
    trace: '"p-sidecar"',
    random: list(sidecar),
    faulty: { value: [Sidecar.custom({ name: 'P_Sidecar', image: 'registry.test/a:1' })], at: 'sidecars[0].name' },
  },
  tolerations: {
    value: [{ key: 'p-taint' }],
    trace: '"p-taint"',
    random: list(toleration),
    faulty: { value: [{ key: 'p-taint', effect: 'Never' }], at: 'tolerations[0].effect' },
  },
  variables: {
    value: { P_VARIABLE: EnvValue.configMapKey('p-variable', 'P_KEY') },
    trace: '"p-variable"',
    random: map(variableName, envValue),
    faulty: { value: { P_VARIABLE: EnvValue.field('spec.containers') }, at: 'variables.P_VARIABLE' },
  },
  volumes: {
    value: [ExtraVolume.configMap('p-volume', { mountPath: '/p-volume' })],
    trace: '"/p-volume"',
    random: list(volume),
    faulty: { value: [ExtraVolume.claim('p-claim', { mountPath: 'data' })], at: 'volumes[0].mountPath' },
  },
};

/** Where every workload takes values of the classes in the shared props. */
export const SHARED_RECEIVERS: { readonly [type: string]: Receiver<SharedProps> } = {
  EnvValue: { at: 'variables.V', props: (value) => ({ variables: { V: value } }) },
  ExtraVolume: { at: 'volumes[0]', props: (volume) => ({ volumes: [volume] }) },
  Identity: { at: 'identity', props: (identity) => ({ identity }) },
  InitContainer: { at: 'initContainers[0]', props: (one) => ({ initContainers: [one] }) },
  Link: { at: 'links[0]', props: (link) => ({ links: [link] }) },
  NetworkAccess: { at: 'access', props: (access) => ({ access }) },
  NetworkPeer: { at: 'access.from[0]', props: (peer) => ({ access: NetworkAccess.allow({ from: [peer] }) }) },
  PodSecurity: { at: 'security', props: (security) => ({ security }) },
  Projection: {
    at: 'volumes[0].sources[0]',
    props: (one) => ({ volumes: [ExtraVolume.projected([one], { mountPath: '/p-projected' })] }),
  },
  SecretSource: { at: 'secrets[0]', props: (secret) => ({ secrets: [secret] }) },
  Sidecar: { at: 'sidecars[0]', props: (sidecar) => ({ sidecars: [sidecar] }) },
};
