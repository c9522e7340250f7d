import fc from 'fast-check';
import { call, list, map, mostly, pick, props, seconds, type Values, whole } from './arbitrary-recipes';
import { bytes, image, key, label, labelValue, path, port, subdomain } from './arbitrary-text';
import { toleration } from './arbitrary-traits';
import { compute, credentials, model, smallCompute } from './arbitrary-values';

const few = whole(2, 4, 0, 1.5);
export const command: Values = mostly(pick(['torchrun', 'train.py'], ['python', 'train.py', '--all']), [], ['']);
const variable = mostly(pick('DATA_DIR', 'MODEL_DIR', 'A'), '1A', '');
const role = {
  compute: fc.oneof({ weight: 4, arbitrary: smallCompute }, { weight: 1, arbitrary: compute }),
  image,
  command,
  args: command,
  nodeSelector: map(key, labelValue),
  tolerations: list(toleration),
};
const replicated = props({ replicas: whole(1, 3, 0, 1.5) }, role);

const pyTorch = call(
  'Distribution.pyTorch',
  props({ nodes: few }, { processesPerNode: whole(1, 4, 0), minNodes: whole(1, 2, 9), maxRestarts: whole(0, 5), port }),
);
const roleValue = fc.oneof(
  call('RoleValue.address', pick('server'), pick(undefined, 0)),
  call('RoleValue.endpoint', pick('server'), pick(7000), pick(undefined, 0)),
  call('RoleValue.worldSize'),
  call('RoleValue.replicas', mostly(pick('server'), 'none')),
  call('RoleValue.index'),
  call('RoleValue.text', pick('fast')),
);
const custom = call(
  'Distribution.custom',
  props({
    roles: fc.tuple(
      props(
        { name: pick('client'), replicas: whole(1, 3), endsRun: pick(true) },
        { ...role, env: map(pick('A', 'B', 'C'), roleValue) },
      ),
      props({ name: pick('server'), replicas: whole(1, 2) }, { ports: pick([{ name: 'tcp', port: 7000 }]) }),
    ),
  }),
);

/** How a program runs in several pods, in every framework. */
export const distribution: Values = fc.oneof(
  { weight: 4, arbitrary: pyTorch },
  call(
    'Distribution.tensorFlow',
    props({ workers: replicated }, { chief: props({ replicas: pick(1) }, role), parameterServers: replicated, port }),
  ),
  call('Distribution.tensorFlow', props({ workers: replicated, evaluator: props({ replicas: pick(1) }, role) })),
  call('Distribution.jax', props({ nodes: few }, { port })),
  call(
    'Distribution.mpi',
    props(
      { workers: replicated },
      { launcher: props({}, role), slotsPerWorker: whole(1, 4, 0), sshPath: path, workerCommand: command },
    ),
  ),
  call('Distribution.xgboost', props({ nodes: few }, { port })),
  call('Distribution.ray', props({ workers: replicated }, { head: props({}, role), version: pick('2.52.0', 'x') })),
  custom,
);

const codes = mostly(pick([2], [2, 78]), [0], [2, 2]);
export const failure: Values = fc.oneof(
  call('FailurePolicy.restartGang', props({}, { maxRestarts: whole(0, 9, -1), configErrorCodes: codes })),
  call('FailurePolicy.replacePods', props({}, { maxReplacements: whole(0, 9, -1), configErrorCodes: codes })),
  call('FailurePolicy.fail', props({}, { configErrorCodes: codes })),
);

export const fabric: Values = fc.oneof(
  call(
    'Fabric.rdma',
    props(
      { resource: mostly(pick('rdma/hca_shared_devices_a', 'nvidia.com/rdma'), 'rdma', 'requests.a/b') },
      { count: whole(1, 8, 0), adapters: list(pick('mlx5_0', 'mlx5_1')), socketInterface: mostly(pick('eth0'), 'a b') },
    ),
  ),
  call('Fabric.efa', props({}, { count: whole(1, 32, 0) })),
);

export const queue: Values = call(
  'Queue.named',
  label(),
  props({}, { priority: subdomain, near: mostly(key, 'a b'), nearIsRequired: fc.boolean() }),
);

