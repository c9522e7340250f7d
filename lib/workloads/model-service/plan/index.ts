import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import { MONITORING_KIND, WAIVER_PREFIX } from '../../../internal/labels';
import type { CachePlan } from '../../../traits/cache/plan';
import { defaultDisruption } from '../../../traits/disruption/definition';
import { defaultRollout } from '../../../traits/rollout/definition';
import type { WorkloadContext } from '../../shared/context';
import { expectedSecret } from '../../shared/expectations';
import { decideInitContainers, initContainerSeconds } from '../../shared/init-containers';
import type { LinkPlan } from '../../shared/link';
import { decideLinks } from '../../shared/links';
import { planNames } from '../../shared/names';
import { decideIdentity, planParts } from '../../shared/parts';
import { planIdentity } from '../../shared/plan';
import { decideSidecars, sidecarStartupSeconds } from '../../shared/sidecars';
import { CONTAINER } from '../defaults';
import type { ServingEngineDefinition } from '../engines/definition';
import type { ModelServiceProps } from '../model-service-props';
import { decideExtraPorts } from './extra-ports';
import { type ModelServicePlan, OWN_NAMES } from './model-service-plan';
import { clientPorts, decideAccess, decideExposure, decideMonitoring } from './network';
import { planServicePod } from './pod';
import { checkRails } from './rails';
import { decideScaling, type ScalingFacts } from './scaling';
import { decideServer, type ServerFacts } from './server';
import { decideDrain, decideTimes } from './times';

/** The component that tells the pods of a model service from those of other workloads of the same name. */
const COMPONENT = 'model-server';

/** Checks the props of a model service, and decides everything, in one pass. */
export function planModelService(
  check: Checker,
  props: ModelServiceProps,
  context: WorkloadContext,
  engine: ServingEngineDefinition,
): { readonly plan: ModelServicePlan; readonly links: readonly LinkPlan[] } {
  const { target, rails } = context;
  const names = planNames(check, context, props, OWN_NAMES, CONTAINER);
  const own = planIdentity(check, context, props, COMPONENT, names);
  const server = decideServer(check, props, context);
  const sidecars = decideSidecars(check, props, {
    workloadName: own.name,
    target,
    mainPorts: server.isKnown ? server.profile.ports.map(({ port }) => port) : undefined,
  });
  const initContainers = decideInitContainers(check, props, { workloadName: own.name });
  const extraPorts = decideExtraPorts(check, props);
  const beforeSeconds = sidecarStartupSeconds(sidecars) + initContainerSeconds(initContainers);
  const times = decideTimes(check, props, server, beforeSeconds);
  const exposure = decideExposure(check, props, context, server, names, {
    readiness: times.probes.readiness,
    extraPorts,
  });
  const drain = decideDrain(check, props, context, server, exposure.isBehindLoadBalancer);
  const monitoring = decideMonitoring(check, props, context, server, exposure, own.selector);
  const scaling = decideScaling(check, props, context, server, {
    container: names.container,
    scaleTarget: engine.scaleTarget!(names),
    isScraped: monitoring.isScraped,
  });
  const { minReplicas, maxReplicas } = scaling;
  const rolloutContext = { ...times.budget, gpusPerPod: server.gpus, replicas: minReplicas };
  const rollout =
    decide(check.at('rollout'), props.rollout?._definition ?? defaultRollout, rolloutContext) ??
    defaultRollout.plan(rolloutContext);
  const cache = decideCache(check.at('cache'), props, server, {
    workloadName: own.name,
    maxReplicas,
    surge: rollout.surgePods,
  });
  const identity = decideIdentity(check, props, names);
  const { links, env: linkEnv } = decideLinks(check, props);
  const pod = planServicePod(check, props, context, {
    own,
    server,
    sidecars,
    initContainers,
    times,
    drain,
    identity,
    cache,
    linkEnv,
    extraPorts,
    podAnnotations: monitoring.podAnnotations,
    idleTimeoutSeconds: exposure.idleTimeoutSeconds,
    revisionLabel: engine.revisionLabel,
  });
  const openExtra = extraPorts.filter(({ open }) => open).map(({ port }) => port);
  const policy = decideAccess(check, props, context, server, {
    exposure,
    monitoring,
    selector: own.selector,
    openPorts: [...openExtra, ...pod.sidecars.flatMap(({ openPorts }) => openPorts)],
  });
  const budget = decide(check.at('disruption'), props.disruption?._definition ?? defaultDisruption, {
    minReplicas,
    maxReplicas,
    selector: { matchLabels: own.selector },
  });
  checkRails(check, rails, { service: exposure.service.spec, claim: cache?.claim });
  const parts = planParts(props, identity, pod, {
    expects: [...expectationsOf(server, cache), ...(monitoring.isExternal ? [`${MONITORING_KIND}/${own.name}`] : [])],
    secrets: server.source?.secretPlans,
  });
  // field by field: spreading plans into one another takes Node 20 a fifth of the whole planning
  const plan: ModelServicePlan = {
    name: own.name,
    namespace: own.namespace,
    names,
    labels: own.labels,
    selector: own.selector,
    annotations: own.annotations,
    asked: own.asked,
    identity,
    pod: parts.pod,
    ownAnnotations: { ...parts.ownAnnotations, ...fixedReplicas(scaling) },
    configMaps: parts.configMaps,
    externalSecrets: parts.externalSecrets,
    policy,
    replicas: scaling.replicas,
    rollout,
    clientPorts: [...clientPorts(server.profile, monitoring.metrics), ...openExtra],
    service: { ...exposure.service, spec: { ...exposure.service.spec, selector: { ...own.selector } } },
    route: exposure.route,
    autoscaler: scaling.autoscaling?.spec,
    verticalAutoscaler: scaling.vertical,
    budget: budget?.spec,
    monitor: monitoring.monitor,
    claim: cache?.claim,
  };
  return { plan, links };
}

function decideCache(
  check: Checker,
  { cache }: ModelServiceProps,
  { profile, isKnown }: ServerFacts,
  context: { readonly workloadName: string; readonly maxReplicas?: number; readonly surge: number },
): CachePlan | undefined {
  if (!cache) return undefined;
  if (isKnown && !profile.writable.some(({ purpose }) => purpose === 'cache'))
    check.refuse(
      'a CacheVolume',
      `nothing: ${profile.name} has no cache folder`,
      'mount a volume of your own: volumes: [ExtraVolume.claim(...)]',
    );
  return decide(check, cache._definition, context);
}

/** What the model and the cache need beside the manifests. */
function expectationsOf({ source }: ServerFacts, cache: CachePlan | undefined): string[] {
  return [
    ...Object.entries(source?.secrets ?? {}).map(([name, keys]) => expectedSecret(name, keys)),
    ...(source?.volume?.type === 'claim' ? [`PersistentVolumeClaim/${source.volume.claimName}`] : []),
    ...(cache?.expects ? [`PersistentVolumeClaim/${cache.expects}`] : []),
  ];
}

/** The rule would object to what was asked for explicitly; the annotation tells the reader of the YAML instead. */
function fixedReplicas({ autoscaling }: ScalingFacts): Record<string, string> {
  const initial = autoscaling?.initialReplicas;
  if (initial === undefined) return {};
  return {
    [`${WAIVER_PREFIX}hpa-with-fixed-replicas`]: `initialReplicas is ${initial}: an apply sets the number back to it`,
  };
}
