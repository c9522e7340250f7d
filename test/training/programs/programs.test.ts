import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Environment } from '../support/environment';
import { jobSetHost, ofTrainer, ofTrainingOperator } from '../support/injected';
import { describeUnless } from '../support/suite';
import { type Framework, interpreterWith } from './interpreter';
import { onLoopback } from './loopback';
import { Program, runRanks } from './processes';

const APPS = resolve(__dirname, '..', '..', '..', 'apps');
const PROGRAMS = join(APPS, 'training', 'programs');
const TORCH = join(APPS, 'pytorch', 'program', 'train.py');
const RUN = { name: 'run', namespace: 'jobs', nodes: 2, processes: 1 };
const RANKS = [0, 1];

/** A suite that needs a framework: left out, with the reason, only where it cannot be installed. */
function describeIn(framework: Framework, title: string, tests: (python: string, bin: string) => void): void {
  const interpreter = interpreterWith(framework);
  const bin = 'folder' in interpreter ? join(interpreter.folder, 'bin') : '';
  const reason = 'missing' in interpreter ? interpreter.missing : undefined;
  describeUnless(reason, title, () => tests(join(bin, 'python'), bin));
}

/** A folder with a small data set. */
function workplace(): { folder: string; data: Environment } {
  const folder = mkdtempSync(join(process.env.CLUSTER_TEST_RUN ?? tmpdir(), 'program-'));
  const path = join(folder, 'digits.json');
  execFileSync('python3', [join(PROGRAMS, 'digits.py'), '--out', path, '--count', '600']);
  return {
    folder,
    data: { DATA: path, CHECKPOINT_DIR: join(folder, 'checkpoints'), MODEL_DIR: join(folder, 'model') },
  };
}

const joined = (programs: readonly Program[]) => {
  return programs.flatMap(({ lines }) => lines.filter(({ event }) => event === 'joined'));
};