export const run: Values = fc.oneof(call('Run.hashed'), call('Run.version', label(10)), call('Run.named', label(20)));

export const cleanup: Values = call('Cleanup.after', seconds(0, 99_999));

export const schedule: Values = call(
  'Schedule.cron',
  mostly(pick('0 3 * * *', '*/5 1-3 * * MON', '@daily'), '* *', '61 * * * *', 'TZ=UTC 0 3 * * *'),
  props(
    { timeZone: mostly(pick('Etc/UTC', 'Europe/Berlin'), 'Local', 'Mars') },
    {
      concurrency: pick('Allow', 'Forbid', 'Replace'),
      startingDeadline: seconds(10, 999, 1),
      successfulHistory: whole(0, 5, -1),
      failedHistory: whole(0, 5, -1),
      suspended: fc.boolean(),
      starterImage: image,
    },
  ),
);

const subPath = mostly(pick('a/b'), '../a');
const access = mostly(pick('ReadWriteMany'), 'ReadOnlyMany', 'ReadWriteOnce');

const revision = mostly(pick('v1.2', 'a'.repeat(40)), 'main');
const download = { env: variable, size: bytes(1024, 9000), cacheClaim: subdomain, cpu: pick('1'), memory: pick('2Gi') };

export const input: Values = fc.oneof(
  call('TrainingInput.claim', subdomain, props({ path }, { env: variable, subPath })),
  call('TrainingInput.fetched', label(20), model, props({}, { env: variable })),
  call(
    'TrainingInput.huggingFace',
    label(20),
    props(
      { path, repository: mostly(pick('acme/digits'), 'digits'), revision },
      {
        ...download,
        token: credentials('HF_TOKEN'),
        include: list(pick('*.csv')),
        exclude: list(pick('*.bin')),
        image,
      },
    ),
  ),
  call(
    'TrainingInput.dvc',
    label(20),
    props(
      { path, repository: mostly(pick('https://git.test/a.git'), 'a.git'), revision, target: pick('data/a'), image },
      {
        ...download,
        remote: mostly(pick('s3'), 'a b'),
        token: credentials('GIT_TOKEN'),
        credentials: credentials('AWS_KEY'),
      },
    ),
  ),
);

export const output: Values = fc.oneof(
  call('TrainingOutput.claim', subdomain, props({ path }, { env: variable, subPath, access })),
  call('TrainingOutput.s3', mostly(pick('s3://bucket/models'), 'gs://bucket'), props({ env: variable })),
  call('TrainingOutput.gcs', mostly(pick('gs://bucket/models'), 's3://bucket'), props({ env: variable })),
);

const saved = {
  env: pick('SAVE_TO'),
  resumeEnv: mostly(pick('RESUME_FROM'), '1A'),
  saveTime: seconds(1, 900, 0),
};
/** From an earlier run, which needs the variable. */
const resumed = { resumeEnv: pick('RESUME_FROM'), resumeFrom: label(20) };
const place = mostly(pick('s3://bucket/checkpoints'), 'bucket');

export const checkpoints: Values = fc.oneof(
  call(
    'Checkpoints.claim',
    props({ size: bytes(1024, 9000), path }, { ...saved, access, name: subdomain, storageClass: subdomain }),
  ),
  call('Checkpoints.claim', props({ size: bytes(1024, 9000), path, ...resumed })),
  call('Checkpoints.existingClaim', subdomain, props({ path }, { ...saved, access })),
  call('Checkpoints.existingClaim', subdomain, props({ path, ...resumed })),
  call('Checkpoints.s3', place, props({}, saved)),
  call('Checkpoints.s3', place, props(resumed)),
  call('Checkpoints.gcs', mostly(pick('gs://bucket/checkpoints'), 's3://b/c'), props(resumed, saved)),
);

export const tracking: Values = call(
  'Tracking.at',
  mostly(pick('http://mlflow:5000', 'databricks://ml'), 'mlflow', 'http://a:b@c'),
  props({}, { experiment: pick('churn'), env: variable }),
);

/** A runtime of Kubeflow Trainer that exists. */
export const trainingRuntime: Values = fc.oneof(
  call('TrainingRuntime.cluster', subdomain),
  call('TrainingRuntime.namespaced', subdomain),
);
