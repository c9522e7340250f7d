import { isRecord, own } from '../../internal/json';
import type { Item } from '../cluster/item';
import { titles } from '../cluster/manifest-index';
import { ownersOf } from '../cluster/owners';
import type { Rule } from '../rule';

export const serviceForSeveralWorkloads: Rule = {
  id: 'service-for-several-workloads',
  severity: 'warning',
  title: 'A Service sends requests to the pods of several workloads',
  why: 'This is right for a canary. Otherwise a label is missing: some of the requests go to pods that cannot answer them.',
  fix: 'Add a label to the selector by which the workloads differ, or waive the rule for a canary.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer, part: api}}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: batch/v1
kind: Job
metadata: {name: refresh, namespace: ml}
spec:
  template:
    metadata: {labels: {app: scorer, part: refresh}}
    spec: {restartPolicy: Never, containers: [{name: refresh, image: "registry.example/refresh:1.0"}]}
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {selector: {app: scorer, part: api}, ports: [{port: 80}]}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0"}]}
---
apiVersion: batch/v1
kind: Job
metadata: {name: refresh, namespace: ml}
spec:
  template:
    metadata: {labels: {app: scorer}}
    spec: {restartPolicy: Never, containers: [{name: refresh, image: "registry.example/refresh:1.0"}]}
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {selector: {app: scorer}, ports: [{port: 80}]}
`,
  cluster(cluster, report) {
    for (const service of cluster.all('/Service')) {
      const selector = own(service.spec, 'selector');
      if (!isRecord(selector) || Object.keys(selector).length === 0 || givesNames(service)) continue;
      const pods = cluster.selectPlain(service.namespace, selector);
      if (pods.length < 2) continue;
      const owners = ownersOf(pods);
      // several bare Pods behind one Service are replicas that were made by hand
      const workloads = new Set(owners.map(({ kind, title }) => (kind === 'Pod' ? kind : title)));
      if (workloads.size < 2) continue;
      report({
        item: service,
        prop: 'spec.selector',
        got: selector,
        expected: `the pods of one workload; these are of ${titles(owners)}`,
        fix: `add a label that only the pods of ${service.title} have`,
      });
    }
  },
};

/** A Service that gives names to the members of a gang before they are ready, and sends no requests. */
function givesNames({ spec }: Item): boolean {
  return own(spec, 'clusterIP') === 'None' && own(spec, 'publishNotReadyAddresses') === true;
}
