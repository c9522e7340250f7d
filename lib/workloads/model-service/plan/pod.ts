import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import { quantity } from '../../../internal/quantity';
import type { CachePlan } from '../../../traits/cache/plan';
import type { IdentityPlan } from '../../../traits/identity/plan';
import { defaultSpread } from '../../../traits/spread/definition';
import type { WorkloadContext } from '../../shared/context';
import type { GivenInitContainer } from '../../shared/init-containers';
import type { WorkloadIdentity } from '../../shared/plan';
import type { GivenSidecar } from '../../shared/sidecars';
import { planWorkloadPod, type WorkloadPod, type WorkloadPodRequest } from '../../shared/workload-pod';
import { CONFIG_PATH } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';
import type { ExtraPortPlan } from './extra-ports';
import type { ServiceNames } from './model-service-plan';
import { mountModel, planDownload, writableFolders } from './model-volume';
import type { ServerFacts } from './server';
import type { EndPlan, TimesPlan } from './times';

/** What was decided before the pod. */
export interface PodParts {
  readonly own: WorkloadIdentity & { readonly names: ServiceNames };
  readonly server: ServerFacts;
  readonly sidecars: readonly GivenSidecar[];
  readonly initContainers: readonly GivenInitContainer[];
  readonly times: TimesPlan;
  readonly drain: EndPlan;
  /** Time for which the server keeps an idle connection, where that matters. */
  readonly idleTimeoutSeconds?: number;
  readonly identity: IdentityPlan;
  readonly cache?: CachePlan;
  readonly linkEnv: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly revisionLabel?: string;
  readonly extraPorts: readonly ExtraPortPlan[];
}

/** Checks and decides everything about the pods of a model service. */
export function planServicePod(
  check: Checker,
  props: ModelServiceProps,
  context: WorkloadContext,
  parts: PodParts,
): WorkloadPod {
  const { own, server, identity, sidecars, initContainers, drain, revisionLabel } = parts;
  const { profile, source, compute, gpus } = server;
  const spread = decide(check.at('spread'), props.spread?._definition ?? defaultSpread, {
    labels: own.selector,
    gpusPerPod: gpus,
    revisionLabel,
    target: context.target,
  });
  return planWorkloadPod(check, props, context, {
    own,
    identity,
    sidecars,
    initContainers,
    compute,
    gpus,
    spread,
    imageUser: profile,
    mainPorts: server.isKnown ? profile.ports : [],
    portsProp: 'server',
    extraPorts: parts.extraPorts.map(({ name, port, at }) => ({ name, port, at, owner: 'the server' })),
    annotations: parts.podAnnotations,
    graceSeconds: drain.graceSeconds,
    init: (pod, main) => {
      if (!source) return [];
      mountModel(check.at('model'), source, main, pod.storage);
      return planDownload(check.at('model'), source, pod);
    },
    main: serverContainer(parts, props.image),
  });
}

/** The program of the server's container. */
function serverContainer(parts: PodParts, image: string): WorkloadPodRequest['main'] {
  const { own, server, times, drain, idleTimeoutSeconds, linkEnv, extraPorts } = parts;
  const { profile, source, compute } = server;
  const { probes } = times;
  const cpuLimit = compute?.resources.limits?.cpu;
  const context = {
    modelName: own.name,
    modelPath: source?.modelPath,
    modelEndpoint: source?.remote?.endpoint,
    modelReference: source?.download ? undefined : source?.hub,
    cpuLimit: cpuLimit === undefined ? undefined : quantity(cpuLimit),
    idleTimeoutSeconds,
    shutdownSeconds: drain.shutdownSeconds,
  };
  const token = source?.hub?.token;
  return {
    image,
    writable: writableFolders(server, parts.cache),
    configPath: CONFIG_PATH,
    command: profile.command,
    args: profile.args(context),
    environment: {
      values: { HOME: profile.home, ...profile.env(context), ...linkEnv },
      references: [...(token ? [token] : []), ...(source?.remote?.env ?? [])],
    },
    ports: [...profile.ports, ...extraPorts].map(({ name, port }) => ({ name, containerPort: port })),
    startupProbe: probes.startup,
    readinessProbe: probes.readiness,
    livenessProbe: probes.liveness,
    preStop: drain.preStop,
  };
}
