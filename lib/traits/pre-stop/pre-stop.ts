import type { Duration } from 'cdk8s';
import type { Definition } from '../../internal/definition';
import { checksArguments } from '../../internal/type-check';
import { type PreStopContext, type PreStopPlan, preStopDefinition } from './definition';
import type { PreStopCommandOptions, PreStopHttpOptions } from './options';

/** What happens in the main container before it gets its SIGTERM: `lifecycle.preStop`. */
export class PreStop {
  /**
   * A command in the container, `exec`, for example one that waits until no request runs any more.
   *
   * @param command the command and its arguments, which no shell interprets
   * @param options the longest time that it takes
   */
  public static command(command: string[], options: PreStopCommandOptions = {}): PreStop {
    return new PreStop(preStopDefinition({ type: 'command', command, ...options }));
  }

  /** A GET request to the container, `httpGet`: it ends when the answer is there. */
  public static http(options: PreStopHttpOptions): PreStop {
    return new PreStop(preStopDefinition({ type: 'http', ...options }));
  }

  /**
   * A pause, `sleep`, in which the server goes on answering. Needs Kubernetes 1.30.
   *
   * @param duration whole seconds
   */
  public static sleep(duration: Duration): PreStop {
    return new PreStop(preStopDefinition({ type: 'sleep', duration }));
  }

  /** @internal */
  public readonly _definition: Definition<PreStopContext, PreStopPlan>;

  private constructor(definition: Definition<PreStopContext, PreStopPlan>) {
    this._definition = definition;
  }
}

checksArguments('PreStop', PreStop);
