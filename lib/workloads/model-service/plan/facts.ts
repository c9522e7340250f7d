import type { IConstruct } from 'constructs';
import type { SidecarContext } from '../../../traits/sidecar-plan';
import { sidecarStartupSeconds } from '../../../traits/sidecar-probes';
import { type StartupBudget, startupBudget } from '../../../traits/startup/startup-budget';
import { ClusterTarget } from '../../../values/cluster-target';
import { GUARD_RAILS } from '../../../values/guard-rails';
import { ModelServer } from '../../../values/model-server';
import type { ServerProfile } from '../../../values/server-profile';
import type { SourcePlan } from '../../../values/source-plan';
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
  /** Namespace of Prometheus, from the guard rails of the namespace. */
  readonly prometheusNamespace?: string;
}

/**
 * Reads the facts off the props.
 *
 * @param sound false while the values have problems: stand-ins then let the traits be checked in the same run, so that
 *   the user sees all problems at once
 */
export function serviceFacts(scope: IConstruct, id: string, props: ModelServiceProps, sound = true): ServiceFacts {
  const target = ClusterTarget.of(scope);
  const profile = sound ? props.server._profileFor(props.image) : standIn();
  const source = sound ? props.model?._plan({ serverPullsFromHub: profile.pullsFromHub }) : undefined;
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
  return {
    ...budget,
    prepareSeconds,
    gpusPerPod,
    replicas: minReplicas,
    name,
    target,
    container: planNames(id, props.names).container,
    profile,
    source,
    hasSidecars: (props.sidecars ?? []).length > 0,
    minReplicas,
    maxReplicas,
    prometheusNamespace: GUARD_RAILS.get(scope)?.prometheusNamespace,
  };
}

/** What a sidecar must know of the service. */
export function sidecarContext({ name, target, profile }: ServiceFacts): SidecarContext {
  return { workloadName: name, target, serverPorts: profile.ports.map(({ port }) => port) };
}

/** Where the bytes of the model come from when a pod starts. */
function delivery(source: SourcePlan | undefined): 'image' | 'volume' | 'init' | 'server' {
  if (source?.hub && !source.download) return 'server';
  if (source?.download) return 'init';
  return source?.volume?.type === 'claim' ? 'volume' : 'image';
}

function standIn(): ServerProfile {
  return ModelServer.http({ port: 8000, healthPath: '/health', metricsPath: '/metrics' })._profileFor();
}
