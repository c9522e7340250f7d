import { EXPECTS_ANNOTATION, RELAXED_SECURITY_ANNOTATION } from '../../internal/labels';
import type { PodSecurityPlan } from '../../values/pod-security/plan';
import type { SecretPlan } from '../../values/secret/plan';

/** The annotation that names what has to exist beside the manifests, in the form that the rules read: `Secret/name:KEY1+KEY2`. */
export function expects(objects: readonly string[]): Record<string, string> {
  return objects.length > 0 ? { [EXPECTS_ANNOTATION]: [...new Set(objects)].sort().join(',') } : {};
}

/** `Secret/name:KEY1+KEY2`. */
export function expectedSecret(name: string, keys: readonly string[]): string {
  return keys.length > 0 ? `Secret/${name}:${[...keys].sort().join('+')}` : `Secret/${name}`;
}

/** Those that no object of this app makes. */
export function expectedSecrets(secrets: readonly SecretPlan[]): string[] {
  return secrets.filter(({ existing }) => existing).map(({ secretName, keys }) => expectedSecret(secretName, keys));
}

/** The annotation that says why a pod has less than Pod Security "restricted". */
export function relaxation({ reason }: PodSecurityPlan): Record<string, string> {
  return reason ? { [RELAXED_SECURITY_ANNOTATION]: reason } : {};
}
