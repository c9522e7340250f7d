import type { Checker } from '../errors';
import type { Type } from './notation';

/** Where a patch is applied: a value of an object, and what is known of it. */
export interface Place {
  readonly check: Checker;
  readonly type: Type;
  /** The minor of Kubernetes whose fields there are; any that the tables have where it is not known. */
  readonly minor?: number;
  /** The release of the custom resource that the tables have. */
  readonly release?: string;
  /** True in what the API server takes unseen: entries of lists are found there, but nothing is checked. */
  readonly loose: boolean;
  /** The checker of an entry, where a list is at this place; `known` is what it is known by. */
  readonly entry: (known: string) => Checker;
}

export const ANY: Type = { kind: 'any' };

/** The place of a field. */
export function fieldAt(place: Place, name: string, type: Type): Place {
  const entry = (known: string) => place.check.at(`${name}[${known}]`);
  return { ...place, check: place.check.at(name), type, minor: minorOf(place, type), entry };
}

/** The place of an entry of a list. */
export function entryAt(place: Place, known: string, type: Type): Place {
  const check = place.entry(known);
  return { ...place, check, type, minor: minorOf(place, type), entry: (inner) => check.at(`[${inner}]`) };
}

/** A custom resource has no newer fields than those that it took over, and on an older cluster not even these. */
function minorOf(place: Place, type: Type): number | undefined {
  if (type.kind !== 'object' || type.minor === undefined) return place.minor;
  return Math.min(type.minor, place.minor ?? type.minor);
}
