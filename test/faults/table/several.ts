import { Duration } from 'cdk8s';
import {
  Autoscaling,
  Exposure,
  ExtraVolume,
  Gpu,
  MlNamespace,
  ModelServer,
  ModelService,
  ModelSource,
  NetworkAccess,
  NetworkPeer,
  Probe,
  Rollout,
  SecretSource,
  Sidecar,
} from '../../../lib';
import { MINIMAL } from '../../support/service';
import { type Rows, service } from './rows';

/** Several things wrong at once: one error lists them all. */
export const SEVERAL: Rows = {
  'no props of a service at all': ({ chart }) => new ModelService(chart, 'churn', {} as any),
  'everything of another type': service({
    image: 5,
    server: 'http',
    compute: { cpu: 2, memory: 512 },
    replicas: '3',
    config: { PORT: 8000, DEBUG: true },
    labels: ['team'],
    secrets: 'store',
    startup: 300,
    keepOldConfig: 'yes',
  } as any),
  'props that there are not': service({
    replica: 3,
    compute: { cpu: '1', memory: '1Gi', memorylimit: '2Gi', gpus: 1 },
    server: ModelServer.http({ port: 8000, healthPath: '/health', health_path: '/live' } as any),
    probes: { liveliness: Probe.tcp() },
  } as any),
  'wrong types inside of values that are given to each other': service({
    server: ModelServer.http({ port: '8000', writablePaths: [5] } as any),
    model: ModelSource.s3({ uri: 5, credentials: SecretSource.existing('s', { keys: 'KEY' } as any) } as any),
    compute: { cpu: '1', memory: '8Gi', gpu: Gpu.nvidia({ count: '1' } as any) },
    access: NetworkAccess.allow({ from: [NetworkPeer.pods({ labels: { app: 5 } as any })] }),
  }),
  'a service of a beginner': service({
    image: 'churn',
    compute: { cpu: 'lots', memory: '1GB' },
    replicas: -1,
    labels: { 'my label': 'x' },
    rollout: Rollout.rolling({ maxSurge: 0, maxUnavailable: 0 }),
  }),
  'wrong numbers in every trait': service({
    autoscaling: Autoscaling.onCpu({ minReplicas: 0, maxReplicas: 0, utilization: 0 }),
    exposure: Exposure.nodePort({ port: 0, nodePort: 1 }),
    drain: Duration.seconds(1),
    probes: { readiness: Probe.http({ path: 'x', port: 0 }), liveness: Probe.tcp({ period: Duration.seconds(0) }) },
  }),
  'wrong names everywhere': service({
    name: 'Churn',
    names: { deployment: 'My Deployment', service: '1st' },
    imagePullSecrets: ['Registry'],
    priorityClassName: 'High',
    volumes: [ExtraVolume.claim('My_Claim', { mountPath: 'data' })],
    sidecars: [Sidecar.custom({ name: 'Proxy', image: 'proxy' })],
    secrets: [SecretSource.existing('Store', { keys: ['tls.key'] })],
  }),
  'a namespace of a beginner': ({ app }) =>
    new MlNamespace(app, 'ml', {
      name: 'default',
      quota: { cpu: '8', cpuLimit: '4', gpus: -1, memory: 'all' },
      admins: ['', 'team', 'team'],
      serviceAccounts: ['default'],
    }),
  'a namespace of other types': ({ app }) =>
    new MlNamespace(app, 'ml', {
      admins: 'team',
      labels: null,
      quota: { gpus: '2', cpu: 8 },
      defaultDenyEgress: 1,
      podSecurity: 'RESTRICTED',
    } as any),
  'two services of which each is wrong': ({ app, chart }) => {
    new ModelService(chart, 'good', MINIMAL);
    new ModelService(new MlNamespace(app, 'strict'), 'churn', { ...MINIMAL, image: 'a', replicas: 0.5 });
  },
};
