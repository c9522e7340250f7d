import { dig, own, record, text } from '../../internal/json';
import type { Autoscaler } from './autoscalers';
import type { PodRecord } from './pod-record';

/** Fewest and most pods that a workload can have, without those that a rollout adds. */
export interface ReplicaBounds {
  readonly min: number;
  readonly max: number;
  readonly autoscaler?: Autoscaler;
}

export function replicaBounds(pods: PodRecord, autoscaler: Autoscaler | undefined): ReplicaBounds {
  if (autoscaler) return { min: autoscaler.min, max: autoscaler.max, autoscaler };
  return { min: pods.count, max: pods.maxCount };
}

/** A count or a percentage of `of`, as Kubernetes rounds it; undefined where it is neither. */
export function scaled(value: unknown, of: number, round: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(text(value) ?? '')?.[1];
  if (percent === undefined) return undefined;
  const exact = (Number(percent) * of) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/** Pods that a rollout of a Deployment adds to `replicas`, 25 % by default. */
export function surge({ item, strategy }: PodRecord, replicas: number): number {
  if (item.type.id !== 'apps/Deployment') return 0;
  const rollout = record(strategy);
  if (own(rollout, 'type') === 'Recreate') return 0;
  return Math.max(0, scaled(dig(rollout, 'rollingUpdate.maxSurge') ?? '25%', replicas, 'up') ?? 0);
}
