import { count, dig, list, own, record, text } from '../../internal/json';
import type { Item, ObjectType } from './item';
import { metricsOf, type PodMetric, podMetricsOf, type ResourceMetric } from './metrics';

/** What an autoscaler scales. */
export interface ScaleTarget {
  readonly item: Item;
  readonly targetKind: string;
  readonly targetName: string;
  /** Path of the reference to the target. */
  readonly at: string;
}

/** What changes the number of a workload's pods: a HorizontalPodAutoscaler, or KEDA's ScaledObject, which makes one. */
export interface Autoscaler extends ScaleTarget {
  readonly min: number;
  readonly max: number;
  /** Those that measure the CPU or memory use of pods. */
  readonly metrics: readonly ResourceMetric[];
  /** Those that the pods themselves expose. */
  readonly podMetrics: readonly PodMetric[];
}

const SCALED_OBJECT = 'keda.sh/ScaledObject';

export function isAutoscaler({ id }: ObjectType): boolean {
  return id === 'autoscaling/HorizontalPodAutoscaler' || id === SCALED_OBJECT;
}

export function isVerticalAutoscaler({ id }: ObjectType): boolean {
  return id === 'autoscaling.k8s.io/VerticalPodAutoscaler';
}

/** Undefined where it names no target. */
export function autoscalerOf(item: Item): Autoscaler | undefined {
  return item.type.id === SCALED_OBJECT
    ? // KEDA's defaults: https://keda.sh/docs/latest/reference/scaledobject-spec/
      read(item, 'Deployment', ['minReplicaCount', 0], ['maxReplicaCount', 100])
    : read(item, undefined, ['minReplicas', 1], ['maxReplicas', 1]);
}

type FieldWithDefault = readonly [field: string, byDefault: number];

function read(item: Item, defaultKind: string | undefined, lower: FieldWithDefault, upper: FieldWithDefault) {
  const target = own(item.spec, 'scaleTargetRef');
  const targetKind = text(own(target, 'kind')) ?? defaultKind;
  const targetName = text(own(target, 'name'));
  if (!targetKind || !targetName) return undefined;
  const min = count(own(item.spec, lower[0])) ?? lower[1];
  const max = Math.max(min, count(own(item.spec, upper[0])) ?? upper[1]);
  return {
    item,
    targetKind,
    targetName,
    min,
    max,
    at: 'spec.scaleTargetRef',
    metrics: metricsOf(item),
    podMetrics: podMetricsOf(item),
  };
}

/** What a VerticalPodAutoscaler does to the pods of its target. */
export interface VerticalAutoscaler extends ScaleTarget {
  /** False for one that only recommends. */
  readonly acts: boolean;
  /** True where it sets the resource of the container of that name. */
  controls(container: string, resource: string): boolean;
}

/** Undefined where it names no target. */
export function verticalAutoscalerOf(item: Item): VerticalAutoscaler | undefined {
  const targetKind = text(dig(item.spec, 'targetRef.kind'));
  const targetName = text(dig(item.spec, 'targetRef.name'));
  if (!targetKind || !targetName) return undefined;
  const policies = list(dig(item.spec, 'resourcePolicy.containerPolicies')).map(record);
  const policyOf = (container: string) =>
    policies.find((p) => own(p, 'containerName') === container) ??
    policies.find((p) => own(p, 'containerName') === '*');
  return {
    item,
    targetKind,
    targetName,
    at: 'spec.targetRef',
    acts: dig(item.spec, 'updatePolicy.updateMode') !== 'Off',
    controls(container, resource) {
      const policy = policyOf(container);
      if (own(policy, 'mode') === 'Off') return false;
      const controlled = own(policy, 'controlledResources');
      return Array.isArray(controlled) ? controlled.includes(resource) : true;
    },
  };
}
