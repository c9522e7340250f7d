import { dig, isRecord, type Json, list, own, record } from '../json';
import { type PodSet, podSetsOf } from './pod-sets';
import { RUN_STEP, TRAINER_CONTAINER } from './training';

/**
 * The pods of a TrainJob whose runtime is known: those of the runtime, with the numbers, resources and program of the
 * TrainJob in the step that trains. Patches of the runtime are not followed, so that missing fields prove nothing where there
 * are some.
 */
export function podSetsOfRun(trainJob: Json, runtime: Json): readonly PodSet[] {
  const trainer = record(dig(trainJob, 'spec.trainer'));
  const numNodes = own(trainer, 'numNodes');
  const jobs = list(dig(runtime, 'spec.template.spec.replicatedJobs'));
  const template = record(dig(runtime, 'spec.template'));
  const policy = record(dig(runtime, 'spec.mlPolicy'));
  const joined = {
    ...runtime,
    spec: {
      ...record(own(runtime, 'spec')),
      mlPolicy: numNodes === undefined ? policy : { ...policy, numNodes },
      template: {
        ...template,
        spec: { ...record(own(template, 'spec')), replicatedJobs: jobs.map((job) => withTrainer(job, trainer)) },
      },
    },
  };
  const isPatched = list(dig(trainJob, 'spec.runtimePatches')).length > 0;
  return podSetsOf(joined).map((set) => ({ ...set, reusable: false, partial: isPatched }));
}

function withTrainer(job: unknown, trainer: Json): unknown {
  if (!isRecord(job) || !isTraining(job)) return job;
  const pod = record(dig(job, 'template.spec.template.spec'));
  const containers = list(own(pod, 'containers')).map((container) =>
    own(container, 'name') === TRAINER_CONTAINER ? withFields(record(container), trainer) : container,
  );
  const at = ['template', 'spec', 'template', 'spec'];
  return replaced(job, at, { ...pod, containers });
}

/** The step itself, and the job `node` of MPI, whose pods get the same resources. */
function isTraining(job: Json): boolean {
  return own(record(dig(job, 'template.metadata.labels')), RUN_STEP) === 'trainer' || own(job, 'name') === 'node';
}

function withFields(container: Json, { image, command, args, env, resourcesPerNode }: Json): Json {
  const given = { image, command, args, resources: resourcesPerNode };
  return {
    ...container,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null)),
    ...(Array.isArray(env) ? { env: [...list(own(container, 'env')), ...env] } : {}),
  };
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  return { ...value, [key]: rest.length === 0 ? by : replaced(record(own(value, key)), rest, by) };
}
