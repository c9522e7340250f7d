import type { Duration } from 'cdk8s';
import type { IConfigMap } from 'cdk8s-plus-28';
import type {
  Autoscaling,
  CacheVolume,
  Disruption,
  Exposure,
  Identity,
  Monitoring,
  NetworkAccess,
  Rollout,
  Sidecar,
  Spread,
  VerticalAutoscaling,
} from '../../traits';
import type {
  Compute,
  ExtraVolume,
  ModelServer,
  ModelSource,
  PodSecurity,
  Probes,
  SecretSource,
  Toleration,
} from '../../values';

/** Names of the objects that a `ModelService` makes; each is the service's own name unless given. */
export interface ModelServiceNames {
  /**
   * Name of the Deployment.
   *
   * @default - the name of the service
   */
  readonly deployment?: string;
  /**
   * Name of the container that runs the model server.
   *
   * @default "server"
   */
  readonly container?: string;
  /**
   * Name of the Service.
   *
   * @default - the name of the service
   */
  readonly service?: string;
  /**
   * Name of the ConfigMap with `config`. Giving one makes the ConfigMap stable: it is changed in place, the pods carry a
   * checksum of it, and only reverting the manifests brings an old config back (`rollout undo` does not).
   *
   * @default - the name of the service, `-config-` and a hash of the content; immutable
   */
  readonly config?: string;
  /**
   * Name of the ConfigMap with `configFiles`; as with `config`, giving one makes it stable.
   *
   * @default - the name of the service, `-files-` and a hash of the content; immutable
   */
  readonly configFiles?: string;
  /**
   * Name of the HorizontalPodAutoscaler.
   *
   * @default - the name of the service
   */
  readonly autoscaler?: string;
  /**
   * Name of the VerticalPodAutoscaler.
   *
   * @default - the name of the service
   */
  readonly verticalAutoscaler?: string;
  /**
   * Name of the PodDisruptionBudget.
   *
   * @default - the name of the service
   */
  readonly disruptionBudget?: string;
  /**
   * Name of the NetworkPolicy.
   *
   * @default - the name of the service
   */
  readonly networkPolicy?: string;
  /**
   * Name of the ServiceAccount.
   *
   * @default - the name of the service
   */
  readonly serviceAccount?: string;
  /**
   * Name of the Ingress or HTTPRoute.
   *
   * @default - the name of the service
   */
  readonly route?: string;
  /**
   * Name of the ServiceMonitor or PodMonitor.
   *
   * @default - the name of the service
   */
  readonly monitor?: string;
}

