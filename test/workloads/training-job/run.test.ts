import { App, Chart, Duration } from 'cdk8s';
import {
  Checkpoints,
  Cleanup,
  Cloud,
  ClusterTarget,
  Delivery,
  Distribution,
  Environment,
  FailurePolicy,
  Gpu,
  GpuModel,
  Manifests,
  MlNamespace,
  type NamespaceQuota,
  Queue,
  RoleValue,
  Run,
  Schedule,
  TrainingEngine,
  TrainingJob,
  type TrainingJobProps,
} from '../../../lib';

const PROPS: TrainingJobProps = {
  image: 'registry.example/train:1.0.0',
  compute: { cpu: '1', memory: '1Gi' },
};
const GANG = { distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }) };

function chart(environment?: Environment): Chart {
  const app = new App();
  environment?.applyTo(app);
  return new Chart(app, 'chart', { namespace: 'ml' });
}

const runOf = (props: Partial<TrainingJobProps> = {}, id = 'job') =>
  new TrainingJob(chart(), id, { ...PROPS, ...props }).runName;

describe('the name of a run', () => {
  test('is a hash of what runs, the same each time', () => {
    expect(runOf()).toMatch(/^job-[0-9a-f]{8}$/);
    expect(runOf()).toBe(runOf());
  });

  test('changes with the program, its amounts and its configuration', () => {
    const names = [
      runOf(),
      runOf({ image: 'registry.example/train:1.0.1' }),
      runOf({ command: ['python', 'b.py'] }),
      runOf({ compute: { cpu: '2', memory: '1Gi' } }),
      runOf({ config: { A: '1' } }),
      runOf({ overrides: { Job: { spec: { template: { spec: { priority: 5 } } } } } }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  test('stays where only the queue, its priority or the time to live change', () => {
    const base = runOf({ queue: Queue.named('a') });
    expect(runOf({ queue: Queue.named('b', { priority: 'urgent' }) })).toBe(base);
    expect(runOf({ queue: Queue.named('a'), cleanup: Cleanup.after(Duration.days(1)) })).toBe(base);
  });

  test('stands in every place that names it', () => {
    const scope = chart();
    const { runName } = new TrainingJob(scope, 'job', { ...PROPS, ...GANG });
    const text = Manifests.fromChart(scope).yaml();
    expect(text).not.toContain('rrrrrrrr');
    const [job] = Manifests.fromChart(scope).ofKind('Job');
    const { env, ...spec } = job.spec.template.spec.containers[0];
    expect(spec.name).toBe('main');
    expect(env).toContainEqual({ name: 'MASTER_ADDR', value: `${runName}-0.${runName}` });
    expect(job.spec.template.spec.subdomain).toBe(runName);
    expect(Manifests.fromChart(scope).get('Service', runName).spec.selector['cdk8s-ml.io/run']).toBe(runName);
  });

  test('is a version or a fixed name where it was asked for', () => {
    expect(runOf({ run: Run.version('v7') })).toBe('job-v7');
    expect(runOf({ run: Run.named('nightly') })).toBe('nightly');
  });

  test('is refused where names of pods would be too long, before a cluster sees it', () => {
    expect(() => runOf({ ...GANG }, 'a'.repeat(60))).toThrow(/id\n.*<hash>/);
  });
});

describe('what outlives a run has no hash, and what belongs to it is labelled', () => {
  test('the claim of the checkpoints', () => {
    const scope = chart();
    const job = new TrainingJob(scope, 'job', {
      ...PROPS,
      checkpoints: Checkpoints.claim({ size: '10Gi', path: '/ckpt', resumeEnv: 'RESUME', resumeFrom: 'job-00000000' }),
    });
    const claim = Manifests.fromChart(scope).get('PersistentVolumeClaim', 'job-checkpoints');
    expect(claim.metadata.labels['cdk8s-ml.io/run']).toBeUndefined();
    const { env } = Manifests.fromChart(scope).get('Job', job.runName).spec.template.spec.containers[0];
    expect(env).toContainEqual({ name: 'CHECKPOINT_DIR', value: `/ckpt/${job.runName}` });
    expect(env).toContainEqual({ name: 'RESUME', value: '/ckpt/job-00000000' });
  });

  test('one node at a time is refused for several pods', () => {
    const checkpoints = Checkpoints.existingClaim('disk', { path: '/ckpt', access: 'ReadWriteOnce' as never });
    expect(() => runOf({ ...GANG, checkpoints })).toThrow(/checkpoints.access/);
  });
});

describe('refused before a cluster sees it', () => {
  test.each([Delivery.ARGO_CD, Delivery.FLUX])('a clean-up under %s, which would start the run again', (delivery) => {
    const environment = new Environment('prod', { delivery });
    const cleanup = Cleanup.after(Duration.days(1));
    expect(() => new TrainingJob(chart(environment), 'job', { ...PROPS, cleanup })).toThrow(/cleanup\n[\s\S]*again/);
  });

  test('a save time above the notice of a spot node', () => {
    const environment = new Environment('prod', { cluster: ClusterTarget.kubernetes('1.33', { cloud: Cloud.GKE }) });
    const props = {
      ...PROPS,
      compute: { cpu: '1', memory: '1Gi', gpu: Gpu.nvidia({ model: GpuModel.T4, spot: true }) },
      checkpoints: Checkpoints.claim({ size: '1Gi', path: '/c', saveTime: Duration.seconds(60) }),
    };
    expect(() => new TrainingJob(chart(environment), 'job', props)).toThrow(/checkpoints.saveTime\n[\s\S]*15 seconds/);
  });

  test('a priority that is too long for a label', () => {
    const queue = Queue.named('research', { priority: 'a.'.repeat(40).concat('a') });
    expect(() => runOf({ queue })).toThrow(/queue.priority\n[\s\S]*at most 63 characters/);
    expect(() => runOf({ queue: Queue.named('research', { priority: 'a'.repeat(63) }) })).not.toThrow();
  });

  test('a credential in the environment of a role', () => {
    const role = {
      name: 'client',
      replicas: 1,
      endsRun: true,
      env: { HUB_TOKEN: RoleValue.text(`hf_${'a1'.repeat(17)}`) },
    };
    expect(() => runOf({ distribution: Distribution.custom({ roles: [role] }) })).toThrow(
      /roles\[0\].env.HUB_TOKEN\n[\s\S]*no credential/,
    );
  });

  test('a time zone in a schedule', () => {
    const schedule = Schedule.cron('TZ=UTC 0 3 * * *', { timeZone: 'Etc/UTC' });
    expect(() => runOf({ schedule })).toThrow(/schedule.cron\n[\s\S]*set timeZone instead/);
  });

  test.each(['0 3 * *', '60 3 * * *', '0 24 * * *', '* * * * 7', '0 3 * * * *', 'a b c d e'])('%s', (cron) => {
    expect(() => runOf({ schedule: Schedule.cron(cron, { timeZone: 'Etc/UTC' }) })).toThrow(/schedule.cron/);
  });
});

describe('failures on plain Kubernetes', () => {
  const specOf = (props: Partial<TrainingJobProps>) => {
    const scope = chart();
    new TrainingJob(scope, 'job', { ...PROPS, ...props });
    return Manifests.fromChart(scope).ofKind('Job')[0].spec;
  };

  test('a disruption does not count, and a wrong configuration fails at once', () => {
    const { podFailurePolicy, podReplacementPolicy, backoffLimit, activeDeadlineSeconds } = specOf({
      failure: FailurePolicy.replacePods({ maxReplacements: 5, configErrorCodes: [3, 2] }),
    });
    expect(podFailurePolicy.rules).toEqual([
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
      { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [2, 3] } },
    ]);
    expect([podReplacementPolicy, backoffLimit, activeDeadlineSeconds]).toEqual(['Failed', 5, 86400]);
  });

  test('a schedule makes a CronJob that does not overlap', () => {
    const scope = chart();
    new TrainingJob(scope, 'job', { ...PROPS, schedule: Schedule.cron('0 3 * * *', { timeZone: 'Europe/Berlin' }) });
    expect(Manifests.fromChart(scope).get('CronJob', 'job').spec).toMatchObject({
      schedule: '0 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
    });
  });
});

test('a gang on JobSet starts again as a whole, and disruptions are free', () => {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: ['jobset.x-k8s.io/v1alpha2'] }).applyTo(app);
  const scope = new Chart(app, 'chart', { namespace: 'ml' });
  new TrainingJob(scope, 'job', {
    ...PROPS,
    ...GANG,
    engine: TrainingEngine.jobSet(),
    failure: FailurePolicy.restartGang({ maxRestarts: 4, configErrorCodes: [2] }),
  });
  const { failurePolicy } = Manifests.fromChart(scope).ofKind('JobSet')[0].spec;
  expect(failurePolicy.maxRestarts).toBe(4);
  expect(failurePolicy.rules.map(({ action }: { action: string }) => action)).toEqual([
    'FailJobSet',
    'RestartJobSetAndIgnoreMaxRestarts',
    'FailJobSet',
  ]);
});

describe('the queue of a run', () => {
  const long = { queue: Queue.named(`a.${'b'.repeat(62)}`, { priority: 'c'.repeat(64) }) };

  test('is the value of a label for Kueue, so of 63 characters', () => {
    expect(() => runOf(long)).toThrow(/queue\.name[\s\S]*at most 63[\s\S]*queue\.priority[\s\S]*at most 63/);
    expect(() => runOf({ queue: Queue.named('a.b', { priority: 'c'.repeat(63) }) })).not.toThrow();
  });

  test('is a field for Volcano, and any name of an object', () => {
    expect(() => runOf({ ...long, engine: TrainingEngine.volcano() })).not.toThrow();
    const tooLong = { queue: Queue.named('a', { priority: 'c'.repeat(254) }), engine: TrainingEngine.volcano() };
    expect(() => runOf(tooLong)).toThrow('queue.priority');
  });
});

describe('the claims of a run in a namespace with guard rails', () => {
  const job = (props: Partial<TrainingJobProps>, quota: NamespaceQuota, maxClaimSize?: string) => {
    const namespace = new MlNamespace(new App(), 'ml', { quota, maxClaimSize });
    return () => new TrainingJob(namespace, 'job', { ...PROPS, ...props });
  };
  const checkpoints = Checkpoints.claim({ size: '10Gi', path: '/ckpt' });

  test('are refused where there is no room for them', () => {
    expect(job({ checkpoints }, { claims: 1, storage: '10Gi' })).not.toThrow();
    expect(job({ checkpoints }, { claims: 0 })).toThrow(/checkpoints[\s\S]*at most 0 persistentvolumeclaims/);
    expect(job({ checkpoints }, { storage: '9Gi' })).toThrow(/checkpoints[\s\S]*requests.storage/);
    expect(job({ checkpoints }, {}, '9Gi')).toThrow(/checkpoints.size[\s\S]*at most 9Gi/);
  });
});
