import type { Checker } from '../../internal/errors';
import type { ServerProfile } from '../server-profile';
import type { ServerOptions } from './options';

/** One kind of server with the options it was given, before anything of it is checked. */
export interface ServerDefinition {
  /** Refuses wrong options. */
  check(check: Checker): void;
  /** Called after the check only. `version` is the image's tag, where one is known. */
  profile(version?: string): ServerProfile;
}

/** The identity of the container: what was asked for, or what the image is made for. */
export function identity(
  options: ServerOptions,
  image: { user: number; group: number },
): { user: number; group: number } {
  return { user: options.user ?? image.user, group: options.group ?? options.user ?? image.group };
}

/** For images that anybody may build: the first user of most distributions. */
export const ANY_IMAGE = { user: 1000, group: 1000 } as const;

/** Both words of an option where it has a value, nothing where it has none. */
export function flag(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}
