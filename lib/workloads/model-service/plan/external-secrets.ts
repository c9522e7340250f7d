import type { Checker } from '../../../internal/errors';
import { contentHash } from '../../../internal/hash';
import type { SecretSource } from '../../../values/secret/secret-source';
import type { ModelServiceProps } from '../model-service-props';

/** One ExternalSecret of a name is made: where two sources say different things of it, one of them would be lost. */
export function checkExternalSecrets(check: Checker, props: ModelServiceProps): void {
  const known = new Map<string, string>();
  const claim = (at: Checker, source: SecretSource) => {
    const { secretName, external } = source._definition.plan();
    if (!external) return;
    const content = contentHash(external);
    if ((known.get(secretName) ?? content) !== content)
      at.refuse(
        secretName,
        'what the other source of this name says: the workload makes one ExternalSecret of it',
        'give both the same store, data and refresh, or choose another name for one',
      );
    known.set(secretName, content);
  };
  props.secrets?.forEach((source, i) => {
    claim(check.at('secrets').at(i), source);
  });
  props.sidecars?.forEach(({ _order: order }, i) => {
    if (order.type !== 'custom') return;
    order.secrets?.forEach((source, j) => {
      claim(check.at('sidecars').at(i).at('secrets').at(j), source);
    });
  });
}
