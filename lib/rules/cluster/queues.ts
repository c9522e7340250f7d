import { own, text } from '../../internal/json';
import type { Item } from './item';

/** The queue that an object names. */
export interface QueueReference {
  readonly kind: 'LocalQueue' | 'Queue';
  readonly name: string;
  readonly at: string;
  /** The WorkloadPriorityClass of Kueue. */
  readonly priority?: string;
}

const KUEUE_QUEUE = 'kueue.x-k8s.io/queue-name';
export const KUEUE_PRIORITY = 'kueue.x-k8s.io/priority-class';

/** The queue of Kueue by the label of the object, or that of Volcano by its field. */
export function queueOf({ labels, spec, type }: Item): QueueReference | undefined {
  const local = text(own(labels, KUEUE_QUEUE));
  if (local)
    return {
      kind: 'LocalQueue',
      name: local,
      at: `metadata.labels[${KUEUE_QUEUE}]`,
      priority: text(own(labels, KUEUE_PRIORITY)),
    };
  if (type.id !== 'batch.volcano.sh/Job') return undefined;
  const name = text(own(spec, 'queue'));
  return name ? { kind: 'Queue', name, at: 'spec.queue' } : undefined;
}
