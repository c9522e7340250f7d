import fc from 'fast-check';
import type { ClusterTarget } from '../../../lib';
import type { Recipe } from '../../support/arbitrary-recipes';
import {
  type Amount,
  arbitraryPlace,
  type Place,
  type RandomSet,
  sampleSets,
  shown,
} from '../../support/random-constructs';
import { SEED } from '../../support/seed';
import type { Manifest } from '../plane/api';
import { nameOf, namespaceOf, type RandomServer, type Synth, synthOf } from './server';

/** A set, what synth made of it, and its name in this run. */
export interface Numbered {
  readonly id: string;
  readonly placeId: string;
  readonly set: RandomSet;
  readonly synth: Synth;
}

/** A namespace for several sets: applying one for each would take most of the time. */
export interface NumberedPlace {
  readonly id: string;
  readonly place: Place;
}

/** Random places of which no two have one name. */
export function randomPlaces(count: number): NumberedPlace[] {
  const places = fc.sample(arbitraryPlace, { seed: SEED, numRuns: count });
  return unique(
    places.map((place, i) => ({ id: `place-${i}`, place })),
    ({ id, place }) => namespaceOf(place, id),
  );
}

/** Random sets of all constructs, in the places, and what synth says of each. */
export function randomSets(amount: Amount, targets: fc.Arbitrary<ClusterTarget>, places: NumberedPlace[]): Numbered[] {
  const pool = fc.constantFrom(...places.map(({ place }) => place));
  return sampleSets(amount, SEED, targets, pool).map((set, i) => {
    const placeId = places.find(({ place }) => place === set.place)?.id ?? 'none';
    return { id: `s${i}`, placeId, set, synth: synthOf(set, `s${i}`, placeId) };
  });
}

/** Those that are to be applied: two namespaces of one name would be one on the server. */
export function applicable(sets: Numbered[], places: NumberedPlace[]): Numbered[] {
  const taken = new Set(places.map(({ id, place }) => namespaceOf(place, id)));
  const accepted = sets.filter(({ synth }) => synth.accepted && synth.objects.length > 0);
  const own = (one: Numbered) => one.synth.objects.find(({ kind }) => kind === 'Namespace');
  return unique(
    accepted.filter((one) => !taken.has(own(one)?.metadata.name)),
    (one) => (own(one) ? nameOf(own(one) as Manifest) : one.id),
  );
}

/** What is wrong with one set, tried on the server. */
export async function problemsOf(server: RandomServer, { set, synth }: Numbered): Promise<string[]> {
  if (!synth.accepted) return [...synth.faults];
  if (set.construct.within === 'namespace') return server.problemsOf(set, synth.objects);
  const problems = await server.make(synth.objects);
  const namespace = synth.objects.find(({ kind }) => kind === 'Namespace');
  return namespace ? [...problems, ...(await server.plainPodProblems(namespace.metadata.name))] : problems;
}

/** How many kinds of failures are shown: one shows the way, and to make each small takes seconds. */
const MOST_SHOWN = Number(process.env.MOST_SHOWN ?? 5);

/** A failure of each kind as somebody can have it again: the seed, what is wrong, and the smallest props that are. */
export async function reports(failures: [Numbered, string[]][], server?: RandomServer): Promise<string[]> {
  const byKind = new Map<string, { one: Numbered; problem: string; ids: Set<string> }>();
  for (const [one, problems] of failures)
    for (const problem of problems) {
      const known = byKind.get(kindOf(problem));
      if (known) known.ids.add(one.id);
      else byKind.set(kindOf(problem), { one, problem, ids: new Set([one.id]) });
    }
  const texts: string[] = [];
  for (const { one, problem, ids } of [...byKind.values()].slice(0, MOST_SHOWN)) {
    const small = await shrunk(one, problem, server);
    texts.push(`TEST_SEED=${SEED}: ${problem}\n  in ${[...ids].join(' ')}, for example ${one.id}: ${shown(small)}`);
  }
  if (byKind.size > MOST_SHOWN) texts.push(`and ${byKind.size - MOST_SHOWN} more kinds of failures`);
  return texts;
}

/** Leaves out whatever can be left out while the same goes wrong. */
async function shrunk(one: Numbered, problem: string, server?: RandomServer): Promise<RandomSet> {
  let { set } = one;
  for (const way of waysIn(set.props)) {
    const smaller = { ...set, props: without(set.props, way) };
    const synth = failsafe(() => synthOf(smaller, one.id, one.placeId));
    if (!synth || synth.accepted !== one.synth.accepted) continue;
    const problems =
      synth.accepted && server ? await problemsOf(server, { ...one, set: smaller, synth }) : synth.faults;
    if (problems.some((other) => kindOf(other) === kindOf(problem))) set = smaller;
  }
  return set;
}

/** A problem without the names and numbers in it. */
function kindOf(problem: string): string {
  return problem.replace(/^\S+ |(?<=: )"?[^A-Za-z ]?[^ ]*\d[^ ]*|\d+|"[^"]*"/g, '').slice(0, 60);
}

type Way = readonly (string | number)[];

/** The ways to all that can be left out, the outermost first. */
function waysIn(recipe: Recipe, way: Way = []): Way[] {
  if (typeof recipe !== 'object' || recipe === null) return [];
  const entries: [string | number, Recipe][] = Array.isArray(recipe) ? [...recipe.entries()] : Object.entries(recipe);
  const here = Array.isArray(recipe) ? [] : entries.map(([key]) => [...way, key]);
  return [...here, ...entries.flatMap(([key, value]) => waysIn(value, [...way, key]))];
}

function without(recipe: Recipe, [first, ...rest]: Way): Recipe {
  if (typeof recipe !== 'object' || recipe === null || !(first in recipe)) return recipe;
  const copy: any = Array.isArray(recipe) ? [...recipe] : { ...recipe };
  if (rest.length === 0) delete copy[first];
  else copy[first] = without(copy[first], rest);
  return copy;
}

function failsafe<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function unique<T>(items: T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
