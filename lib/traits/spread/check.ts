import { checkWhole } from '../../internal/checks/numbers';
import type { Checker } from '../../internal/errors';
import { keyFault } from '../../internal/names';
import { type SpreadVariant, ZONE_LABEL } from './plan';

/** Refuses keys and numbers that the API server would refuse. */
export function checkSpread(check: Checker, variant: SpreadVariant): void {
  if (variant.type === 'none') return;
  checkWhole(check.at('maxSkew'), variant.maxSkew, { min: 1 }, 'use 1 for the most even spread');
  if (variant.type === 'hard')
    checkWhole(check.at('minDomains'), variant.minDomains, { min: 1 }, 'give a number of domains');
  const keys = check.at('topologyKeys');
  if (variant.topologyKeys?.length === 0)
    keys.refuse([], 'at least one label of nodes', 'use Spread.none() for no constraints');
  variant.topologyKeys?.forEach((key, index) => {
    const fault = keyFault(key);
    if (fault) keys.at(index).refuse(key, fault, `name a label of nodes, for example ${ZONE_LABEL}`);
    else if (variant.topologyKeys?.indexOf(key) !== index)
      keys.at(index).refuse(key, 'a label that is not in the list already', 'remove one of the two');
  });
}
