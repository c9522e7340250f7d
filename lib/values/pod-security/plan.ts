import type { DeviceFiles } from '../gpu/plan';

/** What the security context of a pod depends on. */
export interface PodSecurityContext {
  /** Numeric user and group that the image of the main container is made for. */
  readonly imageUser: { readonly user: number; readonly group: number };
  /** True where a device needs a writable root file system, see `GpuPlan`. */
  readonly needsWritableRoot: boolean;
  /** Device files that belong to a group of the node, see `GpuPlan`. */
  readonly deviceFiles?: DeviceFiles;
}

/** The security context of a pod and of its main container. */
export interface PodSecurityPlan {
  readonly mode: 'restricted' | 'image-user' | 'cluster-user' | 'relaxed';
  readonly user?: number;
  readonly group?: number;
  readonly supplementalGroups?: readonly number[];
  /** Of the main container. */
  readonly readOnlyRoot: boolean;
  /** Capabilities added to the main container after all were dropped. */
  readonly capabilities: readonly string[];
  /** Why the pod needs more than "restricted" allows. */
  readonly reason?: string;
}
