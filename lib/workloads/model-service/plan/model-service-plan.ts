import type {
  HorizontalPodAutoscalerSpec,
  PersistentVolumeClaim,
  PodDisruptionBudget,
  ServiceSpec,
} from '../../../internal/kubernetes';
import type { RoutePlan } from '../../../traits/exposure/route';
import type { MonitorPlan } from '../../../traits/monitoring/plan';
import type { RolloutPlan } from '../../../traits/rollout/plan';
import type { VerticalPlan } from '../../../traits/vertical-autoscaling/plan';
import type { NamesPlan } from '../../shared/names';
import type { WorkloadPlan } from '../../shared/plan';

/** Objects that a model service names, in addition to those of every workload. */
export const OWN_NAMES = {
  // pods are named after their Deployment, and the API server warns where that name cannot be the name of a host
  deployment: 'label',
  service: 'service',
  autoscaler: 'subdomain',
  verticalAutoscaler: 'subdomain',
  disruptionBudget: 'subdomain',
  route: 'subdomain',
  monitor: 'subdomain',
} as const;

export type ServiceNames = NamesPlan<keyof typeof OWN_NAMES>;

/** Everything that is decided about a model service. Engines write it as objects, and see nothing else. */
export interface ModelServicePlan extends WorkloadPlan {
  readonly names: ServiceNames;
  /** Of the object that has the pods; nothing where an autoscaler alone sets it. */
  readonly replicas?: number;
  readonly rollout: RolloutPlan;
  /** Ports of the container that clients connect to: all but one that serves metrics alone. */
  readonly clientPorts: readonly number[];
  readonly service: { readonly annotations: Readonly<Record<string, string>>; readonly spec: ServiceSpec };
  readonly route?: RoutePlan;
  readonly autoscaler?: HorizontalPodAutoscalerSpec;
  readonly verticalAutoscaler?: VerticalPlan;
  readonly budget?: PodDisruptionBudget['spec'];
  readonly monitor?: MonitorPlan;
  readonly claim?: {
    readonly name: string;
    readonly annotations: Readonly<Record<string, string>>;
    readonly spec: NonNullable<PersistentVolumeClaim['spec']>;
  };
}
