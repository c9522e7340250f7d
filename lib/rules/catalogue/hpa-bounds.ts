import { count, own } from '../../internal/json';
import type { Rule } from '../rule';

export const hpaBounds: Rule = {
  id: 'hpa-bounds',
  severity: 'error',
  title: 'The minimum and maximum of an autoscaler contradict each other',
  why: 'The API server refuses a HorizontalPodAutoscaler whose minReplicas is above its maxReplicas, or whose maxReplicas is 0.',
  fix: 'Set 1 <= minReplicas <= maxReplicas.',
  good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, minReplicas: 2, maxReplicas: 4}
`,
  bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, minReplicas: 5, maxReplicas: 4}
`,
  kinds: ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'],
  object(item, report) {
    const keda = item.kind === 'ScaledObject';
    const [minField, maxField] = keda ? ['minReplicaCount', 'maxReplicaCount'] : ['minReplicas', 'maxReplicas'];
    const min = count(own(item.spec, minField)) ?? (keda ? 0 : 1);
    const max = count(own(item.spec, maxField)) ?? (keda ? 100 : undefined);
    const prop = `spec.${maxField}`;
    if (max === undefined)
      report({
        item,
        prop,
        got: own(item.spec, maxField),
        expected: 'a number',
        fix: `set ${maxField} of ${item.title}`,
      });
    else if (max < 1 || min > max)
      report({
        item,
        prop,
        got: max,
        expected: `at least ${Math.max(1, min)}, which is ${min > 1 ? `its ${minField}` : 'the fewest'}`,
        fix: `raise ${maxField} or lower ${minField} of ${item.title}`,
      });
  },
};
