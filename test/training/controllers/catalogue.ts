import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Controller = 'jobset' | 'kueue' | 'trainer' | 'training-operator' | 'mpi-operator' | 'kuberay';

export interface Recipe {
  /** Folder under tools/ whose go.mod pins the versions of everything that is compiled in. */
  readonly tool: 'jobset' | 'kueue' | 'kuberay' | 'training-operator';
  /** The Go module that holds the controller and its CRDs. */
  readonly module: string;
  readonly command: string;
}

/** Trainer and the MPI operator compile with the packages that Kueue needs, in seconds; the others need older ones. */
export const RECIPES: { readonly [controller in Controller]: Recipe } = {
  jobset: { tool: 'jobset', module: 'sigs.k8s.io/jobset', command: 'sigs.k8s.io/jobset' },
  kueue: { tool: 'kueue', module: 'sigs.k8s.io/kueue', command: 'sigs.k8s.io/kueue/cmd/kueue' },
  trainer: {
    tool: 'kueue',
    module: 'github.com/kubeflow/trainer/v2',
    command: 'github.com/kubeflow/trainer/v2/cmd/trainer-controller-manager',
  },
  'mpi-operator': {
    tool: 'kueue',
    module: 'github.com/kubeflow/mpi-operator',
    command: 'github.com/kubeflow/mpi-operator/cmd/mpi-operator',
  },
  'training-operator': {
    tool: 'training-operator',
    module: 'github.com/kubeflow/training-operator',
    command: 'github.com/kubeflow/training-operator/cmd/training-operator.v1',
  },
  kuberay: {
    tool: 'kuberay',
    module: 'github.com/ray-project/kuberay/ray-operator',
    command: 'github.com/ray-project/kuberay/ray-operator',
  },
};

export const CONTROLLERS = Object.keys(RECIPES) as Controller[];

const TOOLS = resolve(__dirname, '..', 'tools');

export function toolFolder(controller: Controller): string {
  return join(TOOLS, RECIPES[controller].tool);
}

/** The version that go.mod pins, such as "v0.11.1". */
export function pinnedVersion(controller: Controller): string {
  const { module, tool } = RECIPES[controller];
  const goMod = readFileSync(join(TOOLS, tool, 'go.mod'), 'utf8');
  const found = new RegExp(`^\\s*${module.replaceAll('.', '\\.')} (v\\S+)`, 'm').exec(goMod);
  if (!found) throw new Error(`test/training/tools/${tool}/go.mod does not require ${module}`);
  return found[1];
}
