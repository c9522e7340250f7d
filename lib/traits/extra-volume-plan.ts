import { checkContainerPath, checkSubPath } from '../internal/checks/paths';
import { checkBytes } from '../internal/checks/quantities';
import type { Checker } from '../internal/errors';
import type { Volume, VolumeMount } from '../internal/kubernetes';
import { checkName, shortName } from '../internal/names';
import type { ClusterTarget } from '../values/cluster-target';
import { checkImage } from '../values/image';
import { EMPTY_VOLUME_DEFAULTS } from './defaults';
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

const KIND = { claim: 'PersistentVolumeClaim', configMap: 'ConfigMap', secret: 'Secret' };

/** Refuses what the API server would refuse, and writes that would fail. */
export function checkExtraVolume(check: Checker, order: ExtraVolumeOrder, context: ExtraVolumeContext): void {
  checkContainerPath(check.at('mountPath'), order.mountPath);
  if (order.name !== undefined) checkName(check.at('name'), order.name, 'label');
  checkSubPath(check.at('subPath'), order.subPath);
  if (order.type === 'emptyDir') {
    checkBytes(check.at('sizeLimit'), order.sizeLimit);
    return;
  }
  if (order.type === 'image') {
    context.target._require('imageVolumes', check, 'ExtraVolume.image', 'copy the files in an init container');
    checkImage(check.at('reference'), order.source);
  } else checkName(check, order.source, 'subdomain', `name the ${KIND[order.type]}`);
  if (order.type !== 'claim' && order.readOnly === false)
    check.at('readOnly').refuse(false, `true: the files of a ${order.type} cannot be written`, 'leave it out');
}

/** The pod's volume and the server's mount of it. */
export function extraVolumePlan(extra: ExtraVolume): ExtraVolumePlan {
  const order = extra._order;
  const name = order.name ?? usualName(order);
  const readOnly = order.readOnly ?? (order.type !== 'claim' && order.type !== 'emptyDir');
  return {
    volume: { name, ...source(order) },
    mount: {
      name,
      mountPath: order.mountPath,
      ...(readOnly ? { readOnly } : {}),
      ...(order.subPath === undefined ? {} : { subPath: order.subPath }),
    },
    ...(order.type === 'emptyDir' || order.type === 'image' ? {} : { needs: `${KIND[order.type]}/${order.source}` }),
  };
}

function source(order: ExtraVolumeOrder): Omit<Volume, 'name'> {
  switch (order.type) {
    case 'claim':
      return { persistentVolumeClaim: { claimName: order.source } };
    case 'configMap':
      return { configMap: { name: order.source } };
    case 'secret':
      return { secret: { secretName: order.source } };
    case 'image':
      return { image: { reference: order.source, pullPolicy: 'IfNotPresent' } };
    case 'emptyDir':
      return {
        emptyDir: {
          sizeLimit: order.sizeLimit,
          ...((order.memory ?? EMPTY_VOLUME_DEFAULTS.values.memory) ? { medium: 'Memory' } : {}),
        },
      };
  }
}

/** From what it holds, so that two mounts of one object share a volume; an empty one from its path. */
function usualName(order: ExtraVolumeOrder): string {
  if (order.type !== 'emptyDir') return shortName(`${order.type.toLowerCase()}-${order.source}`);
  // no other path of plain words gives the same name
  const isPlain = /^[a-z0-9/]+$/.test(order.mountPath);
  return shortName(`empty${isPlain ? order.mountPath.replace(/\/+/g, '-') : order.mountPath}`);
}
