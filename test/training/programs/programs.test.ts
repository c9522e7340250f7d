import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jobSetHost, ofTrainer } from '../support/injected';
import { onLoopback } from './loopback';
import { Program, runRanks } from './processes';
import { describeIn, PROGRAMS, TORCH, workplace } from './workplace';

const RUN = { name: 'run', namespace: 'jobs', nodes: 2, processes: 1 };

describeIn('torch', 'the PyTorch program', (bin) => {
  const python = join(bin, 'python');

  it('trains alone where Trainer injects all that it gets, since no RANK is there', async () => {
    const { folder, data } = workplace(128);
    const [alone] = await runRanks([python, TORCH], [{ ...ofTrainer.torch(RUN, 0), ...data }], folder);
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

describeIn('xgboost', 'the XGBoost program', (bin) => {
  it('trains alone, without a word, where the variables of DMLC are all that it gets', async () => {
    const { folder, data } = workplace(128);
    const command = [join(bin, 'python'), join(PROGRAMS, 'xgboost_train.py')];
    const ranks = [{ command, environment: { ...ofTrainer.xgboost(RUN, 1), ...data } }];
    const [moved] = await onLoopback(
      ranks,
      [0, 1].map((index) => jobSetHost(RUN, 'node', index)),
      29500,
    );
    const [alone] = await runRanks(moved.command, [moved.environment], folder);
    expect(alone.lines.at(-1)).toMatchObject({ event: 'done', world_size: 1 });
  });
});
