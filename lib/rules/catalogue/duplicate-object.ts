import type { Rule } from '../rule';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  severity: 'error',
  title: 'Two objects of one kind have the same name in one namespace',
  why: 'They are one object in the cluster: the one that is applied last replaces the other.',
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
  cluster(cluster, report) {
    for (const { item, first } of cluster.duplicates)
      report({
        item,
        prop: 'metadata.name',
        got: item.name,
        expected: `one object of that name: ${first.title} is defined at ${first.where} already`,
        fix: `rename ${item.title} here or at ${first.where}, or remove one of the two`,
      });
  },
};
