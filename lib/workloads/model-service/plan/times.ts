import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import { checkDrain, checkDrainParts, type DrainPlan, drainPlan } from '../../../traits/drain/drain';
import type { PreStopPlan } from '../../../traits/pre-stop/definition';
import { checkStartup, type StartupBudget, startupBudget } from '../../../traits/startup/startup-budget';
import { defineProbes, type ProbesPlan, serverTimings } from '../../../values/probe/probes-definition';
import type { WorkloadContext } from '../../shared/context';
import type { ModelServiceProps } from '../model-service-props';
import { deliveryOf } from './model-volume';
import type { ServerFacts } from './server';

/** How long a pod takes to start. */
export interface TimesPlan {
  /** Not known where a prop that it depends on is at fault. */
  readonly budget?: StartupBudget;
  readonly probes: ProbesPlan;
}

/**
 * Checks and decides the start-up budget and the probes.
 *
 * @param beforeSeconds what native sidecars and init containers of the user take before the server starts
 */
export function decideTimes(
  check: Checker,
  props: ModelServiceProps,
  server: ServerFacts,
  beforeSeconds: number,
): TimesPlan {
  const { profile, source, gpus } = server;
  const at = check.at('startup');
  const startup = at.passes(() => checkStartup(at, props.startup)) ? props.startup : undefined;
  const own = startupBudget({ startup, modelSize: source?.size, delivery: deliveryOf(source), gpus });
  const budget = { ...own, prepareSeconds: own.prepareSeconds + beforeSeconds };
  const isKnown = server.isKnown && startup === props.startup && (source !== undefined || props.model === undefined);
  const probes = decide(check.at('probes'), defineProbes(props.probes), {
    endpoints: profile,
    ports: server.isKnown ? profile.ports : undefined,
    timings: serverTimings(budget.startupSeconds),
  });
  return { budget: isKnown ? budget : undefined, probes: probes ?? {} };
}

/** How a pod ends: the times, and what happens first. */
export interface EndPlan extends DrainPlan {
  readonly preStop?: PreStopPlan['handler'];
}

/** Checks and decides how a pod ends. */
export function decideDrain(
  check: Checker,
  props: ModelServiceProps,
  { target }: WorkloadContext,
  { profile, isKnown }: ServerFacts,
  isBehindLoadBalancer: boolean,
): EndPlan {
  const at = check.at('drain');
  const drain = at.passes(() => checkDrain(at, props.drain)) ? props.drain : undefined;
  const port = isKnown ? profile.ports[0].name : undefined;
  const own = props.preStop && decide(check.at('preStop'), props.preStop._definition, { target, port });
  checkDrainParts(at, drain, own?.seconds);
  const plan = drainPlan({
    drain,
    isBehindLoadBalancer,
    drainsItself: profile.drainsItself,
    target,
    preStopSeconds: own?.seconds,
  });
  const { preStopSeconds } = plan;
  return { ...plan, preStop: own?.handler ?? (preStopSeconds ? { sleep: { seconds: preStopSeconds } } : undefined) };
}
