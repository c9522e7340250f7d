import { arbitraryTarget } from '../support/random-constructs';
import { SEED } from '../support/seed';
import { tally } from '../support/tally';
import { CONSTRUCTS, titleOf } from '../support/workloads';
import { ControlPlane } from './plane/control-plane';
import { crdDatabase } from './plane/crd-database';
import { classesOf, placeOnServer, RandomServer } from './random/server';
import { applicable, problemsOf, randomPlaces, randomSets, reports } from './random/sets';
import { steadyProblems } from './random/steady';
import { inParallel, Paths } from './support/server-side';

/** `CLUSTER_EFFORT=3` tries three times as much. */
const EFFORT = Number(process.env.CLUSTER_EFFORT ?? 1);
const AMOUNT = { perProp: 18 * EFFORT, minimum: 150 * EFFORT };
const PLACES = Math.round(80 * EFFORT);

describe(`random constructs, seed ${SEED}`, () => {
  let plane: ControlPlane;
  let server: RandomServer;
  const places = randomPlaces(PLACES);
  const sets = randomSets(AMOUNT, arbitraryTarget, places);
  const applied = applicable(sets, places);

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'random', controllers: 'guard-rails', database: await crdDatabase() });
    server = new RandomServer(plane, new Paths(plane.api));
  });

  afterAll(() => plane?.stop());

  it('are refused with a word on each problem, and leave nothing behind', async () => {
    const failures = sets.filter(({ synth }) => synth.faults.length > 0);
    for (const construct of CONSTRUCTS) {
      const own = sets.filter(({ set }) => set.construct === construct);
      const accepted = own.filter(({ synth }) => synth.accepted).length;
      process.stderr.write(
        `cluster: seed ${SEED}: ${accepted} of ${own.length} sets of ${titleOf(construct)} accepted by synth\n`,
      );
    }
    expect(await reports(failures.map((one) => [one, [...one.synth.faults]]))).toEqual([]);
  });

  it('stand in namespaces that are accepted', async () => {
    await server.makeTheirs(classesOf(applied.flatMap(({ synth }) => synth.objects)));
    const problems = await inParallel(places, 4, ({ id, place }) => {
      const objects = placeOnServer(place, id);
      return place.kind === 'owned' ? server.make(objects) : server.makeTheirs(objects);
    });
    expect(problems.flat()).toEqual([]);
  });

  it('are accepted without a warning, stored as they are written, and their pods are let in', async () => {
    const problems = await inParallel(applied, 6, (one) => problemsOf(server, one));
    const failures = applied.flatMap((one, i): [typeof one, string[]][] =>
      problems[i].length > 0 ? [[one, problems[i]]] : [],
    );
    tally('prop sets', sets.length, failures.length);
    tally('manifests', applied.flatMap(({ synth }) => synth.objects).length);
    expect(await reports(failures, server)).toEqual([]);
  });

  it('change nothing when they are applied again', async () => {
    expect(await steadyProblems(plane, applied)).toEqual([]);
  });
});
