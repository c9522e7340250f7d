import { dig, type Json, own, record } from '../../internal/json';
import { keyFault, labelValueFault } from '../../internal/names';
import type { Item } from '../cluster/item';
import type { Fault, Rule } from '../rule';

export const illegalLabel: Rule = {
  id: 'illegal-label',
  severity: 'error',
  title: 'A label is not legal',
  why: 'The API server refuses the whole object. YAML makes numbers and booleans of 1.0 and true: labels are text.',
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
  *check(cluster) {
    for (const item of cluster.items) yield* labels(item, item.labels, 'metadata.labels');
    for (const pods of cluster.pods) {
      const { item, set } = pods;
      if (set.path !== '')
        yield* labels(item, record(dig(set.template, 'metadata.labels')), `${set.path}.metadata.labels`);
      yield* labels(item, record(own(pods.spec, 'nodeSelector')), `${set.specPath}.nodeSelector`);
    }
    for (const item of cluster.items)
      for (const path of SELECTORS[`${item.group}/${item.kind}`] ?? [])
        yield* labels(item, record(dig(item.manifest, path)), path);
  },
};

const SELECTORS: Record<string, string[] | undefined> = Object.assign(Object.create(null), {
  '/Service': ['spec.selector'],
  'apps/Deployment': ['spec.selector.matchLabels'],
  'apps/StatefulSet': ['spec.selector.matchLabels'],
  'apps/DaemonSet': ['spec.selector.matchLabels'],
  'apps/ReplicaSet': ['spec.selector.matchLabels'],
  'policy/PodDisruptionBudget': ['spec.selector.matchLabels'],
  'networking.k8s.io/NetworkPolicy': ['spec.podSelector.matchLabels'],
});

function* labels(item: Item, found: Json, at: string): Iterable<Fault> {
  for (const [key, value] of Object.entries(found)) {
    const ofKey = keyFault(key);
    const expected = ofKey ?? labelValueFault(value);
    if (!expected) continue;
    const quote = typeof value === 'number' || typeof value === 'boolean';
    yield {
      item,
      prop: `${at}[${key}]`,
      got: ofKey ? key : value,
      expected,
      fix: quote ? `write it as text: "${value}"` : 'use a legal label, or an annotation for free text',
    };
  }
}
