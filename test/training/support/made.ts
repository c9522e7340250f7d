import {
  ClusterTarget,
  Environment,
  type FailurePolicy,
  Manifests,
  MlApp,
  MlNamespace,
  Run,
  TrainingEngine,
  TrainingJob,
  type TrainingJobProps,
} from '../../../lib';
import type { Manifest } from '../../cluster/plane/api';

export type EngineId = 'kubernetes' | 'jobSet' | 'trainer' | 'trainingOperator' | 'volcano' | 'kubeRay';

/** What the cluster serves where the engine is installed. */
const APIS: { readonly [engine in EngineId]: string[] } = {
  kubernetes: [],
  jobSet: ['jobset.x-k8s.io/v1alpha2'],
  trainer: ['trainer.kubeflow.org/v1alpha1', 'jobset.x-k8s.io/v1alpha2'],
  trainingOperator: ['kubeflow.org/v1', 'kubeflow.org/v2beta1'],
  volcano: ['batch.volcano.sh/v1alpha1'],
  kubeRay: ['ray.io/v1'],
};

export interface MadeProps extends Partial<Omit<TrainingJobProps, 'engine' | 'run'>> {
  readonly failure?: FailurePolicy;
}

/**
 * What the library makes of a training job named "run" on the engine, with a namespace of its own that is restricted: every
 * pod that a controller makes, with all that it adds, must be let in there.
 */
export function made(engine: EngineId, namespace: string, props: MadeProps): Manifest[] {
  const cluster = ClusterTarget.kubernetes('1.33', { apis: APIS[engine] });
  const app = new MlApp({ name: 'made', environment: new Environment('test', { cluster }) });
  new TrainingJob(new MlNamespace(app, namespace), 'train', {
    image: 'registry.example/train:1.0.0',
    compute: { cpu: '1', memory: '1Gi' },
    command: ['torchrun', 'train.py'],
    ...props,
    engine: TrainingEngine[engine](),
    run: Run.named('run'),
  });
  return Manifests.fromApp(app).all() as Manifest[];
}
