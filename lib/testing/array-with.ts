import { show } from '../internal/errors';
import { compare, isObject } from './compare';
import { type Comparison, differs, matches, nearest, together } from './comparison';
import { describe } from './describe';
import { elementPath, nameOf } from './paths';

/** Every pattern has an element of its own, whatever the order and whatever else is in the array. */
export function compareArrayWith(patterns: readonly unknown[], got: unknown, path: string): Comparison {
  if (!Array.isArray(got)) return differs(path, show(got), `an array with ${describe(patterns)}`);
  const tried = patterns.map((pattern) =>
    got.map((element, index) => compare(pattern, element, elementPath(path, got, index))),
  );
  const elementOf = assign(tried.map((row) => row.map(matches)));
  return together(
    patterns.map((pattern, i) =>
      elementOf[i] === undefined ? missing(pattern, got, tried[i], path) : tried[i][elementOf[i]],
    ),
  );
}

/** The nearest element's differences where one is near, else what the array lacks. */
function missing(pattern: unknown, got: readonly unknown[], tried: readonly Comparison[], path: string): Comparison {
  if (tried.some(matches)) return differs(path, show(got), `one more element like ${describe(pattern)}`);
  const namesake = isObject(pattern) ? got.findIndex((e) => nameOf(e) === nameOf(pattern) && nameOf(e)) : -1;
  const near = namesake >= 0 ? tried[namesake] : nearest(tried);
  if (near && near.agreed.length > 0) return near;
  return differs(path, summary(got), `an element like ${describe(pattern)}`);
}

function summary(got: readonly unknown[]): string {
  const names = got.map(nameOf);
  const named = names.length > 0 && names.every((name) => name !== undefined);
  return named ? `elements named ${names.join(', ')}` : show(got);
}

/**
 * An element for each pattern, no element twice (augmenting paths, as Kuhn has it): taking the first that fits would
 * make the answer depend on the order of the patterns.
 */
function assign(fits: readonly (readonly boolean[])[]): (number | undefined)[] {
  const patternOf = new Map<number, number>();
  const place = (pattern: number, seen: Set<number>): boolean =>
    fits[pattern].some((fit, element) => {
      if (!fit || seen.has(element)) return false;
      seen.add(element);
      const holder = patternOf.get(element);
      if (holder !== undefined && !place(holder, seen)) return false;
      patternOf.set(element, pattern);
      return true;
    });
  fits.forEach((_, pattern) => {
    place(pattern, new Set());
  });
  const elementOf: (number | undefined)[] = fits.map(() => undefined);
  for (const [element, pattern] of patternOf) elementOf[pattern] = element;
  return elementOf;
}
