import { ScopeKey } from '../internal/scope';

/** The Pod Security Standards, https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurityStandard = 'restricted' | 'baseline' | 'privileged';

/** What a namespace says to the workloads in it. `MlNamespace` sets it; workloads read it with `GUARD_RAILS.get(this)`. */
export interface GuardRails {
  /** Name of the namespace. */
  readonly namespace: string;
  /** False where another repository owns the namespace: nothing of it is in this app's output. */
  readonly owned: boolean;
  /** The standard that admission enforces on pods. */
  readonly podSecurity: PodSecurityStandard;
  /** A workload that is to be reached needs a NetworkPolicy of its own. */
  readonly defaultDenyIngress: boolean;
  /** A workload that calls anything but DNS needs a NetworkPolicy of its own. */
  readonly defaultDenyEgress: boolean;
  /**
   * `spec.hard` of the ResourceQuota: `requests.cpu`, `limits.memory`, `requests.nvidia.com/gpu`, `pods` and so on to
   * quantities. Empty: none is set. `undefined`: not known, which only an existing namespace can be.
   */
  readonly quota?: Readonly<Record<string, string>>;
  /** What the LimitRange fills in and allows for each container; `undefined`: there is none, or it is not known. */
  readonly containers?: ContainerLimits;
  /** Largest size of a PersistentVolumeClaim; `undefined`: there is no bound, or it is not known. */
  readonly maxClaimSize?: string;
  /** Namespace of the Prometheus that scrapes the workloads, where it was named. */
  readonly prometheusNamespace?: string;
}

/** One `LimitRange` item of type `Container`: resource names to quantities. */
export interface ContainerLimits {
  readonly defaultRequest?: Readonly<Record<string, string>>;
  readonly default?: Readonly<Record<string, string>>;
  readonly min?: Readonly<Record<string, string>>;
  readonly max?: Readonly<Record<string, string>>;
}

/** Found from any construct at or below an `MlNamespace`; nothing where a workload stands in a stock chart. */
export const GUARD_RAILS = new ScopeKey<GuardRails>('GuardRails');
