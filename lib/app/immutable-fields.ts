import { readFileSync, statSync } from 'node:fs';
import { groupOf } from '../internal/cluster-scoped';
import type { Problem } from '../internal/errors';
import { type ChangedFile, changesOf, type ObjectChange } from './changes';
import { readIfExists } from './file-errors';

/** Fields by which an object is found to be another one: where they change, it has to be made anew. */
interface Immutable {
  readonly fields: RegExp;
  /** Whether the server refuses the change; of some runs it accepts the change, and the run goes on as it was. */
  readonly isRefused: boolean;
}

const refused = (fields: RegExp): Immutable => ({ fields, isRefused: true });
const ignored = (fields: RegExp): Immutable => ({ fields, isRefused: false });
const RUN = /^spec\.(?!suspend$|ttlSecondsAfterFinished$|runPolicy\.(suspend|ttlSecondsAfterFinished)$)/;
const DATA = /^(data|binaryData|stringData|immutable)\b/;

/**
 * Fields that cannot be changed in place, by group and kind: from the validation of Kubernetes (pkg/apis/.../validation), the
 * rules with `oldSelf` in the CRDs, and the webhooks of JobSet and Volcano. Of the jobs of the other operators, the server
 * accepts a change that the pods which run do not follow.
 */
const IMMUTABLE: Readonly<Record<string, Immutable>> = {
  'apps/Deployment': refused(/^spec\.selector\b/),
  'apps/DaemonSet': refused(/^spec\.selector\b/),
  'apps/StatefulSet': refused(
    /^spec\.(?!(replicas|template|updateStrategy|persistentVolumeClaimRetentionPolicy|minReadySeconds|ordinals|revisionHistoryLimit)\b)/,
  ),
  'batch/Job': refused(
    /^spec\.(?!(parallelism|suspend|activeDeadlineSeconds|backoffLimit|ttlSecondsAfterFinished|podReplacementPolicy)\b)/,
  ),
  'batch.volcano.sh/Job': refused(
    /^spec\.(?!(minAvailable|priorityClassName|ttlSecondsAfterFinished)$)(?!tasks.*\.replicas$)/,
  ),
  'jobset.x-k8s.io/JobSet': refused(RUN),
  'trainer.kubeflow.org/TrainJob': refused(RUN),
  'kubeflow.org/JAXJob': ignored(RUN),
  'kubeflow.org/MPIJob': ignored(RUN),
  'kubeflow.org/PyTorchJob': ignored(RUN),
  'kubeflow.org/TFJob': ignored(RUN),
  'kubeflow.org/XGBoostJob': ignored(RUN),
  'ray.io/RayJob': ignored(RUN),
  '/ConfigMap': refused(DATA),
  '/PersistentVolumeClaim': refused(/^spec\.(?!(resources|volumeAttributesClassName)\b)/),
  '/Secret': refused(DATA),
  'rbac.authorization.k8s.io/ClusterRoleBinding': refused(/^roleRef\b/),
  'rbac.authorization.k8s.io/RoleBinding': refused(/^roleRef\b/),
  'scheduling.k8s.io/PriorityClass': refused(/^(value|preemptionPolicy)$/),
  'storage.k8s.io/StorageClass': refused(/^(provisioner|parameters|reclaimPolicy|volumeBindingMode)\b/),
};

const KINDS = new Set(Object.keys(IMMUTABLE).map((id) => id.slice(id.indexOf('/') + 1)));

/** A longer file is not read again: what is warned of is not worth the memory. */
const LONGEST_FILE = 2 ** 26;

/** Warns of fields that cannot be changed in place, of objects that are in the old file and, under the same name, in the new. */
export function changesInPlace(file: string, before: string, after: string): Problem[] {
  const [old, next] = [before, after].map(readDocuments);
  const same = [...next]
    .filter(([title, text]) => old.has(title) && mayMatter(old.get(title)!, text))
    .map(([title]) => title);
  if (same.length === 0) return [];
  const textOf = (documents: ReadonlyMap<string, string>) => same.map((title) => documents.get(title)).join('---\n');
  return changesIfRead({ name: file, before: textOf(old), after: textOf(next) }).flatMap((one) => warning(file, one));
}

/**
 * Told by the text: most objects of a run change in fields that may change, and reading all of them as YAML would take longer
 * than the synthesis.
 */
function mayMatter(before: string, after: string): boolean {
  if (before === after) return false;
  const kind = /^kind: (\w+)$/m.exec(before)?.[1];
  if (kind === 'ConfigMap' || kind === 'Secret') return /^immutable: true$/m.test(before);
  if (kind === 'Deployment' || kind === 'DaemonSet') return selectorIn(before) !== selectorIn(after);
  return true;
}

function selectorIn(document: string): string | undefined {
  return /^ {2}selector:\n(?: {4}.*\n)*/m.exec(document)?.[0];
}

/** What somebody wrote into the old file by hand need not be YAML. */
function changesIfRead(file: ChangedFile): ObjectChange[] {
  try {
    return changesOf([file]);
  } catch {
    return [];
  }
}

/** The documents whose kind has such fields, by kind and name. Text of a value never begins in the first column. */
function readDocuments(file: string): Map<string, string> {
  const text = readIfExists(file, () => (statSync(file).size > LONGEST_FILE ? '' : readFileSync(file, 'utf8'))) ?? '';
  const documents = text.split(/^---\n/m).flatMap((document): [string, string][] => {
    const kind = /^kind: (\w+)$/m.exec(document)?.[1] ?? '';
    const names = /^metadata:\n((?: .*\n)*)/m.exec(document)?.[1].match(/^ {2}name(space)?: .*$/gm) ?? [];
    return KINDS.has(kind) ? [[[kind, ...names].join(), document]] : [];
  });
  return new Map(documents);
}

function warning(file: string, { title, before, after, differences }: ObjectChange): Problem[] {
  if (before === undefined || after === undefined) return [];
  const id = `${groupOf(before.apiVersion)}/${before.kind}`;
  // an immutable ConfigMap says so itself
  if (['/ConfigMap', '/Secret'].includes(id) && before.immutable !== true) return [];
  const { fields, isRefused } = IMMUTABLE[id] ?? {};
  const [first, ...rest] = differences.filter(({ path }) => fields?.test(path));
  if (!first) return [];
  const more = rest.length > 0 ? ` (and ${rest.length} more)` : '';
  const isRun = fields === RUN || before.kind === 'Job';
  return [
    {
      path: file,
      prop: `${title} ${first.path}${more}`,
      got: { toHumanString: () => `${first.expected}, where the file had ${first.got}` },
      expected: isRefused
        ? 'no change of a field that cannot be changed in place: the API server refuses to apply it'
        : 'no change of a run under its name: the API server accepts it, and the run goes on as it was',
      fix: isRun
        ? 'give the run a new name (Run.version, or leave run out), or delete the old object before you apply this one'
        : 'give the object a new name, or delete the old one before you apply this one',
    },
  ];
}
