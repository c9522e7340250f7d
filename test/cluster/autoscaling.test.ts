import { tally } from '../support/tally';
import {
  brokenImageInTheSpike,
  clientSide,
  fixedToAutoscaled,
  handedOver,
  initialReplicasInTheSpike,
  neverReady,
  rolloutInTheSpike,
  serverSide,
} from './autoscaling/apply';
import { evictionsAtTheFloor } from './autoscaling/evictions';
import { besideASidecar, everyMetric, languageModel, metricsDown, oneMetricMissing } from './autoscaling/metrics';
import { MetricsApi } from './autoscaling/metrics-api';
import { REAL_TIME } from './autoscaling/real-time';
import { AutoscalingScenario } from './autoscaling/scenario';
import { churnPredictorAtNine, raisedFloor, tooMuch, upAndDown } from './autoscaling/spike';
import { ControlPlane } from './plane/control-plane';
import { addNodes } from './plane/nodes';
import { sleep } from './plane/processes';

/** What each shows, the namespace it runs in, and how it runs. */
type Row = [string, string, (run: AutoscalingScenario) => Promise<void>];

const SPIKE: Row[] = [
  ['churn-predictor meets 09:00, and is not quick to forget it', 'ml-serving', churnPredictorAtNine],
  ['with a raised floor nobody waits at 09:00', 'raised-floor', raisedFloor],
];

const APPLIED: Row[] = [
  { how: 'server-side', apply: serverSide },
  { how: 'client-side', apply: clientSide },
].flatMap(({ how, apply }): Row[] => [
  [`a rollout in the spike keeps the number, ${how}`, `rollout-${how}`, (run) => rolloutInTheSpike(run, apply)],
  [`with initialReplicas it does not, ${how}`, `initial-${how}`, (run) => initialReplicasInTheSpike(run, apply)],
  [`an autoscaler for fixed replicas begins at 1, ${how}`, `fixed-${how}`, (run) => fixedToAutoscaled(run, apply)],
  [`handed over first, it begins with what there is, ${how}`, `handed-${how}`, (run) => handedOver(run, apply)],
]);

const FAULTS: Row[] = [
  ['a broken image before the spike: the old one grows, within the bounds', 'broken', brokenImageInTheSpike],
  ['pods that never get ready do not make it run away', 'never-ready', neverReady],
  ['without metrics the replicas stay', 'metrics-down', metricsDown],
  ['with one metric of two, up but not down', 'one-missing', oneMetricMissing],
];

const OTHERS: Row[] = [
  ['GPU pods come one a minute', 'language-model', languageModel],
  ['replicas follow the load up and down, never below what it needs', 'up-and-down', upAndDown],
  ['no load takes more than maxReplicas', 'too-much', tooMuch],
  ['evictions at the floor take one pod at a time, and the only one', 'evictions', evictionsAtTheFloor],
  ['every metric that we emit is found by its name and labels', 'every-metric', everyMetric],
  ['an idle sidecar does not dilute the CPU use', 'sidecar', besideASidecar],
];

const SCENARIOS = REAL_TIME ? SPIKE : [...SPIKE, ...OTHERS, ...FAULTS, ...APPLIED];
const PATIENCE = REAL_TIME ? 1_800_000 : 300_000;

/** The real HPA controller. Most of it is waiting, so the scenarios run side by side. */
describe('autoscaling', () => {
  let plane: ControlPlane;
  let metrics: MetricsApi;
  const runs = new Map<string, Promise<void>>();

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'autoscaling', controllers: 'all', scheduler: true, kubelets: true });
    await addNodes(plane, [
      ...['a', 'b', 'c'].map((zone) => ({ name: `cpu-${zone}`, zone, cpu: '64', memory: '256Gi' })),
      { name: 'gpu', zone: 'a', gpus: 4, labels: { 'nvidia.com/gpu.present': 'true' } },
    ]);
    metrics = await MetricsApi.start(plane);
    for (const [, namespace, run] of SCENARIOS) {
      // Not all at once: each begins with kubectl, which keeps a processor busy for a second.
      await sleep(400);
      const running = AutoscalingScenario.start(plane, metrics, namespace).then(run);
      // A failure is that of its own test, which may not wait for it yet.
      running.catch(() => {});
      runs.set(namespace, running);
    }
  });

  afterAll(async () => {
    await plane?.stop();
    await metrics?.stop();
    if (!REAL_TIME) tally('faults', FAULTS.length);
  });

  it.each(SCENARIOS)('%s', async (_what, namespace) => runs.get(namespace), PATIENCE);
});
