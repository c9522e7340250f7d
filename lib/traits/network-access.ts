import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import type { NetworkPeer } from './network-peer';
import { type AccessPlan, checkAccess } from './network-policy';

/** What a workload may call. */
export interface EgressOptions {
  /** Who is called. */
  readonly to: NetworkPeer[];
  /**
   * TCP ports that are called.
   *
   * @default - every port
   */
  readonly ports?: number[];
}

/** Who may call a workload. */
export interface NetworkAccessOptions {
  /**
   * Who may call the server's ports, beside those that its exposure needs.
   *
   * @default - nobody else
   */
  readonly from?: NetworkPeer[];
  /**
   * Whether every pod of the workload's own namespace may call it.
   *
   * @default true
   */
  readonly sameNamespace?: boolean;
  /**
   * What the workload may call. DNS is then open too, on port 53 to any resolver, and everything else is closed: an
   * empty list leaves DNS alone open. A server that downloads its model needs a peer for that.
   *
   * @default - everything, as far as other policies of the namespace allow it
   */
  readonly egress?: EgressOptions[];
}

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
  public readonly _plan: AccessPlan;

  private constructor(plan: AccessPlan) {
    this._plan = plan;
  }

  /** @internal */
  public _check(check: Checker): void {
    checkAccess(check, this._plan);
  }
}

checksArguments('NetworkAccess', NetworkAccess);
