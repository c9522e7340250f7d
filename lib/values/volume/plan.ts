import { contentHash } from '../../internal/hash';
import type { Volume, VolumeMount } from '../../internal/kubernetes';
import { shortName } from '../../internal/names';
import type { ClusterTarget } from '../cluster-target';
import type { GuardRails } from '../guard-rails';
import { EMPTY_VOLUME_DEFAULTS, HOST_PATH_DEFAULTS } from './defaults';
import type {
  CsiVolumeOptions,
  DownwardApiVolumeOptions,
  EmptyVolumeOptions,
  HostPathVolumeOptions,
  MountOptions,
  NfsVolumeOptions,
} from './options';
import { downwardItems, needOf, type ProjectionVariant, projectedSource } from './sources';

/** The factory that was called, and its options. */
export type ExtraVolumeVariant =
  | ({ readonly type: 'claim' | 'configMap' | 'secret' | 'image'; readonly source: string } & MountOptions)
  | ({ readonly type: 'emptyDir' } & EmptyVolumeOptions)
  | ({ readonly type: 'hostPath'; readonly source: string; readonly kind?: string } & Omit<
      HostPathVolumeOptions,
      'type'
    >)
  | ({ readonly type: 'nfs' } & NfsVolumeOptions)
  | ({ readonly type: 'csi'; readonly source: string } & CsiVolumeOptions)
  | ({ readonly type: 'projected'; readonly sources: readonly ProjectionVariant[] } & MountOptions)
  | ({ readonly type: 'downwardApi' } & DownwardApiVolumeOptions);

/** Facts that a volume depends on. */
export interface ExtraVolumeContext {
  readonly target: ClusterTarget;
  readonly rails?: GuardRails;
  /** Name of the container that mounts it. */
  readonly container?: string;
}

/** A volume of the pod, and its mount. */
export interface ExtraVolumePlan {
  readonly volume: Volume;
  readonly mount: VolumeMount;
  /** `Kind/name` of the objects that it needs, where it needs some. */
  readonly needs?: readonly string[];
}

/** Kinds of the objects that volumes are made of. */
export const VOLUME_KINDS = { claim: 'PersistentVolumeClaim', configMap: 'ConfigMap', secret: 'Secret' };

/** Volumes that a container can only read, because the kubelet has it so. */
export const ONLY_READ: readonly ExtraVolumeVariant['type'][] = [
  'configMap',
  'secret',
  'image',
  'projected',
  'downwardApi',
];

/** The pod's volume and the container's mount of it. */
export function planExtraVolume(variant: ExtraVolumeVariant, { container = '' }: ExtraVolumeContext): ExtraVolumePlan {
  const name = variant.name ?? defaultName(variant);
  // a folder of the node belongs to others too
  const readOnly = variant.readOnly ?? (variant.type === 'hostPath' || ONLY_READ.includes(variant.type));
  const needs = needsOf(variant);
  return {
    volume: { name, ...volumeSource(variant, readOnly, container) },
    mount: {
      name,
      mountPath: variant.mountPath,
      ...(readOnly ? { readOnly } : {}),
      ...(variant.subPath === undefined ? {} : { subPath: variant.subPath }),
    },
    ...(needs.length > 0 ? { needs } : {}),
  };
}

function needsOf(variant: ExtraVolumeVariant): string[] {
  switch (variant.type) {
    case 'claim':
    case 'configMap':
    case 'secret':
      return [`${VOLUME_KINDS[variant.type]}/${variant.source}`];
    case 'csi':
      return variant.secretName === undefined ? [] : [`Secret/${variant.secretName}`];
    case 'projected':
      return variant.sources.flatMap(needOf);
    default:
      return [];
  }
}

function volumeSource(variant: ExtraVolumeVariant, readOnly: boolean, container: string): Omit<Volume, 'name'> {
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
    case 'hostPath':
      return { hostPath: { path: variant.source, type: variant.kind ?? HOST_PATH_DEFAULTS.values.type } };
    case 'nfs':
      return { nfs: { server: variant.server, path: variant.path, ...(readOnly ? { readOnly } : {}) } };
    case 'csi':
      return { csi: csiSource(variant, readOnly) };
    case 'projected':
      return { projected: { sources: variant.sources.map(projectedSource) } };
    case 'downwardApi':
      return { downwardAPI: { items: downwardItems(variant, container) } };
  }
}

function csiSource(
  { source, attributes, fsType, secretName }: Extract<ExtraVolumeVariant, { type: 'csi' }>,
  readOnly: boolean,
): Volume['csi'] {
  return {
    driver: source,
    ...(readOnly ? { readOnly } : {}),
    ...(fsType === undefined ? {} : { fsType }),
    ...(attributes && Object.keys(attributes).length > 0 ? { volumeAttributes: { ...attributes } } : {}),
    ...(secretName === undefined ? {} : { nodePublishSecretRef: { name: secretName } }),
  };
}

/** Made from the content, so that two mounts of one object share a volume; for what has no name, from the path. */
function defaultName(variant: ExtraVolumeVariant): string {
  switch (variant.type) {
    case 'emptyDir': {
      // two paths of plain words never give the same name
      const isPlain = /^[a-z0-9/]+$/.test(variant.mountPath);
      return shortName(`empty${isPlain ? variant.mountPath.replace(/\/+/g, '-') : variant.mountPath}`);
    }
    case 'nfs':
      return shortName(`nfs-${variant.server}${variant.path}`);
    case 'csi':
      return shortName(`csi-${variant.source}-${contentHash([variant.attributes, variant.fsType])}`);
    case 'projected':
      return shortName(`projected-${contentHash(variant.sources.map(projectedName))}`);
    case 'downwardApi':
      return shortName(`downward-api-${contentHash([variant.fields, variant.resources, variant.mountPath])}`);
    default:
      return shortName(`${variant.type.toLowerCase()}-${variant.source}`);
  }
}

/** A duration of a source is an object that has no content of its own to compare. */
function projectedName(variant: ProjectionVariant): unknown {
  return projectedSource(variant);
}
