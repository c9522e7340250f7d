import { join } from 'node:path';
import { compileWhereStale } from '../../contract/support/assembly';
import { often } from '../support/often';
import { inFolder, runChild, startChild } from './child';

beforeAll(compileWhereStale, 120_000);

const CHARTS = ['x', 'y', 'z'];
const NAMES = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => CHARTS.map((chart) => `${name}/${chart}.k8s.yaml`));
const COMMON = { charts: CHARTS, lines: 3000 };

/** Kills a process that goes on synthesizing, some time after it has written everything once. */
function killed(outdir: string, after: number): Promise<NodeJS.Signals | null> {
  const child = startChild({ ...COMMON, outdir, steps: [['forever']] });
  child.stdout!.once('data', () => setTimeout(() => child.kill('SIGKILL'), after));
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
}

test('killed at any moment, a run leaves every file, each whole, and the next one repairs the folder', async () => {
  const times = often(10);
  let interrupted = 0;
  const once = () =>
    inFolder(async (folder) => {
      const outdir = join(folder, 'dist');
      expect(await killed(outdir, Math.random() * 40)).toBe('SIGKILL');
      const [left, outcome, repaired] = runChild({
        ...COMMON,
        outdir,
        steps: [['list'], ['synth', 'fixed'], ['list']],
      });
      const files = Object.entries(left).filter(([path]) => !path.endsWith('.tmp'));
      expect(files.map(([path]) => path)).toEqual(NAMES);
      expect(files.filter(([, word]) => word !== 'old' && word !== 'new')).toEqual([]);
      const words = new Set(files.map(([, word]) => word));
      if (Object.keys(left).length > files.length || words.size > 1) interrupted += 1;
      expect(outcome).toBe('done');
      expect(repaired).toEqual(Object.fromEntries(NAMES.map((name) => [name, 'fixed'])));
    });
  for (let done = 0; done < times; done += 2) await Promise.all([once(), once()]);
  expect(interrupted).toBeGreaterThan(0);
  console.log(
    `${times} runs killed at random moments, ${interrupted} of them while they wrote: no file torn or missing`,
  );
}, 300_000);
