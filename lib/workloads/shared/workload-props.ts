import type { PodProps } from '../../pod/pod-props';
import type { Identity, InitContainer, NetworkAccess, Sidecar } from '../../traits';
import type { Link } from './link';

/** Names of objects that every workload makes; each is the workload's own name unless given. */
export interface WorkloadNames {
  /**
   * Name of the main container.
   *
   * @default - chosen by the kind of workload: `server` for a `ModelService`
   */
  readonly container?: string;
  /**
   * Name of the ConfigMap with `config`. Giving one makes the ConfigMap stable: it is changed in place, the pods carry a
   * checksum of it, and only reverting the manifests restores an old config (`rollout undo` does not).
   *
   * @default - the name of the workload, `-config-` and a hash of the content; immutable
   */
  readonly config?: string;
  /**
   * Name of the ConfigMap with `configFiles`; as with `config`, giving one makes it stable.
   *
   * @default - the name of the workload, `-files-` and a hash of the content; immutable
   */
  readonly configFiles?: string;
  /**
   * Name of the NetworkPolicy.
   *
   * @default - the name of the workload
   */
  readonly networkPolicy?: string;
  /**
   * Name of the ServiceAccount.
   *
   * @default - the name of the workload
   */
  readonly serviceAccount?: string;
}

/** What every workload can be given. */
export interface WorkloadProps extends PodProps {
  /**
   * Containers that run one after the other, each to its end, before the main one starts: entries of `initContainers[]`, after
   * the native sidecars. The library's own downloads run before those that do not say `beforeDownloads`.
   *
   * @default - none
   */
  readonly initContainers?: InitContainer[];
  /**
   * Containers that run beside the main one for the life of the pod: native sidecars, where the cluster has them.
   *
   * @default - none
   */
  readonly sidecars?: Sidecar[];
  /**
   * Who may connect, and what the pods may call: a NetworkPolicy.
   *
   * @default - for what serves requests: pods of the same namespace and what the exposure needs; see the workload
   */
  readonly access?: NetworkAccess;
  /**
   * Other workloads that this one calls: their addresses as environment variables, egress here, and admission there.
   *
   * @default - none
   */
  readonly links?: Link[];
  /**
   * Whose rights the pods have: the ServiceAccount.
   *
   * @default - an account of its own, without a token in the pods
   */
  readonly identity?: Identity;
  /**
   * Objects of the same namespace that exist outside of the manifests and that the workload relies on: `Secret/name`, with
   * `:KEY1+KEY2` behind it where only some keys are there. The rules then accept references to them. They are added to those
   * that the workload names itself, in the annotation `cdk8s-ml.io/expects`. What all workloads rely on is declared by
   * `existing` of the app.
   *
   * @default - what the workload names itself, such as the secrets of `SecretSource.existing`
   */
  readonly expects?: string[];
  /**
   * Whether GitOps tools leave a replaced hashed ConfigMap in the cluster, so that `rollout undo` finds it: annotations of
   * Argo CD, Helm and Flux that keep it from being pruned. You delete what is no longer needed.
   *
   * @default true
   */
  readonly keepOldConfig?: boolean;
  /**
   * Name of the workload and, unless `names` says otherwise, of all its objects; a DNS label that starts with a letter.
   *
   * @default - the construct's id, after the ids of the constructs between it and the chart
   */
  readonly name?: string;
  /**
   * Labels of all objects and pods, in addition to the `app.kubernetes.io` ones. They are not part of any selector.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of all objects, not of the pods.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Changes finished objects: a merge patch by kind (`Deployment`) or kind and name (`ConfigMap/my-config`). Entries of
   * lists are found by their key, containers and volumes by name for example; `null`, or in Python
   * `{"$patch": "delete"}`, removes a field. A patch that does not arrive, or names a field that the object does not have,
   * is an error.
   *
   * @default - none
   */
  readonly overrides?: { [kind: string]: any };
}
