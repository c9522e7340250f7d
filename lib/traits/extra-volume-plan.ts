import type { Volume, VolumeMount } from '../internal/kubernetes';
import type { ClusterTarget } from '../values/cluster-target';
import type { EmptyVolumeOptions, ExtraVolume, MountOptions } from './extra-volume';

/** A volume as it was asked for. */
export type ExtraVolumeOrder =
  | ({ readonly type: 'claim' | 'configMap' | 'secret' | 'image'; readonly source: string } & MountOptions)
  | ({ readonly type: 'emptyDir' } & EmptyVolumeOptions);

/** What a volume must know of the workload. */
export interface ExtraVolumeContext {
  readonly target: ClusterTarget;
}

/** Everything decided about one volume. */
export interface ExtraVolumePlan {
  readonly volume: Volume;
  readonly mount: VolumeMount;
  /** `Kind/name` of the object that it needs, where it needs one. */
  readonly needs?: string;
}

/** The pod's volume and the server's mount of it. */
export function extraVolumePlan(_volume: ExtraVolume): ExtraVolumePlan {
  throw new Error('not written yet');
}
