import { dig, text } from '../../internal/json';
import { EXPECTS_ANNOTATION } from '../../internal/labels';
import type { Item } from '../cluster/item';
import type { ManifestIndex } from '../cluster/manifest-index';
import type { Fault, Rule } from '../rule';

export const autoscalerWithoutTarget: Rule = {
  id: 'autoscaler-without-target',
  severity: 'error',
  title: 'An autoscaler scales a workload that nothing provides',
  why: 'It does nothing, and says so only in its own status.',
  fix: "Name a workload of the same namespace, or declare it with the annotation cdk8s-ml.io/expects: 'Deployment/name'.",
  good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Deployment/scorer}}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
`,
  bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scorer, namespace: ml}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scorer}, maxReplicas: 4}
`,
  *check(cluster) {
    for (const { item, targetKind, targetName, at } of cluster.autoscalers)
      yield* absent(cluster, item, targetKind, targetName, at);
    for (const item of cluster.all('autoscaling.k8s.io', 'VerticalPodAutoscaler')) {
      const kind = text(dig(item.spec, 'targetRef.kind'));
      const name = text(dig(item.spec, 'targetRef.name'));
      if (kind && name) yield* absent(cluster, item, kind, name, 'spec.targetRef');
    }
  },
};

function* absent(cluster: ManifestIndex, item: Item, kind: string, name: string, at: string): Iterable<Fault> {
  if (cluster.whoProvides(kind, item.namespace, name, item)) return;
  yield {
    item,
    prop: at,
    got: `${kind} ${name}`,
    expected: 'a workload that something here makes, or that is known to exist',
    fix: `correct the name; or, where the ${kind} exists already, say so: the annotation ${EXPECTS_ANNOTATION}: '${kind}/${name}' on ${item.title}`,
  };
}
