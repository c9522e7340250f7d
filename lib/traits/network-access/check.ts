import { checkPort } from '../../internal/checks/addresses';
import type { Checker } from '../../internal/errors';
import { checkPeers } from './peers';
import type { AccessContext, AccessVariant } from './plan';

/** Refuses peers and ports that the API server would refuse. */
export function checkAccess(check: Checker, variant: AccessVariant, { exposureCallers = [] }: AccessContext): void {
  if (variant.type === 'unmanaged') return;
  if (variant.type === 'nobody' && exposureCallers.length > 0)
    check.refuse(
      'NetworkAccess.nobody',
      'an access that admits the callers of the exposure, which cannot work without them',
      'use NetworkAccess.allow({ sameNamespace: false }) to admit only these, or Exposure.clusterIp()',
    );
  checkPeers(check.at('from'), variant.from);
  variant.egress?.forEach((rule, index) => {
    const at = check.at('egress').at(index);
    if (rule.to.length === 0)
      at.at('to').refuse([], 'at least one peer', 'use NetworkPeer.everyone() to let the workload call anything');
    checkPeers(at.at('to'), rule.to);
    rule.ports?.forEach((port, number) => {
      checkPort(at.at('ports').at(number), port);
    });
  });
}
