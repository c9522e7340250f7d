import { isBuilt } from '../../test/training/controllers/builds';
import type { Controller } from '../../test/training/controllers/catalogue';
import { type Framework, isInstalled } from '../../test/training/programs/interpreter';

/** Something that is made once and kept. */
export interface Need {
  readonly minutes: number;
  isThere(): boolean;
}

/** One file of test/training: each is a step of its own, so that what time allows is run. */
export interface TrainingSuite {
  /** Pattern of jest that only this file matches. */
  readonly file: string;
  readonly warmMinutes: number;
  readonly needs: readonly Need[];
}

/** Minutes of `go build` with one compiler, on a core of its own. */
const BUILDS: { readonly [controller in Controller]: number } = {
  jobset: 5,
  kueue: 8,
  trainer: 5,
  'training-operator': 5,
  'mpi-operator': 5,
  kuberay: 5,
};

/** Minutes of pip install. */
const INSTALLS: { readonly [framework in Framework]: number } = {
  torch: 5,
  tensorflow: 3,
  jax: 2,
  mpi: 1,
  xgboost: 2,
};

const built = (...controllers: Controller[]): Need[] =>
  controllers.map((controller) => ({ minutes: BUILDS[controller], isThere: () => isBuilt(controller) }));
const installed = (...frameworks: Framework[]): Need[] =>
  frameworks.map((framework) => ({ minutes: INSTALLS[framework], isThere: () => isInstalled(framework) }));

/** test/ci compares the files with those of the folder. */
export const TRAINING_SUITES: readonly TrainingSuite[] = [
  { file: 'training/job.test', warmMinutes: 3, needs: [] },
  { file: 'training/jobset.test', warmMinutes: 4, needs: built('jobset') },
  { file: 'training/trainer.test', warmMinutes: 4, needs: built('jobset', 'trainer') },
  { file: 'training/trainer-objects.test', warmMinutes: 4, needs: built('jobset', 'trainer') },
  { file: 'training/training-operator.test', warmMinutes: 5, needs: built('training-operator') },
  { file: 'training/mpi-operator.test', warmMinutes: 3, needs: built('mpi-operator') },
  { file: 'training/kuberay.test', warmMinutes: 4, needs: built('kuberay') },
  { file: 'training/kueue.test', warmMinutes: 5, needs: built('jobset', 'trainer', 'training-operator', 'kueue') },
  {
    file: 'training/schemas.test',
    warmMinutes: 1,
    needs: built('jobset', 'kueue', 'trainer', 'training-operator', 'mpi-operator', 'kuberay'),
  },
  { file: 'programs/programs.test', warmMinutes: 2, needs: installed('torch', 'xgboost') },
  {
    file: 'programs/rendezvous.test',
    warmMinutes: 12,
    needs: installed('torch', 'tensorflow', 'jax', 'mpi', 'xgboost'),
  },
];
