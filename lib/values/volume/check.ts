import { checkContainerPath, checkSubPath } from '../../internal/checks/paths';
import { checkBytes } from '../../internal/checks/quantities';
import type { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import { checkImage } from '../image';
import { type ExtraVolumeContext, type ExtraVolumeVariant, VOLUME_KINDS } from './plan';

/** Refuses a volume that the API server would refuse, and a writable mount of files that cannot be written. */
export function checkExtraVolume(check: Checker, variant: ExtraVolumeVariant, context: ExtraVolumeContext): void {
  checkContainerPath(check.at('mountPath'), variant.mountPath);
  if (variant.name !== undefined) checkName(check.at('name'), variant.name, 'label');
  checkSubPath(check.at('subPath'), variant.subPath);
  if (variant.type === 'emptyDir') {
    checkBytes(check.at('sizeLimit'), variant.sizeLimit);
    return;
  }
  if (variant.type === 'image') {
    context.target._require('imageVolumes', check, 'ExtraVolume.image', 'copy the files in an init container');
    checkImage(check.at('reference'), variant.source);
  } else checkName(check, variant.source, 'subdomain', `name the ${VOLUME_KINDS[variant.type]}`);
  if (variant.type !== 'claim' && variant.readOnly === false)
    check.at('readOnly').refuse(false, `true: the files of a ${variant.type} cannot be written`, 'leave it out');
}
