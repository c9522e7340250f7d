import { byName, type Finding } from './findings';
import { runOffline } from './offline';
import type { Subject } from './subject';
import { pathOf } from './tools';

interface ScoredObject {
  /** `Kind/group/version/namespace/name`. */
  readonly object_name: string;
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string };
  readonly checks:
    | {
        readonly check: { readonly id: string; readonly name: string };
        readonly grade: number;
        readonly skipped: boolean;
        readonly comments: { readonly path: string; readonly summary: string }[] | null;
      }[]
    | null;
}

/** kube-score's grade for what it has nothing against. */
const FLAWLESS = 10;

/** Warnings count as much as what it calls critical. Its annotations do not: what is waived stands in one file. */
export async function kubeScore(subject: Subject): Promise<Finding[]> {
  const { status, stdout, stderr } = await runOffline(pathOf('kube-score'), [
    'score',
    ...['--output-format', 'json', '--kubernetes-version', `v1.${subject.minor}`],
    ...['--disable-ignore-checks-annotations', '--disable-optional-checks-annotations'],
    ...subject.files,
  ]);
  if (!stdout.startsWith('[')) throw new Error(`kube-score ended with ${status}\n${stdout}${stderr}`);
  const objects: ScoredObject[] = JSON.parse(stdout);
  if (objects.flatMap(({ checks }) => checks ?? []).length === 0)
    throw new Error(`kube-score checked nothing of ${subject.name}`);
  // it says what it found in another order each time
  return objects.flatMap((object) => findingsOf(object, subject.name)).sort(byName);
}

/** A check may have several things against an object: each is a finding of its own, so that each needs its reason. */
function findingsOf({ type_meta, object_meta, checks }: ScoredObject, subject: string): Finding[] {
  const object = `${subject}/${type_meta.kind}/${object_meta.name}`;
  return (checks ?? [])
    .filter(({ grade, skipped }) => grade < FLAWLESS && !skipped)
    .flatMap(({ check, comments }) =>
      (comments?.length ? comments : [{ path: '', summary: check.name }]).map(({ path, summary }): Finding => {
        const message = path ? `(${path}) ${summary}` : summary;
        return { judge: 'kube-score', check: check.id, object, message };
      }),
    );
}
