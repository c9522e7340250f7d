import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tally } from '../support/tally';
import { SHAPE } from './support/trial';
import { PLATFORM } from './table/platform';
import { PODS } from './table/pods';
import { makeTree, type Rows } from './table/rows';
import { SERVICE } from './table/service';
import { SEVERAL } from './table/several';
import { TRAINING } from './table/training';
import { TRAITS } from './table/traits';
import { TYPES } from './table/types';
import { VALUES } from './table/values';

/**
 * Every message, as a user reads it; `FAULT_MESSAGES=write npx jest test/faults/table` writes it anew, and its diff is to
 * be read like that of the code.
 */
const FILE = join(__dirname, 'table', 'messages.txt');
const WRITES = process.env.FAULT_MESSAGES === 'write' && !process.env.CI;
const ROOT = resolve(__dirname, '../..');

const TABLE: Rows = { ...SERVICE, ...VALUES, ...TRAITS, ...PODS, ...TRAINING, ...PLATFORM, ...SEVERAL, ...TYPES };
const expected = readMessages();
const met = new Map<string, string>();

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'cdk8s-ml-table-'));
});
afterAll(() => {
  rmSync(parent, { recursive: true });
  if (WRITES) writeFileSync(FILE, [...met].map(([what, message]) => `# ${what}\n${message}\n`).join('\n'));
  tally('bad inputs', met.size);
  console.log(`${met.size} wrong inputs refused, each with the message that it should have`);
});

test('no two rows have one title', () => {
  const tables = [SERVICE, VALUES, TRAITS, PODS, TRAINING, PLATFORM, SEVERAL, TYPES].flatMap((rows) =>
    Object.keys(rows),
  );
  expect(tables.filter((title, i) => tables.indexOf(title) < i)).toEqual([]);
  expect(tables.length).toBeGreaterThanOrEqual(200);
  if (!WRITES) expect([...expected.keys()]).toEqual(tables);
});

test.each(Object.entries(TABLE))('%s', (what, act) => {
  const outdir = join(parent, `out-${met.size}`);
  const tree = makeTree(outdir);
  const before = constructsIn(tree.app);
  const message = refusalOf(() => act(tree));
  const normal = message.replaceAll(outdir, '<out>').replaceAll(ROOT, '.');
  met.set(what, normal);
  expect(message).toMatch(SHAPE);
  if (!WRITES) expect(normal).toBe(expected.get(what));
  // what is refused by its constructor is not in the tree
  const [path] = message.split(': ');
  const added = constructsIn(tree.app).filter((one) => !before.includes(one));
  if (!tree.synthesized()) expect(added).not.toContain(path);
  expect(existsSync(outdir)).toBe(false);
});

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

function constructsIn(app: { readonly node: { findAll(): { readonly node: { readonly path: string } }[] } }): string[] {
  return app.node.findAll().map(({ node }) => node.path);
}

/** The messages by title. */
function readMessages(): Map<string, string> {
  if (!existsSync(FILE)) return new Map();
  const sections = readFileSync(FILE, 'utf8').split(/^# /m).slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end + 1).trimEnd()];
    }),
  );
}