describeIn('torch', 'PyTorch', (python) => {
  const operatorHosts = ['run-master-0'];
  const trainerHosts = RANKS.map((index) => jobSetHost(RUN, 'node', index));

  it('forms a group with what the training operator injects', async () => {
    const { folder, data } = workplace();
    const injected = RANKS.map((index) => ({ ...ofTrainingOperator.pyTorch(RUN, index), ...data }));
    const programs = await runRanks([python, TORCH], await onLoopback(injected, operatorHosts, 23456), folder);
    expect(joined(programs).map((line) => [line.rank, line.group_size])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('needs torchrun with what Trainer injects, and then forms a group of all processes', async () => {
    const { folder, data } = workplace();
    const gang = { ...RUN, processes: 2 };
    const injected = RANKS.map((index) => ({ ...ofTrainer.torch(gang, index), ...data }));
    const environments = await onLoopback(injected, trainerHosts, 29500);
    const programs = await runRanks([python, '-m', 'torch.distributed.run', TORCH], environments, folder);
    const sizes = joined(programs).map((line) => [line.rank, line.group_size]);
    expect(sizes.sort()).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
    const [alone] = await runRanks([python, TORCH], [environments[0]], folder);
    expect(alone.lines.at(-1)).toMatchObject({ event: 'done', world_size: 1 });
  });

  it('goes on from the last checkpoint after a kill', async () => {
    const { folder, data } = workplace();
    const environment = { ...data, EPOCHS: '4', STEP_SECONDS: '0.05' };
    const first = new Program([python, TORCH], environment, folder);
    await first.says('checkpoint');
    first.kill('SIGKILL');
    expect(await first.ended()).toBe('SIGKILL');
    const newest = readdirSync(join(folder, 'checkpoints'))
      .filter((name) => name.endsWith('.pt'))
      .sort()
      .at(-1);
    const [second] = await runRanks([python, TORCH], [{ ...data, EPOCHS: '4' }], folder);
    expect(second.lines[0]).toMatchObject({ event: 'resumed' });
    expect(second.lines[0].path).toContain(newest);
    expect(second.lines[0].step).toBeGreaterThanOrEqual(10);
    expect(second.lines.at(-1)).toMatchObject({ event: 'done', step: 72 });
  });

  it('ends with 143 when it is told to end, and with 2 for a mistake in its settings', async () => {
    const { folder, data } = workplace();
    const stopped = new Program([python, TORCH], { ...data, EPOCHS: '50', STEP_SECONDS: '0.05' }, folder);
    await stopped.says('step');
    stopped.kill('SIGTERM');
    expect(await stopped.ended()).toBe(143);
    expect(await new Program([python, TORCH], { DATA: 'nowhere.json' }, folder).ended()).toBe(2);
  });
});

describeIn('tensorflow', 'TensorFlow', (python) => {
  it('forms a group with the TF_CONFIG of a TFJob', async () => {
    const { folder, data } = workplace();
    const injected = RANKS.map((index) => ({ ...ofTrainingOperator.tensorFlow(RUN, index), ...data }));
    const hosts = RANKS.map((index) => `run-worker-${index}.jobs.svc`);
    const programs = await runRanks(
      [python, join(PROGRAMS, 'mnist.py')],
      await onLoopback(injected, hosts, 2222),
      folder,
    );
    expect(joined(programs).map((line) => [line.rank, line.world_size])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});

describeIn('jax', 'JAX', (python) => {
  it('forms a group with what Trainer injects', async () => {
    const { folder, data } = workplace();
    const injected = RANKS.map((index) => ({ ...ofTrainer.jax(RUN, index), ...data }));
    const hosts = RANKS.map((index) => jobSetHost(RUN, 'node', index));
    const environments = await onLoopback(injected, hosts, 29500);
    const programs = await runRanks([python, join(PROGRAMS, 'jax_train.py')], environments, folder);
    expect(joined(programs).map((line) => [line.rank, line.world_size])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});

describeIn('xgboost', 'XGBoost', (python) => {
  const program = join(PROGRAMS, 'xgboost_train.py');
  const hosts = RANKS.map((index) => jobSetHost(RUN, 'node', index));

  it('forms a group where the tracker is handed over as arguments', async () => {
    const { folder, data } = workplace();
    const environments = await onLoopback(
      RANKS.map((index) => ofTrainer.xgboost(RUN, index)),
      hosts,
      29500,
    );
    const command = (index: number) => {
      const { DMLC_TRACKER_URI, DMLC_TRACKER_PORT, DMLC_TASK_ID, DMLC_NUM_WORKER } = environments[index];
      const tracker = [`--tracker-host=${DMLC_TRACKER_URI}`, `--tracker-port=${DMLC_TRACKER_PORT}`];
      return [python, program, ...tracker, `--rank=${DMLC_TASK_ID}`, `--world-size=${DMLC_NUM_WORKER}`];
    };
    const programs = await runRanks(command, [data, data], folder);
    expect(joined(programs).map((line) => [line.rank, line.world_size])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('trains alone, without a word, where the variables are all that it gets', async () => {
    const { folder, data } = workplace();
    const injected = { ...ofTrainer.xgboost(RUN, 1), ...data };
    const [alone] = await runRanks([python, program], await onLoopback([injected], hosts, 29500), folder);
    expect(alone.lines.at(-1)).toMatchObject({ event: 'done', world_size: 1 });
  });
});

describeIn('mpi', 'MPI', (python, bin) => {
  it('starts the processes of the hostfile that Open MPI 5 reads', async () => {
    const { folder, data } = workplace();
    const hostfile = join(folder, 'hostfile');
    writeFileSync(hostfile, 'localhost slots=3\n');
    const allowed = { OMPI_ALLOW_RUN_AS_ROOT: '1', OMPI_ALLOW_RUN_AS_ROOT_CONFIRM: '1' };
    const environment = { ...allowed, PRTE_MCA_prte_default_hostfile: hostfile, ...data, EPOCHS: '1' };
    const command = [join(bin, 'mpirun'), '--bind-to', 'none', python, join(PROGRAMS, 'mpi_train.py')];
    const [program] = await runRanks(command, [environment], folder);
    const sizes = joined([program]).map((line) => [line.rank, line.world_size]);
    expect(sizes.sort()).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });
});
