import { dig, type Json, list, own, record } from '../json';
import { countedEach, numberAt, podsOfJob } from './counts';
import type { Composed, PodKinds, PodPlace } from './pod-set';

/** Runs of a JobSet's replicated job: `replicas` Jobs with the pods of each. */
function podsOfReplicatedJob(_manifest: Json, replicatedJob: Json): number {
  return numberAt(replicatedJob, 'replicas', 1) * podsOfJob(dig(replicatedJob, 'template.spec'));
}

/** A replicated job that waits until others are complete does not run beside them. */
function waitsForOthers(replicatedJob: Json): boolean {
  return list(own(replicatedJob, 'dependsOn')).some((dependency) => own(dependency, 'status') === 'Complete');
}

/** The training operator's `xReplicaSpecs`: roles by name, each with `replicas` and a template. */
function replicaSpecs(field: string): PodPlace[] {
  return [
    {
      path: `spec.${field}.*.template`,
      count: countedEach('replicas'),
      maxCount: (manifest) => (field === 'pytorchReplicaSpecs' ? elasticMaximum(manifest) : undefined),
    },
  ];
}

/** With an elastic policy the operator changes the number of workers, up to its maximum. */
function elasticMaximum(manifest: Json): number | undefined {
  const maximum = numberAt(manifest, 'spec.elasticPolicy.maxReplicas', 0);
  return maximum > 0 ? maximum : undefined;
}

const RUNTIME: PodPlace = {
  path: 'spec.template.spec.replicatedJobs.*.template.spec.template',
  count: podsOfRuntimeJob,
  reusable: true,
  separate: waitsForOthers,
};

/** The label of the job of a runtime that is the training itself: it has `mlPolicy.numNodes` pods. */
export const RUN_STEP = 'trainer.kubeflow.org/trainjob-ancestor-step';

/** The container of that job which `spec.trainer` of a TrainJob changes. */
export const TRAINER_CONTAINER = 'node';

function podsOfRuntimeJob(runtime: Json, replicatedJob: Json): number {
  const labels = record(dig(replicatedJob, 'template.metadata.labels'));
  const pods = podsOfReplicatedJob(runtime, replicatedJob);
  return own(labels, RUN_STEP) === 'trainer' ? numberAt(runtime, 'spec.mlPolicy.numNodes', pods) : pods;
}

/**
 * `spec.trainer` of a TrainJob holds the fields of the container `node`; what it leaves out comes from the runtime.
 * https://github.com/kubeflow/trainer/blob/v2.3.0/pkg/constants/constants.go
 */
function trainerPod(trainer: Json, path: string): Composed {
  const { image, command, args, env, resourcesPerNode } = trainer;
  const node = withoutUndefined({ name: TRAINER_CONTAINER, image, command, args, env, resources: resourcesPerNode });
  return {
    template: { spec: { restartPolicy: 'Never', containers: [node] } },
    specPath: path,
    placed: new Map([[node, path]]),
  };
}

function withoutUndefined(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export const TRAINING_PODS: PodKinds = {
  'jobset.x-k8s.io/JobSet': [
    {
      path: 'spec.replicatedJobs.*.template.spec.template',
      count: podsOfReplicatedJob,
      separate: waitsForOthers,
    },
  ],
  'trainer.kubeflow.org/TrainJob': [
    {
      path: 'spec.trainer',
      name: 'trainer',
      count: (trainJob) => numberAt(trainJob, 'spec.trainer.numNodes', 1),
      partial: true,
      compose: trainerPod,
    },
    {
      path: 'spec.runtimePatches.*.trainingRuntimeSpec.template.spec.replicatedJobs.*.template.spec.template',
      count: () => 0,
      partial: true,
    },
  ],
  'trainer.kubeflow.org/TrainingRuntime': [RUNTIME],
  'trainer.kubeflow.org/ClusterTrainingRuntime': [RUNTIME],
  'kubeflow.org/TFJob': replicaSpecs('tfReplicaSpecs'),
  'kubeflow.org/PyTorchJob': replicaSpecs('pytorchReplicaSpecs'),
  'kubeflow.org/XGBoostJob': replicaSpecs('xgbReplicaSpecs'),
  'kubeflow.org/JAXJob': replicaSpecs('jaxReplicaSpecs'),
  'kubeflow.org/MPIJob': replicaSpecs('mpiReplicaSpecs'),
  'kubeflow.org/PaddleJob': replicaSpecs('paddleReplicaSpecs'),
  'kubeflow.org/Experiment': [
    {
      path: 'spec.trialTemplate.trialSpec',
      nested: true,
      // Katib's default: https://www.kubeflow.org/docs/components/katib/user-guides/hp-tuning/configure-experiment/
      count: (experiment) => numberAt(experiment, 'spec.parallelTrialCount', 3),
    },
  ],
  'kubeflow.org/Trial': [{ path: 'spec.runSpec', nested: true }],
  'batch.volcano.sh/Job': [{ path: 'spec.tasks.*.template', count: countedEach('replicas') }],
  'batch.volcano.sh/CronJob': [{ path: 'spec.jobTemplate.spec.tasks.*.template', count: countedEach('replicas') }],
};
