import { type Json, record } from '../../internal/json';
import { containersOf } from '../../internal/pods/containers';
import { BASELINE } from './pod-security-baseline';
import type { PodSecurityFault } from './pod-security-check';
import { RESTRICTED } from './pod-security-restricted';
import { annotationsOf, type Pods } from './pods';

export type { PodSecurityFault } from './pod-security-check';

export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

export interface PodSecurityOptions {
  /** Minor of the policy's version, which is the cluster's unless the namespace pins one. */
  readonly minor?: number;
  readonly annotations?: Json;
}

/**
 * What the admission plugin PodSecurity would refuse, by the Pod Security Standards
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/), all versions from 1.28 to 1.36.
 * An empty list means that the pod is admitted. Paths start at the pod's spec.
 */
export function podSecurityFaults(
  podSpec: unknown,
  level: PodSecurityLevel,
  options: PodSecurityOptions = {},
): PodSecurityFault[] {
  const spec = record(podSpec);
  const containers = containersOf({ template: { spec }, specPath: '' });
  return faults(spec, '', containers, level, options);
}

/** The oldest and the newest version of the standards that differ from others in what they refuse. */
const MINORS = [28, 36];

/** True where no level of any namespace can refuse the pods, so that they need not be checked again. */
export function isAdmittedEverywhere(pods: Pods): boolean {
  const { item, set } = pods;
  // no Namespace of the manifests is known to be theirs, or the rest of the pod is not known
  if (item.namespace === '' || set.partial) return true;
  return MINORS.every((minor) => podSecurityFaultsOf(pods, 'restricted', minor).length === 0);
}

/** The same for the pods of an object, with paths from the object. */
export function podSecurityFaultsOf(pods: Pods, level: PodSecurityLevel, minor: number): PodSecurityFault[] {
  const { spec, set, containers } = pods;
  return faults(spec, `${set.specPath}.`, containers, level, { minor, annotations: annotationsOf(pods) });
}

function faults(
  spec: Json,
  prefix: string,
  containers: Pods['containers'],
  level: PodSecurityLevel,
  { minor = 33, annotations }: PodSecurityOptions,
): PodSecurityFault[] {
  if (level === 'privileged') return [];
  const pod = {
    spec,
    prefix,
    containers,
    annotations: record(annotations),
    minor,
    windows: record(spec.os).name === 'windows',
    // from policy version 1.35 a pod with its own user namespace may do what is harmless there
    userNamespace: spec.hostUsers === false && minor >= 35,
  };
  // where both levels check one field, the fault of the stricter one is kept
  const found = new Map<string, PodSecurityFault>();
  for (const check of level === 'restricted' ? [...BASELINE, ...RESTRICTED] : BASELINE)
    for (const fault of check(pod)) found.set(fault.at, fault);
  return [...found.values()];
}
