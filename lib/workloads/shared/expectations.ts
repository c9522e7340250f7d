import type { Checker } from '../../internal/errors';
import { isExpectation } from '../../internal/expects';
import type { Volume } from '../../internal/kubernetes';
import { EXPECTS_ANNOTATION, RELAXED_SECURITY_ANNOTATION } from '../../internal/labels';
import type { PodSecurityPlan } from '../../values/pod-security/plan';
import type { SecretPlan } from '../../values/secret/plan';

/** The annotation that names what has to exist beside the manifests, in the form that the rules read: `Secret/name:KEY1+KEY2`. */
export function expects(objects: readonly string[]): Record<string, string> {
  return objects.length > 0 ? { [EXPECTS_ANNOTATION]: [...new Set(objects)].sort().join(',') } : {};
}

/** Refuses entries that the rules cannot read. */
export function checkExpects(check: Checker, entries: readonly string[] | undefined): void {
  entries?.forEach((entry, i) => {
    if (!isExpectation(entry))
      check
        .at(i)
        .refuse(
          entry,
          'Kind/name of an object of the same namespace',
          "write it like 'Secret/database:USER+PASSWORD'; objects of other namespaces are declared by 'existing' of the app",
        );
  });
}

/** What the user declares, by the prop or by the annotation itself. */
export function givenExpects({ expects = [], annotations = {} }: ExpectsProps): string[] {
  const written = annotations[EXPECTS_ANNOTATION]?.split(',').map((entry) => entry.trim()) ?? [];
  return [...expects, ...written].filter((entry) => entry !== '');
}

interface ExpectsProps {
  readonly expects?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** `Secret/name:KEY1+KEY2`. */
export function expectedSecret(name: string, keys: readonly string[]): string {
  return keys.length > 0 ? `Secret/${name}:${[...keys].sort().join('+')}` : `Secret/${name}`;
}

/** Those that no object of this app makes. */
export function expectedSecrets(secrets: readonly SecretPlan[]): string[] {
  return secrets.filter(({ existing }) => existing).map(({ secretName, keys }) => expectedSecret(secretName, keys));
}

/** What of the volumes a level of Pod Security refuses, whatever the containers are. */
const BEYOND_RESTRICTED = [
  { field: 'hostPath', words: 'hostPath, which needs a namespace with Pod Security "privileged"' },
  { field: 'nfs', words: 'nfs, which needs a namespace with Pod Security "baseline" or "privileged"' },
] as const;

/** The annotation that says why a pod has less than Pod Security "restricted". */
export function relaxation({ reason }: PodSecurityPlan, volumes: readonly Volume[]): Record<string, string> {
  const beyond = BEYOND_RESTRICTED.flatMap(({ field, words }) =>
    volumes.some((volume) => volume[field] !== undefined) ? [`a volume of type ${words}`] : [],
  );
  const reasons = [...(reason ? [reason] : []), ...beyond];
  return reasons.length > 0 ? { [RELAXED_SECURITY_ANNOTATION]: reasons.join('; ') } : {};
}
