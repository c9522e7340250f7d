import { NEWEST_MINOR } from '../schema/groups';
import { nearest } from '../spelling';
import { isObject, type JsonObject, kindOf, words } from './json';
import type { Field, Key, Type } from './notation';
import type { Place } from './place';

/** A value that is not of its type; the value itself is not shown, since it may be a secret. */
export interface TypeFault {
  readonly got: unknown;
  readonly expected: string;
  readonly fix: string;
}

const TYPES: Readonly<Record<Type['kind'], { is: (value: unknown) => boolean; expected: string; fix: string }>> = {
  any: { is: () => true, expected: 'a value', fix: 'give one' },
  text: { is: (value) => typeof value === 'string', expected: 'text', fix: 'write text, numbers in quotes' },
  integer: { is: Number.isInteger, expected: 'a whole number', fix: 'write a whole number, without quotes' },
  number: { is: Number.isFinite, expected: 'a number', fix: 'write a number, without quotes' },
  boolean: { is: (value) => typeof value === 'boolean', expected: 'true or false', fix: 'write it without quotes' },
  quantity: {
    is: (value) => typeof value === 'string' || typeof value === 'number',
    expected: 'text or a number',
    fix: 'write one of them',
  },
  list: { is: Array.isArray, expected: 'a list', fix: 'write the value as an entry of a list' },
  map: { is: isObject, expected: 'a map of names to values', fix: 'write { name: value }' },
  object: { is: isObject, expected: 'an object', fix: 'write { field: value }' },
};

/** Why the value is not one of the type; what is in lists and objects is not looked at. */
export function typeFault(type: Type, value: unknown): TypeFault | undefined {
  const { is, expected, fix } = TYPES[type.kind];
  return is(value) ? undefined : { got: kindOf(value), expected, fix };
}

/** How many fields a message lists: with a near one, the others are of little interest. */
const FEW = 3;
const MANY = 20;

/** Refuses a field that the schema does not have, or not in the minor of the target. */
export function refuseField(place: Place, name: string, byName: ReadonlyMap<string, readonly Field[]>): void {
  const check = place.check.at(name);
  const ranges = byName.get(name);
  if (ranges) {
    const since = ranges[0].since;
    const range = since > place.minor ? `since 1.${since}` : `up to 1.${ranges.at(-1)!.until}`;
    const fix = 'leave it out; if the cluster has it, set its version in the target';
    check.refuse(name, `a field that ${sourceOf(place)} has (this one exists ${range})`, fix);
    return;
  }
  const known = [...byName]
    .filter(([, fields]) => fields.some((field) => isIn(field, place.minor)))
    .map(([one]) => one);
  const near = nearest(name, known, { strict: false });
  const other = place.source.release
    ? 'check the name; a field of a newer release can be set with addJsonPatch on the object'
    : 'leave it out, or write the field that was meant';
  check.refuse(
    name,
    `a field that ${sourceOf(place)} has here: ${listed(known, near, near ? FEW : MANY)}`,
    near === undefined ? other : `write ${near}`,
  );
}

/** True where the name is a field that was misspelt. */
export function isNear(name: string, known: readonly string[]): boolean {
  return nearest(name, known, { strict: false }) !== undefined;
}

function isIn({ since, until }: Field, minor: number): boolean {
  return since <= minor && Math.min(minor, NEWEST_MINOR) <= until;
}

function sourceOf({ minor, source: { release } }: Place): string {
  const kubernetes = `Kubernetes 1.${minor}`;
  return release === undefined ? kubernetes : `${release} on ${kubernetes}`;
}

/** Refuses to remove a field that the API server requires. */
export function refuseRemoval(field: Place): void {
  field.check.refuse(words('a removal'), 'a value: the API server requires this field', 'give it another value');
}

/** Refuses an object without fields that the API server requires. */
export function refuseMissing({ check }: Place, names: readonly string[]): void {
  const expected = 'an object with all fields that the API server requires';
  check.refuse(words(`an object without ${names.join(', ')}`), expected, `add ${names.join(', ')}`);
}

/** Refuses fields of which an object may have one, where the patch gives another than is there. */
export function refuseTogether({ check }: Place, names: readonly string[], patch: readonly string[]): void {
  const other = names.filter((name) => !patch.includes(name));
  const fix = other.length > 0 ? `remove the other: ${other.map((name) => `${name}: null`).join(', ')}` : 'remove one';
  check.refuse(words(names.join(' and ')), 'fields that the API server takes together', fix);
}

/** Refuses directives of strategic merge patches that are not supported. */
export function refuseDirective({ check }: Place): void {
  check
    .at('$patch')
    .refuse(
      words('a directive'),
      "'delete' in place of a field or of an entry of a list with keys, or 'replace'",
      'write one of these two, at the field or entry that it is for',
    );
}

/** Refuses an entry that is not in the list and is not complete; `missing` is what a new one would need. */
export function refuseEntry(
  { check }: Place,
  key: string,
  entry: JsonObject,
  list: readonly unknown[],
  missing: readonly string[] | undefined,
): void {
  const known = list.flatMap((one) => (isObject(one) && one[key] !== undefined ? [String(one[key])] : []));
  const written = String(entry[key]);
  const near = nearest(written, known, { strict: false });
  const existing = known.length > 0 ? `one of ${listed(known, near, MANY)}` : 'an entry of the list, which has none';
  const added = missing === undefined ? '' : `; a new one needs ${missing.join(', ')}`;
  const other = missing === undefined ? 'leave it out' : `add ${missing.join(', ')}`;
  check.refuse(words(`${key}: ${written}`), `${existing}${added}`, near === undefined ? other : `write ${near}`);
}

/** Refuses an entry that does not say which one it is. */
export function refuseNoKey({ check }: Place, keys: readonly (readonly Key[])[]): void {
  const names = keys.map(keyWords).join(', or ');
  check.refuse(words(`an entry without ${keyWords(keys[0])}`), `an entry with ${names}`, `add ${names}`);
}

/** Refuses an entry that could be several. */
export function refuseAmbiguous({ check }: Place, keys: readonly (readonly Key[])[], count: number): void {
  const fix = keys[0].length > 1 ? `add ${keyWords(keys[0])}` : 'write { $patch: replace } first, then the whole list';
  check.refuse(words('an entry that could be several'), `one entry of the list: ${count} agree with it`, fix);
}

/** Refuses an empty list in place of one with entries, which merging would leave as it is. */
export function refuseEmptied({ check }: Place): void {
  const fix = 'remove the list with null, or an entry with { <key>: ..., $patch: delete }';
  check.refuse(words('an empty list'), 'entries to change: the list is merged by a key', fix);
}

function keyWords(keys: readonly Key[]): string {
  return keys.map(({ name }) => name).join(' and ');
}

/** Some of the names, the near one first. */
function listed(names: readonly string[], near: string | undefined, most: number): string {
  const first = near === undefined ? names : [near, ...names.filter((name) => name !== near)];
  return `${first.slice(0, most).join(', ')}${first.length > most ? ', ...' : ''}`;
}
