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

type PodSpecAt = Pick<PodSet, 'template' | 'specPath' | 'placed'>;

/** Every container of a pod, in the order in which they start. */
export function containersOf(set: PodSpecAt): PodContainer[] {
  const found: PodContainer[] = [];
  addContainers(set, 'initContainers', found);
  addContainers(set, 'containers', found);
  addContainers(set, 'ephemeralContainers', found);
  return found;
}

const ROLES = { initContainers: 'init', containers: 'main', ephemeralContainers: 'ephemeral' } as const;

function addContainers(
  { template, specPath, placed }: PodSpecAt,
  field: keyof typeof ROLES,
  found: PodContainer[],
): void {
  for (const { value, at } of entries(own(template.spec, field), specPath ? `${specPath}.${field}` : field))
    found.push({
      name: text(own(value, 'name')) ?? '',
      role: field === 'initContainers' && own(value, 'restartPolicy') === 'Always' ? 'sidecar' : ROLES[field],
      spec: value,
      path: placed?.get(value) ?? at,
    });
}

/** True for a container that runs as long as its pod does. */
export function runsWithPod({ role }: Pick<PodContainer, 'role'>): boolean {
  return role === 'main' || role === 'sidecar';
}
