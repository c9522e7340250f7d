import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import {
  ClusterTarget,
  ConcurrencyPolicy,
  Distribution,
  Manifests,
  Schedule,
  TrainingEngine,
  TrainingJob,
} from '../../lib';
import type { Manifest } from './plane/api';
import { binaryPath } from './plane/binaries';
import { ControlPlane } from './plane/control-plane';
import { crdDatabase } from './plane/crd-database';
import { Paths } from './support/server-side';

const APIS = [
  'jobset.x-k8s.io/v1alpha2',
  'trainer.kubeflow.org/v1alpha1',
  'kubeflow.org/v1',
  'batch.volcano.sh/v1alpha1',
  'ray.io/v1',
];

/** The objects of each engine, and the status by which its controller says that a run has ended. */
const ENGINES: readonly [name: string, engine: TrainingEngine, kind: string, ended: Manifest][] = [
  ['JobSet', TrainingEngine.jobSet(), 'JobSet', condition('Completed')],
  ['Trainer', TrainingEngine.trainer(), 'TrainJob', condition('Complete')],
  ['the training operator', TrainingEngine.trainingOperator(), 'PyTorchJob', condition('Failed')],
  ['Volcano', TrainingEngine.volcano(), 'Job', { state: { phase: 'Completed' } }],
  ['KubeRay', TrainingEngine.kubeRay(), 'RayJob', { jobDeploymentStatus: 'Complete' }],
];

function condition(type: string): Manifest {
  const now = '2026-01-01T00:00:00Z';
  const others = { reason: 'Test', message: 'test', lastTransitionTime: now };
  return {
    conditions: [
      { type: 'Suspended', status: 'False', ...others },
      { type, status: 'True', ...others },
    ],
  };
}

function objectsOf(namespace: string, engine: TrainingEngine, concurrency = ConcurrencyPolicy.FORBID): Manifest[] {
  const app = new App();
  ClusterTarget.kubernetes('1.33', { apis: APIS }).applyTo(app);
  const chart = new Chart(app, 'chart', { namespace });
  new TrainingJob(chart, 'job', {
    image: 'registry.example/train:1.0.0',
    compute: { cpu: '1', memory: '1Gi' },
    command: ['torchrun', 'train.py'],
    distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }),
    engine,
    schedule: Schedule.cron('0 3 * * *', { timeZone: 'Etc/UTC', concurrency }),
  });
  return Manifests.fromChart(chart).all() as Manifest[];
}

