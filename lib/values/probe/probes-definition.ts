import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { Probe as KubernetesProbe } from '../../internal/kubernetes';
import type { ServerEndpoint, ServerPort } from '../servers/profile';
import { defaultProbe, type ProbeDefinition } from './definition';
import { type ProbeContext, type ProbeTiming, totalSeconds } from './plan';

/** The three probes of a container, where they are given. */
interface GivenProbes {
  readonly startup?: { readonly _definition: ProbeDefinition };
  readonly readiness?: { readonly _definition: ProbeDefinition };
  readonly liveness?: { readonly _definition: ProbeDefinition };
}

type Name = keyof GivenProbes;

/** Default times of the three probes. */
export type ProbeTimings = Readonly<Record<Name, ProbeTiming>>;

/** Facts that the probes of a container depend on. */
export interface ProbesContext {
  /** Where the server answers: a probe that is not given is made of these. Without them there is no such probe. */
  readonly endpoints?: Readonly<Record<Name, ServerEndpoint>>;
  /** Ports of the container. Not given where they are unknown. */
  readonly ports?: readonly ServerPort[];
  readonly timings: ProbeTimings;
}

/** The three probes as the container has them. */
export interface ProbesPlan {
  readonly startup?: KubernetesProbe;
  readonly readiness?: KubernetesProbe;
  readonly liveness?: KubernetesProbe;
}

/**
 * Times for a model server.
 *
 * Readiness: llm-d has every 5 s, 3 failures; its timeout of 2 s is raised to 5, since busy servers miss 1 and 2 s
 * (scaleapi/llm-engine#255).
 *
 * Liveness: a busy model answers late, and a restart costs minutes of loading. KServe waits 100 s; short probes restarted
 * healthy nodes eight times a day (gonka-ai/gonka#1421).
 *
 * @param startupSeconds from `startupBudget`
 */
export function serverTimings(startupSeconds: number): ProbeTimings {
  return {
    // Kubernetes' own period, and llm-d's for budgets beyond half an hour
    startup: {
      periodSeconds: startupSeconds > 1800 ? 30 : 10,
      timeoutSeconds: 5,
      totalSeconds: startupSeconds,
      minFailures: 1,
    },
    readiness: { periodSeconds: 5, timeoutSeconds: 5, totalSeconds: 15, minFailures: 3 },
    liveness: { periodSeconds: 10, timeoutSeconds: 10, totalSeconds: 120, minFailures: 3 },
  };
}

/** All probes of a container: those that are given, and those of the server's endpoints for the others. */
export function defineProbes(given: GivenProbes = {}): Definition<ProbesContext, ProbesPlan> {
  return {
    check: (check, context) => checkProbes(check, given, context),
    plan: (context) => planProbes(given, context),
  };
}

function planProbes(given: GivenProbes, context: ProbesContext): ProbesPlan {
  const readiness = planOne('readiness', given, context);
  return {
    // kept beside explicit probes: without it, their failures would restart a model that is still loading
    startup: planOne('startup', given, context),
    readiness,
    liveness: planOne('liveness', given, context, readiness),
  };
}

function planOne(
  name: Name,
  given: GivenProbes,
  context: ProbesContext,
  readiness?: KubernetesProbe,
): KubernetesProbe | undefined {
  const definition = given[name]?._definition ?? defaultProbe;
  return definition.plan(contextOf(name, context, readiness));
}

/** Liveness never fails before readiness: a pod leaves the Service before its container is restarted. */
function contextOf(name: Name, context: ProbesContext, readiness?: KubernetesProbe): ProbeContext {
  const { endpoints, ports, timings } = context;
  const { totalSeconds: total, ...timing } = timings[name];
  return {
    endpoint: endpoints?.[name],
    ports,
    timing: { ...timing, totalSeconds: readiness ? Math.max(total, totalSeconds(readiness)) : total },
  };
}

function checkProbes(check: Checker, given: GivenProbes, context: ProbesContext): void {
  const names: readonly Name[] = ['startup', 'readiness', 'liveness'];
  const refused = names.filter((name) => {
    const at = check.at(name);
    return !at.passes(() => given[name]?._definition.check(at, contextOf(name, context)));
  });
  if (refused.length === 0) checkOrder(check, given, context);
}

/** A container that is restarted before the pod has left the Service loses requests. */
function checkOrder(check: Checker, given: GivenProbes, context: ProbesContext): void {
  const { readiness, liveness } = planProbes(given, context);
  if (!readiness || !liveness || totalSeconds(liveness) >= totalSeconds(readiness)) return;
  const name = given.liveness ? 'liveness' : 'readiness';
  check
    .at(name)
    .refuse(
      `${totalSeconds(name === 'liveness' ? liveness : readiness)} seconds until it fails`,
      `liveness that fails no sooner than readiness (${totalSeconds(readiness)} seconds)`,
      'raise period or failureThreshold of liveness, or lower those of readiness',
    );
}
