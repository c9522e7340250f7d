import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { everyNth, often } from '../support/effort';
import { HAS_SCHEMAS, schemasOf } from '../support/openapi';
import { SEED } from '../support/seed';
import { tally } from '../support/tally';
import { type Position, positions } from './support/positions';
import { nonsenseIn, type Outcome, propOf, SHAPE, tryAt, tryOut, tryWithout } from './support/trial';
import { VALID } from './support/valid';
import { oddFor, type Wrong, wrongFor } from './support/wrong';

/** Every place of the exported API that a value can be given at, found in the assembly of jsii. */
const PLACES = positions();

/** How many of the odd values are tried; in the long suite all of them, as of the wrong ones, of which a fifth is tried here. */
const RUNS = often(600);
const NTH = 5;

/** What is wrong with the outcomes of many trials, printed as the places that they were made at. */
function faultsOf(
  trials: readonly (readonly [Position, Wrong])[],
  fault: (outcome: Outcome, place: Position) => string,
) {
  return trials.flatMap(([place, [what, value]]) => {
    const found = fault(tryAt(place, value), place);
    return found ? [`${place.called}(${place.way.join('.')} = ${what}): ${found}`] : [];
  });
}

/** A refusal of which a user learns what to write where, and that leaves nothing behind. */
function unsoundRefusal({ message = '', left }: Outcome, prop = ''): string {
  if (!SHAPE.test(message)) return `not in the shape of errors: ${message}`;
  if (!message.includes(`\n  ${prop}`)) return `does not name ${prop}: ${message}`;
  return left.length > 0 ? `left in the tree: ${left.join(', ')}` : '';
}

test('right arguments are known for every function, and accepted', () => {
  const called = [...new Set(PLACES.map((place) => place.called))];
  expect(called.filter((one) => !(one in VALID))).toEqual([]);
  expect(called.flatMap((one) => tryOut(one, (args) => args).message ?? [])).toEqual([]);
});

test('a value of a wrong type is refused at every place, which the error names', () => {
  const all = PLACES.flatMap((place) => wrongFor(place.type).map((wrong) => [place, wrong] as const));
  const trials = everyNth(NTH, all);
  const faults = faultsOf(trials, (outcome, place) =>
    outcome.message === undefined ? 'accepted' : unsoundRefusal(outcome, propOf(place)),
  );
  tally('bad inputs', trials.length, faults.length);
  expect(faults).toEqual([]);
  console.log(
    `${trials.length} of ${all.length} values of wrong types tried at ${PLACES.length} places of the API: all refused`,
  );
});

test('an odd value of the right type is refused, or what comes of it makes sense', () => {
  const all = PLACES.flatMap((place) => oddFor(place.type).map((odd) => [place, odd] as const));
  const trials =
    RUNS >= all.length
      ? all
      : fc.sample(fc.shuffledSubarray(all, { minLength: RUNS, maxLength: RUNS }), { seed: SEED, numRuns: 1 })[0];
  let accepted = 0;
  const faults = faultsOf(trials, (outcome) => {
    if (outcome.message !== undefined) return unsoundRefusal(outcome);
    accepted += 1;
    const strays = nonsenseIn(outcome.objects);
    const schema = HAS_SCHEMAS ? outcome.objects.flatMap((object) => schemasOf(36).faults(object)) : [];
    return [...strays, ...schema].join(', ');
  });
  tally('bad inputs', trials.length - accepted, faults.length);
  expect({ seed: SEED, faults }).toEqual({ seed: SEED, faults: [] });
  console.log(
    `${trials.length} of ${all.length} odd values tried: ${accepted} accepted, the others refused; seed ${SEED}`,
  );
});

/** Props of which one has to be given: without this one, the other is. DNS policy None needs a name server. */
const ONE_OF = [
  'GpuModel.custom aksVmSizes',
  'ScalingMetric.external averageValue',
  'ScalingMetric.object value',
  'new ModelService dns.nameservers',
  'new TrainingJob dns.nameservers',
];

test('undefined means the default, at every place that may be left out', () => {
  const places = PLACES.filter(({ called, optional, prop }) => optional && !ONE_OF.includes(`${called} ${prop}`));
  const faults = places.flatMap((place) => {
    const given = tryAt(place, undefined);
    const left = tryWithout(place);
    const same = given.message === undefined && isDeepStrictEqual(given.objects, left.objects);
    return same ? [] : [`${place.called}(${place.way.join('.')}): ${given.message ?? 'not as if it were left out'}`];
  });
  expect(faults).toEqual([]);
});

test('what has to be given is asked for by name', () => {
  const places = PLACES.filter(({ optional }) => !optional);
  const faults = faultsOf(
    places.map((place) => [place, ['undefined', undefined]] as const),
    (outcome, place) => {
      const said = unsoundRefusal(outcome, propOf(place));
      return said || (/ {4}got {7}nothing\n/.test(outcome.message!) ? '' : `got is not nothing: ${outcome.message}`);
    },
  );
  tally('bad inputs', places.length, faults.length);
  expect(faults).toEqual([]);
});
