import { injectsMesh } from '../cluster/mesh';
import { runsToCompletion } from '../cluster/runs';
import type { Rule } from '../rule';

export const meshKeepsRun: Rule = {
  id: 'mesh-keeps-run',
  severity: 'warning',
  title: 'A mesh puts its proxy into pods that run to their end',
  why: 'Where the proxy of Istio is no native sidecar (before Istio 1.27, or ENABLE_NATIVE_SIDECARS=false), it runs on when the program has ended: the pod never completes, its GPUs stay taken, and the next step does not start.',
  fix: "Label the pod template sidecar.istio.io/inject: 'false'. Waive this where the mesh uses native sidecars.",
  good: `
apiVersion: v1
kind: Namespace
metadata: {name: ml, labels: {istio-injection: enabled}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml}
spec:
  template:
    metadata: {labels: {sidecar.istio.io/inject: "false"}}
    spec: {restartPolicy: Never, containers: [{name: train, image: "registry.example/train:1.0"}]}
`,
  bad: `
apiVersion: v1
kind: Namespace
metadata: {name: ml, labels: {istio-injection: enabled}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml}
spec:
  template:
    spec: {restartPolicy: Never, containers: [{name: train, image: "registry.example/train:1.0"}]}
`,
  cluster(cluster, report) {
    for (const { item, path, isMeshed, partial, reusable } of cluster.pods) {
      if (!runsToCompletion(item.type) || partial || reusable) continue;
      const labels = cluster.namespaceLabels(item.namespace);
      if (!(isMeshed ?? injectsMesh(labels))) continue;
      report({
        item,
        prop: `${path}.metadata.labels[sidecar.istio.io/inject]`,
        got: isMeshed === undefined ? undefined : 'true',
        expected: "'false', since the proxy may run on after the program has ended",
        fix: `label the pod template of ${item.title} sidecar.istio.io/inject: 'false'`,
      });
    }
  },
};
