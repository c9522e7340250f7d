import { count, dig, list, own, record, text } from '../../internal/json';
import type { Item } from './item';
import type { Pods } from './pods';

/** What changes the number of a workload's pods: a HorizontalPodAutoscaler, or KEDA's ScaledObject, which makes one. */
export interface Autoscaler {
  readonly item: Item;
  readonly targetKind: string;
  readonly targetName: string;
  readonly min: number;
  readonly max: number;
  /** Path of the reference to the target. */
  readonly at: string;
}

export function autoscalerOf(item: Item): Autoscaler | undefined {
  if (item.group === 'autoscaling' && item.kind === 'HorizontalPodAutoscaler')
    return read(item, undefined, 'minReplicas', 1, 'maxReplicas', 1);
  // KEDA's defaults: https://keda.sh/docs/latest/reference/scaledobject-spec/
  if (item.group === 'keda.sh' && item.kind === 'ScaledObject')
    return read(item, 'Deployment', 'minReplicaCount', 0, 'maxReplicaCount', 100);
  return undefined;
}

function read(
  item: Item,
  defaultKind: string | undefined,
  minField: string,
  defaultMin: number,
  maxField: string,
  defaultMax: number,
): Autoscaler | undefined {
  const target = own(item.spec, 'scaleTargetRef');
  const targetKind = text(own(target, 'kind')) ?? defaultKind;
  const targetName = text(own(target, 'name'));
  if (!targetKind || !targetName) return undefined;
  const min = count(own(item.spec, minField)) ?? defaultMin;
  const max = Math.max(min, count(own(item.spec, maxField)) ?? defaultMax);
  return { item, targetKind, targetName, min, max, at: 'spec.scaleTargetRef' };
}

/** Fewest and most pods that a workload can have, without those that a rollout adds. */
export interface ReplicaBounds {
  readonly min: number;
  readonly max: number;
  readonly autoscaler?: Autoscaler;
}

export function replicaBounds({ set }: Pods, autoscaler: Autoscaler | undefined): ReplicaBounds {
  if (autoscaler) return { min: autoscaler.min, max: autoscaler.max, autoscaler };
  return { min: set.count, max: set.maxCount ?? set.count };
}

/** A count or a percentage of `of`, as Kubernetes rounds it; undefined where it is neither. */
export function scaled(value: unknown, of: number, round: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(text(value) ?? '')?.[1];
  if (percent === undefined) return undefined;
  const exact = (Number(percent) * of) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/** Pods that a rollout of a Deployment adds to `replicas`, 25 % where nothing is said. */
export function surge(item: Item, replicas: number): number {
  if (item.group !== 'apps' || item.kind !== 'Deployment') return 0;
  const strategy = record(own(item.spec, 'strategy'));
  if (own(strategy, 'type') === 'Recreate') return 0;
  return Math.max(0, scaled(dig(strategy, 'rollingUpdate.maxSurge') ?? '25%', replicas, 'up') ?? 0);
}

/** What a VerticalPodAutoscaler does to its target's pods: undefined for one that only recommends. */
export interface VerticalAutoscaler {
  readonly item: Item;
  readonly targetKind: string;
  readonly targetName: string;
  /** True where it sets the resource of the container of that name. */
  controls(container: string, resource: string): boolean;
}

export function verticalAutoscalerOf(item: Item): VerticalAutoscaler | undefined {
  if (item.group !== 'autoscaling.k8s.io' || item.kind !== 'VerticalPodAutoscaler') return undefined;
  const targetKind = text(dig(item.spec, 'targetRef.kind'));
  const targetName = text(dig(item.spec, 'targetRef.name'));
  if (!targetKind || !targetName || dig(item.spec, 'updatePolicy.updateMode') === 'Off') return undefined;
  const policies = list(dig(item.spec, 'resourcePolicy.containerPolicies')).map(record);
  const policyOf = (container: string) =>
    policies.find((p) => own(p, 'containerName') === container) ??
    policies.find((p) => own(p, 'containerName') === '*');
  return {
    item,
    targetKind,
    targetName,
    controls(container, resource) {
      const policy = policyOf(container);
      if (own(policy, 'mode') === 'Off') return false;
      const controlled = own(policy, 'controlledResources');
      return Array.isArray(controlled) ? controlled.includes(resource) : true;
    },
  };
}
