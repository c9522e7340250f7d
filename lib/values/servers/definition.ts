import type { Checker } from '../../internal/errors';
import type { ServerProfile } from '../server-profile';

/** One kind of server with the options it was given, before anything of it is checked. */
export interface ServerDefinition {
  readonly name: string;
  /** Refuses wrong options. */
  check(check: Checker): void;
  /** Called after the check only. `version` is the image's tag, where one is known. */
  profile(version?: string): ServerProfile;
}
