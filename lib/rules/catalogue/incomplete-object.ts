import { dig } from '../../internal/json';
import type { Rule } from '../rule';

/** Files of tools, which are not sent to the API server. */
const TOOL_KINDS = new Set(['Kustomization', 'Component', 'Config']);

export const incompleteObject: Rule = {
  id: 'incomplete-object',
  severity: 'error',
  title: 'An object has no apiVersion, no kind or no name',
  why: 'The API server refuses it.',
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
  object(item, report) {
    for (const prop of ['apiVersion', 'kind'] as const)
      if (item[prop] === '')
        report({
          item,
          prop,
          got: item.manifest[prop],
          expected: `a value for ${prop}`,
          fix: `write the ${prop} of the object`,
        });
    if (item.kind === '' || item.name !== '' || TOOL_KINDS.has(item.kind)) return;
    if (typeof dig(item.manifest, 'metadata.generateName') === 'string') return;
    report({
      item,
      prop: 'metadata.name',
      got: dig(item.manifest, 'metadata.name'),
      expected: 'a name',
      fix: 'give the object a name',
    });
  },
};
