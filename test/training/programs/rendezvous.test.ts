import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checkpoints, Distribution } from '../../../lib';
import type { Environment } from '../support/environment';
import { ofMpiOperator } from '../support/injected';
import { type MadeProps, made } from '../support/made';
import { type Rank, ranksOf } from '../support/ranks';
import { onLoopback } from './loopback';
import { finished, Program } from './processes';
import { describeIn, joined, PROGRAMS, TOOLS, TORCH, type Workplace, workplace } from './workplace';

/** Those whose pods run the program; on KubeRay our driver starts it, which has a suite of its own. */
const ENGINES = ['kubernetes', 'jobSet', 'trainer', 'trainingOperator', 'volcano'] as const;
type RankedEngine = (typeof ENGINES)[number];

const PORTS = { pyTorch: 29500, tensorFlow: 2222, jax: 29500, xgboost: 29500 };

/** Command and environment of each rank as the manifests of the engine have them, on this machine. */
async function ranks(engine: RankedEngine, port: number, { data }: Workplace, props: MadeProps): Promise<Rank[]> {
  const { DATA, MODEL_DIR } = data;
  const objects = made(engine, 'jobs', { env: { DATA, MODEL_DIR, EPOCHS: '1', ROUNDS: '2' }, ...props });
  const all = ranksOf(engine, objects);
  const hosts = all.map(({ host }) => host);
  return onLoopback(all, hosts, port);
}

/** Starts all ranks as containers would be: their own commands, their own environments, and the programs of the image. */
function start(all: readonly Rank[], bin: string, { folder }: Workplace, more: Environment = {}): Program[] {
  const path = { PATH: [TOOLS, bin, process.env.PATH].join(':') };
  return all.map(({ command, environment }) => new Program(command, { ...path, ...more, ...environment }, folder));
}

const groupOf = (size: number) => Array.from({ length: size }, (_, rank) => ({ rank, group_size: size }));
const worldOf = (size: number) => Array.from({ length: size }, (_, rank) => ({ rank, world_size: size }));

describeIn('torch', 'a PyTorch group of our manifests', (bin) => {
  const nodes = (processesPerNode: number, more: object = {}): MadeProps => ({
    distribution: Distribution.pyTorch({ nodes: 2, processesPerNode, ...more }),
  });

  it.each(ENGINES)('%s: two processes that no launcher starts', async (engine) => {
    const place = workplace(128);
    const all = await ranks(engine, PORTS.pyTorch, place, { ...nodes(1), command: ['python', TORCH] });
    expect(joined(await finished(start(all, bin, place)))).toMatchObject(groupOf(2));
  });

  it.each(ENGINES)('%s: two nodes on each of which torchrun starts two processes', async (engine) => {
    const place = workplace(256);
    const all = await ranks(engine, PORTS.pyTorch, place, { ...nodes(2), command: ['torchrun', TORCH] });
    expect(joined(await finished(start(all, bin, place)))).toMatchObject(groupOf(4));
  });

  it('trainingOperator: an elastic run', async () => {
    const place = workplace(128);
    const props = { ...nodes(1, { minNodes: 1 }), command: ['torchrun', TORCH] };
    const all = await ranks('trainingOperator', PORTS.pyTorch, place, props);
    expect(all.map(({ environment }) => environment.PET_NNODES)).toEqual(['1:2', '1:2']);
    const programs = await finished(start(all, bin, place));
    expect(joined(programs).map(({ group_size }) => group_size)).toContain(2);
  });

  it('goes on from the last checkpoint after all of it was killed', async () => {
    const place = workplace(128);
    const checkpoints = Checkpoints.claim({
      size: '1Gi',
      path: join(place.folder, 'checkpoints'),
      resumeEnv: 'RESUME_FROM',
    });
    const env = { DATA: place.data.DATA, EPOCHS: '20', STEP_SECONDS: '0.05' };
    const props = { ...nodes(1), command: ['python', TORCH], checkpoints, env };
    const killed = start(await ranks('jobSet', PORTS.pyTorch, place, props), bin, place);
    await killed[0].says('checkpoint');
    for (const program of killed) program.kill('SIGKILL');
    expect(await Promise.all(killed.map((program) => program.ended()))).toEqual(['SIGKILL', 'SIGKILL']);

    const again = start(await ranks('jobSet', PORTS.pyTorch, place, props), bin, place);
    await finished(again);
    for (const { lines } of again) {
      const resumed = lines.find(({ event }) => event === 'resumed');
      expect(resumed?.path).toMatch(/\/checkpoints\/run\/step-0+[1-9]\d*\.pt$/);
      expect(Number(resumed?.step)).toBeGreaterThanOrEqual(10);
      expect(lines.at(-1)).toMatchObject({ event: 'done', step: 40, world_size: 2 });
    }
  });
});

