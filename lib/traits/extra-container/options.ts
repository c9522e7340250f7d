import type { ContainerProps } from '../../pod/container/props';
import type { Compute } from '../../values';

/** Where a container sees a volume that the pod has for its main container: an entry of `volumeMounts[]`. */
export interface PodVolumeMount {
  /** Name of the volume in the pod. */
  readonly volume: string;
  /** Absolute path in the container. */
  readonly mountPath: string;
  /**
   * Whether the container may only read it.
   *
   * @default true
   */
  readonly readOnly?: boolean;
}

/** What any container in addition to the main one can be given: a sidecar or an init container. */
export interface ExtraContainerOptions extends ContainerProps {
  /** Name of the container. */
  readonly name: string;
  /** Its image, with a tag or a digest. */
  readonly image: string;
  /**
   * Replaces the image's entry point.
   *
   * @default - the image's
   */
  readonly command?: string[];
  /**
   * Arguments of the entry point.
   *
   * @default - the image's
   */
  readonly args?: string[];
  /**
   * What it asks of the node.
   *
   * @default - for a sidecar 50m CPU and 64Mi memory, for an init container 100m and 256Mi
   */
  readonly compute?: Compute;
  /**
   * Numeric user that it runs as.
   *
   * @default - the pod's
   */
  readonly user?: number;
  /**
   * A folder that it shares with the main container: an emptyDir that both mount on this path and can write.
   *
   * @default - nothing is shared
   */
  readonly sharedPath?: string;
  /**
   * Upper bound of the shared folder, a quantity; a pod that exceeds it is evicted.
   *
   * @default '1Gi'
   */
  readonly sharedSizeLimit?: string;
  /**
   * Folders that must be writable for this container alone, beside `/tmp`: an emptyDir each.
   *
   * @default - none
   */
  readonly writablePaths?: string[];
  /**
   * Whether its root is read-only, `securityContext.readOnlyRootFilesystem`.
   *
   * @default true
   */
  readonly readOnlyRootFilesystem?: boolean;
  /**
   * Volumes that the pod has for its main container, for example `model`.
   *
   * @default - none
   */
  readonly mounts?: PodVolumeMount[];
}
