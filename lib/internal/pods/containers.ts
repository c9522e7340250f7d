import { entries, type Json, own, text } from '../json';
import type { PodSet } from './pod-set';

/** `sidecar`: an init container that runs as long as the pod does (`restartPolicy: Always`). */
export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral';

export interface PodContainer {
  readonly name: string;
  readonly role: ContainerRole;
  /** The container as it is written. */
  readonly spec: Json;
  /** Path in the object: `spec.template.spec.containers[api]`. */
  readonly path: string;
}

/** Every container of a pod, in the order in which they start. */
export function containersOf({ template, specPath, placed }: Pick<PodSet, 'template' | 'specPath' | 'placed'>) {
  const found: PodContainer[] = [];
  const read = (list: string, role: (container: Json) => ContainerRole) => {
    for (const { value, at } of entries(own(template.spec, list), `${specPath ? `${specPath}.` : ''}${list}`))
      found.push({
        name: text(own(value, 'name')) ?? '',
        role: role(value),
        spec: value,
        path: placed?.get(value) ?? at,
      });
  };
  read('initContainers', (container) => (own(container, 'restartPolicy') === 'Always' ? 'sidecar' : 'init'));
  read('containers', () => 'main');
  read('ephemeralContainers', () => 'ephemeral');
  return found;
}

/** True for a container that runs as long as its pod does. */
export function runsWithPod({ role }: Pick<PodContainer, 'role'>): boolean {
  return role === 'main' || role === 'sidecar';
}
