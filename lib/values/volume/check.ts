import { isIP } from 'node:net';
import { checkHost } from '../../internal/checks/addresses';
import { checkSeconds } from '../../internal/checks/durations';
import { checkContainerPath, checkSubPath } from '../../internal/checks/paths';
import { checkBytes } from '../../internal/checks/quantities';
import { checkText } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { refuseCredential } from '../../internal/literal-data';
import { checkName, keyFault } from '../../internal/names';
import { checkImage } from '../image';
import { type ExtraVolumeContext, type ExtraVolumeVariant, ONLY_READ, VOLUME_KINDS } from './plan';
import { filesOf, type ProjectionVariant } from './sources';

/** Refuses a volume that the API server would refuse, and a writable mount of files that cannot be written. */
export function checkExtraVolume(check: Checker, variant: ExtraVolumeVariant, context: ExtraVolumeContext): void {
  checkContainerPath(check.at('mountPath'), variant.mountPath);
  if (variant.name !== undefined) checkName(check.at('name'), variant.name, 'label');
  checkSubPath(check.at('subPath'), variant.subPath);
  checkSource(check, variant, context);
  if (ONLY_READ.includes(variant.type) && variant.readOnly === false)
    check
      .at('readOnly')
      .refuse(false, `true: the files of a ${WORDS[variant.type] ?? variant.type} cannot be written`, 'leave it out');
}

const WORDS: Readonly<Record<string, string>> = { projected: 'projected volume', downwardApi: 'downward API volume' };

function checkSource(check: Checker, variant: ExtraVolumeVariant, context: ExtraVolumeContext): void {
  switch (variant.type) {
    case 'emptyDir':
      checkBytes(check.at('sizeLimit'), variant.sizeLimit);
      return;
    case 'image':
      context.target._require('imageVolumes', check, 'ExtraVolume.image', 'copy the files in an init container');
      checkImage(check.at('reference'), variant.source);
      return;
    case 'hostPath':
      checkContainerPath(check.at('path'), variant.source);
      refuseBelow(check, 'ExtraVolume.hostPath', ['privileged'], context);
      return;
    case 'nfs':
      if (isIP(variant.server) === 0) checkHost(check.at('server'), variant.server);
      checkExport(check.at('path'), variant.path);
      refuseBelow(check, 'ExtraVolume.nfs', ['privileged', 'baseline'], context);
      return;
    case 'csi':
      checkDriver(check, variant);
      return;
    case 'projected':
      if (variant.sources.length === 0)
        check.at('sources').refuse([], 'at least one source', 'add one, for example Projection.configMap(...)');
      variant.sources.forEach((source, i) => {
        checkProjection(check.at('sources').at(i), source);
      });
      checkFilesApart(check.at('sources'), variant.sources);
      return;
    case 'downwardApi':
      checkDownward(check, variant);
      return;
    default:
      checkName(check, variant.source, 'subdomain', `name the ${VOLUME_KINDS[variant.type]}`);
  }
}

/** `/` is an export too. */
function checkExport(check: Checker, path: string): void {
  if (!path.startsWith('/') || path.split('/').includes('..'))
    check.refuse(path, 'an absolute path, without ..', "write it like '/exports/models'");
}

/** Pod Security admits these volumes at some levels only: what the namespace enforces would refuse the pod. */
function refuseBelow(check: Checker, kind: string, levels: readonly string[], { rails }: ExtraVolumeContext): void {
  if (!rails || levels.includes(rails.podSecurity)) return;
  check.refuse(
    kind,
    `a volume that namespace ${rails.namespace} admits: Pod Security "${rails.podSecurity}" refuses this kind`,
    `use a claim of a PersistentVolume that has it, or a namespace with podSecurity ${levels.at(-1)}`,
  );
}

