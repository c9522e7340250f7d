import type { Probe } from './probe';

/** Probes that replace those of the server's profile. A probe that is not given is taken from the profile. */
export interface Probes {
  /**
   * Runs until its first success; the other two start after it. A container is restarted where it fails.
   *
   * @default - the profile's, with the start-up budget; also where the other two are given
   */
  readonly startup?: Probe;
  /**
   * While it fails, the pod receives no requests.
   *
   * @default - the profile's, every 5 seconds, 3 failed attempts
   */
  readonly readiness?: Probe;
  /**
   * Where it fails, the container is restarted.
   *
   * @default - the profile's, every 10 seconds, for 2 minutes; never shorter than readiness
   */
  readonly liveness?: Probe;
}
