import { podDisruptionBudgetSpec } from '../../../../traits/disruption-budget';
import { exposurePeers } from '../../../../traits/exposure-plan';
import { monitoringPeer } from '../../../../traits/monitoring-plan';
import { networkPolicySpec } from '../../../../traits/network-policy';
import { openPorts } from '../../../../traits/sidecar-ports';
import { GUARD_RAILS } from '../../../../values/guard-rails';
import type { EngineInput } from '.';
import { makeObject } from './object';

/** The PodDisruptionBudget, where two or more replicas can run. */
export function makeDisruptionBudget(input: EngineInput): void {
  const { plan, props } = input;
  const spec = podDisruptionBudgetSpec(props.disruption, { ...plan.facts, selector: { matchLabels: plan.selector } });
  if (spec)
    makeObject(input, 'DisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      name: plan.names.disruptionBudget,
      spec,
    });
}

/** The NetworkPolicy that lets in who may call, and nobody else. */
export function makeNetworkPolicy(input: EngineInput): void {
  const { scope, plan, props } = input;
  const { profile, metrics } = plan.facts;
  const prometheus = monitoringPeer(props.monitoring, GUARD_RAILS.get(scope)?.prometheusNamespace);
  const spec = networkPolicySpec(props.access, {
    podSelector: { matchLabels: plan.selector },
    serverPorts: [
      ...profile.ports.map((p) => p.port).filter((port) => port !== metrics?.port || port === profile.ports[0].port),
      ...openPorts(props.sidecars),
    ],
    exposurePeers: exposurePeers(props.exposure),
    metrics: prometheus && metrics ? { port: metrics.port, from: prometheus } : undefined,
  });
  if (spec)
    makeObject(input, 'NetworkPolicy', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: plan.names.networkPolicy,
      spec,
    });
}
