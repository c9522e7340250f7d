import type { ObjectPlan } from '../../internal/object-plan';
import { networkPolicyObject, objectOf, supportingObjects } from '../shared/objects';
import type { ModelServicePlan } from './plan/model-service-plan';

/** What the pods need before they start: account, ConfigMaps, ExternalSecrets, the claim of the cache. */
export function objectsBeforePods(plan: ModelServicePlan): ObjectPlan[] {
  return [...supportingObjects(plan), ...claimObject(plan)];
}

/** What is in front of the pods, and what scales, protects and watches them. */
export function objectsAroundPods(plan: ModelServicePlan): ObjectPlan[] {
  return [
    serviceObject(plan),
    ...routeObject(plan),
    ...autoscalerObjects(plan),
    ...budgetObject(plan),
    ...networkPolicyObject(plan),
    ...monitorObject(plan),
  ];
}

function claimObject(plan: ModelServicePlan): ObjectPlan[] {
  if (!plan.claim) return [];
  const { name, annotations, spec } = plan.claim;
  const kind = { id: 'Cache', apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
  return [objectOf(plan, { ...kind, name, annotations, fields: { spec } })];
}

function serviceObject(plan: ModelServicePlan): ObjectPlan {
  const { annotations, spec } = plan.service;
  const kind = { id: 'Service', apiVersion: 'v1', kind: 'Service' };
  return objectOf(plan, { ...kind, name: plan.names.service, annotations, fields: { spec } });
}

function routeObject(plan: ModelServicePlan): ObjectPlan[] {
  if (!plan.route) return [];
  const { apiVersion, kind, annotations, spec } = plan.route;
  return [objectOf(plan, { id: kind, apiVersion, kind, name: plan.names.route, annotations, fields: { spec } })];
}

function autoscalerObjects(plan: ModelServicePlan): ObjectPlan[] {
  const { autoscaler, verticalAutoscaler, names } = plan;
  return [
    ...(autoscaler
      ? [
          objectOf(plan, {
            id: 'Autoscaler',
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            name: names.autoscaler,
            fields: { spec: autoscaler },
          }),
        ]
      : []),
    ...(verticalAutoscaler
      ? [
          objectOf(plan, {
            id: 'VerticalAutoscaler',
            apiVersion: 'autoscaling.k8s.io/v1',
            kind: 'VerticalPodAutoscaler',
            name: names.verticalAutoscaler,
            fields: { spec: verticalAutoscaler },
          }),
        ]
      : []),
  ];
}

function budgetObject(plan: ModelServicePlan): ObjectPlan[] {
  if (!plan.budget) return [];
  const kind = { id: 'DisruptionBudget', apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' };
  return [objectOf(plan, { ...kind, name: plan.names.disruptionBudget, fields: { spec: plan.budget } })];
}

function monitorObject(plan: ModelServicePlan): ObjectPlan[] {
  if (!plan.monitor) return [];
  const { apiVersion, kind, labels, spec } = plan.monitor;
  return [objectOf(plan, { id: kind, apiVersion, kind, name: plan.names.monitor, labels, fields: { spec } })];
}