function checkDriver(
  check: Checker,
  { source, attributes = {}, fsType, secretName }: ExtraVolumeVariant & { readonly type: 'csi' },
): void {
  checkName(check.at('driver'), source, 'subdomain', "name the driver, like 'secrets-store.csi.k8s.io'");
  if (source.length > 63) check.at('driver').refuse(source, 'at most 63 characters', 'name the driver');
  if (fsType !== undefined) checkText(check.at('fsType'), fsType, 'a file system', "name it, like 'ext4'");
  if (secretName !== undefined) checkName(check.at('secretName'), secretName, 'subdomain', 'name the Secret');
  for (const [name, value] of Object.entries(attributes))
    refuseCredential(check.at('attributes').at(name), name, value);
}

function checkProjection(check: Checker, variant: ProjectionVariant): void {
  switch (variant.type) {
    case 'configMap':
    case 'secret':
      checkName(check.at('name'), variant.name, 'subdomain');
      for (const [file, key] of Object.entries(variant.files ?? {})) {
        checkFile(check.at('files').at(file), file);
        checkName(check.at('files').at(file), key, 'key', 'name a key of the object');
      }
      return;
    case 'token':
      checkFile(check.at('file'), variant.file);
      if (variant.audience !== undefined)
        checkText(check.at('audience'), variant.audience, 'who the token is for', 'name it, or leave it out');
      // pkg/apis/core/validation: validateProjectionSources
      checkSeconds(
        check.at('expiration'),
        variant.expiration,
        { min: 600, max: 2 ** 32 },
        'give 10 minutes or more, or leave it out',
      );
      return;
    case 'fields':
      checkFields(check.at('fields'), variant.fields);
  }
}

/** pkg/apis/core/validation: validateProjectionSources. */
function checkFilesApart(check: Checker, sources: readonly ProjectionVariant[]): void {
  const taken: { readonly file: string; readonly by: number }[] = [];
  sources.forEach((source, i) => {
    for (const file of filesOf(source)) {
      // the server refuses or warns of one file twice, and warns of a file in the place of a folder
      const other = taken.find((one) => `${one.file}/`.startsWith(`${file}/`) || `${file}/`.startsWith(`${one.file}/`));
      if (other === undefined) taken.push({ file, by: i });
      else
        check
          .at(i)
          .refuse(
            file,
            `a path beside '${other.file}', which sources[${other.by}] has`,
            'choose another path for one of the two',
          );
    }
  });
}

function checkDownward(
  check: Checker,
  { fields = {}, resources = {} }: ExtraVolumeVariant & { readonly type: 'downwardApi' },
): void {
  if (Object.keys(fields).length + Object.keys(resources).length === 0)
    check.refuse({}, 'at least one file', "add one, for example fields: { labels: 'metadata.labels' }");
  checkFields(check.at('fields'), fields);
  for (const [file, resource] of Object.entries(resources)) {
    const at = check.at('resources').at(file);
    checkFile(at, file);
    if (file in fields) at.refuse(file, 'a file that fields does not have too', 'choose another name');
    if (!/^(limits|requests)\.(cpu|memory|ephemeral-storage)$/.test(resource))
      at.refuse(
        resource,
        'limits or requests, a dot, and cpu, memory or ephemeral-storage',
        "write it like 'limits.memory'",
      );
  }
}

/** pkg/apis/core/validation: validVolumeDownwardAPIFieldPathExpressions. */
const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'];

function checkFields(check: Checker, fields: Readonly<Record<string, string>>): void {
  for (const [file, field] of Object.entries(fields)) {
    checkFile(check.at(file), file);
    const key = /^metadata\.(?:labels|annotations)\['([^']*)'\]$/.exec(field)?.[1];
    if (key === undefined ? !FIELDS.includes(field) : keyFault(key))
      check
        .at(file)
        .refuse(
          field,
          `a field of the pod that a file can have: ${FIELDS.join(', ')}, metadata.labels['key'] or metadata.annotations['key']`,
          'name one of these; addresses are variables: EnvValue.field',
        );
  }
}

/** Refuses what is no path inside the volume. */
function checkFile(check: Checker, file: string): void {
  if (!/^[^/\0]+(\/[^/\0]+)*$/.test(file) || file.split('/').some((part) => part === '..') || file.startsWith('..'))
    check.refuse(file, 'a file of the volume: a relative path without ..', "write it like 'ca.crt'");
}
