import type { ContainerBounds } from './container-bounds-props';
import type { NamespaceQuota } from './quota-props';

/** A level of the Pod Security Standards. */
export enum PodSecurityLevel {
  /** Hardened pods: no root user, no added capabilities. Workloads of this library meet it by default. */
  RESTRICTED = 'restricted',
  /** Prevents known privilege escalations; the root user is allowed. */
  BASELINE = 'baseline',
  /** No restriction, for node agents and drivers. */
  PRIVILEGED = 'privileged',
}

/** Properties of a namespace that this app owns. */
export interface MlNamespaceProps {
  /**
   * Name of the namespace, `metadata.name`.
   *
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Further labels of the Namespace object, for example `istio-injection: enabled`.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * Further annotations of the Namespace object.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Prevents Argo CD, Flux and Helm from deleting the Namespace, and everything in it, when it is removed from the manifests or the
   * release is uninstalled. Becomes annotations.
   *
   * @default false
   */
  readonly protect?: boolean;

  /**
   * The level that pods must meet to be admitted: label `pod-security.kubernetes.io/enforce`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * The level below which the API server returns a warning: label `pod-security.kubernetes.io/warn`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurityWarn?: PodSecurityLevel;
  /**
   * The level below which the audit log records a violation: label `pod-security.kubernetes.io/audit`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurityAudit?: PodSecurityLevel;
  /**
   * Pins the three levels to their definition in a Kubernetes minor, for example `v1.33`: labels
   * `pod-security.kubernetes.io/*-version`.
   *
   * @default - not pinned: the levels are those of the cluster's own version
   */
  readonly podSecurityVersion?: string;

  /**
   * Limits on the sum of all pods and objects of the namespace: a ResourceQuota named `quota`.
   *
   * @default - no quota
   */
  readonly quota?: NamespaceQuota;
  /**
   * Defaults and limits of each container: a LimitRange named `limits`.
   *
   * @default - none; with a quota on CPU or memory, small defaults, because the quota refuses containers without requests
   */
  readonly containers?: ContainerBounds;
  /**
   * Largest size of a single PersistentVolumeClaim, a quantity, in the LimitRange `limits`.
   *
   * @default - no bound
   */
  readonly maxClaimSize?: string;

  /**
   * Denies ingress to all pods unless another NetworkPolicy allows it: NetworkPolicy `default-deny-ingress`.
   *
   * @default true
   */
  readonly defaultDenyIngress?: boolean;
  /**
   * Denies egress from all pods unless another NetworkPolicy allows it, except DNS on port 53: NetworkPolicies
   * `default-deny-egress` and `allow-dns`.
   *
   * @default false
   */
  readonly defaultDenyEgress?: boolean;
  /**
   * Allows traffic between all pods of the namespace: NetworkPolicy `allow-within-namespace`.
   *
   * @default false
   */
  readonly allowWithin?: boolean;
  /**
   * Namespaces whose pods can connect to all pods of this namespace on all ports: NetworkPolicy `allow-from-namespaces`.
   *
   * @default - none
   */
  readonly allowFromNamespaces?: string[];
  /**
   * Namespace of the Prometheus that scrapes the workloads; they allow it to connect to their metrics port.
   *
   * @default - unknown: set it at `monitoring` of each workload
   */
  readonly prometheusNamespace?: string;

  /**
   * Names of additional ServiceAccounts, without a token. `default` cannot be given: Kubernetes creates it.
   *
   * @default - none
   */
  readonly serviceAccounts?: string[];
  /**
   * Groups with full access to the namespace, including roles and role bindings: RoleBinding `admins` to the
   * ClusterRole `admin`.
   *
   * @default - none
   */
  readonly admins?: string[];
  /**
   * Groups that can change workloads, and so read all Secrets of the namespace: RoleBinding `editors` to the ClusterRole `edit`.
   *
   * @default - none
   */
  readonly editors?: string[];
  /**
   * Groups that can read everything except Secrets and roles: RoleBinding `viewers` to the ClusterRole `view`.
   *
   * @default - none
   */
  readonly viewers?: string[];
  /**
   * Groups that get another ClusterRole in this namespace, by the name of the ClusterRole: one RoleBinding `cluster-role-<name>` each.
   *
   * @default - none
   */
  readonly clusterRoles?: { [clusterRole: string]: string[] };
}

/** Properties of a namespace that another repository owns. */
export interface ExistingNamespaceProps {
  /**
   * Name of the namespace.
   *
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * The level that its label `pod-security.kubernetes.io/enforce` sets.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * Whether ingress is denied unless a NetworkPolicy allows it.
   *
   * @default true
   */
  readonly defaultDenyIngress?: boolean;
  /**
   * Whether egress is denied, except DNS, unless a NetworkPolicy allows it.
   *
   * @default false
   */
  readonly defaultDenyEgress?: boolean;
  /**
   * Its ResourceQuota; an empty object means that there is none.
   *
   * @default - not known
   */
  readonly quota?: NamespaceQuota;
  /**
   * Its LimitRange for containers.
   *
   * @default - none, or not known
   */
  readonly containers?: ContainerBounds;
  /**
   * Namespace of the Prometheus that scrapes the workloads; they allow it to connect to their metrics port.
   *
   * @default - unknown: set it at `monitoring` of each workload
   */
  readonly prometheusNamespace?: string;
}
