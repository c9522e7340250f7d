import type { Service } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { ModelServicePlan } from '../../plan';
import { makeAccount } from './account';
import { makeAutoscalers } from './autoscalers';
import { makeConfig } from './config';
import { makeDeployment } from './deployment';
import { makeDisruptionBudget, makeNetworkPolicy } from './guards';
import { makeMonitor } from './monitor';
import { makeRoute, makeService } from './service';

/** What an engine is handed: where its objects go, what was decided, and what only the construct knows at synth. */
export interface EngineInput {
  readonly scope: Construct;
  readonly plan: ModelServicePlan;
  /** The number of replicas to write, or nothing where an autoscaler owns it; asked at synth. */
  replicas(): number | undefined;
}

/** Writes the plan down as plain Kubernetes objects, in the order in which a reader wants to meet them. */
export function makeOnKubernetes(input: EngineInput): Service {
  makeAccount(input);
  makeConfig(input);
  makeDeployment(input);
  const service = makeService(input);
  makeRoute(input);
  makeAutoscalers(input);
  makeDisruptionBudget(input);
  makeNetworkPolicy(input);
  makeMonitor(input);
  return service;
}
