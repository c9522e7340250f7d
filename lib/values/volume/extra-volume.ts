import { checksArguments } from '../../internal/type-check';
import { defineExtraVolume, type ExtraVolumeDefinition } from './definition';
import type {
  CsiVolumeOptions,
  DownwardApiVolumeOptions,
  EmptyVolumeOptions,
  HostPathVolumeOptions,
  MountOptions,
  NfsVolumeOptions,
} from './options';
import type { ExtraVolumeVariant } from './plan';
import type { Projection } from './projection';

/** An additional volume of a container. */
export class ExtraVolume {
  /** A claim of the namespace. */
  public static claim(claimName: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'claim', source: claimName, ...options });
  }

  /** Files from a ConfigMap. */
  public static configMap(configMapName: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'configMap', source: configMapName, ...options });
  }

  /** Files from a Secret. */
  public static secret(secretName: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'secret', source: secretName, ...options });
  }

  /** Files from an OCI image or artifact. Needs Kubernetes 1.35. */
  public static image(reference: string, options: MountOptions): ExtraVolume {
    return new ExtraVolume({ type: 'image', source: reference, ...options });
  }

  /** An empty folder for the lifetime of one pod. */
  public static emptyDir(options: EmptyVolumeOptions): ExtraVolume {
    return new ExtraVolume({ type: 'emptyDir', ...options });
  }

  /**
   * A folder, file, socket or device of the node: `hostPath`. Pod Security "baseline" and "restricted" refuse such pods: in a
   * namespace that is known to enforce one of them it is an error, elsewhere the annotation `cdk8s-ml.io/relaxed-security` says so.
   *
   * @param path absolute path on the node
   * @param options where it is mounted, and what has to be there
   */
  public static hostPath(path: string, options: HostPathVolumeOptions): ExtraVolume {
    const { type, ...mount } = { ...options };
    return new ExtraVolume({ ...mount, type: 'hostPath', source: path, kind: type });
  }

  /**
   * An NFS export that the kubelet mounts itself: `nfs`. Pod Security "restricted" refuses such pods, with the same consequence as
   * for `hostPath`; a claim of an NFS PersistentVolume is admitted. The user of the pod needs rights on the server.
   */
  public static nfs(options: NfsVolumeOptions): ExtraVolume {
    return new ExtraVolume({ type: 'nfs', ...options });
  }

  /**
   * A volume that a CSI driver makes for the pod and removes with it: `csi`. Not every driver can.
   *
   * @param driver name of the driver, for example `secrets-store.csi.k8s.io`
   * @param options what the driver is told, and where it is mounted
   */
  public static csi(driver: string, options: CsiVolumeOptions): ExtraVolume {
    return new ExtraVolume({ type: 'csi', source: driver, ...options });
  }

  /**
   * Files of several sources in one folder: `projected`.
   *
   * @param sources ConfigMaps, Secrets, tokens, fields of the pod
   * @param options where it is mounted
   */
  public static projected(sources: Projection[], options: MountOptions): ExtraVolume {
    return new ExtraVolume({
      type: 'projected',
      sources: (sources ?? []).flatMap((source) => source?._variant ?? []),
      ...options,
    });
  }

  /** Fields of the pod, and amounts of the container, as files that follow their changes: `downwardAPI`. */
  public static downwardApi(options: DownwardApiVolumeOptions): ExtraVolume {
    return new ExtraVolume({ type: 'downwardApi', ...options });
  }

  /** @internal */
  public readonly _definition: ExtraVolumeDefinition;

  private constructor(variant: ExtraVolumeVariant) {
    this._definition = defineExtraVolume(variant);
  }
}

checksArguments('ExtraVolume', ExtraVolume);
