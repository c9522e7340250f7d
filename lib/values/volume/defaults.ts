import { Duration } from 'cdk8s';
import { HostPathType } from './options';

/** The literal defaults of volumes; a test compares them with the `@default` tags. */
export const EMPTY_VOLUME_DEFAULTS = { struct: 'EmptyVolumeOptions', values: { memory: false } } as const;

export const HOST_PATH_DEFAULTS = {
  struct: 'HostPathVolumeOptions',
  values: { type: HostPathType.DIRECTORY },
} as const;

export const PROJECTED_TOKEN_DEFAULTS = {
  struct: 'ProjectedTokenOptions',
  values: { expiration: Duration.hours(1) },
} as const;
