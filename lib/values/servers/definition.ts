import type { Definition } from '../../internal/definition';
import type { GpuPlan } from '../gpu/plan';
import type { ServerOptions } from './options';
import type { ServerProfile } from './profile';

/** What a server's profile depends on. */
export interface ProfileContext {
  /** The image that has the server, where it is known. */
  readonly image?: string;
  /** The GPUs of the server's container; `undefined` where there are none, or where they were refused. */
  readonly gpu?: GpuPlan;
}

/** One kind of server with its options. */
export type ServerDefinition = Definition<ProfileContext, ServerProfile>;

/** The identity of the container: what was asked for, or what the image is made for. */
export function identity(
  options: ServerOptions,
  image: { user: number; group: number },
): { user: number; group: number } {
  return { user: options.user ?? image.user, group: options.group ?? options.user ?? image.group };
}

/**
 * For images that name no user of their own. Numbers above 10000 are hardly ever accounts of a node: a process that
 * leaves its container is then nobody there (kube-score `container-security-context-user-group-id`, checkov CKV_K8S_40).
 */
export const ANY_IMAGE = { user: 10001, group: 10001 } as const;

/** Both words of an option where it has a value, nothing where it has none. */
export function flag(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}
