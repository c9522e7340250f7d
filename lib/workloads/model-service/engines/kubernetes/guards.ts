import type { EngineInput } from '.';
import { makeObject } from './object';

/** The PodDisruptionBudget, where two or more replicas can run. */
export function makeDisruptionBudget(input: EngineInput): void {
  const { names, traits } = input.plan;
  const { spec } = traits.disruption;
  if (spec)
    makeObject(input, 'DisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      name: names.disruptionBudget,
      spec,
    });
}

/** The NetworkPolicy that lets in who may call, and nobody else. */
export function makeNetworkPolicy(input: EngineInput): void {
  const { names, traits } = input.plan;
  const { spec } = traits.access;
  if (spec)
    makeObject(input, 'NetworkPolicy', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: names.networkPolicy,
      spec,
    });
}
