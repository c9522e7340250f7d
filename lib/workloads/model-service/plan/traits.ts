import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import { selectorLabels } from '../../../internal/labels';
import type { AutoscalingPlan } from '../../../traits/autoscaling/plan';
import type { CachePlan } from '../../../traits/cache/plan';
import { defaultDisruption } from '../../../traits/disruption/definition';
import type { DisruptionPlan } from '../../../traits/disruption/plan';
import { checkDrain, type DrainPlan, drainPlan } from '../../../traits/drain/drain';
import { defaultExposure } from '../../../traits/exposure/definition';
import type { ExposurePlan } from '../../../traits/exposure/plan';
import { defaultIdentity } from '../../../traits/identity/definition';
import type { IdentityPlan } from '../../../traits/identity/plan';
import { defaultMonitoring } from '../../../traits/monitoring/definition';
import type { MetricsEndpoint, MonitoringPlan } from '../../../traits/monitoring/plan';
import { defaultAccess } from '../../../traits/network-access/definition';
import type { AccessPlan } from '../../../traits/network-access/plan';
import { defaultRollout } from '../../../traits/rollout/definition';
import type { RolloutPlan } from '../../../traits/rollout/plan';
import { openPorts } from '../../../traits/sidecar-ports';
import { defaultSpread } from '../../../traits/spread/definition';
import type { SpreadPlan } from '../../../traits/spread/plan';
import type { VerticalPlan } from '../../../traits/vertical-autoscaling/plan';
import { defineProbes, type ProbesPlan, serverTimings } from '../../../values/probe/probes-definition';
import type { ServerProfile } from '../../../values/server-profile';
import type { ModelServiceProps } from '../model-service-props';
import type { ServiceFacts } from './facts';
import { planNames } from './names';

/** The component that tells the pods of a model service from those of other workloads of the same name. */
const COMPONENT = 'model-server';

/** The plans of all traits. */
export interface TraitPlans {
  readonly autoscaling?: AutoscalingPlan;
  readonly vertical?: VerticalPlan;
  readonly rollout: RolloutPlan;
  readonly exposure: ExposurePlan;
  readonly access: AccessPlan;
  readonly disruption: DisruptionPlan;
  readonly spread: SpreadPlan;
  readonly monitoring: MonitoringPlan;
  readonly identity: IdentityPlan;
  readonly cache?: CachePlan;
  readonly probes: ProbesPlan;
  readonly drain: DrainPlan;
}

export function selectorOf(facts: ServiceFacts): Record<string, string> {
  return selectorLabels(facts.name, COMPONENT);
}

/** Checks and decides every trait; a trait that was refused is missing. */
export function decideTraits(check: Checker, props: ModelServiceProps, facts: ServiceFacts): Partial<TraitPlans> {
  const { profile, target, gpusPerPod } = facts;
  const names = planNames(facts.name, props.names);
  const selector = selectorOf(facts);
  const scaleTarget = { apiVersion: 'apps/v1', kind: 'Deployment', name: names.deployment };
  const autoscaling =
    props.autoscaling && decide(check.at('autoscaling'), props.autoscaling._definition, { ...facts, scaleTarget });
  const vertical =
    props.verticalAutoscaling &&
    decide(check.at('verticalAutoscaling'), props.verticalAutoscaling._definition, {
      ...facts,
      scaledResources: autoscaling?.scaledResources,
      scaleTarget,
    });
  const rollout = decide(check.at('rollout'), props.rollout?._definition ?? defaultRollout, facts);
  const exposure = decide(check.at('exposure'), props.exposure?._definition ?? defaultExposure, {
    ports: profile.ports,
    metricsPort: profile.metrics?.port,
    target,
    serviceName: names.service,
  });
  const metrics = metricsOf(profile, exposure);
  const disruption = decide(check.at('disruption'), props.disruption?._definition ?? defaultDisruption, {
    ...facts,
    selector: { matchLabels: selector },
  });
  const spread = decide(check.at('spread'), props.spread?._definition ?? defaultSpread, {
    labels: selector,
    gpusPerPod,
    revisionLabel: 'pod-template-hash',
    target,
  });
  const monitoring = decide(check.at('monitoring'), props.monitoring?._definition ?? defaultMonitoring, {
    server: profile.name,
    metrics,
    target,
    selector,
    prometheusNamespace: facts.prometheusNamespace,
  });
  const scrapers = monitoring?.scrapers;
  const access = decide(check.at('access'), props.access?._definition ?? defaultAccess, {
    podSelector: { matchLabels: selector },
    serverPorts: [
      ...profile.ports.map((p) => p.port).filter((port) => port !== metrics?.port || port === profile.ports[0].port),
      ...openPorts(props.sidecars),
    ],
    exposureCallers: exposure?.callers ?? [],
    metrics: scrapers && metrics ? { port: metrics.port, from: scrapers } : undefined,
  });
  const identity = decide(check.at('identity'), props.identity?._definition ?? defaultIdentity, {
    name: names.serviceAccount,
  });
  const cache =
    props.cache &&
    decide(check.at('cache'), props.cache._definition, {
      workloadName: facts.name,
      maxReplicas: facts.maxReplicas,
      surge: rollout?.surgePods,
    });
  const probes = decide(check.at('probes'), defineProbes(props.probes), {
    endpoints: profile,
    ports: profile.ports,
    timings: serverTimings(facts.startupSeconds),
  });
  const drainAt = check.at('drain');
  const drain = drainAt.passes(() => checkDrain(drainAt, props.drain))
    ? drainPlan({
        drain: props.drain,
        isBehindLoadBalancer: exposure?.isBehindLoadBalancer ?? false,
        drainsItself: profile.drainsItself,
        target,
      })
    : undefined;
  return {
    autoscaling,
    vertical,
    rollout,
    exposure,
    access,
    disruption,
    spread,
    monitoring,
    identity,
    cache,
    probes,
    drain,
  };
}

function metricsOf({ metrics, ports }: ServerProfile, exposure: ExposurePlan | undefined): MetricsEndpoint | undefined {
  const port = ports.find((p) => p.name === metrics?.port);
  if (!metrics || !port) return undefined;
  return {
    portName: port.name,
    port: port.port,
    path: metrics.path,
    inService: exposure?.service.spec.ports?.some(({ name }) => name === port.name),
  };
}
