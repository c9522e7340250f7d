import { groupOf } from '../internal/cluster-scoped';
import type { Json } from '../internal/json';
import { containersOf } from '../internal/pods/containers';
import { holdsPods, podSetsOf } from '../internal/pods/pod-sets';
import { isObject } from './compare';
import type { KubernetesObject } from './objects';
import { propertyPath } from './paths';

/** The spec of a pod somewhere in an object, and its containers. */
export interface FoundPod {
  /** Role of the pod in its object; empty where the object has one kind of pod only. */
  readonly name: string;
  readonly path: string;
  readonly spec: Json;
  readonly containers: readonly { readonly name: string; readonly path: string; readonly spec: unknown }[];
}

/** The pods of an object. In kinds that the library does not know, whatever has a list of containers is a pod. */
export function podsIn(object: KubernetesObject): FoundPod[] {
  if (!holdsPods(groupOf(object.apiVersion), object.kind)) return searched(object, '');
  return podSetsOf(object).map((set) => ({
    name: set.name,
    path: set.specPath,
    spec: set.template.spec,
    containers: containersOf(set),
  }));
}

function searched(value: unknown, path: string): FoundPod[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => searched(element, `${path}[${index}]`));
  if (!isObject(value)) return [];
  if (Array.isArray(value.containers)) {
    const containers = containersOf({ template: { spec: value }, specPath: path });
    return [{ name: '', path, spec: value, containers }];
  }
  return Object.entries(value).flatMap(([key, inner]) => searched(inner, propertyPath(path, key)));
}
