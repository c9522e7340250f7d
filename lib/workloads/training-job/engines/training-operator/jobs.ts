import type { PodTemplateSpec } from '../../../../internal/kubernetes';
import type { PodPlan } from '../../../../pod/plan';
import { podTemplate } from '../../../../pod/template';
import type { Framework } from '../../../../values/distribution/plan';
import { kueueTopology } from '../../objects';
import type { RolePlan, TrainingPlan } from '../../plan/training-plan';

/** The kind of object for a framework. */
interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Name of the main container. */
  readonly container: string;
  /** Field of the spec that has the roles. */
  readonly replicas: string;
}

export const KINDS: Readonly<Partial<Record<Framework, Kind>>> = {
  pyTorch: v1('PyTorchJob', 'pytorch', 'pytorchReplicaSpecs'),
  tensorFlow: v1('TFJob', 'tensorflow', 'tfReplicaSpecs'),
  xgboost: v1('XGBoostJob', 'xgboost', 'xgbReplicaSpecs'),
  jax: v1('JAXJob', 'jax', 'jaxReplicaSpecs'),
  // the v1 kind needs a token for kubectl exec, and is not held back by Kueue
  mpi: { apiVersion: 'kubeflow.org/v2beta1', kind: 'MPIJob', container: 'mpi', replicas: 'mpiReplicaSpecs' },
};

function v1(kind: string, container: string, replicas: string): Kind {
  return { apiVersion: 'kubeflow.org/v1', kind, container, replicas };
}

/** Names of the roles in the replica specs. */
const ROLES: Readonly<Record<string, string>> = {
  node: 'Worker',
  chief: 'Chief',
  worker: 'Worker',
  parameterServer: 'PS',
  evaluator: 'Evaluator',
  launcher: 'Launcher',
};

/** `spec` of the object of the framework. */
export function jobSpec(plan: TrainingPlan): object {
  const { replicas } = KINDS[plan.framework] ?? KINDS.pyTorch!;
  return {
    ...extras(plan),
    runPolicy: {
      cleanPodPolicy: cleanPodPolicy(plan),
      backoffLimit: plan.failure.maxRestarts,
      activeDeadlineSeconds: plan.deadlineSeconds,
      ttlSecondsAfterFinished: plan.ttlSeconds,
    },
    [replicas]: replicaSpecs(plan),
  };
}

/**
 * Parameter servers never end by themselves, and keep their GPUs unless they are removed. Workers of PyTorch end
 * together: the job has succeeded when the first has, and the others still write.
 */
function cleanPodPolicy({ framework }: TrainingPlan): string {
  return framework === 'pyTorch' ? 'None' : 'Running';
}

function replicaSpecs(plan: TrainingPlan): Record<string, object> {
  // the operator of XGBoost needs a master, which has rank 0
  if (plan.framework === 'xgboost') {
    const [node] = plan.roles;
    return {
      Master: replicaSpec(plan, node, 1),
      ...(node.replicas > 1 ? { Worker: replicaSpec(plan, node, node.replicas - 1) } : {}),
    };
  }
  return Object.fromEntries(plan.roles.map((role) => [ROLES[role.kind], replicaSpec(plan, role, role.replicas)]));
}

function replicaSpec(plan: TrainingPlan, role: RolePlan, replicas: number): object {
  const annotations = { ...role.pod.annotations, ...kueueTopology(plan) };
  const template = withDeadline(plan, podTemplate({ ...withPortName(plan, role.pod), annotations }));
  return { replicas, restartPolicy: restartPolicy(plan, role), template };
}

/**
 * The port that the operator adds to a container unless it has one of that name
 * (kubeflow/training-operator v1.9.3, pkg/apis/kubeflow.org/v1/*_types.go).
 */
const OWN_PORTS: Readonly<Partial<Record<Framework, { readonly name: string; readonly number: number }>>> = {
  tensorFlow: { name: 'tfjob-port', number: 2222 },
  pyTorch: { name: 'pytorchjob-port', number: 23456 },
  xgboost: { name: 'xgboostjob-port', number: 9999 },
  jax: { name: 'jaxjob-port', number: 6666 },
};

/**
 * A second port of the same number in the Services of the operator is refused, and the pods would have no addresses. The
 * addresses of `TF_CONFIG` have the port of that name, so that for TensorFlow it is the run's, whatever its number.
 */
function withPortName({ framework, port }: TrainingPlan, pod: PodPlan): PodPlan {
  const own = OWN_PORTS[framework];
  if (!own) return pod;
  const number = framework === 'tensorFlow' ? port : own.number;
  const [main, ...others] = pod.containers;
  const ports = main.ports?.map((one) => (one.containerPort === number ? { ...one, name: own.name } : one));
  return { ...pod, containers: [{ ...main, ports }, ...others] };
}

/**
 * The training operator looks at the deadline of a job only when something happens to one of its pods
 * (kubeflow/training-operator v1.9.3, pkg/controller.v1/common/job.go: nothing reads the queue that should wake it up). The
 * kubelet ends the pods at that time, and the operator then fails the job. The launcher of MPI is a Job, which keeps its own.
 */
function withDeadline({ framework, deadlineSeconds }: TrainingPlan, template: PodTemplateSpec): PodTemplateSpec {
  if (framework === 'mpi') return template;
  return { ...template, spec: { ...template.spec!, activeDeadlineSeconds: deadlineSeconds } };
}

/** The operator's own field: that of the template would be overwritten. */
function restartPolicy({ failure, framework }: TrainingPlan, role: RolePlan): string {
  if (failure.restart === 'none') return 'Never';
  // workers of MPI run an SSH server, and the launcher starts again with them
  return framework === 'mpi' && role.kind === 'worker' ? 'Never' : 'OnFailure';
}

/** Fields of one framework. */
function extras(plan: TrainingPlan): object {
  switch (plan.framework) {
    case 'pyTorch':
      return {
        // the count of GPUs, or of CPUs, where it is left out
        nprocPerNode: String(plan.processesPerNode),
        elasticPolicy: elasticPolicy(plan),
      };
    case 'tensorFlow':
      return plan.roles.some(({ kind }) => kind === 'chief') ? {} : { successPolicy: 'AllWorkers' };
    case 'mpi':
      return {
        slotsPerWorker: plan.processesPerNode,
        sshAuthMountPath: plan.sshPath,
        mpiImplementation: 'OpenMPI',
        launcherCreationPolicy: 'WaitForWorkersReady',
      };
    default:
      return {};
  }
}

/**
 * Also where the number of nodes is fixed: the other form has a master, and an init container in its workers that has no
 * security context, so that a namespace with Pod Security "restricted" refuses them.
 */
function elasticPolicy({ elastic, roles, port, run }: TrainingPlan): object {
  const nodes = roles[0].replicas;
  return {
    minReplicas: elastic?.minNodes ?? nodes,
    maxReplicas: elastic?.maxNodes ?? nodes,
    rdzvBackend: 'c10d',
    rdzvPort: port,
    rdzvId: run,
    maxRestarts: elastic?.maxRestarts ?? 0,
  };
}
