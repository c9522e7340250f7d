import { App, type Chart, Chart as StockChart } from 'cdk8s';
import fc from 'fast-check';
import { Cloud, ClusterTarget, MlNamespace } from '../../lib';
import { cook, type Recipe } from './arbitrary-recipes';
import { CONSTRUCTS, titleOf } from './workloads';
import { existingNamespace, mlNamespace } from './workloads/ml-namespace';
import type { TestedConstruct } from './workloads/types';

/** The clusters that things are made for. */
export const arbitraryTarget = fc
  .record({
    minor: fc.oneof(fc.constant(36), fc.integer({ min: 28, max: 36 })),
    cloud: fc.constantFrom(...Object.values(Cloud)),
    gate: fc.boolean(),
  })
  .map(({ minor, cloud, gate }) =>
    ClusterTarget.kubernetes(`1.${minor}`, { cloud, featureGates: gate ? ['ImageVolume'] : [] }),
  );

/** Where a construct stands: in a stock chart, a namespace of ours, or one that is there already. */
export interface Place {
  readonly kind: 'stock' | 'owned' | 'existing';
  readonly props: Recipe;
}

/** Places that synth accepts: what is wrong with a namespace is tried by itself. */
export const arbitraryPlace: fc.Arbitrary<Place> = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant({ kind: 'stock' as const, props: {} }) },
    { weight: 3, arbitrary: mlNamespace.random.map((props) => ({ kind: 'owned' as const, props })) },
    { weight: 1, arbitrary: existingNamespace.random.map((props) => ({ kind: 'existing' as const, props })) },
  )
  .filter((place) => {
    try {
      return Boolean(makePlace(new App({ outdir: 'unused' }), 'place', place));
    } catch {
      return false;
    }
  });

/** The chart of a place, with a name of its own where the place has none. */
export function makePlace(app: App, id: string, { kind, props }: Place): Chart {
  if (kind === 'stock') return new StockChart(app, id, { namespace: id });
  const cooked = { name: id, ...cook(props, app) };
  return kind === 'owned' ? new MlNamespace(app, id, cooked) : MlNamespace.existing(app, id, cooked);
}

/** Everything that one try is made of. */
export interface RandomSet {
  readonly construct: TestedConstruct;
  readonly target: ClusterTarget;
  readonly place: Place;
  readonly props: Recipe;
}

/** Random sets of one construct. */
export function arbitrarySet(
  construct: TestedConstruct,
  targets: fc.Arbitrary<ClusterTarget>,
  places: fc.Arbitrary<Place> = arbitraryPlace,
): fc.Arbitrary<RandomSet> {
  const place = construct.within === 'app' ? fc.constant(NO_PLACE) : places;
  return fc.record({ target: targets, place, props: construct.random }).map((set) => {
    const whole = { construct, ...set };
    // fast-check would print the generators too
    return Object.assign(whole, { [fc.toStringMethod]: () => shown(whole) });
  });
}

const NO_PLACE: Place = { kind: 'stock', props: {} };

/** How many sets of a construct are tried: as many for each of its props, and never fewer than the minimum. */
export interface Amount {
  readonly perProp: number;
  readonly minimum: number;
}

/** A construct with many props has more to combine; one that is added takes nothing from the others. */
export function countOf({ rows }: TestedConstruct, { perProp, minimum }: Amount): number {
  return Math.ceil(Math.max(minimum, perProp * Object.keys(rows).length));
}

/** Random sets of every construct. */
export function sampleSets(
  amount: Amount,
  seed: number,
  targets: fc.Arbitrary<ClusterTarget>,
  places: fc.Arbitrary<Place>,
): RandomSet[] {
  return CONSTRUCTS.flatMap((construct) =>
    fc.sample(arbitrarySet(construct, targets, places), { seed, numRuns: countOf(construct, amount) }),
  );
}

/** A set as a failure shows it. */
export function shown({ construct, target, place, props }: RandomSet): string {
  const { minor, cloud } = target;
  const where = construct.within === 'app' ? {} : { place };
  return JSON.stringify({ construct: titleOf(construct), target: { minor, cloud }, ...where, props });
}
