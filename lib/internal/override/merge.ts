import { NEWEST_MINOR } from '../schema/groups';
import { exclusiveFields } from './exclusive';
import { isObject, type JsonObject } from './json';
import { isRemoval, mergeList } from './list';
import type { Field, ObjectType } from './notation';
import { ANY, type Place } from './place';
import { fieldsOf, kindType } from './schema';
import { isNear, refuseDirective, refuseField, refuseMissing, refuseRemoval, refuseTogether, typeFault } from './words';

/**
 * A patched copy of the target, which stays as it is: objects merge, null or `$patch: delete` removes, lists with keys
 * merge by them, other lists are replaced. What the schema has no place for is refused, and left out.
 */
export function mergeValue(target: unknown, patch: unknown, given: Place): unknown {
  const place = isObject(patch) ? embedded(given, target, patch) : given;
  const fault = typeFault(place.type, patch);
  if (fault && !place.loose) {
    place.check.refuse(fault.got, fault.expected, fault.fix);
    return target;
  }
  const fitting = fault ? place.as(ANY, true) : place;
  if (Array.isArray(patch)) return mergeList(Array.isArray(target) ? target : [], patch, fitting, mergeValue);
  return isObject(patch) ? mergeObject(isObject(target) ? target : undefined, patch, fitting) : patch;
}

/** An object in a place that takes anything may be one of Kubernetes, with lists that have keys: a template of trials. */
function embedded(place: Place, target: unknown, patch: JsonObject): Place {
  if (place.type.kind !== 'any') return place;
  const { apiVersion, kind } = { ...(isObject(target) ? target : {}), ...patch };
  const type = typeof apiVersion === 'string' && typeof kind === 'string' ? kindType(apiVersion, kind) : undefined;
  return type ? place.as(type, true) : place;
}

function mergeObject(target: JsonObject | undefined, patch: JsonObject, place: Place): JsonObject {
  const { $patch: directive, ...content } = patch;
  if (directive !== undefined && directive !== 'replace') refuseDirective(place);
  const old = directive === 'replace' ? undefined : target;
  const result = new Map(Object.entries(old ?? {}));
  const removed: string[] = [];
  for (const [name, value] of Object.entries(content)) {
    const field = placeOf(place, name);
    if (field === undefined) continue;
    if (isRemoval(value)) {
      if (isRequired(place, name)) refuseRemoval(field);
      result.delete(name);
      removed.push(name);
    } else result.set(name, mergeValue(result.get(name), value, field));
  }
  const missing = old === undefined ? missingIn(place, Object.fromEntries(result)) : [];
  const unsaid = missing.filter((name) => !removed.includes(name));
  if (unsaid.length > 0) refuseMissing(place, unsaid);
  const merged = Object.fromEntries(result);
  const together = place.type.kind === 'object' && !place.loose ? exclusiveFields(place.type, merged) : [];
  if (together.some((name) => name in content)) refuseTogether(place, together, Object.keys(content));
  return merged;
}

/** The place of a field, or `undefined` where the schema has none and that was refused. */
function placeOf(place: Place, name: string): Place | undefined {
  const { type } = place;
  if (type.kind === 'map') return place.field(name, type.of);
  if (type.kind !== 'object') return place.field(name, ANY);
  const field = fieldOf(place, type, name);
  if (field) return place.field(name, field.type);
  const { byName, open } = fieldsOf(type);
  // the tables end before the minor: what is not a misspelt field may be a new one
  const isNewer = place.minor > NEWEST_MINOR && !byName.has(name);
  if (open || place.loose || (isNewer && !isNear(name, [...byName.keys()]))) return place.field(name, ANY);
  refuseField(place, name, byName);
  return undefined;
}

function fieldOf({ minor }: Place, type: ObjectType, name: string): Field | undefined {
  const fields = fieldsOf(type).byName.get(name) ?? [];
  const known = Math.min(minor, NEWEST_MINOR);
  return fields.find(({ since, until }) => since <= known && known <= until);
}

function isRequired(place: Place, name: string): boolean {
  return place.type.kind === 'object' && !place.loose && fieldOf(place, place.type, name)?.required === true;
}

/** The fields that an object has to have, and has not. */
function missingIn(place: Place, value: JsonObject): string[] {
  if (place.type.kind !== 'object' || place.loose) return [];
  return [...fieldsOf(place.type).byName.keys()].filter((name) => isRequired(place, name) && !(name in value));
}
