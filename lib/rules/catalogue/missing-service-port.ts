import { list, own, record, word, words } from '../../internal/json';
import type { Rule } from '../rule';

export const missingServicePort: Rule = {
  id: 'missing-service-port',
  severity: 'error',
  title: 'An Ingress or route sends requests to a port that the Service does not have',
  why: 'Callers get an error 503 or 500.',
  fix: 'Name a port of the Service (its own port, not that of the container).',
  good: `
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: scorer, namespace: ml}
spec: {defaultBackend: {service: {name: scorer, port: {name: http}}}}
`,
  bad: `
apiVersion: v1
kind: Service
metadata: {name: scorer, namespace: ml}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: scorer, namespace: ml}
spec: {defaultBackend: {service: {name: scorer, port: {number: 8000}}}}
`,
  cluster(cluster, report) {
    for (const { item, namespace, name, port, at } of cluster.backends) {
      const service = cluster.service(namespace, name);
      if (!service || port === undefined || own(service.spec, 'type') === 'ExternalName') continue;
      const ports = list(own(service.spec, 'ports')).map(record);
      if (ports.some((p) => own(p, 'port') === port || own(p, 'name') === port)) continue;
      report({
        item,
        prop: `${at}.port`,
        got: port,
        expected: `a port of ${service.title}: it has ${words(ports.map((p) => `${word(own(p, 'name'))} ${word(own(p, 'port'))}`.trim()))}`,
        fix: `name a port of ${service.title}, or add this one to it`,
      });
    }
  },
};
