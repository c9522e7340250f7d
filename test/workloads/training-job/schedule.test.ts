import { App, Chart, Duration } from 'cdk8s';
import {
  ClusterTarget,
  ConcurrencyPolicy,
  Distribution,
  Link,
  Manifests,
  MlApp,
  MlNamespace,
  ModelServer,
  ModelService,
  Run,
  Schedule,
  type ScheduleOptions,
  TrainingEngine,
  TrainingJob,
  type TrainingJobProps,
} from '../../../lib';
import { checkObjects } from '../../rules/support';

const APIS = ['jobset.x-k8s.io/v1alpha2', 'trainer.kubeflow.org/v1alpha1', 'batch.volcano.sh/v1alpha1'];
const TWO = Distribution.pyTorch({ nodes: 2, processesPerNode: 1 });

const nightly = (options: Partial<ScheduleOptions> = {}) =>
  Schedule.cron('0 3 * * *', { timeZone: 'Europe/Berlin', ...options });

const PROPS: TrainingJobProps = {
  image: 'registry.example/train:1.0.0',
  compute: { cpu: '1', memory: '1Gi' },
  distribution: TWO,
  engine: TrainingEngine.jobSet(),
  schedule: nightly(),
};

function made(props: Partial<TrainingJobProps> = {}, id = 'job'): Manifests {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: APIS }).applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: 'ml' });
  new TrainingJob(chart, id, { ...PROPS, ...props });
  return Manifests.fromChart(chart);
}

const scheduled = (manifests: Manifests) =>
  Object.values<string>(manifests.get('ConfigMap', 'job-schedule').data).map((text) => JSON.parse(text));

test('a gang on a schedule: a CronJob that makes the object, which is a file beside it', () => {
  const manifests = made({
    schedule: nightly({
      startingDeadline: Duration.minutes(5),
      successfulHistory: 1,
      failedHistory: 2,
      suspended: true,
      starterImage: 'registry.example/kubectl:1.34.5',
    }),
  });
  expect(manifests.ofKind('JobSet')).toEqual([]);
  const { spec } = manifests.get('CronJob', 'job');
  expect(spec).toMatchObject({
    schedule: '0 3 * * *',
    timeZone: 'Europe/Berlin',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 300,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 2,
    suspend: true,
  });
  const { metadata, spec: pod } = spec.jobTemplate.spec.template;
  expect(pod).toMatchObject({ serviceAccountName: 'job-schedule', automountServiceAccountToken: true });
  expect(pod.containers[0].image).toBe('registry.example/kubectl:1.34.5');
  const [jobSet] = scheduled(manifests);
  expect(jobSet).toMatchObject({ kind: 'JobSet', metadata: { name: 'job' } });
  // the run's pods have none of the rights, and its policy and Service do not select the pod that starts them
  const [{ template }] = jobSet.spec.replicatedJobs;
  expect(template.spec.template.spec).toMatchObject({ serviceAccountName: 'job', automountServiceAccountToken: false });
  const { matchLabels } = manifests.get('NetworkPolicy', 'job').spec.podSelector;
  expect(template.spec.template.metadata.labels).toMatchObject(matchLabels);
  expect(metadata.labels).not.toMatchObject(matchLabels);
});

test('the Role lists the one name; only create has none, since RBAC cannot limit it', () => {
  const manifests = made();
  const of = { apiGroups: ['jobset.x-k8s.io'], resources: ['jobsets'] };
  expect(manifests.get('Role', 'job-schedule').rules).toEqual([
    { ...of, verbs: ['create'] },
    { ...of, resourceNames: ['job'], verbs: ['get', 'patch', 'delete'] },
  ]);
  expect(manifests.get('RoleBinding', 'job-schedule').subjects).toEqual([
    { kind: 'ServiceAccount', name: 'job-schedule', namespace: 'ml' },
  ]);
});

test('overrides reach the object that is made', () => {
  const [jobSet] = scheduled(made({ overrides: { JobSet: { spec: { ttlSecondsAfterFinished: 77 } } } }));
  expect(jobSet.spec.ttlSecondsAfterFinished).toBe(77);
});

