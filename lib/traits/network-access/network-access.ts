import { checksArguments } from '../../internal/type-check';
import { type AccessDefinition, defineAccess } from './definition';
import type { NetworkAccessOptions } from './options';
import type { AccessVariant } from './plan';

/** Who may reach a workload, and whom it may reach: a NetworkPolicy. */
export class NetworkAccess {
  /** The named peers, and the workload's own namespace unless that is switched off. */
  public static allow(options: NetworkAccessOptions = {}): NetworkAccess {
    return new NetworkAccess({ type: 'some', ...options });
  }

  /** Everyone may call the server's ports. */
  public static everyone(): NetworkAccess {
    return new NetworkAccess({ type: 'everyone' });
  }

  /** Nobody may call it but Prometheus, where it is monitored. */
  public static nobody(): NetworkAccess {
    return new NetworkAccess({ type: 'some', sameNamespace: false });
  }

  /** No NetworkPolicy is made: others decide. */
  public static unmanaged(): NetworkAccess {
    return new NetworkAccess({ type: 'unmanaged' });
  }

  /** @internal */
  public readonly _definition: AccessDefinition;

  private constructor(variant: AccessVariant) {
    this._definition = defineAccess(variant);
  }
}

checksArguments('NetworkAccess', NetworkAccess);
