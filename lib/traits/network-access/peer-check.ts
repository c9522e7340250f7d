import { isWithin } from '../../internal/addresses';
import { checkCidr } from '../../internal/checks/addresses';
import type { Checker } from '../../internal/errors';
import { checkLabels, checkName } from '../../internal/names';
import { type PeerVariant, planPeer } from './peer-plan';

/** Refuses a peer that the API server would refuse, or that includes more than its name says. */
export function checkPeer(check: Checker, variant: PeerVariant): void {
  switch (variant.type) {
    case 'namespace':
      checkName(check, variant.name, 'label');
      return;
    case 'namespaces':
      checkSomeLabels(check, variant.labels, 'use NetworkPeer.cluster() for every pod of the cluster');
      return;
    case 'pods':
      checkSomeLabels(
        check.at('labels'),
        variant.labels,
        variant.namespace === undefined
          ? 'use NetworkPeer.sameNamespace() for every pod of the namespace'
          : `use NetworkPeer.namespace('${variant.namespace}') for every pod of that namespace`,
      );
      if (variant.namespace !== undefined) checkName(check.at('namespace'), variant.namespace, 'label');
      return;
    case 'cidr':
      checkRange(check, variant.cidr, variant.except);
      return;
    case 'kplus':
      if (planPeer(variant).length === 0)
        check.refuse(variant.peer, 'a peer that selects pods or addresses', 'leave it out, or give it a selector');
  }
}

function checkRange(check: Checker, cidr: string, except: readonly string[] = []): void {
  const whole = checkCidr(check, cidr);
  except.forEach((range, index) => {
    const at = check.at('except').at(index);
    const part = checkCidr(at, range);
    if (whole && part && !isWithin(part, whole))
      at.refuse(range, `a part of ${cidr}`, 'leave it out, or give a range inside the other');
  });
}

/** An empty selector selects everything, which has factories of its own. */
function checkSomeLabels(check: Checker, labels: { readonly [key: string]: string }, fix: string): void {
  if (Object.keys(labels ?? {}).length === 0) check.refuse(labels, 'at least one label', fix);
  else checkLabels(check, labels);
}
