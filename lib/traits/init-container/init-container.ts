import type { Definition } from '../../internal/definition';
import { checksArguments } from '../../internal/type-check';
import { customInitContainer } from './definition';
import type { CustomInitContainerOptions } from './options';
import type { InitContainerContext, InitContainerPlan } from './plan';

/**
 * A container that runs to its end before the main one starts: an entry of `initContainers[]`. It starts after the native
 * sidecars and after the downloads of the library; those that are given run in their order. When it fails, the kubelet runs
 * it again.
 */
export class InitContainer {
  /** Any container. */
  public static custom(options: CustomInitContainerOptions): InitContainer {
    return new InitContainer(customInitContainer(options));
  }

  /** @internal */
  public readonly _definition: Definition<InitContainerContext, InitContainerPlan>;

  private constructor(definition: Definition<InitContainerContext, InitContainerPlan>) {
    this._definition = definition;
  }
}

checksArguments('InitContainer', InitContainer);
