import type { ApiObject } from 'cdk8s';
import { Checker } from './errors';
import { mergeValue } from './override/merge';
import { ANY, Place } from './override/place';

/**
 * Merges fields into what an object of cdk8s-plus serializes to, for fields that it does not know. The fields are the
 * library's own: they are not checked, and no table of the schema is loaded.
 */
export function overrideManifest(object: ApiObject, patch: Readonly<Record<string, unknown>>): void {
  // the instance's toJson is the one place that every way of synthesis passes, after lazy values and JSON patches
  const original = object.toJson.bind(object);
  object.toJson = () => {
    const source = { check: Checker.for(object) };
    return sorted(mergeValue(original(), patch, new Place(source, { kind: 'map', of: ANY }, 0, true)));
  };
}

function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  if (process.env.CDK8S_DISABLE_SORT) return value;
  const first = ['apiVersion', 'kind', 'metadata'].filter(
    (k) => k in value && 'kind' in value && 'apiVersion' in value,
  );
  const rest = Object.keys(value)
    .filter((k) => !first.includes(k))
    .sort();
  return Object.fromEntries([...first, ...rest].map((k) => [k, sorted(value[k])]));
}
