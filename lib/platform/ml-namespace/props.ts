import type { ContainerBounds } from './container-bounds-props';
import type { NamespaceQuota } from './quota-props';

/** The Pod Security Standards: how far the pods of a namespace must be confined. */
export enum PodSecurityLevel {
  /** What hardened pods need: no root, no added capabilities. All workloads of the library pass it by default. */
  RESTRICTED = 'restricted',
  /** Keeps pods from the known ways to take over the node; root is allowed. */
  BASELINE = 'baseline',
  /** No restriction, for node agents and drivers. */
  PRIVILEGED = 'privileged',
}

/** A namespace that this app owns, with its guard rails. */
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
   * Keeps the Namespace, and so everything in it, when it leaves the manifests or when the release is removed:
   * annotations that Argo CD, Flux and Helm obey.
   *
   * @default false
   */
  readonly protect?: boolean;

  /**
   * What pods must meet to be admitted: label `pod-security.kubernetes.io/enforce`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * What pods must meet for `kubectl apply` not to warn: label `pod-security.kubernetes.io/warn`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurityWarn?: PodSecurityLevel;
  /**
   * What pods must meet for the audit log not to note them: label `pod-security.kubernetes.io/audit`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurityAudit?: PodSecurityLevel;
  /**
   * Pins the three levels to what they were in a Kubernetes minor, for example `v1.33`: labels
   * `pod-security.kubernetes.io/*-version`.
   *
   * @default - not pinned: the levels are those of the cluster's own version
   */
  readonly podSecurityVersion?: string;

  /**
   * What all pods of the namespace together may ask for: a ResourceQuota named `quota`.
   *
   * @default - no quota
   */
  readonly quota?: NamespaceQuota;
  /**
   * What single containers get and may ask for: a LimitRange named `limits`.
   *
   * @default - none; with a quota on CPU or memory, small defaults, since it refuses containers that state nothing
   */
  readonly containers?: ContainerBounds;
  /**
   * Largest size of a single PersistentVolumeClaim, a quantity, in the LimitRange `limits`.
   *
   * @default - no bound
   */
  readonly maxClaimSize?: string;

  /**
   * Closes every pod to callers unless another NetworkPolicy opens it: NetworkPolicy `default-deny-ingress`.
   *
   * @default true
   */
  readonly defaultDenyIngress?: boolean;
  /**
   * Keeps every pod from calling out unless another NetworkPolicy lets it, DNS on port 53 excepted: NetworkPolicies
   * `default-deny-egress` and `allow-dns`.
   *
   * @default false
   */
  readonly defaultDenyEgress?: boolean;
  /**
   * Lets all pods of the namespace call each other: NetworkPolicy `allow-within-namespace`.
   *
   * @default false
   */
  readonly allowWithin?: boolean;
  /**
   * Namespaces whose pods may call every pod here on every port: NetworkPolicy `allow-from-namespaces`.
   *
   * @default - none
   */
  readonly allowFromNamespaces?: string[];
  /**
   * Namespace of the Prometheus that scrapes the workloads: they open their metrics port to it.
   *
   * @default - not known: each workload says who may scrape it
   */
  readonly prometheusNamespace?: string;

  /**
   * ServiceAccounts without a token, by name. The one named `default` is the cluster's.
   *
   * @default - none
   */
  readonly serviceAccounts?: string[];
  /**
   * Groups that may do everything in the namespace, roles and bindings included: RoleBinding `admins` to the
   * ClusterRole `admin`.
   *
   * @default - none
   */
  readonly admins?: string[];
  /**
   * Groups that may change workloads, and thereby read every Secret here: RoleBinding `editors` to the ClusterRole `edit`.
   *
   * @default - none
   */
  readonly editors?: string[];
  /**
   * Groups that may look at everything but Secrets and roles: RoleBinding `viewers` to the ClusterRole `view`.
   *
   * @default - none
   */
  readonly viewers?: string[];
  /**
   * Groups by the name of another ClusterRole that they have in this namespace: one RoleBinding `cluster-role-<name>` each.
   *
   * @default - none
   */
  readonly clusterRoles?: { [clusterRole: string]: string[] };
}

/** What is known of a namespace that somebody else owns. */
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
   * Whether pods are closed to callers unless a NetworkPolicy opens them.
   *
   * @default true
   */
  readonly defaultDenyIngress?: boolean;
  /**
   * Whether pods may call nothing but DNS unless a NetworkPolicy lets them.
   *
   * @default false
   */
  readonly defaultDenyEgress?: boolean;
  /**
   * Its ResourceQuota; an empty one says that there is none.
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
   * Namespace of the Prometheus that scrapes the workloads: they open their metrics port to it.
   *
   * @default - not known: each workload says who may scrape it
   */
  readonly prometheusNamespace?: string;
}
