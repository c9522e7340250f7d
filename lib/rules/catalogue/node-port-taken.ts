import { count, own, text } from '../../internal/json';
import type { Item } from '../cluster/item';
import { servicePorts } from '../cluster/ports';
import type { Rule } from '../rule';

export const nodePortTaken: Rule = {
  id: 'node-port-taken',
  severity: 'error',
  title: 'Two Services use the same port of the nodes',
  why: 'A node port is unique in the cluster: the API server refuses the second Service.',
  fix: 'Choose another nodePort, or leave it out and let Kubernetes choose.',
  good: `
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {type: NodePort, ports: [{port: 80, nodePort: 30001}]}
---
apiVersion: v1
kind: Service
metadata: {name: llm, namespace: ml}
spec: {type: NodePort, ports: [{port: 80, nodePort: 30002}]}
`,
  bad: `
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {type: NodePort, ports: [{port: 80, nodePort: 30001}]}
---
apiVersion: v1
kind: Service
metadata: {name: llm, namespace: ml}
spec: {type: NodePort, ports: [{port: 80, nodePort: 30001}]}
`,
  cluster(cluster, report) {
    const taken = new Map<string, Item>();
    for (const service of cluster.all('/Service'))
      for (const { value, at } of servicePorts(service.spec)) {
        const port = count(own(value, 'nodePort'));
        if (port === undefined || port === 0) continue;
        const key = `${port}/${text(own(value, 'protocol')) ?? 'TCP'}`;
        const first = taken.get(key);
        if (!first) taken.set(key, service);
        else if (first.title !== service.title)
          report({
            item: service,
            prop: `${at}.nodePort`,
            got: port,
            expected: `a port that no other Service uses: ${first.title} uses this one`,
            fix: `choose another nodePort for ${service.title}, or leave it out`,
          });
      }
  },
};
