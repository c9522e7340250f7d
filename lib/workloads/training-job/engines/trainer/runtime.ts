import { jobSetSpec } from '../../job-set-spec';
import type { RolePlan, TrainingPlan } from '../../plan/training-plan';

/** `spec` of the TrainingRuntime: the JobSet that Trainer makes, and what it injects. */
export function runtimeSpec(plan: TrainingPlan): object {
  return {
    mlPolicy: mlPolicy(plan),
    template: {
      spec: jobSetSpec(plan, {
        name: (role) => nameOf(plan, role),
        // Trainer finds by it the Job whose container it changes: that of the program
        labels: (role) =>
          role === plan.roles[0] ? { 'trainer.kubeflow.org/trainjob-ancestor-step': 'trainer' } : undefined,
      }),
    },
  };
}

function nameOf({ framework, roles }: TrainingPlan, role: RolePlan): string {
  const trains = framework === 'mpi' ? role.kind === 'worker' : role === roles[0];
  return trains ? 'node' : role.name;
}

function mlPolicy(plan: TrainingPlan): object {
  const { framework, roles, processesPerNode, sshPath } = plan;
  switch (framework) {
    case 'pyTorch':
      return { numNodes: roles[0].replicas, torch: {} };
    case 'jax':
      return { numNodes: roles[0].replicas, jax: {} };
    case 'mpi':
      return {
        numNodes: roles[1].replicas,
        mpi: {
          numProcPerNode: processesPerNode,
          mpiImplementation: 'OpenMPI',
          sshAuthMountPath: sshPath,
          runLauncherAsNode: false,
        },
      };
    default:
      // the environment of XGBoost's policy is read by nobody, and the others have no policy: ours is in the container
      return { numNodes: roles[0].replicas };
  }
}
