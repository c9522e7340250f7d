import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileWhereStale } from '../../contract/support/assembly';
import { tally } from '../../support/tally';
import { SHAPE } from '../support/trial';
import { five, inFolder, NOBODY, runChild } from './child';

beforeAll(compileWhereStale, 120_000);

// each test is one fault
afterEach(() => tally('faults', 1));

const IS_ROOT = process.getuid!() === 0;

let template: string;
beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), 'cdk8s-ml-faults-'));
  runChild({ outdir: join(template, 'dist'), steps: [['synth', 'old']] });
});
afterAll(() => rmSync(template, { recursive: true }));

/** A folder that the child owns, with five files of generation `old` in it. */
function inOwnFolder(use: (outdir: string, folder: string) => void): void {
  inFolder((folder) => {
    cpSync(template, folder, { recursive: true });
    chmodSync(folder, 0o777);
    if (IS_ROOT)
      for (const path of ['.', ...readdirSync(folder, { recursive: true })])
        chownSync(join(folder, String(path)), NOBODY, NOBODY);
    use(join(folder, 'dist'), folder);
  });
}

function synthesize(outdir: string, charts?: readonly string[]) {
  const [outcome, list] = runChild({ outdir, user: NOBODY, charts, steps: [['synth', 'new'], ['list']] });
  return { outcome, list };
}

describe('a folder without permission', () => {
  const forbid = (path: string, mode: number, use: () => void) => {
    const { mode: before } = statSync(path);
    chmodSync(path, mode);
    try {
      use();
    } finally {
      chmodSync(path, before);
    }
  };

  test('for one app of five: nothing is written for any', () =>
    inOwnFolder((outdir) => {
      forbid(join(outdir, 'c'), 0o555, () => {
        const { outcome, list } = synthesize(outdir);
        expect(outcome).toMatch(SHAPE);
        expect(outcome).toMatch(/dist\/c\/chart\.k8s\.yaml: 1 problem\n {2}cannot be written\n {4}got {7}EACCES/);
        expect(outcome).toContain('give this user the permission to write there, or choose another outdir');
        expect(list).toEqual(five('old'));
      });
    }));

  test('above the output folder: it is not made', () =>
    inOwnFolder((_, folder) => {
      const locked = join(folder, 'locked');
      mkdirSync(locked, { mode: 0o555 });
      const { outcome, list } = synthesize(join(locked, 'dist'));
      expect(outcome).toMatch(/locked\/dist.*: 1 problem\n {2}cannot be made\n {4}got {7}EACCES/);
      expect(outcome).toMatch(SHAPE);
      expect(list).toBeNull();
    }));

  test('that cannot be looked into: nothing is written', () =>
    inOwnFolder((outdir) => {
      forbid(join(outdir, 'c'), 0o000, () => {
        const [outcome] = runChild({ outdir, user: NOBODY, steps: [['synth', 'new']] });
        expect(outcome).toMatch(/dist\/c.*: 1 problem\n {2}cannot be read\n {4}got {7}EACCES/);
        expect(outcome).toMatch(SHAPE);
      });
      expect(runChild({ outdir, user: NOBODY, steps: [['list']] })).toEqual([five('old')]);
    }));

  test('for a file that cannot be read: nothing is written', () =>
    inOwnFolder((outdir) => {
      const file = join(outdir, 'c/chart.k8s.yaml');
      forbid(file, 0o000, () => {
        const [outcome] = runChild({ outdir, user: NOBODY, steps: [['synth', 'new']] });
        expect(outcome).toMatch(/cannot be read\n {4}got {7}EACCES/);
        expect(outcome).toMatch(SHAPE);
      });
      expect(runChild({ outdir, user: NOBODY, steps: [['list']] })).toEqual([five('old')]);
    }));

  // /tmp is such a folder; only root can give a file away
  if (IS_ROOT)
    test('to replace what belongs to somebody else: nothing is torn, and no temporary file stays', () =>
      inOwnFolder((outdir) => {
        chownSync(join(outdir, 'c'), 0, 0);
        chownSync(join(outdir, 'c/chart.k8s.yaml'), 0, 0);
        chmodSync(join(outdir, 'c'), 0o1777);
        const { outcome, list } = synthesize(outdir);
        expect(outcome).toMatch(/cannot be replaced\n {4}got {7}EPERM/);
        expect(outcome).toMatch(SHAPE);
        expect(list).toEqual({ ...five('old'), 'a/chart.k8s.yaml': 'new', 'b/chart.k8s.yaml': 'new' });
      }));
});

