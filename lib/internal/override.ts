import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Checker } from './errors';
import { isPatch, type Manifest, patchManifest } from './override/manifest';
import { keysInOrder } from './override/plans';

/** Applies a user's merge patches to the finished objects of a workload, when they are serialized. */
export function overrideObjects(owner: IConstruct, overrides: Record<string, unknown>, check: Checker): void {
  const objects = owner.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
  const named = objects.map((object) => ({ object, kind: object.kind, metadata: { name: object.name } }));
  for (const key of keysInOrder(check, named, overrides).filter((one) => isPatch(check.at(one), overrides[one])))
    for (const { object, kind, metadata } of named)
      if (key === kind || key === `${kind}/${metadata.name}`) patchWhenSerialized(object, overrides[key], key);
}

/** Lays fields over what an object serializes to, which is an object of cdk8s-plus that does not know them. */
export function overrideManifest(object: ApiObject, patch: Record<string, unknown>): void {
  patchWhenSerialized(object, patch, object.kind);
}

function patchWhenSerialized(object: ApiObject, patch: unknown, key: string): void {
  // the instance's toJson is the one place that every way of synthesis passes, after lazy values and JSON patches
  const original = object.toJson.bind(object);
  object.toJson = () => {
    const check = Checker.for(object.node.scope ?? object)
      .at('overrides')
      .at(key);
    const merged = patchManifest(check, original() as Manifest, patch);
    check.done();
    return sorted(merged);
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
