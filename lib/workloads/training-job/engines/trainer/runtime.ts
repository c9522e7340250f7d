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

function nameOf({ roles }: TrainingPlan, role: RolePlan): string {
  return role === roles[0] ? 'node' : role.name;
}

/** The environment of XGBoost's policy is read by nobody, and the others have no policy: ours is in the container. */
function mlPolicy({ framework, roles }: TrainingPlan): object {
  const numNodes = roles[0].replicas;
  if (framework === 'pyTorch') return { numNodes, torch: {} };
  return framework === 'jax' ? { numNodes, jax: {} } : { numNodes };
}
