import { checkFolder, checkSubPath } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { ClusterTarget } from '../cluster-target';
import { checkImage } from '../image';
import { checkMounted, mountPathOf, targetOf } from './common';
import { OCI_IMAGE_MODEL } from './defaults';
import type { SourceDefinition } from './definition';
import type { ClaimModelOptions, OciImageModelOptions } from './options';

export function inImageSource(path: string): SourceDefinition {
  return {
    check: (check) => {
      if (path === undefined) check.at('path').refuse(path, 'a file or folder of the image', 'name it');
      checkFolder(check.at('path'), path);
    },
    plan: () => ({ kind: 'in-image', modelPath: path, secrets: {} }),
  };
}

export function claimSource(options: ClaimModelOptions): SourceDefinition {
  const { claimName, subPath, size } = options;
  return {
    check: (check) => {
      checkMounted(check, options);
      checkName(check.at('claimName'), claimName, 'subdomain');
      checkSubPath(check.at('subPath'), subPath);
    },
    plan: () => ({
      kind: 'claim',
      mountPath: mountPathOf(options),
      modelPath: options.path === undefined ? mountPathOf(options) : targetOf(options, ''),
      volume: { type: 'claim', claimName, subPath },
      size,
      secrets: {},
    }),
  };
}

export function ociImageSource(options: OciImageModelOptions): SourceDefinition {
  return {
    check: (check, { target }) => checkOciImage(check, options, target),
    plan: () => ({
      kind: 'oci-image',
      mountPath: mountPathOf(options),
      modelPath: options.path === undefined ? mountPathOf(options) : targetOf(options, ''),
      volume: {
        type: 'image',
        reference: options.reference,
        pullPolicy: options.pullPolicy ?? OCI_IMAGE_MODEL.values.pullPolicy,
      },
      size: options.size,
      secrets: {},
    }),
  };
}

function checkOciImage(check: Checker, options: OciImageModelOptions, target: ClusterTarget): void {
  checkMounted(check, options);
  checkImage(check.at('reference'), options.reference);
  target._require('imageVolumes', check, 'ModelSource.ociImage', 'download the model, or mount a claim');
}
