import { checksArguments } from '../../internal/type-check';
import { namedQueue, type QueueDefinition } from './definition';
import type { QueueOptions } from './options';

/**
 * The queue that admits a run: a LocalQueue of Kueue in the namespace, or, on the engine `volcano`, a Queue of Volcano.
 * Kueue suspends the run by itself until there is room; nothing of ours sets `suspend`.
 */
export class Queue {
  /**
   * A queue that exists.
   *
   * @param name its name
   * @param options priority and placement
   */
  public static named(name: string, options: QueueOptions = {}): Queue {
    return new Queue(namedQueue(name, options));
  }

  /** @internal */
  public readonly _definition: QueueDefinition;

  private constructor(definition: QueueDefinition) {
    this._definition = definition;
  }
}

checksArguments('Queue', Queue);
