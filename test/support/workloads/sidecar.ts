import { App, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { type CustomSidecarOptions, EnvValue, ExtraVolume, Probe, SecretSource } from '../../../lib';

/** A sidecar with every option. */
export const ALL_SIDECAR: Required<CustomSidecarOptions> = {
  name: 'p-sidecar',
  image: 'registry.test/sidecar:1',
  command: ['/bin/proxy'],
  args: ['--config=/p-sidecar-config/proxy.yaml'],
  env: { P_SIDECAR_ENV: '3' },
  variables: { P_SIDECAR_VARIABLE: EnvValue.field('spec.nodeName') },
  secrets: [
    SecretSource.existing('p-sidecar-secret', { keys: ['P_SIDECAR_KEY'] }),
    SecretSource.existing('p-sidecar-files', { keys: ['tls.key'], mountPath: '/p-sidecar-files' }),
  ],
  ports: [
    { name: 'p-proxy', port: 18000, open: true },
    { name: 'p-admin', port: 18001 },
  ],
  probes: {
    startup: Probe.http({ path: '/ready', port: 18001 }),
    readiness: Probe.tcp(),
    liveness: Probe.exec({ command: ['/bin/healthy'], period: Duration.seconds(20) }),
  },
  preStop: ['/bin/drain'],
  compute: { cpu: '60m', memory: '70Mi' },
  user: 4323,
  readOnlyRootFilesystem: false,
  config: { P_SIDECAR_CONFIG: '4' },
  configFiles: { 'proxy.yaml': 'a: 1' },
  configMaps: [kplus.ConfigMap.fromConfigMapName(new App({ outdir: 'unused' }), 'theirs', 'p-sidecar-map')],
  configPath: '/p-sidecar-config',
  sharedPath: '/p-sidecar-shared',
  sharedSizeLimit: '2Gi',
  writablePaths: ['/p-sidecar-cache'],
  volumes: [ExtraVolume.configMap('p-sidecar-volume', { mountPath: '/p-sidecar-volume' })],
  mounts: [{ volume: 'tmp', mountPath: '/p-sidecar-tmp', readOnly: true }],
};
