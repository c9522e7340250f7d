import type { Deployment } from '../../../../internal/kubernetes';
import type { ObjectPlan } from '../../../../internal/object-plan';
import { podTemplate } from '../../../../pod/template';
import { objectOf } from '../../../shared/objects';
import type { ModelServicePlan } from '../../plan/model-service-plan';

/** The Deployment that runs the pods. Its number of replicas is late: an autoscaler of the user may own it. */
export function deploymentObject(plan: ModelServicePlan): ObjectPlan {
  const { names, ownAnnotations, rollout, selector } = plan;
  const spec: Deployment['spec'] = {
    selector: { matchLabels: selector },
    strategy: rollout.strategy,
    minReadySeconds: rollout.minReadySeconds,
    progressDeadlineSeconds: rollout.progressDeadlineSeconds,
    revisionHistoryLimit: rollout.revisionHistoryLimit,
    template: podTemplate(plan.pod),
  };
  return objectOf(plan, {
    id: 'Deployment',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: names.deployment,
    annotations: { ...ownAnnotations, ...rollout.annotations },
    fields: { spec },
    late: ['spec.replicas'],
  });
}
