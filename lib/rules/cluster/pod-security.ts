import { BASELINE } from './pod-security-baseline';
import { RESTRICTED } from './pod-security-restricted';
import { containersOf } from './pods';
import { type Json, record } from './read';

export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** One thing in a pod that its namespace's Pod Security level does not allow. */
export interface PodSecurityFault {
  /** Path in the pod's spec: `containers[api].securityContext.privileged`; annotations as `metadata.annotations[...]`. */
  readonly at: string;
  readonly got: unknown;
  readonly expected: string;
}

export interface PodSecurityOptions {
  /** Minor of the policy's version, which is the cluster's unless the namespace pins one. */
  readonly minor?: number;
  readonly annotations?: Json;
}

/**
 * What the admission plugin PodSecurity would refuse, by the Pod Security Standards
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/), all versions from 1.28 to 1.36.
 * An empty list means that the pod is admitted.
 */
export function podSecurityFaults(
  podSpec: unknown,
  level: PodSecurityLevel,
  options: PodSecurityOptions = {},
): PodSecurityFault[] {
  if (level === 'privileged') return [];
  const spec = record(podSpec);
  const pod = {
    spec,
    containers: containersOf(spec, ''),
    annotations: record(options.annotations),
    minor: options.minor ?? 33,
    windows: record(spec.os).name === 'windows',
    // from policy version 1.35 a pod with its own user namespace may do what is harmless there
    userNamespace: spec.hostUsers === false && (options.minor ?? 33) >= 35,
  };
  const checks = level === 'restricted' ? [...BASELINE, ...RESTRICTED] : BASELINE;
  // where both levels look at one field, the stricter one is told
  const faults = new Map<string, PodSecurityFault>();
  for (const check of checks)
    for (const fault of check(pod)) {
      const at = fault.at.replace(/^\./, '');
      faults.set(at, { ...fault, at });
    }
  return [...faults.values()];
}
