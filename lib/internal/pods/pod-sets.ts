import { groupOf } from '../cluster-scoped';
import { dig, isRecord, type Json, keysOf, own, text } from '../json';
import { POD_KINDS } from './pod-kinds';
import type { PodPlace, PodSet, PodTemplate } from './pod-set';

export type { PodSet, PodTemplate } from './pod-set';

const NONE: readonly PodSet[] = Object.freeze([]);
const PLACES: ReadonlyMap<string, readonly PodPlace[]> = new Map(Object.entries(POD_KINDS));

/**
 * The pods that an object makes, one entry for each template, in the order of the manifest. Empty for objects that make
 * no pods, and for kinds that the table (`pod-kinds.ts`) does not know. A manifest may hold anything: what cannot be
 * read as a pod is left out.
 */
export function podSetsOf(manifest: unknown): readonly PodSet[] {
  const kind = text(own(manifest, 'kind'));
  const apiVersion = text(own(manifest, 'apiVersion'));
  if (kind === undefined || apiVersion === undefined) return NONE;
  return podSetsOfKind(`${groupOf(apiVersion)}/${kind}`, manifest as Json);
}

/** The same for an object whose `group/Kind` is known. */
export function podSetsOfKind(id: string, manifest: Json): readonly PodSet[] {
  const places = PLACES.get(id);
  if (!places) return NONE;
  const found: PodSet[] = [];
  for (const place of places) addSetsAt(manifest, place, found);
  return found;
}

/** True for a kind whose objects hold pods, as far as the table knows. */
export function holdsPods(group: string, kind: string): boolean {
  return PLACES.has(`${group}/${kind}`);
}

function addSetsAt(manifest: Json, place: PodPlace, found: PodSet[]): void {
  for (const spot of spotsAt(manifest, place.path)) {
    if (!isRecord(spot.value)) continue;
    const set = place.nested ? undefined : setOf(manifest, place, spot, spot.value);
    if (set) found.push(set);
    else if (place.nested) found.push(...nestedSets(manifest, place, spot));
  }
}

function setOf(manifest: Json, place: PodPlace, spot: Spot, value: Json): PodSet | undefined {
  const { path, keys, entry } = spot;
  const composed = place.compose?.(value, path, manifest, entry);
  const template = place.compose ? composed?.template : asTemplate(value);
  if (!template) return undefined;
  const { partial, separate } = place;
  return {
    name: place.name ?? spot.name,
    path,
    keys,
    specPath: composed?.specPath ?? (path ? `${path}.spec` : 'spec'),
    template,
    composed: composed !== undefined,
    count: place.count?.(manifest, entry) ?? 1,
    maxCount: place.maxCount?.(manifest, entry),
    selector: place.selector,
    perNode: place.perNode === true,
    reusable: place.reusable === true,
    partial: typeof partial === 'function' ? partial(template) : partial === true,
    separate: typeof separate === 'function' ? separate(entry) : separate === true,
    placed: composed?.placed,
  };
}

/** The sets of a manifest inside of another one, with the paths of the outer. */
function nestedSets(manifest: Json, { count }: PodPlace, { path, keys, value }: Spot): PodSet[] {
  const times = count?.(manifest, {}) ?? 1;
  const below = (inner: string) => (inner ? `${path}.${inner}` : path);
  return podSetsOf(value).map((set) => ({
    ...set,
    path: below(set.path),
    keys: [...keys, ...set.keys],
    specPath: below(set.specPath),
    selector: set.selector && below(set.selector),
    count: set.count * times,
    maxCount: set.maxCount && set.maxCount * times,
    placed: set.placed && new Map([...set.placed].map(([container, at]) => [container, below(at)])),
  }));
}

function asTemplate(value: Json): PodTemplate | undefined {
  return isRecord(own(value, 'spec')) ? (value as PodTemplate) : undefined;
}

/** A place in a manifest that a path leads to. */
interface Spot {
  readonly value: unknown;
  readonly path: string;
  readonly keys: readonly (string | number)[];
  /** Name of the entry at the last `*`. */
  readonly name: string;
  /** The entry at the last `*`; the manifest where there is none. */
  readonly entry: Json;
}

/** What is at a path, in which `*` means every entry of a list or map. */
function spotsAt(manifest: Json, path: string): Spot[] {
  const keys = keysOf(path);
  if (!keys.includes('*')) return [{ value: dig(manifest, path), path, keys, name: '', entry: manifest }];
  let spots: Spot[] = [{ value: manifest, path: '', keys: [], name: '', entry: manifest }];
  for (const key of keys) spots = spots.flatMap((spot) => (key === '*' ? eachEntry(spot) : [at(spot, key)]));
  return spots;
}

function at({ value, path, keys, name, entry }: Spot, key: string): Spot {
  return { value: own(value, key), path: path ? `${path}.${key}` : key, keys: [...keys, key], name, entry };
}

function eachEntry({ value, path, keys }: Spot): Spot[] {
  if (Array.isArray(value))
    return value.flatMap((entry, i) => {
      if (!isRecord(entry)) return [];
      const name = text(own(entry, 'name')) || text(own(entry, 'groupName')) || String(i);
      return [{ value: entry, path: `${path}[${name}]`, keys: [...keys, i], name, entry }];
    });
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) =>
    isRecord(entry) ? [{ value: entry, path: `${path}.${name}`, keys: [...keys, name], name, entry }] : [],
  );
}
