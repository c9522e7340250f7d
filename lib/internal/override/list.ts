import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject } from './json';
import type { Key, Type } from './notation';
import { ANY, type Place } from './place';
import { fieldsOf } from './schema';
import { refuseAmbiguous, refuseEmptied, refuseEntry, refuseNoKey } from './words';

/** Merges one value at a place. */
type Merge = (target: unknown, patch: unknown, place: Place) => unknown;

/** Alternatives of keys that tell the entries of a list apart, best first. */
type Keys = readonly (readonly Key[])[];

/** The directive of `kubectl patch` removes as null does: jsii drops every None that a Python program puts into a map. */
export function isRemoval(patch: unknown): boolean {
  return patch === null || (isObject(patch) && patch.$patch === 'delete');
}

/** A list with the entries of the patch changed, added or removed; replaced by them where nothing tells entries apart. */
export function mergeList(
  target: readonly unknown[],
  patch: readonly unknown[],
  place: Place,
  merge: Merge,
): unknown[] {
  const entries = patch.filter((entry) => !isReplacement(entry));
  const old = entries.length < patch.length ? [] : target;
  const item = place.type.kind === 'list' ? place.type.of : ANY;
  const keys = place.type.kind === 'list' ? place.type.keys : keysByName(old, entries);
  if (keys.length === 0) return entries.map((entry, i) => merge(undefined, entry, place.entry(String(i), item)));
  if (patch.length === 0 && old.length > 0) refuseEmptied(place);
  const list = new KeyedList(old, keys, item, place, merge);
  for (const [i, entry] of entries.entries()) list.apply(entry, i);
  return list.entries;
}

/** A list whose entries are told apart by keys. */
class KeyedList {
  readonly entries: unknown[];

  constructor(
    entries: readonly unknown[],
    private readonly keys: Keys,
    private readonly item: Type,
    private readonly place: Place,
    private readonly merge: Merge,
  ) {
    this.entries = [...entries];
  }

  apply(entry: unknown, i: number): void {
    if (!isObject(entry)) {
      // refused for its type
      this.merge(undefined, entry, this.place.entry(String(i), this.item));
      return;
    }
    const { keys, matches } = this.find(entry);
    const at = this.place.entry(keys ? String(entry[keys[0].name]) : String(i), this.item);
    if (matches.length === 0) this.add(entry, at, keys);
    else if (matches.length > 1) refuseAmbiguous(at, this.keys, matches.length);
    else if (isRemoval(entry)) this.entries.splice(matches[0], 1);
    else this.entries[matches[0]] = this.merge(this.entries[matches[0]], entry, at);
  }

  private add(entry: JsonObject, at: Place, keys: readonly Key[] | undefined): void {
    const missing = neededIn(at).filter((name) => entry[name] === undefined || isRemoval(entry[name]));
    if (keys === undefined && this.entries.length > 0) refuseNoKey(at, this.keys);
    else if (keys && isRemoval(entry)) refuseEntry(this.place, keys[0].name, entry, this.entries, undefined);
    else if (keys && missing.length > 0) refuseEntry(this.place, keys[0].name, entry, this.entries, missing);
    else this.entries.push(this.merge(undefined, entry, at));
  }

  /** Where the entries are that agree with the patch, in the first of the keys in which any does. */
  private find(entry: JsonObject): { keys?: readonly Key[]; matches: readonly number[] } {
    const given = this.keys.filter((keys) => keys.every((key) => isKey(keyValue(entry, key))));
    for (const keys of given) {
      const matches = this.entries.flatMap((one, i) => (isObject(one) && agree(one, entry, keys) ? [i] : []));
      const same = matches.find((i) => isDeepStrictEqual(this.entries[i], entry));
      if (matches.length > 0) return { keys, matches: same === undefined ? matches : [same] };
    }
    return { keys: given[0], matches: [] };
  }
}

function agree(one: JsonObject, other: JsonObject, keys: readonly Key[]): boolean {
  return keys.every((key) => keyValue(one, key) === keyValue(other, key));
}

function keyValue(entry: JsonObject, key: Key): unknown {
  return entry[key.name] ?? key.default;
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** Of a list without a schema the entries are told apart by their names, where all have one. */
function keysByName(list: readonly unknown[], entries: readonly unknown[]): Keys {
  const isNamed = (all: readonly unknown[]) => {
    const names = all.map((one) => (isObject(one) ? one.name : undefined));
    return names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
  };
  return list.length > 0 && isNamed(list) && isNamed(entries) ? [[{ name: 'name' }]] : [];
}

/** The fields that a new entry has to have. */
function neededIn({ type, minor }: Place): string[] {
  if (type.kind !== 'object') return [];
  return [...fieldsOf(type).byName].flatMap(([name, fields]) =>
    fields.some(({ needed, since, until }) => needed && since <= minor && minor <= until) ? [name] : [],
  );
}

function isReplacement(entry: unknown): boolean {
  return isObject(entry) && entry.$patch === 'replace' && Object.keys(entry).length === 1;
}
