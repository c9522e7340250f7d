import { checksArguments } from '../../internal/type-check';
import { type AccessDefinition, defineAccess } from './definition';
import type { NetworkAccessOptions } from './options';
import type { AccessVariant } from './plan';

/**
 * Allowed callers and destinations of a workload: a NetworkPolicy.
 *
 * @example
 * const access = NetworkAccess.allow({
 *   from: [NetworkPeer.namespace('loans')],
 *   egress: [{ to: [NetworkPeer.sameNamespace()], ports: [5000] }],
 * });
 */
export class NetworkAccess {
  /** The given peers, the pods of the workload's namespace unless `sameNamespace` is false, and the callers that the exposure needs. */
  public static allow(options: NetworkAccessOptions = {}): NetworkAccess {
    return new NetworkAccess({ type: 'some', ...options });
  }

  /** Everyone may call the server's ports. */
  public static everyone(): NetworkAccess {
    return new NetworkAccess({ type: 'everyone' });
  }

  /** Nobody may call it, except Prometheus where it is monitored. Refused beside an exposure that needs callers. */
  public static nobody(): NetworkAccess {
    return new NetworkAccess({ type: 'nobody' });
  }

  /** The workload creates no NetworkPolicy. */
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
