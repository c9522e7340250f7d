import { decide } from '../../../internal/definition';
import type { Checker } from '../../../internal/errors';
import type { AutoscalingPlan } from '../../../traits/autoscaling/plan';
import type { ScaleTarget } from '../../../traits/scale-target';
import type { VerticalPlan } from '../../../traits/vertical-autoscaling/plan';
import type { WorkloadContext } from '../../shared/context';
import { DEFAULT_REPLICAS } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';
import type { ServerFacts } from './server';

/** How many replicas run, as far as it is known. */
export interface ScalingFacts {
  readonly autoscaling?: AutoscalingPlan;
  readonly vertical?: VerticalPlan;
  /** The fixed number, or the one that an autoscaler starts with. */
  readonly replicas?: number;
  /** Fewest and most replicas; not known where the prop that says it is at fault. */
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
}

/** Checks and decides the number of replicas, and what changes it. */
export function decideScaling(
  check: Checker,
  props: ModelServiceProps,
  { target }: WorkloadContext,
  { gpus }: ServerFacts,
  parts: { readonly container: string; readonly scaleTarget: ScaleTarget; readonly isScraped?: boolean },
): ScalingFacts {
  const fixed = decideReplicas(check.at('replicas'), props, gpus);
  const hasSidecars = (props.sidecars ?? []).length > 0;
  const facts = { ...parts, hasSidecars, gpusPerPod: gpus, target };
  const autoscaling = props.autoscaling && decide(check.at('autoscaling'), props.autoscaling._definition, facts);
  const vertical =
    props.verticalAutoscaling &&
    decide(check.at('verticalAutoscaling'), props.verticalAutoscaling._definition, {
      ...facts,
      scaledResources: autoscaling?.scaledResources,
    });
  if (!props.autoscaling) return { vertical, replicas: fixed, minReplicas: fixed, maxReplicas: fixed };
  return {
    autoscaling,
    vertical,
    replicas: autoscaling?.initialReplicas,
    minReplicas: autoscaling?.minReplicas,
    maxReplicas: autoscaling?.maxReplicas,
  };
}

function decideReplicas(
  check: Checker,
  { replicas, autoscaling }: ModelServiceProps,
  gpus: number,
): number | undefined {
  if (replicas === undefined) return gpus > 0 ? DEFAULT_REPLICAS.gpu : DEFAULT_REPLICAS.cpu;
  if (autoscaling)
    check.refuse(
      replicas,
      'no fixed number beside autoscaling: each apply would undo it',
      'use initialReplicas of the autoscaling, or leave one out',
    );
  else if (!Number.isInteger(replicas) || replicas < 0)
    check.refuse(replicas, 'a whole number, 0 or more', 'write how many pods there are to be');
  else return replicas;
  return undefined;
}
