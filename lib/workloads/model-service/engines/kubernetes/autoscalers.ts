import { horizontalPodAutoscalerSpec, type ScaleTarget } from '../../../../traits/autoscaling-plan';
import { verticalPodAutoscalerSpec } from '../../../../traits/vertical-autoscaler';
import type { EngineInput } from '.';
import { makeObject } from './object';

/** The HorizontalPodAutoscaler and the VerticalPodAutoscaler, where they were asked for. */
export function makeAutoscalers(input: EngineInput): void {
  const { plan, props } = input;
  const scaleTarget: ScaleTarget = { apiVersion: 'apps/v1', kind: 'Deployment', name: plan.names.deployment };
  if (props.autoscaling)
    makeObject(input, 'Autoscaler', {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      name: plan.names.autoscaler,
      spec: horizontalPodAutoscalerSpec(props.autoscaling, { ...plan.facts, scaleTarget }),
    });
  if (props.verticalAutoscaling)
    makeObject(input, 'VerticalAutoscaler', {
      apiVersion: 'autoscaling.k8s.io/v1',
      kind: 'VerticalPodAutoscaler',
      name: plan.names.verticalAutoscaler,
      spec: verticalPodAutoscalerSpec(props.verticalAutoscaling, { ...plan.facts, scaleTarget }),
    });
}
