import { ApiObject, type App } from 'cdk8s';
import type { Construct } from 'constructs';
import { Distribution, MlNamespace, NetworkAccess, PodSecurityLevel, TrainingEngine, TrainingJob } from '../../lib';
import { tally } from '../support/tally';
import { CONSTRUCTS, titleOf, workloadsWith } from '../support/workloads';
import { mlNamespace } from '../support/workloads/ml-namespace';
import { allProps } from '../support/workloads/rows';
import type { TestedConstruct } from '../support/workloads/types';
import { ControlPlane } from './plane/control-plane';
import { crdDatabase } from './plane/crd-database';
import { applyInOneGo, drift, refusedOrWarned, refusedPods, removeAgain } from './support/acceptance';
import type { ManifestFolder } from './support/manifests';
import { synthesize } from './support/synth';

/** What a construct stands in: the app, or a namespace of its own. */
function place({ within }: TestedConstruct, app: App): Construct {
  return within === 'app' ? app : new MlNamespace(app, 'place');
}

/** Classes that admission wants to find for pods with every prop, and that somebody else would have made. */
function makeClasses(scope: Construct): void {
  const classes = {
    'scheduling.k8s.io/v1 PriorityClass p-priority': { value: 1000 },
    'node.k8s.io/v1 RuntimeClass p-runtime': { handler: 'runc' },
  };
  for (const [key, fields] of Object.entries(classes)) {
    const [apiVersion, kind, name] = key.split(' ');
    new ApiObject(scope, name, { apiVersion, kind, metadata: { name }, ...fields });
  }
}

type Made = [title: string, make: (app: App) => unknown];

/** Each construct with the fewest props and with every prop; those that make no object are tried with what they hold. */
const EACH = CONSTRUCTS.filter(({ name }) => name !== 'MlNamespace.existing').flatMap((construct): Made[] => [
  [
    `${titleOf(construct)} with the fewest props`,
    (app) => construct.make(place(construct, app), 'fewest', construct.minimal),
  ],
  [
    `${titleOf(construct)} with every prop`,
    (app) => {
      const scope = place(construct, app);
      if (construct.within === 'namespace') makeClasses(scope);
      construct.make(scope, 'every-prop', allProps(construct, scope));
    },
  ],
]);

const PLACED = workloadsWith().map(
  ([title, workload]): Made => [
    `${title} in a namespace with every prop`,
    (app) => {
      const namespace = new MlNamespace(app, 'every-prop', allProps(mlNamespace, app));
      workload.make(namespace, 'model', workload.minimal);
    },
  ],
);

const CLOSED = workloadsWith('access').map(
  ([title, workload]): Made => [
    `${title} that nobody may call`,
    (app) => {
      workload.make(new MlNamespace(app, 'closed'), 'model', { ...workload.minimal, access: NetworkAccess.nobody() });
    },
  ],
);

/** Kinds that the training operator has for other frameworks than that of its entry in the table. */
const FRAMEWORKS: readonly Made[] = Object.entries({
  TFJob: Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 2 } }),
  XGBoostJob: Distribution.xgboost({ nodes: 2 }),
  JAXJob: Distribution.jax({ nodes: 2 }),
  MPIJob: Distribution.mpi({ workers: { replicas: 2 }, slotsPerWorker: 2 }),
}).map(
  ([kind, distribution]): Made => [
    `${kind} of a TrainingJob`,
    (app) => {
      const props = { image: 'registry.test/trainer:1.0.0', compute: { cpu: '1', memory: '1Gi' } };
      new TrainingJob(new MlNamespace(app, kind.toLowerCase()), 'train', {
        ...props,
        command: ['python', 'train.py'],
        engine: TrainingEngine.trainingOperator(),
        distribution,
      });
    },
  ],
);

const OPEN: Made = [
  'MlNamespace without restrictions',
  (app) => new MlNamespace(app, 'open', { podSecurity: PodSecurityLevel.PRIVILEGED, defaultDenyIngress: false }),
];

describe('constructs on the API server', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'constructs', controllers: 'guard-rails', database: await crdDatabase() });
  });

  afterAll(() => plane?.stop());

  it.each([...EACH, ...PLACED, ...CLOSED, ...FRAMEWORKS, OPEN])(
    '%s: accepted, its pods let in, steady, and applied in one go',
    async (_name, make) => {
      const folder: ManifestFolder = synthesize(plane, 'construct', make);
      tally('manifests', folder.objects.length);
      expect(await refusedOrWarned(plane, folder)).toEqual([]);
      expect(await refusedPods(plane, folder.objects)).toEqual([]);
      expect(await drift(plane, folder)).toEqual([]);
      await removeAgain(plane, folder);
      expect(await applyInOneGo(plane, folder)).toEqual([]);
      await removeAgain(plane, folder);
    },
  );
});
