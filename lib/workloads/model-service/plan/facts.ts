import type { IConstruct } from 'constructs';
import type { DrainContext } from '../../../traits/drain';
import type { ProbeContext } from '../../../traits/probe-plan';
import { type StartupBudget, startupBudget } from '../../../traits/startup-budget';
import { ClusterTarget } from '../../../values/cluster-target';
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
  readonly metrics?: { readonly portName: string; readonly port: number; readonly path: string };
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
  const profile = sound ? props.server._profileFor(props.image) : standIn();
  const source = sound ? props.model?._plan({ serverPullsFromHub: profile.pullsFromHub }) : undefined;
  const gpusPerPod = props.compute.gpu?.count ?? 0;
  const budget = sound
    ? startupBudget({ startup: props.startup, modelSize: source?.size, delivery: delivery(source), gpus: gpusPerPod })
    : { startupSeconds: 600, prepareSeconds: 0 };
  const fixed = props.replicas ?? (gpusPerPod > 0 ? DEFAULT_REPLICAS.gpu : DEFAULT_REPLICAS.cpu);
  const minReplicas = props.autoscaling?.minReplicas ?? fixed;
  return {
    ...budget,
    name: nameOf(id, props),
    target,
    container: planNames(id, props.names).container,
    profile,
    source,
    hasSidecars: (props.sidecars ?? []).length > 0,
    gpusPerPod,
    replicas: minReplicas,
    minReplicas,
    maxReplicas: props.autoscaling?.maxReplicas ?? fixed,
    metrics: metricsOf(profile),
    probes: { endpoints: profile, explicit: props.probes, startupSeconds: budget.startupSeconds },
    drain: { drain: props.drain, exposure: props.exposure, drainsItself: profile.drainsItself, target },
  };
}

function metricsOf({ metrics, ports }: ServerProfile): ServiceFacts['metrics'] {
  if (!metrics) return undefined;
  const port = ports.find((p) => p.name === metrics.port)!;
  return { portName: port.name, port: port.port, path: metrics.path };
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