describe('the pod that starts a scheduled run', () => {
  let plane: ControlPlane;
  let paths: Paths;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'scheduled', controllers: 'all', database: await crdDatabase() });
    paths = new Paths(plane.api);
  });

  afterAll(() => plane?.stop());

  /** Applies the manifests, and gives what runs the container as its ServiceAccount. */
  async function deployed(namespace: string, objects: Manifest[]) {
    await plane.api.call('POST', '/api/v1/namespaces', {
      body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    });
    const folder = join(plane.folder, namespace);
    mkdirSync(join(folder, 'manifests'), { recursive: true });
    for (const [i, object] of objects.entries())
      writeFileSync(join(folder, 'manifests', `${i}.json`), JSON.stringify(object));
    expect((await plane.kubectl.applyServerSide(join(folder, 'manifests'))).stderr).toBe('');
    const find = (kind: string, name: string) => {
      return objects.find((object) => object.kind === kind && object.metadata.name === name) as Manifest;
    };
    const { template } = find('CronJob', 'job').spec.jobTemplate.spec;
    const [container] = template.spec.containers;
    const { data } = find('ConfigMap', 'job-schedule');
    const env: Record<string, string> = Object.fromEntries(
      container.env.map(({ name, value }: Manifest) => [name, value]),
    );
    const place = (files: Record<string, string>, name: string) => {
      const path = join(folder, name);
      mkdirSync(path, { recursive: true });
      for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
      return path;
    };
    const account = template.spec.serviceAccountName;
    const { status } = await plane.api.call(
      'POST',
      `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`,
      {
        body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
      },
    );
    const config = JSON.parse(readFileSync(join(plane.folder, 'admin.kubeconfig'), 'utf8'));
    config.users[0].user.token = status.token;
    config.contexts[0].context.namespace = namespace;
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, JSON.stringify(config), { mode: 0o600 });
    const start = (files: Record<string, string> = data, name = 'objects') =>
      new Promise<{ code: number; stderr: string }>((resolve) => {
        const [command, ...args] = [...container.command, ...container.args];
        const values = { ...env, HOME: place({}, 'home'), OBJECTS: place(files, name), KUBECONFIG: kubeconfig };
        const PATH = `${dirname(binaryPath('kubectl'))}:${process.env.PATH}`;
        execFile(command, args, { env: { ...values, PATH } }, (error, _stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stderr });
        });
      });
    const [text] = Object.values(data as Record<string, string>);
    const run: Manifest = { ...JSON.parse(text) };
    run.metadata.namespace = namespace;
    const live = async (): Promise<Manifest | undefined> => {
      const { status: code, body } = await plane.api.request('GET', await paths.of(run));
      // right after the start the server answers late for what many CRDs have
      if (code === 504) return live();
      if (code !== 200 && code !== 404) throw new Error(body.message);
      return code === 404 ? undefined : body;
    };
    const ends = async (to: Manifest) => {
      const path = `${await paths.of(run)}/status`;
      await plane.api.mergePatch(path, { status: to });
    };
    return { start, live, ends, data, run };
  }

  it.each(ENGINES)('makes the object of %s, leaves one that runs, and replaces one that has ended', async (...row) => {
    const [, engine, kind, ended] = row;
    const namespace = kind.toLowerCase();
    const { start, live, ends, run } = await deployed(namespace, objectsOf(namespace, engine));
    expect(run.kind).toBe(kind);
    expect(await live()).toBeUndefined();

    expect(await start()).toMatchObject({ code: 0, stderr: expect.stringContaining('the run has started') });
    const first = (await live()) as Manifest;
    expect(first.metadata.name).toBe('job');

    expect(await start()).toMatchObject({ code: 0, stderr: expect.stringContaining('this start is skipped') });
    expect((await live())?.metadata.uid).toBe(first.metadata.uid);

    await ends(ended);
    expect(await start()).toMatchObject({ code: 0, stderr: expect.stringContaining('the run has started') });
    const second = (await live()) as Manifest;
    expect(second.metadata.uid).not.toBe(first.metadata.uid);
    expect(second.status?.conditions ?? []).toEqual([]);
  });

  it('replaces one that runs, where the schedule says so', async () => {
    const objects = objectsOf('replace', TrainingEngine.jobSet(), ConcurrencyPolicy.REPLACE);
    const { start, live } = await deployed('replace', objects);
    expect((await start()).code).toBe(0);
    const first = (await live()) as Manifest;
    expect((await start()).code).toBe(0);
    expect((await live())?.metadata.uid).not.toBe(first.metadata.uid);
  });

  it('may touch no object of another name, but can make one: RBAC cannot limit that', async () => {
    const { start, data } = await deployed('rights', objectsOf('rights', TrainingEngine.jobSet()));
    const [text] = Object.values(data as Record<string, string>);
    const other = JSON.parse(text);
    other.metadata.name = 'other';
    const { code, stderr } = await start({ '0-other.json': JSON.stringify(other) }, 'others');
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/"other" is forbidden: .* cannot get resource "jobsets"/);
    const who = { user: 'system:serviceaccount:rights:job-schedule', groups: ['system:serviceaccounts'] };
    const may = (verb: string, resource: string) => plane.kubectl.canI(who, verb, resource, 'rights');
    expect(await may('create', 'jobsets.jobset.x-k8s.io')).toBe(true);
    expect(await may('list', 'jobsets.jobset.x-k8s.io')).toBe(false);
    expect(await may('delete', 'jobsets.jobset.x-k8s.io')).toBe(false);
    expect(await may('get', 'secrets')).toBe(false);
    expect(await may('create', 'jobs.batch')).toBe(false);
  });

  it('makes the Jobs of a gang on plain Kubernetes, whose pods find each other by a fixed name', async () => {
    const { start, live } = await deployed('plain', objectsOf('plain', TrainingEngine.kubernetes()));
    expect((await start()).code).toBe(0);
    const job = (await live()) as Manifest;
    expect(job.spec).toMatchObject({ completionMode: 'Indexed', completions: 2 });
    const [{ env }] = job.spec.template.spec.containers;
    expect(env).toContainEqual({ name: 'MASTER_ADDR', value: 'job-0.job' });
    expect((await start()).stderr).toContain('this start is skipped');
  });
});