describe('a link', () => {
  test('as output folder is followed, and stays', () =>
    inOwnFolder((outdir, folder) => {
      const link = join(folder, 'link');
      symlinkSync('dist', link);
      expect(synthesize(link).outcome).toBe('done');
      expect(synthesize(outdir).list).toEqual(five('new'));
      expect(readlinkSync(link)).toBe('dist');
    }));

  test.each([
    ['to nowhere as output folder', (path: string) => symlinkSync('nowhere', path)],
    ['to itself as output folder', (path: string) => symlinkSync(path, path)],
    ['to a file as output folder', (path: string) => symlinkSync('/dev/null', path)],
    ['to nowhere above the output folder', (path: string) => symlinkSync('nowhere', dirname(path))],
  ])('%s is an error, and nothing is made', (_, make) =>
    inOwnFolder((_outdir, folder) => {
      const path = join(folder, 'above', 'link');
      const above = /above the/.test(String(_));
      if (!above) mkdirSync(join(folder, 'above'), { mode: 0o777 });
      make(path);
      const [outcome] = runChild({ outdir: path, user: NOBODY, steps: [['synth', 'new']] });
      expect(outcome).toMatch(SHAPE);
      expect(outcome).toMatch(/cannot be (made|read)\n {4}got {7}(ENOENT|EEXIST|ELOOP|ENOTDIR)/);
      expect(() => statSync(join(folder, 'nowhere'))).toThrow('ENOENT');
    }),
  );

  test('in the place of a file is replaced; what it leads to is left alone', () =>
    inOwnFolder((outdir, folder) => {
      writeFileSync(join(folder, 'mine.yaml'), 'mine');
      const places = ['a', 'b'].map((name) => join(outdir, name, 'chart.k8s.yaml'));
      for (const place of places) rmSync(place);
      symlinkSync('../../mine.yaml', places[0]);
      symlinkSync('../../nowhere.yaml', places[1]);
      const { outcome, list } = synthesize(outdir);
      expect({ outcome, list }).toEqual({ outcome: 'done', list: five('new') });
      expect(readFileSync(join(folder, 'mine.yaml'), 'utf8')).toBe('mine');
    }));

  test('with the name of a stale file is left alone', () =>
    inOwnFolder((outdir) => {
      symlinkSync('nowhere', join(outdir, 'a/stale.k8s.yaml'));
      appendFileSync(join(outdir, 'a/cdk8s-ml.a.files'), 'stale.k8s.yaml\n');
      const { outcome, list } = synthesize(outdir);
      expect(outcome).toBe('done');
      expect(list).toEqual({ ...five('new'), 'a/stale.k8s.yaml': '-> nowhere' });
    }));
});

describe('a name that is too long for the file system', () => {
  test('of the output folder is an error', () =>
    inFolder((folder) => {
      const [outcome] = runChild({ outdir: join(folder, 'x'.repeat(256)), steps: [['synth', 'new']] });
      expect(outcome).toMatch(/got {7}ENAMETOOLONG/);
      expect(outcome).toMatch(SHAPE);
      expect(outcome).toContain('shorten');
    }));
});

test('a device is no folder', () => {
  const [outcome] = runChild({ outdir: '/dev/null/dist', user: NOBODY, steps: [['synth', 'new']] });
  expect(outcome).toMatch(/got {7}ENOTDIR/);
  expect(outcome).toMatch(SHAPE);
});
