import type { IConstruct } from 'constructs';
import type { CacheContext } from '../../../traits/cache-plan';
import type { DrainContext } from '../../../traits/drain';
import { type ExposureContext, servicePorts } from '../../../traits/exposure-plan';
import type { MetricsEndpoint } from '../../../traits/monitoring-plan';
import type { ProbeContext } from '../../../traits/probe-plan';
import { surgePods } from '../../../traits/rollout-plan';
import type { SidecarContext } from '../../../traits/sidecar-plan';
import { sidecarStartupSeconds } from '../../../traits/sidecar-probes';
import { type StartupBudget, startupBudget } from '../../../traits/startup-budget';
import { ClusterTarget } from '../../../values/cluster-target';
import { ModelServer } from '../../../values/servers/model-server';
import type { ServerProfile } from '../../../values/servers/profile';
import type { SourcePlan } from '../../../values/sources/plan';
import { DEFAULT_REPLICAS } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';
import { nameOf, planNames } from './names';

/** What the traits must know of the service, so that each can check itself and plan its part. */
export interface ServiceFacts extends StartupBudget {
  readonly name: string;
  readonly target: ClusterTarget;
  /** Name of the server's container. */
  readonly container: string;
  readonly profile: ServerProfile;
  readonly source?: SourcePlan;
  readonly hasSidecars: boolean;
  readonly gpusPerPod: number;
  /** The fixed number, or what an autoscaler may not go below; `replicas` is what a rollout counts with. */
  readonly replicas: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly metrics?: MetricsEndpoint;
  readonly exposure: ExposureContext;
  readonly cache: CacheContext;
  readonly probes: ProbeContext;
  readonly drain: DrainContext;
}

/**
 * Reads the facts off the props.
 *
 * @param sound false while the values have problems: stand-ins then let the traits be checked in the same run, so that
 *   the user sees all problems at once
 */
export function serviceFacts(scope: IConstruct, id: string, props: ModelServiceProps, sound = true): ServiceFacts {
  const target = ClusterTarget.of(scope);
  const profile = sound ? props.server._definition.plan({ image: props.image }) : standIn();
  const source = sound
    ? props.model?._definition.plan({ target, serverPullsFromHub: profile.pullsFromHub })
    : undefined;
  const gpusPerPod = props.compute.gpu?.count ?? 0;
  const budget = sound
    ? startupBudget({ startup: props.startup, modelSize: source?.size, delivery: delivery(source), gpus: gpusPerPod })
    : { startupSeconds: 600, prepareSeconds: 0 };
  // native sidecars start one after the other, before the download and the server
  const prepareSeconds = budget.prepareSeconds + (sound ? sidecarStartupSeconds(props.sidecars, target) : 0);
  const fixed = props.replicas ?? (gpusPerPod > 0 ? DEFAULT_REPLICAS.gpu : DEFAULT_REPLICAS.cpu);
  const minReplicas = props.autoscaling?.minReplicas ?? fixed;
  const maxReplicas = props.autoscaling?.maxReplicas ?? fixed;
  const name = nameOf(id, props);
  const exposure = { ports: profile.ports, metricsPort: profile.metrics?.port, target };
  const rollout = { ...budget, prepareSeconds, gpusPerPod, replicas: minReplicas };
  return {
    ...rollout,
    name,
    target,
    container: planNames(id, props.names).container,
    profile,
    source,
    hasSidecars: (props.sidecars ?? []).length > 0,
    minReplicas,
    maxReplicas,
    metrics: metricsOf(profile, servicePorts(props.exposure?._kind ?? { type: 'clusterIp' }, exposure)),
    exposure,
    cache: { workloadName: name, maxReplicas, surge: surgePods(props.rollout, rollout) },
    probes: { endpoints: profile, explicit: props.probes, startupSeconds: budget.startupSeconds },
    drain: { drain: props.drain, exposure: props.exposure, drainsItself: profile.drainsItself, target },
  };
}

/** What a sidecar must know of the service. */
export function sidecarContext({ name, target, profile }: ServiceFacts): SidecarContext {
  return { workloadName: name, target, serverPorts: profile.ports.map(({ port }) => port) };
}

function metricsOf(
  { metrics, ports }: ServerProfile,
  inService: readonly { name?: string }[],
): MetricsEndpoint | undefined {
  const port = ports.find((p) => p.name === metrics?.port);
  if (!metrics || !port) return undefined;
  return {
    portName: port.name,
    port: port.port,
    path: metrics.path,
    inService: inService.some(({ name }) => name === port.name),
  };
}

/** Where the bytes of the model come from when a pod starts. */
function delivery(source: SourcePlan | undefined): 'image' | 'volume' | 'init' | 'server' {
  if (source?.hub && !source.download) return 'server';
  if (source?.download) return 'init';
  return source?.volume?.type === 'claim' ? 'volume' : 'image';
}

function standIn(): ServerProfile {
  return ModelServer.http({ port: 8000, healthPath: '/health', metricsPath: '/metrics' })._definition.plan({});
}
