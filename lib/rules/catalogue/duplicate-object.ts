import type { Item } from '../cluster/item';
import type { Rule } from '../rule';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  severity: 'error',
  title: 'Two objects of one kind have the same name in one namespace',
  why: 'They are one object to the cluster: the one that is applied last silently replaces the other.',
  fix: 'Rename one of them, or remove it.',
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: INFO}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml-staging}
data: {LOG_LEVEL: DEBUG}
`,
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: INFO}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: DEBUG}
`,
  *check(cluster) {
    const seen = new Map<string, Item>();
    for (const item of cluster.items) {
      if (item.name === '' || item.kind === '') continue;
      const key = `${item.group}/${item.kind}/${item.namespace}/${item.name}`;
      const first = seen.get(key);
      if (!first) seen.set(key, item);
      else
        yield {
          item,
          prop: 'metadata.name',
          got: item.name,
          expected: `one object of that name: ${first.title} is made at ${first.where} already`,
          fix: `rename ${item.title} here or at ${first.where}, or remove one of the two`,
        };
    }
  },
};
