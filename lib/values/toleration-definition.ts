import type { Definition } from '../internal/definition';
import type { Checker } from '../internal/errors';
import type { Toleration as KubernetesToleration } from '../internal/kubernetes';
import { keyFault, labelValueFault } from '../internal/names';
import type { Toleration } from './toleration';

export function tolerationDefinition(toleration: Toleration): Definition<void, KubernetesToleration> {
  return {
    check: (check) => checkToleration(check, toleration),
    plan: () => planToleration(toleration),
  };
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function checkToleration(check: Checker, { key, value, effect }: Toleration): void {
  if (effect !== undefined && !EFFECTS.includes(effect))
    check.at('effect').refuse(effect, `one of ${EFFECTS.join(', ')}`, 'choose one, or leave it out for all');
  if (typeof key !== 'string' || keyFault(key))
    check.at('key').refuse(key, 'the key of a taint', 'name it as the nodes do');
  if (value !== undefined && labelValueFault(value))
    check.at('value').refuse(value, 'the value of a taint', 'write it as the nodes do, or leave it out for any');
}

function planToleration({ key, value, effect }: Toleration): KubernetesToleration {
  // the API server reads a missing value as the empty one, and does not store the empty one
  return { key, operator: value === undefined ? 'Exists' : 'Equal', value: value || undefined, effect };
}
