import type { EnvVar, Probe, ResourceRequirements, Volume, VolumeMount } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { CustomSidecarOptions, FluentdOptions, Sidecar } from './sidecar';

/** A sidecar as it was asked for. */
export type SidecarOrder =
  | ({ readonly type: 'custom' } & CustomSidecarOptions)
  | ({ readonly type: 'fluentd' } & FluentdOptions);

/** What a sidecar must know of the workload. */
export interface SidecarContext {
  readonly workloadName: string;
  readonly target: ClusterTarget;
}

/** Fits the pod room's `ContainerPlan`. */
export interface SidecarContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly EnvVar[];
  readonly resources: ResourceRequirements;
  readonly mounts: readonly VolumeMount[];
  readonly livenessProbe?: Probe;
  readonly sidecar: true;
  readonly user?: number;
}

/** Everything decided about one sidecar. */
export interface SidecarPlan {
  readonly container: SidecarContainer;
  /** Of the pod. */
  readonly volumes: readonly Volume[];
  /** Of the server's container: what it shares with the sidecar. */
  readonly serverMounts: readonly VolumeMount[];
}

/** Files that the sidecar's ConfigMap holds; empty where it needs none. */
export function sidecarConfig(_sidecar: Sidecar, _context: SidecarContext): Record<string, string> {
  throw new Error('not written yet');
}

/**
 * The container, the volumes, and what the server mounts of them.
 *
 * @param configMapName name of the ConfigMap that holds `sidecarConfig`, where that is not empty
 */
export function sidecarPlan(_sidecar: Sidecar, _context: SidecarContext, _configMapName?: string): SidecarPlan {
  throw new Error('not written yet');
}
