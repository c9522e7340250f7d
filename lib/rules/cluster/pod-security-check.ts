import { dig, type Json } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';

/** One thing in a pod that its namespace's Pod Security level does not allow. */
export interface PodSecurityFault {
  /** Path of the field: `containers[api].securityContext.privileged`, below `specPath`; annotations as `metadata.annotations[...]`. */
  readonly at: string;
  readonly got: unknown;
  readonly expected: string;
}

/** A pod as the checks of the Pod Security Standards read it. */
export interface SecuredPod {
  readonly spec: Json;
  /** Path of the pod's spec, with the dot behind it; empty where paths start at the spec. */
  readonly prefix: string;
  readonly containers: readonly PodContainer[];
  readonly annotations: Json;
  readonly minor: number;
  readonly windows: boolean;
  readonly userNamespace: boolean;
}

export type PodSecurityCheck = (pod: SecuredPod) => Iterable<PodSecurityFault>;

/** A field of the security contexts of the pod and of each container. */
export function contexts(
  { spec, prefix, containers }: SecuredPod,
  field: string,
): { readonly at: string; readonly value: unknown }[] {
  const path = `securityContext.${field}`;
  const found = [{ at: `${prefix}${path}`, value: dig(spec, path) }];
  for (const container of containers) found.push({ at: `${container.path}.${path}`, value: dig(container.spec, path) });
  return found;
}
