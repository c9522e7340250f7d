import type { Definition } from '../../internal/definition';
import { checkName, keyFault, nameFault } from '../../internal/names';
import { QUEUE_DEFAULTS } from '../defaults';
import type { QueueOptions } from './options';
import type { QueuePlan, TopologyPlan } from './plan';

/** Of Kubernetes, for the value of a label. */
const LONGEST_LABEL_VALUE = 63;

export type QueueDefinition = Definition<void, { readonly queue: QueuePlan; readonly topology?: TopologyPlan }>;

export function namedQueue(name: string, { priority, near, nearIsRequired }: QueueOptions): QueueDefinition {
  return {
    check: (check) => {
      checkName(check.at('name'), name, 'label', 'name the LocalQueue or the Queue');
      if (priority !== undefined) {
        checkName(check.at('priority'), priority, 'subdomain');
        if (nameFault(priority, 'subdomain') === undefined && priority.length > LONGEST_LABEL_VALUE)
          check
            .at('priority')
            .refuse(priority, `at most ${LONGEST_LABEL_VALUE} characters`, 'shorten it: Kueue reads it from a label');
      }
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
