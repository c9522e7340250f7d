import { join } from 'node:path';
import { compileWhereStale } from '../../contract/support/assembly';
import { often } from '../../support/effort';
import { tally } from '../../support/tally';
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

/** How many folders the next run repairs one after the other: most of what a process costs is its start. */
const BATCH = 10;

test('killed at any moment, a run leaves every file, each whole, and the next one repairs the folder', async () => {
  const times = often(5);
  let interrupted = 0;
  const batch = (count: number) =>
    inFolder(async (folder) => {
      const outdirs = Array.from({ length: count }, (_, i) => join(folder, String(i), 'dist'));
      for (let i = 0; i < count; i += 2)
        for (const signal of await Promise.all(outdirs.slice(i, i + 2).map((one) => killed(one, Math.random() * 40))))
          expect(signal).toBe('SIGKILL');
      const steps = outdirs.flatMap((one) => [['into', one], ['list'], ['synth', 'fixed'], ['list']] as const);
      const outcomes = runChild({ ...COMMON, outdir: folder, steps });
      for (let i = 0; i < count; i++) {
        const [, left, outcome, repaired] = outcomes.slice(4 * i);
        if (expectWhole(left)) interrupted += 1;
        expect(outcome).toBe('done');
        expect(repaired).toEqual(Object.fromEntries(NAMES.map((name) => [name, 'fixed'])));
      }
      tally('faults', count);
    });
  // ten may all be killed between two writes: then some more are needed
  let done = 0;
  for (; done < times || (interrupted === 0 && done < 10 * times); done += BATCH) await batch(BATCH);
  expect(interrupted).toBeGreaterThan(0);
  console.log(
    `${done} runs killed at random moments, ${interrupted} of them while they wrote: no file torn or missing`,
  );
}, 600_000);

/** Every file there and whole; whether the run was ended while it wrote. */
function expectWhole(left: Record<string, string>): boolean {
  const files = Object.entries(left).filter(([path]) => !path.endsWith('.tmp'));
  expect(files.map(([path]) => path)).toEqual(NAMES);
  expect(files.filter(([, word]) => word !== 'old' && word !== 'new')).toEqual([]);
  return Object.keys(left).length > files.length || new Set(files.map(([, word]) => word)).size > 1;
}