test('plain Kubernetes and Volcano have schedules for one pod, and start gangs like the others', () => {
  for (const engine of [TrainingEngine.kubernetes(), TrainingEngine.volcano()]) {
    expect(made({ engine, distribution: undefined }).ofKind('Role')).toEqual([]);
    expect(scheduled(made({ engine }))).toHaveLength(1);
  }
  const roles = Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 2 } });
  const manifests = made({ engine: TrainingEngine.kubernetes(), distribution: roles });
  expect(scheduled(manifests).map(({ metadata }) => metadata.name)).toEqual(['job-chief', 'job-worker']);
  expect(manifests.get('Role', 'job-schedule').rules[1].resourceNames).toEqual(['job-chief', 'job-worker']);
  expect(manifests.get('Service', 'job').spec.clusterIP).toBe('None');
});

test('the runtime of Trainer stays, and only the TrainJob is made anew', () => {
  const manifests = made({ engine: TrainingEngine.trainer() });
  expect(manifests.ofKind('TrainingRuntime')).toHaveLength(1);
  expect(scheduled(manifests).map(({ kind }) => kind)).toEqual(['TrainJob']);
});

test('no rule objects, also where the namespace denies all traffic', () => {
  const app = new MlApp({ outdir: 'unused' });
  ClusterTarget.kubernetes('1.33', { apis: APIS }).applyTo(app);
  const research = new MlNamespace(app, 'research', { defaultDenyEgress: true });
  new TrainingJob(research, 'set', PROPS);
  // the policy of the link selects pods that no manifest has
  const model = new ModelService(research, 'model', {
    image: 'registry.example/model:1.0.0',
    server: ModelServer.http({ port: 8000, healthPath: '/health' }),
    compute: { cpu: '1', memory: '1Gi' },
  });
  new TrainingJob(research, 'linked', { ...PROPS, links: [Link.to(model, { env: 'MODEL_URL' })] });
  new TrainingJob(research, 'plain', { ...PROPS, engine: TrainingEngine.kubernetes() });
  const manifests = Manifests.fromChart(research);
  expect(checkObjects(manifests.all()).map(({ rule, object }) => `${rule}: ${object}`)).toEqual([]);
  // the pod calls the API server, whose address no policy can know
  const { policyTypes, egress } = manifests.get('NetworkPolicy', 'set-schedule').spec;
  expect(policyTypes).toEqual(['Ingress', 'Egress']);
  expect(egress).toEqual([{ ports: [443, 6443].map((port) => ({ protocol: 'TCP', port })) }]);
});

test.each<[what: string, props: Partial<TrainingJobProps>, at: string]>([
  ['two runs at once', { schedule: nightly({ concurrency: ConcurrencyPolicy.ALLOW }) }, 'schedule.concurrency'],
  ['a floating image', { schedule: nightly({ starterImage: 'alpine/k8s:latest' }) }, 'schedule.starterImage'],
  ['a name of the run', { run: Run.version('v1') }, 'run'],
])('refuses %s', (_what, props, at) => {
  expect(() => made(props)).toThrow(`\n  ${at}\n`);
});

test('the name leaves room for what the CronJob controller adds', () => {
  expect(() => made({}, 'a'.repeat(45))).not.toThrow();
  expect(() => made({ engine: TrainingEngine.kubernetes(), distribution: undefined }, 'a'.repeat(53))).toThrow(
    /at most 52 characters/,
  );
});

test('policies of links declare the runs, which are not in the manifests', () => {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: APIS }).applyTo(app);
  const namespace = new MlNamespace(app, 'ml', { defaultDenyEgress: true });
  const api = new ModelService(namespace, 'api', {
    image: 'registry.example/api:1.0.0',
    server: ModelServer.http({ port: 8000, healthPath: '/health' }),
    compute: { cpu: '1', memory: '1Gi' },
  });
  new TrainingJob(namespace, 'job', { ...PROPS, links: [Link.to(api, { env: 'API' })] });
  const manifests = Manifests.fromChart(namespace);
  expect(manifests.get('NetworkPolicy', 'job-to-api').metadata.annotations).toEqual({
    'cdk8s-ml.io/expects': 'JobSet/job',
  });
  expect(checkObjects(manifests.all())).toEqual([]);
});
