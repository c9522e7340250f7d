import type { ObjectPlan } from '../../../../lib/internal/object-plan';
import { podTemplate } from '../../../../lib/pod/template';
import type { ServingEngineDefinition } from '../../../../lib/workloads/model-service/engines/definition';
import { kubernetes } from '../../../../lib/workloads/model-service/engines/kubernetes';
import { objectsAroundPods, objectsBeforePods } from '../../../../lib/workloads/model-service/objects';
import type { ModelServicePlan } from '../../../../lib/workloads/model-service/plan/model-service-plan';
import { objectOf } from '../../../../lib/workloads/shared/objects';

/** A second engine of ModelService, as CONTRIBUTING.md describes how to add one: a StatefulSet in place of the Deployment. */
export const statefulSet: ServingEngineDefinition = {
  id: 'statefulSet',
  title: 'a StatefulSet',
  apis: () => [],
  can: {
    ...kubernetes.can,
    surge: { not: 'a StatefulSet replaces its pods one after the other' },
    recreate: { not: 'a StatefulSet replaces its pods one after the other' },
  },
  scaleTarget: ({ deployment }) => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: deployment }),
  revisionLabel: 'controller-revision-hash',
  objects: (plan) => [...objectsBeforePods(plan), statefulSetObject(plan), ...objectsAroundPods(plan)],
};

function statefulSetObject(plan: ModelServicePlan): ObjectPlan {
  const { names, ownAnnotations, rollout, selector } = plan;
  const spec = {
    serviceName: names.service,
    selector: { matchLabels: selector },
    minReadySeconds: rollout.minReadySeconds,
    podManagementPolicy: 'Parallel',
    template: podTemplate(plan.pod),
  };
  return objectOf(plan, {
    id: 'StatefulSet',
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    name: names.deployment,
    annotations: ownAnnotations,
    fields: { spec },
    late: ['spec.replicas'],
  });
}
