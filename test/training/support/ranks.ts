/**
 * The pods that a controller makes of what the library writes, as far as their processes see them. The suites of the
 * controllers compare this with the pods that the real ones make; Volcano cannot be built, so that of its pods only what
 * its documentation says of their index is here.
 */
import type { Manifest } from '../../cluster/plane/api';
import { commandOf, type Environment, environmentOf } from './environment';
import {
  jobSetHost,
  ofElasticPyTorchJob,
  ofIndexedJob,
  ofMpiOperator,
  ofTfJob,
  ofTrainer,
  ofTrainingOperator,
  type Run,
} from './injected';
import type { EngineId } from './made';

/** One process, or the launcher that starts those of one node. */
export interface Rank {
  readonly role: string;
  /** Under which the others reach it. */
  readonly host: string;
  readonly command: readonly string[];
  readonly environment: Environment;
}

interface Pod {
  readonly role: string;
  readonly index: number;
  readonly host: string;
  readonly template: Manifest;
  readonly labels?: Environment;
  readonly annotations?: Environment;
  /** What the controller appends to the environment. */
  readonly injected: Environment;
}

type RankedEngine = Exclude<EngineId, 'kubeRay'>;

/** In the order of roles and of indexes. */
export function ranksOf(engine: RankedEngine, objects: readonly Manifest[]): Rank[] {
  return PODS[engine](objects).map(({ role, index, host, template, labels, annotations, injected }) => {
    const metadata = {
      name: `${role}-${index}`,
      labels: { ...template.metadata.labels, ...labels },
      annotations: { ...template.metadata.annotations, ...annotations },
    };
    const [main, ...others] = template.spec.containers;
    const added = Object.entries(injected).map(([name, value]) => ({ name, value }));
    const overridden = (main.env ?? []).filter(({ name }: Manifest) => !(name in injected));
    const spec = { ...template.spec, containers: [{ ...main, env: [...overridden, ...added] }, ...others] };
    const pod: Manifest = { metadata, spec };
    return { role, host, command: commandOf(pod), environment: environmentOf(pod) };
  });
}

const PODS: { readonly [engine in RankedEngine]: (objects: readonly Manifest[]) => Pod[] } = {
  kubernetes: (objects) =>
    objects
      .filter(({ kind }) => kind === 'Job')
      .flatMap(({ metadata, spec }) => {
        const { subdomain } = spec.template.spec;
        return indexed(metadata.name, spec, (index) => `${metadata.name}-${index}.${subdomain}`);
      }),
  jobSet: (objects) => {
    const { metadata, spec } = the(objects, 'JobSet');
    return jobsOf(runOf(metadata), spec.replicatedJobs);
  },
  trainer: (objects) => {
    const { metadata, spec } = the(objects, 'TrainingRuntime');
    const { numNodes: nodes, numProcPerNode: processes } = the(objects, 'TrainJob').spec.trainer;
    const run = { ...runOf(metadata), nodes, processes };
    const policy = (['torch', 'jax'] as const).find((name) => spec.mlPolicy[name] !== undefined);
    return jobsOf(run, spec.template.spec.replicatedJobs).map((pod) => {
      return pod.role === 'node' && policy ? { ...pod, injected: ofTrainer[policy](run, pod.index) } : pod;
    });
  },
  trainingOperator: (objects) => {
    const job = objects.find(({ apiVersion }) => apiVersion.startsWith('kubeflow.org/')) as Manifest;
    const roles: [role: string, spec: Manifest][] = Object.entries(job.spec[REPLICAS[job.kind]]);
    return roles.flatMap(([role, { replicas, template }]) => {
      return Array.from({ length: replicas }, (_, index): Pod => {
        return {
          ...{ role, index, template },
          host: `${job.metadata.name}-${role.toLowerCase()}-${index}`,
          labels: { 'training.kubeflow.org/replica-index': `${index}` },
          injected: injectedByOperator(job, role, index),
        };
      });
    });
  },
  volcano: (objects) => {
    const { metadata, spec } = the(objects, 'Job');
    return spec.tasks.flatMap(({ name, replicas, template }: Manifest) => {
      return Array.from({ length: replicas }, (_, index): Pod => {
        return {
          ...{ role: name, index, template },
          host: `${metadata.name}-${name}-${index}.${metadata.name}`,
          annotations: { 'volcano.sh/task-index': `${index}` },
          injected: {},
        };
      });
    });
  },
};

const REPLICAS: { readonly [kind: string]: string } = {
  PyTorchJob: 'pytorchReplicaSpecs',
  TFJob: 'tfReplicaSpecs',
  XGBoostJob: 'xgbReplicaSpecs',
  JAXJob: 'jaxReplicaSpecs',
  MPIJob: 'mpiReplicaSpecs',
};

function injectedByOperator({ kind, metadata, spec }: Manifest, role: string, index: number): Environment {
  const roles: { [role: string]: Manifest } = spec[REPLICAS[kind]];
  const replicas = Object.fromEntries(Object.entries(roles).map(([name, one]) => [name, one.replicas as number]));
  const nodes = Object.values(replicas).reduce((sum, count) => sum + count, 0);
  const run: Run = { ...runOf(metadata), nodes, processes: Number(spec.nprocPerNode ?? spec.slotsPerWorker ?? 1) };
  switch (kind) {
    case 'PyTorchJob': {
      const { minReplicas: minNodes, maxRestarts, rdzvPort: port, rdzvId: id } = spec.elasticPolicy;
      return ofElasticPyTorchJob(run, { minNodes, maxRestarts, port, id });
    }
    case 'TFJob': {
      const { Evaluator: _none, ...trained } = replicas;
      return nodes > 1 ? ofTfJob(run, trained, role, index) : {};
    }
    case 'XGBoostJob':
      return ofTrainingOperator.xgboost(run, role === 'Master' ? 0 : index + 1);
    case 'JAXJob':
      return ofTrainingOperator.jax(run, index);
    default:
      return role === 'Launcher' ? ofMpiOperator.launcher(run) : ofMpiOperator.worker();
  }
}

function jobsOf(run: Run, jobs: Manifest[]): Pod[] {
  return jobs.flatMap(({ name, template }) => indexed(name, template.spec, (index) => jobSetHost(run, name, index)));
}

function indexed(role: string, { completions, template }: Manifest, hostOf: (index: number) => string): Pod[] {
  return Array.from({ length: completions }, (_, index) => ({
    ...{ role, index, template },
    host: hostOf(index),
    annotations: { 'batch.kubernetes.io/job-completion-index': `${index}` },
    injected: ofIndexedJob({ ...NO_RUN, name: role }, index),
  }));
}

const NO_RUN: Run = { name: '', namespace: '', nodes: 1, processes: 1 };

function runOf({ name, namespace }: Manifest): Run {
  return { ...NO_RUN, name, namespace };
}

function the(objects: readonly Manifest[], kind: string): Manifest {
  const found = objects.find((object) => object.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${objects.map((object) => object.kind).join(', ')}`);
  return found;
}
