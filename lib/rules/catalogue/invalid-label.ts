import { dig, type Json, own, record } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { isPlaceholder } from '../cluster/placeholder';
import { labelFault, labelKeyFault } from '../cluster/valid';
import type { Rule } from '../rule';

const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  '/Service': ['spec.selector'],
  'apps/Deployment': ['spec.selector.matchLabels'],
  'apps/StatefulSet': ['spec.selector.matchLabels'],
  'apps/DaemonSet': ['spec.selector.matchLabels'],
  'apps/ReplicaSet': ['spec.selector.matchLabels'],
  'policy/PodDisruptionBudget': ['spec.selector.matchLabels'],
  'networking.k8s.io/NetworkPolicy': ['spec.podSelector.matchLabels'],
};

export const invalidLabel: Rule = {
  id: 'invalid-label',
  severity: 'error',
  title: 'A label is not valid',
  why: 'The API server refuses the whole object. YAML reads 1.0 and true as a number and a boolean: labels are text.',
  fix: 'Use at most 63 letters, digits, hyphens, underscores and dots, in quotes; put free text into an annotation.',
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml, labels: {version: "1.0"}}
data: {LOG_LEVEL: INFO}
`,
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml, labels: {owner: "Data Platform Team"}}
data: {LOG_LEVEL: INFO}
`,
  object(item, report) {
    checkLabels(report, item, item.labels, 'metadata.labels');
    const { id } = item.type;
    for (const path of Object.hasOwn(SELECTORS, id) ? SELECTORS[id] : [])
      checkLabels(report, item, record(dig(item.manifest, path)), path);
  },
  pods({ item, set, spec }, report) {
    if (set.path !== '')
      checkLabels(report, item, record(dig(set.template, 'metadata.labels')), `${set.path}.metadata.labels`);
    checkLabels(report, item, record(own(spec, 'nodeSelector')), `${set.specPath}.nodeSelector`);
  },
};

function checkLabels(report: Report, item: Item, labels: Json, at: string): void {
  for (const key of Object.keys(labels)) {
    const value = labels[key];
    const expected = labelFault(key, value);
    if (!expected || (typeof value === 'string' && isPlaceholder(value))) continue;
    const quote = typeof value === 'number' || typeof value === 'boolean';
    report({
      item,
      prop: `${at}[${key}]`,
      got: labelKeyFault(key) ? key : value,
      expected,
      fix: quote ? `write it as text: "${value}"` : 'use a valid label, or an annotation for free text',
    });
  }
}
