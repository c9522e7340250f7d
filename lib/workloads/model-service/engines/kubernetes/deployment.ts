import { type ApiObject, Lazy } from 'cdk8s';
import type { Deployment } from '../../../../internal/kubernetes';
import { podTemplate } from '../../../../pod/template';
import type { EngineInput } from '.';
import { makeObject } from './object';

/** The Deployment that runs the pods. */
export function makeDeployment(input: EngineInput): ApiObject {
  const { plan } = input;
  const spec: Omit<NonNullable<Deployment['spec']>, 'replicas'> = {
    selector: { matchLabels: plan.selector },
    strategy: plan.traits.rollout.strategy,
    minReadySeconds: plan.traits.rollout.minReadySeconds,
    progressDeadlineSeconds: plan.traits.rollout.progressDeadlineSeconds,
    revisionHistoryLimit: plan.traits.rollout.revisionHistoryLimit,
    template: podTemplate(plan.pod),
  };
  return makeObject(input, 'Deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: plan.names.deployment,
    annotations: { ...plan.ownAnnotations, ...plan.traits.rollout.annotations },
    spec: { replicas: Lazy.any({ produce: () => input.replicas() }), ...spec },
  });
}
