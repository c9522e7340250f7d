import type { Volume, VolumeMount } from '../../internal/kubernetes';
import { shortName } from '../../internal/names';
import type { ClusterTarget } from '../cluster-target';
import { EMPTY_VOLUME_DEFAULTS } from './defaults';
import type { EmptyVolumeOptions, MountOptions } from './options';

/** The factory that was called, and its options. */
export type ExtraVolumeVariant =
  | ({ readonly type: 'claim' | 'configMap' | 'secret' | 'image'; readonly source: string } & MountOptions)
  | ({ readonly type: 'emptyDir' } & EmptyVolumeOptions);

/** Facts that a volume depends on. */
export interface ExtraVolumeContext {
  readonly target: ClusterTarget;
}

/** A volume of the pod, and its mount. */
export interface ExtraVolumePlan {
  readonly volume: Volume;
  readonly mount: VolumeMount;
  /** `Kind/name` of the object that it needs, where it needs one. */
  readonly needs?: string;
}

/** Kinds of the objects that volumes are made of. */
export const VOLUME_KINDS = { claim: 'PersistentVolumeClaim', configMap: 'ConfigMap', secret: 'Secret' };

/** The pod's volume and the container's mount of it. */
export function planExtraVolume(variant: ExtraVolumeVariant): ExtraVolumePlan {
  const name = variant.name ?? defaultName(variant);
  const readOnly = variant.readOnly ?? (variant.type !== 'claim' && variant.type !== 'emptyDir');
  return {
    volume: { name, ...volumeSource(variant) },
    mount: {
      name,
      mountPath: variant.mountPath,
      ...(readOnly ? { readOnly } : {}),
      ...(variant.subPath === undefined ? {} : { subPath: variant.subPath }),
    },
    ...(variant.type === 'emptyDir' || variant.type === 'image'
      ? {}
      : { needs: `${VOLUME_KINDS[variant.type]}/${variant.source}` }),
  };
}

function volumeSource(variant: ExtraVolumeVariant): Omit<Volume, 'name'> {
  switch (variant.type) {
    case 'claim':
      return { persistentVolumeClaim: { claimName: variant.source } };
    case 'configMap':
      return { configMap: { name: variant.source } };
    case 'secret':
      return { secret: { secretName: variant.source } };
    case 'image':
      return { image: { reference: variant.source, pullPolicy: 'IfNotPresent' } };
    case 'emptyDir':
      return {
        emptyDir: {
          sizeLimit: variant.sizeLimit,
          ...((variant.memory ?? EMPTY_VOLUME_DEFAULTS.values.memory) ? { medium: 'Memory' } : {}),
        },
      };
  }
}

/** Made from the content, so that two mounts of one object share a volume; for an empty volume, from the path. */
function defaultName(variant: ExtraVolumeVariant): string {
  if (variant.type !== 'emptyDir') return shortName(`${variant.type.toLowerCase()}-${variant.source}`);
  // two paths of plain words never give the same name
  const isPlain = /^[a-z0-9/]+$/.test(variant.mountPath);
  return shortName(`empty${isPlain ? variant.mountPath.replace(/\/+/g, '-') : variant.mountPath}`);
}
