import type { Probe } from './probe';

/** Probes that replace those of the server's profile, one by one. */
export interface Probes {
  /**
   * Asked until its first right answer; the other two wait for it. A container that never gives one is restarted.
   *
   * @default - the profile's, for as long as the start-up budget; also where the other two are given
   */
  readonly startup?: Probe;
  /**
   * While its answers are wrong, the pod gets no requests.
   *
   * @default - the profile's, every 5 seconds, 3 wrong answers
   */
  readonly readiness?: Probe;
  /**
   * When its answers are wrong for long, the container is restarted.
   *
   * @default - the profile's, every 10 seconds, wrong for 2 minutes and never shorter than readiness
   */
  readonly liveness?: Probe;
}
