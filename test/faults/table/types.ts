import {
  ClusterTarget,
  Gpu,
  type MetricsAdapter,
  ModelServer,
  NetworkAccess,
  SecretSource,
  TrainingEngine,
} from '../../../lib';
import { type Rows, service } from './rows';

const gpu = (given: unknown) => service({ compute: { cpu: '4', memory: '64Gi', gpu: given as Gpu } });

/** Values of another type: what the compiler of a TypeScript user refuses. No object comes of them. */
export const TYPES: Rows = {
  'a model of GPU as text': gpu(Gpu.nvidia({ model: 'L40S' } as any)),
  'a model of GPU that has two sizes, as text': gpu(Gpu.nvidia({ model: 'A100' } as any)),
  'a model of GPU in small letters': gpu(Gpu.nvidia({ model: 'h100-80gb' } as any)),
  'a model of GPU that is not known': gpu(Gpu.nvidia({ model: 'B9000' } as any)),
  'the name of a factory as text': service({ access: 'nobody' as any }),
  'a server that new made': service({ server: new (ModelServer as any)({ port: 8000 }) }),
  'a GPU that new made': gpu(new (Gpu as any)({ kind: 'nvidia', options: {} })),
  'a cluster that new made': ({ app }) => new (app.constructor as any)({ cluster: new (ClusterTarget as any)(33, {}) }),
  'a factory without arguments that is not called': service({ access: NetworkAccess.nobody as any }),
  'an engine of another workload': service({ engine: TrainingEngine.jobSet() as any }),
  'a member of an enum in another way of writing': () =>
    ClusterTarget.kubernetes('1.33', { metricsAdapter: 'Google' as MetricsAdapter }),
  'a Secret without its keys': service({ secrets: [(SecretSource as any).existing('db')] }),
  'a Secret with its key in the place of the options': service({
    secrets: [SecretSource.existing('db', 'PASSWORD' as any)],
  }),
};
