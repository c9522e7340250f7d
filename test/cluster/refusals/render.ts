import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { parse } from 'yaml';
import { Checker } from '../../../lib/internal/errors';
import { RELAXED_SECURITY_ANNOTATION } from '../../../lib/internal/labels';
import { PLATFORM } from '../../faults/table/platform';
import { PODS } from '../../faults/table/pods';
import { type Act, makeTree, type Rows, type Tree } from '../../faults/table/rows';
import { SERVICE } from '../../faults/table/service';
import { TRAINING } from '../../faults/table/training';
import { TRAITS } from '../../faults/table/traits';
import { VALUES } from '../../faults/table/values';
import type { Manifest } from '../plane/api';

const TABLE = join(__dirname, '..', '..', 'faults', 'table');

/** Where what belongs to no namespace of its own is judged, by the Pod Security of the namespace. */
export const RESTRICTED = 'faults';
export const RELAXED = 'faults-relaxed';

/** The rows of the table with one problem each: for several, one verdict says nothing. */
export function singleProblems(): [what: string, act: Act][] {
  const rows: Rows = { ...SERVICE, ...VALUES, ...TRAITS, ...PODS, ...TRAINING, ...PLATFORM };
  const messages = readFileSync(join(TABLE, 'messages.txt'), 'utf8').split(/^# /m);
  const single = new Set(
    messages.filter((section) => /^.+\n\S+: 1 problem\n/.test(section)).map((section) => section.split('\n')[0]),
  );
  return Object.entries(rows).filter(([what]) => single.has(what));
}

/** What a row would have become without the refusal; nothing where it cannot become anything. */
export function objectsWithoutRefusal(act: Act): Manifest[] {
  // rows that synthesize write, as they are not refused
  const outdir = mkdtempSync(join(tmpdir(), 'refusals-'));
  const tree = makeTree(outdir);
  const before = new Set(objectsIn(tree).map((object) => JSON.stringify(object)));
  // whatever is refused is not noted: the checker finds all in order, and lets everything pass
  const refuse = jest.spyOn(Checker.prototype, 'refuse').mockImplementation(() => {});
  try {
    attempt(act, tree);
    return placed(objectsIn(tree).filter((object) => !before.has(JSON.stringify(object))));
  } catch {
    return [];
  } finally {
    refuse.mockRestore();
    rmSync(outdir, { recursive: true });
  }
}

/** Rules and orders are broken at synth, when the objects are there; other errors leave none that could be judged. */
function attempt(act: Act, tree: Tree): void {
  try {
    act(tree);
  } catch (error) {
    if (!('problems' in (error as Error))) throw error;
  }
}

function objectsIn({ app }: Tree): Manifest[] {
  const objects: Manifest[] = app.node
    .findAll()
    .filter(Chart.isChart)
    .flatMap((chart) => chart.toJson());
  // what JSON cannot hold never reaches a server as it is
  if (objects.some((object) => JSON.stringify(JSON.parse(JSON.stringify(object))) !== text(object))) return [];
  return objects;
}

function text(object: Manifest): string {
  return JSON.stringify(object, (_, value) => (isJson(value) ? value : 'not JSON'));
}

function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  return value === null || typeof value !== 'object' || Array.isArray(value) || value.constructor === Object;
}

function placed(objects: Manifest[]): Manifest[] {
  const relaxed = objects.some(({ metadata }) => metadata.annotations?.[RELAXED_SECURITY_ANNOTATION] !== undefined);
  return objects.map((object) => {
    if (object.kind === 'Namespace' || object.metadata.namespace) return object;
    return { ...object, metadata: { ...object.metadata, namespace: relaxed ? RELAXED : RESTRICTED } };
  });
}

/** The verdicts on record: by title, and what the server takes with the reason why the library does not. */
export function recorded(): Record<string, string> {
  const file: Record<string, string[] | Record<string, string[]>> = parse(
    readFileSync(join(TABLE, 'verdicts.yaml'), 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(file).flatMap(([verdict, titles]) =>
      (Array.isArray(titles) ? titles : Object.values(titles).flat()).map((title) => [title, verdict]),
    ),
  );
}
