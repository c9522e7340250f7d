import { join } from 'node:path';
import { compileWhereStale } from '../../contract/support/assembly';
import { tally } from '../../support/tally';
import { SHAPE } from '../support/trial';
import { five, inFolder, type Listing, NO_MOUNTS, runMounted } from './child';

beforeAll(compileWhereStale, 120_000);

// each test is one fault, the disk that fills up several
afterEach(() => tally('faults', 1));

const describeMounted = NO_MOUNTS ? describe.skip : describe;

describeMounted('a full disk', () => {
  /** As much as five files have, and a page more; a page is what a small file system counts in. */
  const PAGE = 4096;
  const NEEDED = 5 * 3 * PAGE;

  test('changes nothing, wherever in the run it fills up, and the next run is right', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'disk', 'dist');
      const lefts = Array.from({ length: NEEDED / PAGE + 4 }, (_, pages) => pages * PAGE);
      const steps = lefts.flatMap(
        (left) =>
          [
            ['synth', 'old'],
            ['fill', left],
            ['synth', 'new'],
            ['list'],
            ['empty'],
            ['synth', 'new'],
            ['list'],
          ] as const,
      );
      const outcomes = runMounted(`mkdir ${folder}/disk && mount -t tmpfs -o size=1m tmpfs ${folder}/disk`, {
        outdir,
        steps,
        lines: 1500,
      });
      const met = { refused: 0, done: 0 };
      lefts.forEach((left, i) => {
        const [first, , second, between, , third, after] = outcomes.slice(7 * i);
        const refused = second !== 'done';
        met[refused ? 'refused' : 'done'] += 1;
        expect({ left, first, third, after }).toEqual({ left, first: 'done', third: 'done', after: five('new') });
        expect(between).toEqual(five(refused ? 'old' : 'new'));
        if (refused) expectFull(second);
      });
      expect(met.refused).toBeGreaterThan(5);
      expect(met.done).toBeGreaterThan(0);
      tally('faults', lefts.length - 1);
      console.log(
        `a disk that is full: met at ${lefts.length} places of a run, ${met.refused} refused, nothing changed`,
      );
    }));

  test('without a single file leaves none, and no folder', () =>
    inFolder((folder) => {
      const outcomes = runMounted(`mkdir ${folder}/disk && mount -t tmpfs -o size=64k tmpfs ${folder}/disk`, {
        outdir: join(folder, 'disk', 'deep', 'dist'),
        steps: [['synth', 'new'], ['list'], ['run', `test "$(ls -A ${folder}/disk)" = ""`]],
        lines: 20_000,
      });
      expectFull(outcomes[0]);
      expect(outcomes.slice(1)).toEqual([null, 0]);
    }));

  test('that has no room for further files', () =>
    inFolder((folder) => {
      const [, second, list] = runMounted(
        `mkdir ${folder}/disk && mount -t tmpfs -o size=1m,nr_inodes=19 tmpfs ${folder}/disk`,
        // the disk, the folder, five of apps, five files and five records are seventeen
        { outdir: join(folder, 'disk', 'dist'), steps: [['synth', 'old'], ['synth', 'new'], ['list']] },
      );
      expectFull(second);
      expect(list).toEqual(five('old'));
    }));
});

describeMounted('mounted', () => {
  test('an output folder is written like any other, stale files and all', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'dist');
      const mount = `mkdir ${outdir} && mount -t tmpfs -o size=1m tmpfs ${outdir}`;
      const stale = `cd ${outdir}/a && cp chart.k8s.yaml stale.k8s.yaml && echo stale.k8s.yaml >> cdk8s-ml.a.files`;
      const steps = [['synth', 'old'], ['run', stale], ['synth', 'new'], ['list']] as const;
      expect(runMounted(mount, { outdir, steps })).toEqual(['done', 0, 'done', five('new')]);
    }));

  test('a folder of one app is, too', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'dist');
      const mount = `mkdir -p ${outdir}/c && mount -t tmpfs -o size=1m tmpfs ${outdir}/c`;
      expect(runMounted(mount, { outdir, steps: [['synth', 'new'], ['list']] })).toEqual(['done', five('new')]);
    }));

  test('a file cannot be replaced, which is said; every file stays whole', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'dist');
      const file = `${outdir}/c/chart.k8s.yaml`;
      const steps = [['synth', 'old'], ['run', `mount --bind ${file} ${file}`], ['synth', 'new'], ['list']] as const;
      const [, , outcome, list] = runMounted('true', { outdir, steps });
      expect(outcome).toMatch(/c\/chart\.k8s\.yaml: 1 problem\n {2}cannot be replaced\n {4}got {7}EBUSY/);
      expect(outcome).toMatch(SHAPE);
      expect(list).toEqual({ ...five('old'), 'a/chart.k8s.yaml': 'new', 'b/chart.k8s.yaml': 'new' });
    }));

  test('a disk that is read-only changes nothing', () =>
    inFolder((folder) => {
      const mount = `mkdir ${folder}/disk && mount -t tmpfs -o size=1m tmpfs ${folder}/disk`;
      const [, , outcome, list] = runMounted(mount, {
        outdir: join(folder, 'disk', 'dist'),
        steps: [['synth', 'old'], ['run', `mount -o remount,ro ${folder}/disk`], ['synth', 'new'], ['list']],
      });
      expect(outcome).toMatch(/got {7}EROFS/);
      expect(outcome).toMatch(SHAPE);
      expect(list).toEqual(five('old') as Listing);
    }));
});

function expectFull(outcome: string): void {
  expect(outcome).toMatch(SHAPE);
  expect(outcome).toMatch(/got {7}ENOSPC/);
  expect(outcome).toContain('free some space on the disk; nothing was replaced');
}
