import type { Rule } from '../rule';

/** Files that tools read and the API server never sees. */
const TOOL_KINDS = new Set(['Kustomization', 'Component', 'Config']);

export const unreadableObject: Rule = {
  id: 'unreadable-object',
  severity: 'error',
  title: 'An object has no apiVersion, no kind or no name',
  why: 'The API server cannot tell what it is and refuses it.',
  fix: 'Write apiVersion, kind and metadata.name (or metadata.generateName).',
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: INFO}
`,
  bad: `
apiVersion: v1
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: INFO}
`,
  *check(cluster) {
    for (const item of cluster.items) {
      for (const prop of ['apiVersion', 'kind'] as const)
        if (item[prop] === '')
          yield { item, prop, got: item.manifest[prop], expected: `a ${prop}`, fix: `write the ${prop} of the object` };
      const generated = item.manifest.metadata?.generateName;
      if (item.kind !== '' && item.name === '' && typeof generated !== 'string' && !TOOL_KINDS.has(item.kind))
        yield {
          item,
          prop: 'metadata.name',
          got: item.manifest.metadata?.name,
          expected: 'a name',
          fix: 'give the object a name',
        };
    }
  },
};
