import { App, type Chart, Chart as StockChart } from 'cdk8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { type ClusterTarget, MlNamespace, ModelService } from '../../lib';
import { arbitraryExistingProps, arbitraryNamespaceProps } from './arbitrary-namespace';
import { cook, type Recipe, type Values } from './arbitrary-recipes';
import { arbitraryServiceProps } from './arbitrary-service';

/** A construct that the random tests try. */
export interface RandomConstruct {
  readonly name: string;
  /** What it stands in: the app, or a namespace, which is random as well. */
  readonly within: 'app' | 'namespace';
  /** How many of ten sets are of it. */
  readonly share: number;
  readonly props: Values;
  readonly make: (scope: Construct, id: string, props: any) => Construct;
}

/** One entry a construct; with a line here, all random tests try it. */
export const RANDOM_CONSTRUCTS: readonly RandomConstruct[] = [
  {
    name: 'MlNamespace',
    within: 'app',
    share: 3,
    props: arbitraryNamespaceProps,
    make: (scope, id, props) => new MlNamespace(scope, id, props),
  },
  {
    name: 'MlNamespace.existing',
    within: 'app',
    share: 1,
    props: arbitraryExistingProps,
    make: (scope, id, props) => MlNamespace.existing(scope, id, props),
  },
  {
    name: 'ModelService',
    within: 'namespace',
    share: 6,
    props: arbitraryServiceProps,
    make: (scope, id, props) => new ModelService(scope, id, props),
  },
];

/** Where a construct stands: in a stock chart, a namespace of ours, or one that is there already. */
export interface Place {
  readonly kind: 'stock' | 'owned' | 'existing';
  readonly props: Recipe;
}

/** Places that synth accepts: what is wrong with a namespace is tried by itself. */
export const arbitraryPlace: fc.Arbitrary<Place> = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant({ kind: 'stock' as const, props: {} }) },
    { weight: 3, arbitrary: arbitraryNamespaceProps.map((props) => ({ kind: 'owned' as const, props })) },
    { weight: 1, arbitrary: arbitraryExistingProps.map((props) => ({ kind: 'existing' as const, props })) },
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
  readonly construct: RandomConstruct;
  readonly target: ClusterTarget;
  readonly place: Place;
  readonly props: Recipe;
}

/** Random sets of one construct. */
export function arbitrarySet(
  construct: RandomConstruct,
  targets: fc.Arbitrary<ClusterTarget>,
  places: fc.Arbitrary<Place> = arbitraryPlace,
): fc.Arbitrary<RandomSet> {
  const place = construct.within === 'app' ? fc.constant(NO_PLACE) : places;
  return fc.record({ target: targets, place, props: construct.props }).map((set) => {
    const whole = { construct, ...set };
    // fast-check would print the generators too
    return Object.assign(whole, { [fc.toStringMethod]: () => shown(whole) });
  });
}

const NO_PLACE: Place = { kind: 'stock', props: {} };

/** Random sets of every construct, each as often as its share says. */
export function sampleSets(
  runs: number,
  seed: number,
  targets: fc.Arbitrary<ClusterTarget>,
  places: fc.Arbitrary<Place>,
): RandomSet[] {
  const all = RANDOM_CONSTRUCTS.reduce((sum, { share }) => sum + share, 0);
  return RANDOM_CONSTRUCTS.flatMap((construct) => {
    const numRuns = Math.ceil((runs * construct.share) / all);
    return fc.sample(arbitrarySet(construct, targets, places), { seed, numRuns });
  });
}

/** A set as a failure shows it. */
export function shown({ construct, target, place, props }: RandomSet): string {
  const { minor, cloud } = target;
  const where = construct.within === 'app' ? {} : { place };
  return JSON.stringify({ construct: construct.name, target: { minor, cloud }, ...where, props });
}
