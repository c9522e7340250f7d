import { isRecord, own } from '../../internal/json';
import type { Report } from '../cluster/fault';
import { admitsAddresses, admitsPods, ingressPoliciesOf, usesControllerLabels } from '../cluster/isolation';
import type { Item } from '../cluster/item';
import { type ManifestIndex, titles } from '../cluster/manifest-index';
import { type PodRecord, podsByObject } from '../cluster/pod-record';
import { isGang } from '../cluster/runs';
import type { Rule } from '../rule';

export const closedByNetworkPolicy: Rule = {
  id: 'closed-by-network-policy',
  severity: 'warning',
  title: 'A NetworkPolicy closes pods that have to be reached',
  why: 'Under a default-deny policy, clients of a LoadBalancer or NodePort cannot connect, and the pods of a training job or Ray cluster cannot find each other: they wait until a timeout.',
  fix: 'Add a NetworkPolicy that admits the clients (an ipBlock, or a rule without from), or the pods of the job among themselves.',
  good: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: ml}
spec: {podSelector: {}, policyTypes: [Ingress]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: scorer, namespace: ml}
spec: {podSelector: {matchLabels: {app: scorer}}, ingress: [{ports: [{port: http}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0", ports: [{name: http, containerPort: 8000}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {type: LoadBalancer, selector: {app: scorer}, ports: [{port: 80, targetPort: http}]}
`,
  bad: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: ml}
spec: {podSelector: {}, policyTypes: [Ingress]}
---
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0", ports: [{name: http, containerPort: 8000}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {type: LoadBalancer, selector: {app: scorer}, ports: [{port: 80, targetPort: http}]}
`,
  cluster(cluster, report) {
    if (cluster.all('networking.k8s.io/NetworkPolicy').length === 0) return;
    for (const service of cluster.all('/Service')) checkService(cluster, report, service);
    for (const sets of podsByObject(cluster.pods)) if (isGang(sets)) checkGang(cluster, report, sets);
  },
};

function checkService(cluster: ManifestIndex, report: Report, service: Item): void {
  const type = own(service.spec, 'type');
  const selector = own(service.spec, 'selector');
  if ((type !== 'LoadBalancer' && type !== 'NodePort') || !isRecord(selector)) return;
  for (const pods of cluster.selectPlain(service.namespace, selector)) {
    const policies = ingressPoliciesOf(cluster, pods);
    if (policies.length === 0 || policies.some(admitsAddresses)) continue;
    report({
      item: service,
      prop: 'spec.type',
      got: type,
      expected: `a NetworkPolicy that admits its clients: ${titles(policies)} admits no address outside of the cluster`,
      fix: `add a NetworkPolicy for the pods of ${pods.item.title} with an ipBlock of the clients, or with a rule without from`,
    });
    return;
  }
}

function checkGang(cluster: ManifestIndex, report: Report, sets: readonly PodRecord[]): void {
  const { item } = sets[0];
  const here = cluster.all('networking.k8s.io/NetworkPolicy').filter(({ namespace }) => namespace === item.namespace);
  // a policy that selects by the labels of the controller may be for these pods
  if (here.some(({ spec }) => usesControllerLabels(own(spec, 'podSelector')))) return;
  const closed = sets.find((pods) => {
    const policies = ingressPoliciesOf(cluster, pods);
    return policies.length > 0 && !policies.some((policy) => sets.every((other) => admitsPods(policy, other)));
  });
  if (!closed) return;
  report({
    item,
    prop: `${closed.path}.metadata.labels`,
    got: closed.labels,
    expected: `a NetworkPolicy that admits the pods of ${item.title} among themselves: ${titles(ingressPoliciesOf(cluster, closed))} does not`,
    fix: `give the templates of ${item.title} a label of their own, and add a NetworkPolicy that selects it and admits it in from`,
  });
}