describeIn('tensorflow', 'a TensorFlow group of our manifests', (bin) => {
  const command = ['python', join(PROGRAMS, 'mnist.py')];

  it.each(ENGINES)('%s: two workers', async (engine) => {
    const place = workplace(128);
    const distribution = Distribution.tensorFlow({ workers: { replicas: 2 } });
    const env = { DATA: place.data.DATA, EPOCHS: '1', CHECKPOINT_DIR: place.data.CHECKPOINT_DIR };
    const all = await ranks(engine, PORTS.tensorFlow, place, { distribution, command, env });
    expect(joined(await finished(start(all, bin, place)))).toMatchObject(worldOf(2));
  });

  it.each(['jobSet', 'trainingOperator'] as const)('%s: a chief and a worker', async (engine) => {
    const place = workplace(128);
    const distribution = Distribution.tensorFlow({ chief: { replicas: 1 }, workers: { replicas: 1 } });
    const env = { DATA: place.data.DATA, EPOCHS: '1', CHECKPOINT_DIR: place.data.CHECKPOINT_DIR };
    const all = await ranks(engine, PORTS.tensorFlow, place, { distribution, command, env });
    const programs = await finished(start(all, bin, place));
    const seen = joined(programs).map(({ role, world_size }) => [role, world_size]);
    expect(seen.sort()).toEqual([
      ['chief', 2],
      ['worker', 2],
    ]);
  });
});

describeIn('jax', 'a JAX group of our manifests', (bin) => {
  it.each(ENGINES)('%s: two processes', async (engine) => {
    const place = workplace(128);
    const distribution = Distribution.jax({ nodes: 2 });
    const command = ['python', join(PROGRAMS, 'jax_train.py')];
    const all = await ranks(engine, PORTS.jax, place, { distribution, command });
    expect(joined(await finished(start(all, bin, place)))).toMatchObject(worldOf(2));
  });
});

describeIn('xgboost', 'an XGBoost group of our manifests', (bin) => {
  it.each(ENGINES)('%s: two workers, to which the tracker is handed over', async (engine) => {
    const place = workplace(128);
    const distribution = Distribution.xgboost({ nodes: 2 });
    const command = ['python', join(PROGRAMS, 'xgboost_train.py')];
    const args = [
      '--tracker-host=$(XGBOOST_TRACKER_URI)',
      '--tracker-port=$(XGBOOST_TRACKER_PORT)',
      '--rank=$(RANK)',
      '--world-size=$(WORLD_SIZE)',
    ];
    const all = await ranks(engine, PORTS.xgboost, place, { distribution, command, args });
    expect(joined(await finished(start(all, bin, place)))).toMatchObject(worldOf(2));
  });
});

describeIn('mpi', 'an MPI group of our manifests', (bin) => {
  const HOSTS = {
    trainingOperator: ofMpiOperator.hostfile({ name: 'run', namespace: 'jobs', nodes: 2, processes: 2 }),
    // as the documentation of its svc plugin has it
    volcano: 'run-worker-0.run\nrun-worker-1.run\n',
  };

  /** Daemons start on this machine, each under the name of its host, and the user may be root. */
  const MACHINE = {
    PRTE_MCA_plm_ssh_agent: join(__dirname, 'as-host.sh'),
    OMPI_ALLOW_RUN_AS_ROOT: '1',
    OMPI_ALLOW_RUN_AS_ROOT_CONFIRM: '1',
  };

  it.each(['trainingOperator', 'volcano'] as const)('%s: two hosts with two slots each', async (engine) => {
    const place = workplace(128);
    const file = join(place.folder, 'hostfile');
    writeFileSync(file, HOSTS[engine]);
    const distribution = Distribution.mpi({ workers: { replicas: 2 }, slotsPerWorker: 2 });
    const command = ['mpirun', '--bind-to', 'none', 'python', join(PROGRAMS, 'mpi_train.py')];
    const all = await ranks(engine, 22, place, { distribution, command });
    const [launcher] = all.filter(({ command: [program] }) => program === 'mpirun');
    const mounted = (value: string) => (/^\/etc\/(mpi|volcano)\//.test(value) ? file : value);
    const environment = Object.fromEntries(
      Object.entries(launcher.environment).map(([name, value]) => [name, mounted(value)]),
    );
    const programs = await finished(start([{ ...launcher, environment }], bin, place, MACHINE));
    const hosts = all.filter((rank) => rank !== launcher).map(({ host }) => host);
    const seen = joined(programs).map(({ rank, world_size, host }) => [rank, world_size, String(host).split('.')[0]]);
    const [first, second] = hosts.map((host) => host.split('.')[0]);
    expect(seen).toEqual([
      [0, 4, first],
      [1, 4, first],
      [2, 4, second],
      [3, 4, second],
    ]);
  });
});
