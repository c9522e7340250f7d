import type { EngineInput } from '.';
import { makeObject } from './object';

/** The HorizontalPodAutoscaler and the VerticalPodAutoscaler, where they were asked for. */
export function makeAutoscalers(input: EngineInput): void {
  const { names, traits } = input.plan;
  if (traits.autoscaling)
    makeObject(input, 'Autoscaler', {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      name: names.autoscaler,
      spec: traits.autoscaling.spec,
    });
  if (traits.vertical)
    makeObject(input, 'VerticalAutoscaler', {
      apiVersion: 'autoscaling.k8s.io/v1',
      kind: 'VerticalPodAutoscaler',
      name: names.verticalAutoscaler,
      spec: traits.vertical,
    });
}
