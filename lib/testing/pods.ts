import { isObject } from './compare';
import { nameOf, propertyPath } from './paths';

/** A pod spec somewhere in an object: in a Pod, a template, a CronJob's template, or a custom resource's replicas. */
export interface FoundPod {
  readonly path: string;
  readonly spec: Record<string, unknown>;
}

/** Every pod spec in the object: whatever has a list of containers. */
export function podsIn(object: unknown, path = ''): FoundPod[] {
  if (Array.isArray(object)) return object.flatMap((element, index) => podsIn(element, `${path}[${index}]`));
  if (!isObject(object)) return [];
  if (Array.isArray(object.containers)) return [{ path, spec: object }];
  return Object.entries(object).flatMap(([key, value]) => podsIn(value, propertyPath(path, key)));
}

/** Containers and init containers, with the path of each. */
export function containersIn(pod: FoundPod): { path: string; name: string; container: unknown }[] {
  return ['initContainers', 'containers'].flatMap((list) => {
    const containers = pod.spec[list];
    if (!Array.isArray(containers)) return [];
    return containers.map((container) => {
      const name = nameOf(container) ?? '';
      return { path: `${propertyPath(pod.path, list)}[name=${name}]`, name, container };
    });
  });
}
