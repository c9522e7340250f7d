import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileWhereStale } from '../../contract/support/assembly';
import { often } from '../../support/effort';
import { tally } from '../../support/tally';
import { ended, inFolder, NO_MOUNTS, runChild, startChild } from './child';

beforeAll(compileWhereStale, 120_000);

const WORDS = ['red', 'green', 'blue'];
const CHARTS = ['x', 'y', 'z'];
const NAMES = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => CHARTS.map((chart) => `${name}/${chart}.k8s.yaml`));

/** Several processes write the same files again and again; what any of them said, and what is there at the end. */
async function atOnce(outdir: string, times: number, ownIds: boolean) {
  const common = { outdir, charts: CHARTS, lines: 2000 };
  runChild({ ...common, steps: [['synth', WORDS[0]]] });
  const watch = ended(startChild({ ...common, steps: [['watch', WORDS]] }));
  const children = WORDS.map((word) => startChild({ ...common, steps: [['often', word, times]] }, { ownIds }));
  const failed = (await Promise.all(children.map(ended))).flat(2);
  writeFileSync(`${outdir}.done`, '');
  const [{ times: looked, odd }] = await watch;
  const [list] = runChild({ ...common, steps: [['list']] });
  return { failed, looked, odd, list };
}

function expectWhole({ failed, looked, odd, list }: Awaited<ReturnType<typeof atOnce>>): void {
  expect({ failed, odd }).toEqual({ failed: [], odd: [] });
  expect(looked).toBeGreaterThan(5);
  expect(Object.keys(list)).toEqual(NAMES);
  expect(Object.values(list).filter((word) => !WORDS.includes(word as string))).toEqual([]);
}

/** In CI, on a machine that has other things to do. */
const LONG = 300_000;

test(
  'several syntheses into one folder leave every file, each whole at any moment',
  async () => {
    const times = often(15);
    await inFolder(async (folder) => expectWhole(await atOnce(join(folder, 'dist'), times, false)));
    tally('faults', WORDS.length * times);
    console.log(
      `${WORDS.length * times} syntheses of ${WORDS.length} processes into one folder at once: no file torn or missing`,
    );
  },
  LONG,
);

// two containers that share a volume: each of their processes may be number 1
const testMounted = NO_MOUNTS ? test.skip : test;
testMounted(
  'also where the processes do not see each other, and have one process id',
  async () => {
    const times = often(15);
    await inFolder(async (folder) => expectWhole(await atOnce(join(folder, 'dist'), times, true)));
    tally('faults', WORDS.length * times);
  },
  LONG,
);
