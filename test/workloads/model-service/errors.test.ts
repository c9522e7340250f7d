import { Duration } from 'cdk8s';
import {
  Autoscaling,
  ClusterTarget,
  ExtraVolume,
  Gpu,
  ModelServer,
  type ModelServiceProps,
  PodSecurity,
  Rollout,
  SecretSource,
} from '../../../lib';
import { refusalOf } from '../../support/service';

/** Every line: what is wrong, the props, and what the one error must say of it: prop, got, expected, fix. */
const WRONG: [string, Partial<ModelServiceProps>, string[]][] = [
  ['an image without a tag', { image: 'churn' }, ['image', "'churn'", 'tag']],
  ['latest', { image: 'churn:latest' }, ['image', 'latest']],
  ['a memory unit that is none', { compute: { cpu: '1', memory: '512MB' } }, ['compute.memory', "'512MB'"]],
  [
    'a limit below its request',
    { compute: { cpu: '1', memory: '2Gi', memoryLimit: '1Gi' } },
    ['compute.memoryLimit', "'1Gi'", '2Gi'],
  ],
  ['a name that is none', { name: 'Churn_Predictor' }, ['name', "'Churn_Predictor'", 'lower case']],
  ['a service name that starts with a digit', { names: { service: '1st' } }, ['names.service', "'1st'"]],
  ['a name that is too long', { name: 'x'.repeat(64) }, ['name', '63']],
  [
    'replicas beside autoscaling',
    { replicas: 3, autoscaling: Autoscaling.onCpu({ minReplicas: 1, maxReplicas: 2, utilization: 50 }) },
    ['replicas', '3', 'initialReplicas'],
  ],
  ['half a replica', { replicas: 1.5 }, ['replicas', '1.5', 'whole number']],
  [
    'autoscaling upside down',
    { autoscaling: Autoscaling.onCpu({ minReplicas: 5, maxReplicas: 2, utilization: 50 }) },
    ['autoscaling', '5', '2'],
  ],
  ['a rollout that cannot move', { rollout: Rollout.rolling({ maxSurge: 0, maxUnavailable: 0 }) }, ['rollout', '0']],
  ['a config key that is none', { config: { 'LOG-LEVEL': 'INFO' } }, ['config.LOG-LEVEL', 'underscores']],
  ['a config value that is no text', { config: { PORT: 80 as any } }, ['config.PORT', '80', "'80'"]],
  [
    'a credential in config',
    { config: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' } },
    ['config.AWS_SECRET_ACCESS_KEY', 'SecretSource'],
  ],
  ['a credential in env', { env: { HF_TOKEN: 'hf_abcdefghijklmnopqrstuvwxyz012345' } }, ['env.HF_TOKEN']],
  ['a variable set twice', { config: { A: '1' }, env: { A: '2' } }, ['env.A', 'config']],
  [
    'a variable that a secret sets too',
    { config: { TOKEN_PATH: '/x' }, secrets: [SecretSource.existing('s', { keys: ['TOKEN_PATH'] })] },
    ['secrets', 'TOKEN_PATH'],
  ],
  ['a relative path', { configFiles: { a: 'b' }, configPath: 'etc' }, ['configPath', "'etc'"]],
  ['a label that is none', { labels: { 'a b': 'c' } }, ['labels']],
  ['a label that is a selector', { labels: { 'app.kubernetes.io/name': 'x' } }, ['labels.app.kubernetes.io/name']],
  ['root where restricted rules', { security: PodSecurity.restricted({ user: 0 }) }, ['security.user', '0']],
  ['a relaxation without a reason', { security: PodSecurity.relaxed({ reason: ' ' }) }, ['security.reason']],
  ['a GPU server without a GPU', { server: ModelServer.vllm() }, ['compute.gpu', 'Gpu.nvidia']],
  ['half a GPU', { compute: { cpu: '1', memory: '8Gi', gpu: Gpu.nvidia({ count: 0.5 }) } }, ['compute.gpu', '0.5']],
  ['a taint without a key', { tolerations: [{ key: '' }] }, ['tolerations[0].key']],
  ['an effect that is none', { tolerations: [{ key: 'a', effect: 'Never' }] }, ['tolerations[0].effect', "'Never'"]],
  ['shared memory without a size', { sharedMemory: 'much' }, ['sharedMemory', "'much'", '2Gi']],
  ['a drain of no time', { drain: Duration.seconds(0) }, ['drain']],
  [
    'two volumes on one path',
    { volumes: [ExtraVolume.claim('a', { mountPath: '/data' }), ExtraVolume.claim('b', { mountPath: '/data' })] },
    ['volumes[1]', '/data'],
  ],
  [
    'a patch of an object that is not made',
    { overrides: { StatefulSet: {} } },
    ['overrides.StatefulSet', 'Deployment'],
  ],
  ['nothing required', { image: undefined, server: undefined, compute: undefined }, ['image', 'server', 'compute']],
];

describe('ModelService refuses', () => {
  test.each(WRONG)('%s', (_what, props, words) => {
    const message = refusalOf(props);
    expect(message).toMatch(/^chart\/churn: \d+ problems?\n/);
    for (const part of ['got', 'expected', 'fix']) expect(message).toMatch(new RegExp(`^ {4}${part} +\\S`, 'm'));
    for (const word of words) expect(message).toContain(word);
  });

  test('everything at once', () => {
    const message = refusalOf({
      image: 'churn',
      compute: { cpu: 'lots', memory: '1Gi' },
      replicas: -1,
      labels: { 'a b': 'c' },
      rollout: Rollout.rolling({ maxSurge: 0, maxUnavailable: 0 }),
    });
    for (const prop of ['image', 'compute.cpu', 'replicas', 'labels', 'rollout']) expect(message).toContain(prop);
    expect(message).toMatch(/^chart\/churn: 5 problems/);
  });

  test('a feature that Kubernetes 1.28 lacks, with the version that has it', () => {
    const message = refusalOf(
      { volumes: [ExtraVolume.image('data:1', { mountPath: '/data' })] },
      ClusterTarget.kubernetes('1.28'),
    );
    expect(message).toContain('1.35');
    expect(message).toContain('volumes[0]');
  });
});
