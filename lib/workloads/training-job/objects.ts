import { RUN_LABEL } from '../../internal/labels';
import type { ObjectPlan } from '../../internal/object-plan';
import { objectOf, supportingObjects } from '../shared/objects';
import type { TrainingPlan } from './plan/training-plan';

/** An object of one run: it has the label of the run, which what outlives the run has not. */
export function runObject(plan: TrainingPlan, object: Parameters<typeof objectOf>[1]): ObjectPlan {
  return objectOf(plan, { ...object, labels: { [RUN_LABEL]: plan.run, ...object.labels } });
}

/** What the pods need before they start: account, ConfigMaps, ExternalSecrets, claims, and the NetworkPolicy of the run. */
export function objectsBeforeRun(plan: TrainingPlan): ObjectPlan[] {
  return [
    ...supportingObjects(plan),
    ...plan.claims.map(({ id, name, annotations, spec }) =>
      objectOf(plan, { id, apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, annotations, fields: { spec } }),
    ),
    ...policyObject(plan),
  ];
}

function policyObject(plan: TrainingPlan): ObjectPlan[] {
  if (!plan.policy) return [];
  const kind = { id: 'NetworkPolicy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };
  return [runObject(plan, { ...kind, name: plan.names.networkPolicy, fields: { spec: plan.policy } })];
}

/**
 * The headless Service by which pods of a run find each other. It publishes pods that are not ready: they become ready only
 * once they have found each other.
 */
export function gangServiceObject(plan: TrainingPlan): ObjectPlan[] {
  if (!plan.isGang) return [];
  const ports = plan.roles
    .flatMap((role) => role.ports)
    .map(({ name, port }) => ({ name, port, targetPort: port, protocol: 'TCP' }));
  const spec = {
    type: 'ClusterIP',
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: { ...plan.runSelector },
    ports: [...new Map(ports.map((port) => [port.port, port])).values()],
  };
  return [runObject(plan, { id: 'Service', apiVersion: 'v1', kind: 'Service', name: plan.run, fields: { spec } })];
}

/** Labels by which Kueue queues the object of a run; its webhook suspends the object, and nothing of ours does. */
export function kueueLabels({ queue }: TrainingPlan): Record<string, string> {
  if (!queue) return {};
  return {
    'kueue.x-k8s.io/queue-name': queue.name,
    ...(queue.priority === undefined ? {} : { 'kueue.x-k8s.io/priority-class': queue.priority }),
  };
}

/** Annotations of pod templates by which Kueue places a gang in one domain. */
export function kueueTopology({ topology }: TrainingPlan): Record<string, string> {
  if (!topology) return {};
  return { [`kueue.x-k8s.io/podset-${topology.isRequired ? 'required' : 'preferred'}-topology`]: topology.key };
}

/**
 * What a hash of a run covers of an object: not its labels and annotations, queue and priority among them, nor the time to
 * live after its end, which can all be changed in place.
 */
export function immutableFields({ apiVersion, kind, fields }: ObjectPlan): unknown {
  const { ttlSecondsAfterFinished: _ttl, ...spec } = fields.spec as Record<string, unknown>;
  return { apiVersion, kind, ...fields, spec };
}
