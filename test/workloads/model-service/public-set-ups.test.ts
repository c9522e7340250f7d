import { App, Duration } from 'cdk8s';
import {
  CacheVolume,
  type ClusterTarget,
  EnvValue,
  ExtraVolume,
  Gpu,
  InitContainer,
  Manifests,
  MlNamespace,
  ModelServer,
  ModelService,
  type ModelServiceProps,
  ModelSource,
  PodSecurityLevel,
  PreStop,
  Probe,
  Projection,
  SecretSource,
} from '../../../lib';

/**
 * What published Deployments of vLLM and Triton have that a plain server does not, without `overrides`: adapters that an init
 * container fetches, KV caches on shared storage, prefill and decode with a side channel, drains that poll, model stores on NFS.
 */
const GPU = { cpu: '8', cpuLimit: '16', memory: '64Gi', gpu: Gpu.nvidia() };
const MODEL = ModelSource.huggingFace({ repository: 'org/model', revision: 'a'.repeat(40), size: '15Gi' });
const VLLM = { image: 'vllm/vllm-openai:v0.11.0', server: ModelServer.vllm(), compute: GPU, model: MODEL };

function made(props: ModelServiceProps, podSecurity?: PodSecurityLevel, target?: ClusterTarget) {
  const app = new App({ outdir: 'unused' });
  target?.applyTo(app);
  const namespace = new MlNamespace(app, 'serving', { podSecurity });
  new ModelService(namespace, 'model', props);
  const manifests = Manifests.fromChart(namespace);
  const deployment = manifests.get('Deployment', 'model');
  const { spec } = deployment.spec.template;
  return { manifests, deployment, spec, server: spec.containers[0], env: spec.containers[0].env };
}

test('vLLM with adapters that an init container fetches', () => {
  const adapters = InitContainer.custom({
    name: 'fetch-adapters',
    image: 'registry.test/hf:1',
    command: ['hf', 'download', 'org/lora', '--local-dir', '/adapters/sql'],
    secrets: [SecretSource.existing('hub', { keys: ['HF_TOKEN'] })],
    sharedPath: '/adapters',
    sharedSizeLimit: '5Gi',
    duration: Duration.minutes(10),
  });
  const server = ModelServer.vllm({ args: ['--enable-lora', '--lora-modules', 'sql=/adapters/sql'] });
  const { spec, server: container } = made({ ...VLLM, server, initContainers: [adapters] });
  expect(spec.initContainers.at(-1).name).toBe('fetch-adapters');
  const shared = container.volumeMounts.find(({ mountPath }: any) => mountPath === '/adapters');
  expect(spec.initContainers.at(-1).volumeMounts).toContainEqual({ name: shared.name, mountPath: '/adapters' });
});

const LMCACHE = ModelServer.vllm({
  args: ['--kv-transfer-config', '{"kv_connector":"LMCacheConnectorV1","kv_role":"kv_both"}'],
});

test('vLLM with LMCache on shared storage', () => {
  const { server, env, deployment } = made({
    ...VLLM,
    server: LMCACHE,
    configFiles: { 'lmcache.yaml': 'local_disk: "file:///lmcache"\nmax_local_disk_size: 100\n' },
    env: { LMCACHE_CONFIG_FILE: '/etc/model-server/lmcache.yaml' },
    volumes: [ExtraVolume.claim('lmcache', { mountPath: '/lmcache' })],
    cache: CacheVolume.ephemeral({ sizeLimit: '50Gi' }),
  });
  expect(server.volumeMounts).toContainEqual({ name: 'claim-lmcache', mountPath: '/lmcache' });
  expect(env).toContainEqual({ name: 'LMCACHE_CONFIG_FILE', value: '/etc/model-server/lmcache.yaml' });
  expect(deployment.metadata.annotations['cdk8s-ml.io/expects']).toContain('PersistentVolumeClaim/lmcache');
});

test.each(['kv_producer', 'kv_consumer'])('vLLM as %s, with the side channel of NIXL', (role) => {
  const { server, env, manifests } = made({
    ...VLLM,
    server: ModelServer.vllm({
      args: ['--kv-transfer-config', `{"kv_connector":"NixlConnector","kv_role":"${role}"}`],
    }),
    variables: { POD_IP: EnvValue.field('status.podIP') },
    env: { VLLM_NIXL_SIDE_CHANNEL_HOST: '$(POD_IP)', VLLM_NIXL_SIDE_CHANNEL_PORT: '5600' },
    ports: [{ name: 'side-channel', port: 5600 }],
    podLabels: { 'llm-d.ai/role': role },
  });
  const names = env.map(({ name }: any) => name);
  expect(names.indexOf('POD_IP')).toBeLessThan(names.indexOf('VLLM_NIXL_SIDE_CHANNEL_HOST'));
  expect(server.ports).toContainEqual({ name: 'side-channel', containerPort: 5600 });
  expect(JSON.stringify(manifests.get('NetworkPolicy', 'model').spec.ingress)).toContain('"port":5600');
});

test('vLLM with a drain that polls until no request runs', () => {
  const poll = 'until [ "$(curl -s localhost:8000/metrics | grep -c running.*0.0)" = 1 ]; do sleep 1; done';
  const preStop = PreStop.command(['sh', '-c', poll], { atMost: Duration.minutes(10) });
  const { spec, server } = made({ ...VLLM, preStop, probes: { readiness: Probe.http({ path: '/health' }) } });
  expect(server.lifecycle.preStop.exec.command).toEqual(['sh', '-c', poll]);
  expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(600);
});

const TRITON = {
  image: 'nvcr.io/nvidia/tritonserver:25.09-py3',
  server: ModelServer.triton({ modelRepository: '/models' }),
  compute: GPU,
  model: ModelSource.inImage('/models'),
};
const STORE = ExtraVolume.nfs({
  server: 'nfs.example.com',
  path: '/exports/models',
  mountPath: '/models',
  readOnly: true,
});

test('Triton with a model store on NFS, in a namespace that admits it', () => {
  const { spec, server, deployment } = made({ ...TRITON, volumes: [STORE] }, PodSecurityLevel.BASELINE);
  const volume = spec.volumes.find(({ nfs }: any) => nfs);
  expect(volume.nfs).toEqual({ server: 'nfs.example.com', path: '/exports/models', readOnly: true });
  expect(server.volumeMounts).toContainEqual({ name: volume.name, mountPath: '/models', readOnly: true });
  expect(deployment.metadata.annotations['cdk8s-ml.io/relaxed-security']).toMatch(/nfs/);
  expect(() => made({ ...TRITON, volumes: [STORE] })).toThrow(/volumes\[0\]\n.*nfs[\s\S]*"restricted" refuses/);
});

test('Triton with certificates of several sources, and probes over TLS', () => {
  const { spec, server } = made({
    ...TRITON,
    volumes: [
      ExtraVolume.projected([Projection.configMap('ca'), Projection.secret('triton-tls')], { mountPath: '/etc/tls' }),
    ],
    probes: { readiness: Probe.http({ path: '/v2/health/ready', https: true }) },
    dns: { options: { ndots: '2' } },
    hostAliases: [{ ip: '10.0.0.4', hostnames: ['models.internal'] }],
  });
  expect(server.readinessProbe.httpGet.scheme).toBe('HTTPS');
  expect(spec.dnsConfig).toEqual({ options: [{ name: 'ndots', value: '2' }] });
  expect(spec.hostAliases).toEqual([{ ip: '10.0.0.4', hostnames: ['models.internal'] }]);
});
