import type { Duration } from 'cdk8s';
import type {
  Autoscaling,
  CacheVolume,
  Disruption,
  Exposure,
  Monitoring,
  PreStop,
  Rollout,
  Spread,
  VerticalAutoscaling,
} from '../../traits';
import type { Compute, ModelServer, ModelSource, Probes } from '../../values';
import type { WorkloadNames, WorkloadProps } from '../shared/workload-props';
import type { ServingEngine } from './engines/serving-engine';

/** Names of the objects that a `ModelService` makes; each is the service's own name unless given. */
export interface ModelServiceNames extends WorkloadNames {
  /**
   * Name of the Deployment.
   *
   * @default - the name of the service
   */
  readonly deployment?: string;
  /**
   * Name of the Service.
   *
   * @default - the name of the service
   */
  readonly service?: string;
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

/** A port of the server that its profile does not have: an entry of `ports[]`, TCP. */
export interface ModelServicePort {
  /** Name of the port; no other port of the pod has it. */
  readonly name: string;
  /** The number, 1024 or more. */
  readonly port: number;
  /**
   * Whether those who may call the server may call it too: the NetworkPolicy lets them through.
   *
   * @default true
   */
  readonly open?: boolean;
  /**
   * Whether the Service has it too, with the same number and name.
   *
   * @default false
   */
  readonly inService?: boolean;
  /**
   * What is spoken on it, `appProtocol` of the Service's port: `grpc`, `kubernetes.io/h2c`.
   *
   * @default - not said
   */
  readonly appProtocol?: string;
}

/** A model, and how it is to be served. Three props are required; the rest is what a good operator would choose. */
export interface ModelServiceProps extends WorkloadProps {
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
   * The system that runs the service.
   *
   * @default - plain Kubernetes: a Deployment
   */
  readonly engine?: ServingEngine;
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
   * What happens in the server's container when the pod begins to end, before its SIGTERM: `lifecycle.preStop`. Its time is
   * part of `drain`, which is derived from it unless given; a `drain` that is shorter than its parts is refused.
   *
   * @default - a sleep, in which the server goes on answering
   */
  readonly preStop?: PreStop;
  /**
   * Ports of the server in addition to those of its profile, for example for the transfer of KV caches between pods.
   *
   * @default - none
   */
  readonly ports?: ModelServicePort[];
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
   * Where the caches of the server live (`HF_HOME`, compiled kernels).
   *
   * @default - an emptyDir of the pod
   */
  readonly cache?: CacheVolume;
  /**
   * Names of single objects.
   *
   * @default - the name of the service for all
   */
  readonly names?: ModelServiceNames;
}
