/** Options of the mount of a volume in a container. */
export interface MountOptions {
  /** Absolute path in the container. */
  readonly mountPath: string;
  /**
   * Whether the container can only read it.
   *
   * @default - true for ConfigMaps, Secrets, images, projected files and folders of the node; false for the others
   */
  readonly readOnly?: boolean;
  /**
   * File or folder of the volume that is mounted, `subPath`. Such a mount of a ConfigMap or Secret is not updated when that changes.
   *
   * @default - the whole volume
   */
  readonly subPath?: string;
  /**
   * Name of the volume in the pod.
   *
   * @default - made from what the volume is, or from the path
   */
  readonly name?: string;
}

/** Options of an empty volume. */
export interface EmptyVolumeOptions extends MountOptions {
  /** Largest size, a quantity. A pod that exceeds it is evicted. */
  readonly sizeLimit: string;
  /**
   * Whether it is in memory, where it counts against the memory limit of the container.
   *
   * @default false
   */
  readonly memory?: boolean;
}

/** What has to be at a path of the node: `hostPath.type`. */
export enum HostPathType {
  /** A folder that is there. */
  DIRECTORY = 'Directory',
  /** A folder, which the kubelet makes as root where it is not there. */
  DIRECTORY_OR_CREATE = 'DirectoryOrCreate',
  /** A file that is there. */
  FILE = 'File',
  /** A Unix socket that is there. */
  SOCKET = 'Socket',
  /** A character device that is there. */
  CHAR_DEVICE = 'CharDevice',
}

/** Options of a folder or file of the node. */
export interface HostPathVolumeOptions extends MountOptions {
  /**
   * What has to be there; the pod does not start on a node where it is not.
   *
   * @default HostPathType.DIRECTORY
   */
  readonly type?: HostPathType;
}

/** Options of an NFS export. */
export interface NfsVolumeOptions extends MountOptions {
  /** Host name or address of the server, as the nodes reach it: `nfs.server`. */
  readonly server: string;
  /** Absolute path of the export: `nfs.path`. */
  readonly path: string;
}

/** Options of a volume that a CSI driver makes for the pod and removes with it. */
export interface CsiVolumeOptions extends MountOptions {
  /**
   * What the driver is told: `volumeAttributes`. No credentials.
   *
   * @default - nothing
   */
  readonly attributes?: { [name: string]: string };
  /**
   * File system, for drivers that format: `fsType`.
   *
   * @default - the driver's
   */
  readonly fsType?: string;
  /**
   * Name of the Secret that the driver needs to mount it: `nodePublishSecretRef`.
   *
   * @default - none
   */
  readonly secretName?: string;
}

/** Options of files that say something of the pod. */
export interface DownwardApiVolumeOptions extends MountOptions {
  /**
   * File to field: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels`, `metadata.annotations`, or one
   * entry, `metadata.labels['key']`.
   *
   * @default - none
   */
  readonly fields?: { [file: string]: string };
  /**
   * File to amount of the container: `limits` or `requests`, a dot, and `cpu`, `memory` or `ephemeral-storage`.
   *
   * @default - none
   */
  readonly resources?: { [file: string]: string };
}
