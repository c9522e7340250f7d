import fc from 'fast-check';
import { SEED } from '../support/seed';
import { tally } from '../support/tally';
import { NAME_ROWS } from './grammar/names';
import { NAMESPACE_ROWS } from './grammar/namespace';
import { AMOUNT_ROWS, NUMBER_ROWS } from './grammar/numbers';
import { isRefused, made, NAMESPACE, type Row, withValue } from './grammar/row';
import { STRICTER, UNHOLDABLE, WRAPS } from './grammar/stricter';
import { TEXT_ROWS } from './grammar/texts';
import type { Manifest } from './plane/api';
import { ControlPlane } from './plane/control-plane';
import { crdDatabase } from './plane/crd-database';
import { hasCrds } from './plane/crds';
import { applyObject, inParallel, Paths } from './support/server-side';
import { type Verdict, verdictOnObject, worst } from './support/server-verdict';

const RUNS = Number(process.env.GRAMMAR_RUNS ?? 10);
const ROWS: readonly Row[] = [...NAME_ROWS, ...TEXT_ROWS, ...AMOUNT_ROWS, ...NUMBER_ROWS, ...NAMESPACE_ROWS].map(
  (row) => ({
    ...row,
    stricter: [...(STRICTER[row.what] ?? []), typeof row.standIn === 'number' ? WRAPS : UNHOLDABLE],
  }),
);

describe(`what the library takes and what the server takes, seed ${SEED}`, () => {
  let plane: ControlPlane;
  let paths: Paths;
  const tried = { values: 0, refused: 0, stricter: 0 };

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'grammar', controllers: 'guard-rails', database: await crdDatabase() });
    paths = new Paths(plane.api);
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } };
    await applyObject(plane.api, paths, namespace, false);
    hasCrds();
  });

  afterAll(async () => {
    await plane?.stop();
    tally('bad inputs', tried.refused);
    process.stderr.write(
      `cluster: seed ${SEED}: ${ROWS.length} fields, ${tried.values} values, ${tried.refused} refused by the library, ${tried.stricter} of them by it alone\n`,
    );
  });

  it('has reasons for rows that are there, and no row twice', () => {
    const titles = ROWS.map(({ what }) => what);
    expect(Object.keys(STRICTER).filter((what) => !titles.includes(what))).toEqual([]);
    expect(titles.filter((what, i) => titles.indexOf(what) < i)).toEqual([]);
  });

  it.each(ROWS.map((row): [string, Row] => [row.what, row]))('%s', async (_, row) => {
    const standIn = made(row, row.standIn);
    if (isRefused(standIn)) throw new Error(`the library refuses the stand-in: ${JSON.stringify(standIn)}`);
    const objects = await paths.served(ofKinds(row, standIn));
    const judge = async (all: Manifest[]): Promise<Verdict> =>
      worst(await inParallel(all, 2, (object) => verdictOnObject(plane, paths, object)));
    const holding = withValue(row, objects, row.standIn);
    if (objects.length > 0) expect(holding).not.toEqual([]);
    expect(await judge(holding)).toMatchObject({ kind: 'accepts' });
    const served = new Set(objects.map(({ kind }) => kind));

    const met = new Set<string>();
    const disagreements = await inParallel(valuesOf(row), 6, async (value): Promise<string[]> => {
      const outcome = made(row, value);
      tried.values += 1;
      if (!isRefused(outcome)) {
        const changed = outcome.filter((object, i) => JSON.stringify(object) !== JSON.stringify(standIn[i]));
        const verdict = await judge(ofKinds(row, changed).filter(({ kind }) => served.has(kind)));
        return verdict.kind === 'accepts'
          ? []
          : [`${show(value)} is taken, though the server ${verdict.kind}: ${verdict.words}`];
      }
      tried.refused += 1;
      const elsewhere = outcome.filter(({ prop }) => !prop.startsWith(row.at));
      if (elsewhere.length > 0)
        return [`${show(value)} is refused at ${elsewhere.map(({ prop }) => prop)}, not ${row.at}`];
      const verdict = await judge(withValue(row, objects, value));
      if (verdict.kind !== 'accepts' || objects.length === 0) return [];
      const reason = row.stricter?.find(({ when }) => when(value));
      if (!reason) return [`${show(value)} is refused (${outcome[0].expected}), though the server takes it`];
      tried.stricter += 1;
      met.add(`${reason.why}: ${show(value)}`);
      return [];
    });
    const claimed = (row.stricter ?? []).flatMap(({ why, such }) => such.map((value) => `${why}: ${show(value)}`));
    expect(disagreements.flat()).toEqual([]);
    expect(objects.length === 0 ? [] : claimed.filter((one) => !met.has(one))).toEqual([]);
  });
});

function valuesOf(row: Row): any[] {
  const random = fc.sample(row.random, { seed: SEED + ROWS.indexOf(row), numRuns: RUNS });
  const empty = typeof row.standIn === 'string' ? [''] : [];
  return [
    ...new Set([...empty, ...(row.always ?? []), ...(row.stricter ?? []).flatMap(({ such }) => such), ...random]),
  ];
}

function ofKinds(row: Row, objects: Manifest[]): Manifest[] {
  return row.kinds ? objects.filter(({ kind }) => row.kinds?.includes(kind)) : objects;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 90 ? `${text.slice(0, 60)}... (${text.length - 2})` : text;
}