/** A model, and how it is to be served. Three props are required; the rest is what a good operator would choose. */
export interface ModelServiceProps {
  /** Image of the model server with a tag or a digest: `containers[].image`. `latest` is refused. */
  readonly image: string;
  /** The program in the image: its ports, health, metrics, drain and writable paths. */
  readonly server: ModelServer;
  /** What one replica needs: the `resources` of the server's container. */
  readonly compute: Compute;
  /**
   * Where the model comes from: an init container or a volume.
   *
   * @default - the model is in the image
   */
  readonly model?: ModelSource;
  /**
   * How many pods: `spec.replicas`. Not together with `autoscaling`, which has `initialReplicas`.
   *
   * @default - 2, or 1 where each replica needs a GPU
   */
  readonly replicas?: number;
  /**
   * Scales the number of replicas: a HorizontalPodAutoscaler, which then owns `spec.replicas`.
   *
   * @default - the number is fixed
   */
  readonly autoscaling?: Autoscaling;
  /**
   * Recommends or sets the requests of the container: a VerticalPodAutoscaler.
   *
   * @default - none
   */
  readonly verticalAutoscaling?: VerticalAutoscaling;
  /**
   * Longest time from the start of the server's container until the model answers: becomes the startup probe, and the
   * Deployment's `progressDeadlineSeconds` is set above it.
   *
   * @default - derived from the size and the source of the model
   */
  readonly startup?: Duration;
  /**
   * Explicit probes; each replaces the derived one of its kind.
   *
   * @default - derived from the server's endpoints and `startup`
   */
  readonly probes?: Probes;
  /**
   * Time from the notice that a pod must go until it is killed: `terminationGracePeriodSeconds`, of which a part is the
   * preStop sleep (while load balancers let go) and the rest is the server's own shutdown time.
   *
   * @default - derived from the server and the exposure
   */
  readonly drain?: Duration;
  /**
   * How new pods replace old ones: `spec.strategy`, `progressDeadlineSeconds`, `revisionHistoryLimit`.
   *
   * @default - surge 25 % and none unavailable; for GPU pods no surge and one unavailable
   */
  readonly rollout?: Rollout;
  /**
   * How clients reach the service: the Service's type, an Ingress or an HTTPRoute.
   *
   * @default - a ClusterIP Service on port 80
   */
  readonly exposure?: Exposure;
  /**
   * Who may connect: a NetworkPolicy for the server's ports.
   *
   * @default - pods of the same namespace, what the exposure needs, and everyone for a load balancer or node port
   */
  readonly access?: NetworkAccess;
  /**
   * How many pods a drain of nodes may take at once: a PodDisruptionBudget.
   *
   * @default - one at a time, where two or more replicas can run
   */
  readonly disruption?: Disruption;
  /**
   * How replicas spread over zones and hosts: `topologySpreadConstraints`.
   *
   * @default - evenly where possible, over zones and hosts; GPU pods over zones only
   */
  readonly spread?: Spread;
  /**
   * How Prometheus finds the server's metrics.
   *
   * @default - not at all
   */
  readonly monitoring?: Monitoring;
  /**
   * Whose rights the pods have: the ServiceAccount.
   *
   * @default - an account of its own, without a token in the pods
   */
  readonly identity?: Identity;
  /**
   * Environment of the server by name: a ConfigMap, taken in with `envFrom`. A change rolls the pods.
   *
   * @default - none
   */
  readonly config?: { [name: string]: string };
  /**
   * Configuration files by file name: a ConfigMap, mounted at `configPath`. A change rolls the pods.
   *
   * @default - none
   */
  readonly configFiles?: { [fileName: string]: string };
  /**
   * Folder where `configFiles` appear.
   *
   * @default "/etc/model-server"
   */
  readonly configPath?: string;
  /**
   * Whether GitOps tools leave a replaced hashed ConfigMap in the cluster, so that `rollout undo` finds it: annotations of
   * Argo CD and Flux that keep it from being pruned. What is no longer needed is then for you to delete.
   *
   * @default true
   */
  readonly keepOldConfig?: boolean;
  /**
   * Config maps of others, taken in with `envFrom`. Their changes do not roll the pods.
   *
   * @default - none
   */
  readonly configMaps?: IConfigMap[];
  /**
   * Environment of the server that is not shared or kept apart: `containers[].env`.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Secrets by reference, as environment or as files. A value can never be given.
   *
   * @default - none
   */
  readonly secrets?: SecretSource[];
  /**
   * Containers that run beside the server for the life of the pod: native sidecars, where the cluster has them.
   *
   * @default - none
   */
  readonly sidecars?: Sidecar[];
  /**
   * Where the caches of the server live (`HF_HOME`, compiled kernels).
   *
   * @default - an emptyDir of the pod
   */
  readonly cache?: CacheVolume;
  /**
   * More volumes for the server's container.
   *
   * @default - none
   */
  readonly volumes?: ExtraVolume[];
  /**
   * Size of the memory-backed `/dev/shm`, a quantity; it counts against the memory limit.
   *
   * @default - derived where a replica has several GPUs, else none
   */
  readonly sharedMemory?: string;
  /**
   * How far the containers are confined.
   *
   * @default - Pod Security "restricted", as the numeric user of the server's image
   */
  readonly security?: PodSecurity;
  /**
   * Labels that nodes must have: `nodeSelector`, beside those that the GPU asks for.
   *
   * @default - none
   */
  readonly nodeSelector?: { [label: string]: string };
  /**
   * Taints that the pods tolerate, beside those of GPU nodes: `tolerations`.
   *
   * @default - none
   */
  readonly tolerations?: Toleration[];
  /**
   * `priorityClassName` of the pods.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;
  /**
   * `runtimeClassName` of the pods, for example `nvidia`.
   *
   * @default - the cluster's default
   */
  readonly runtimeClassName?: string;
  /**
   * Names of Secrets by which images are pulled: `imagePullSecrets`.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];
  /**
   * Name of the service and, unless `names` says otherwise, of all its objects; a DNS label that starts with a letter.
   *
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Names of single objects.
   *
   * @default - the name of the service for all
   */
  readonly names?: ModelServiceNames;
  /**
   * Labels of all objects and pods, beside the `app.kubernetes.io` ones. They are not part of any selector.
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
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };
  /**
   * The escape hatch: a merge patch by kind (`Deployment`) or kind and name (`ConfigMap/my-config`) on the finished object.
   * Containers, volumes and ports are found by name; `null`, or in Python `{"$patch": "delete"}`, removes a field; a patch
   * that does not arrive is an error.
   *
   * @default - none
   */
  readonly overrides?: { [kind: string]: any };
}
