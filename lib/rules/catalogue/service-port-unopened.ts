import { isRecord, own, text } from '../../internal/json';
import { titles } from '../cluster/manifest-index';
import { ownersOf } from '../cluster/owners';
import type { PodRecord } from '../cluster/pod-record';
import { openPorts, portsOfPods, servicePorts, shownPorts } from '../cluster/ports';
import type { Rule } from '../rule';

export const servicePortUnopened: Rule = {
  id: 'service-port-unopened',
  severity: 'error',
  title: 'A Service sends requests to a port that no container opens',
  why: 'Where the port is a name, the Service has no endpoints. A number that no container lists is a warning: connections are refused, unless the container listens there all the same.',
  fix: 'Set targetPort to a port of the container, or add the port to the container that listens there.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec:
  containers: [{name: api, image: "registry.example/scorer:1.0", ports: [{name: http, containerPort: 8000}]}]
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {selector: {app: scorer}, ports: [{port: 80, targetPort: http}]}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, labels: {app: scorer}}
spec:
  containers: [{name: api, image: "registry.example/scorer:1.0", ports: [{name: http, containerPort: 8000}]}]
---
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {selector: {app: scorer}, ports: [{port: 80, targetPort: web}]}
`,
  cluster(cluster, report) {
    for (const service of cluster.all('/Service')) {
      const selector = own(service.spec, 'selector');
      if (!isRecord(selector) || Object.keys(selector).length === 0) continue;
      const pods = cluster.selectPlain(service.namespace, selector);
      if (pods.length === 0 || pods.some(({ partial }) => partial) || !cluster.seesAllPods(service.namespace)) continue;
      for (const { value, at } of servicePorts(service.spec)) {
        const given = own(value, 'targetPort');
        const target = given === undefined || given === null ? own(value, 'port') : given;
        if (isOpen(target, text(own(value, 'protocol')) ?? 'TCP', pods)) continue;
        const owners = titles(ownersOf(pods));
        const open = pods.slice(0, 3).flatMap(portsOfPods);
        report({
          item: service,
          prop: `${at}.targetPort`,
          got: target,
          expected: `a port that a container of ${owners} opens: ${shownPorts(open)}`,
          fix: `set targetPort of ${service.title} to one of these, or add the port to a container of ${owners}`,
          // a container may listen on a port that it does not list; a name has to be in the list
          severity: isName(target) ? undefined : 'warning',
        });
      }
    }
  },
};

function isName(target: unknown): target is string {
  return typeof target === 'string' && !/^\d+$/.test(target);
}

function isOpen(target: unknown, protocol: string, pods: readonly PodRecord[]): boolean {
  const { names, numbers } = openPorts(pods);
  if (isName(target)) return names.has(`${target}/${protocol}`);
  if (typeof target !== 'number' && typeof target !== 'string') return true;
  // the list of ports is only documentation: where it is empty, a number proves nothing
  return numbers.size === 0 || numbers.has(Number(target));
}
