import { contentHash } from '../../internal/hash';
import type { GivenSecrets } from '../../pod/container/environment';
import type { SecretPlan } from '../../values/secret/plan';

/** One ExternalSecret of a name is made: refuses two sources that say different things of it. */
export function checkExternalSecrets(secrets: GivenSecrets): void {
  const known = new Map<string, string>();
  for (const { at, plan } of secrets) {
    if (!plan.external) continue;
    const content = contentHash(plan.external);
    if ((known.get(plan.secretName) ?? content) !== content)
      at.refuse(
        plan.secretName,
        'what the other source of this name says: the workload makes one ExternalSecret of it',
        'give both the same store, data and refresh, or choose another name for one',
      );
    known.set(plan.secretName, content);
  }
}

/** Those that need an ExternalSecret, each once: one token can serve the download and the server. */
export function externalSecretsOf(secrets: readonly SecretPlan[]): SecretPlan[] {
  return [...new Map(secrets.filter((s) => s.external).map((s) => [s.secretName, s])).values()];
}
