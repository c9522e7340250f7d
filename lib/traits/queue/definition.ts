import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { checkName, keyFault, nameFault } from '../../internal/names';
import { QUEUE_DEFAULTS } from '../defaults';
import type { QueueOptions } from './options';
import type { QueuePlan, TopologyPlan } from './plan';

/** Of Kubernetes, for the value of a label. */
const LONGEST_LABEL_VALUE = 63;

/** Facts that a queue depends on. */
export interface QueueContext {
  /** True where Kueue admits the run: it reads queue and priority from labels. Volcano reads them from fields. */
  readonly isKueue: boolean;
}

export type QueueDefinition = Definition<QueueContext, { readonly queue: QueuePlan; readonly topology?: TopologyPlan }>;

export function namedQueue(name: string, { priority, near, nearIsRequired }: QueueOptions): QueueDefinition {
  return {
    check: (check, { isKueue }) => {
      checkReference(check.at('name'), name, isKueue, 'name the LocalQueue or the Queue');
      if (priority !== undefined) checkReference(check.at('priority'), priority, isKueue);
      if (near !== undefined && keyFault(near))
        check.at('near').refuse(near, 'the key of a label of the nodes', "write it like 'example.com/rack'");
      if (nearIsRequired !== undefined && near === undefined)
        check.at('nearIsRequired').refuse(nearIsRequired, 'near beside it', 'say which domain, or leave it out');
    },
    plan: () => ({
      queue: { name, priority },
      topology:
        near === undefined
          ? undefined
          : { key: near, isRequired: nearIsRequired ?? QUEUE_DEFAULTS.values.nearIsRequired },
    }),
  };
}

/** Refuses what is no name of an object, or, for Kueue, no value of the label that it reads the name from. */
function checkReference(check: Checker, name: string, isKueue: boolean, fix?: string): void {
  checkName(check, name, 'subdomain', fix);
  if (isKueue && nameFault(name, 'subdomain') === undefined && name.length > LONGEST_LABEL_VALUE)
    check.refuse(name, `at most ${LONGEST_LABEL_VALUE} characters`, 'shorten it: Kueue reads it from a label');
}
