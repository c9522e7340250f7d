import { show } from '../internal/errors';
import { agrees, type Comparison, differs, together } from './comparison';
import { describe } from './describe';
import { Matcher } from './matcher';
import { elementPath, propertyPath } from './paths';

/** What a literal object in a pattern means: some of the keys there are, or all of them. */
export type Literals = 'subset' | 'exact';

/** Compares a value with a pattern of literals and matchers. */
export function compare(pattern: unknown, got: unknown, path = '', literals: Literals = 'subset'): Comparison {
  if (pattern instanceof Matcher) return pattern._compare(got, path);
  if (Array.isArray(pattern)) return compareArrays(pattern, got, path, literals);
  if (isObject(pattern)) return compareObjects(pattern, got, path, literals);
  return pattern === got ? agrees(path, show(got)) : differs(path, show(got), describe(pattern));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compareObjects(pattern: Record<string, unknown>, got: unknown, path: string, literals: Literals): Comparison {
  if (!isObject(got)) return differs(path, show(got), describe(pattern));
  const keys = Object.keys(pattern);
  const extra = literals === 'exact' ? Object.keys(got).filter((key) => !Object.hasOwn(pattern, key)) : [];
  const parts = [
    ...keys.map((key) => compare(pattern[key], valueAt(got, key), propertyPath(path, key), literals)),
    ...extra
      .filter((key) => got[key] !== undefined)
      .map((key) => differs(propertyPath(path, key), show(got[key]), 'nothing')),
  ];
  return parts.length > 0 ? together(parts) : agrees(path, show(got));
}

function valueAt(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function compareArrays(pattern: readonly unknown[], got: unknown, path: string, literals: Literals): Comparison {
  if (!Array.isArray(got)) return differs(path, show(got), describe(pattern));
  const both = Math.min(pattern.length, got.length);
  const parts = pattern
    .slice(0, both)
    .map((element, index) => compare(element, got[index], elementPath(path, got, index), literals));
  if (pattern.length !== got.length) parts.push(differs(path, items(got.length), items(pattern.length)));
  for (let index = both; index < got.length; index++)
    parts.push(differs(elementPath(path, got, index), show(got[index]), 'nothing'));
  for (let index = both; index < pattern.length; index++)
    parts.push(differs(`${path}[${index}]`, 'nothing', describe(pattern[index])));
  return parts.length > 0 ? together(parts) : agrees(path, '[]');
}

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}
