import { dig, entries, type Json, own, record, text } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { type KeyUse, kubernetesKeyFault } from '../cluster/kubernetes-keys';
import { annotationsOf } from '../cluster/pods';
import { isRefused } from '../cluster/refused-annotations';
import type { Rule } from '../rule';

export const kubernetesKey: Rule = {
  id: 'kubernetes-key',
  severity: 'warning',
  title:
    'A label, annotation or selector uses a key of Kubernetes that is deprecated, unknown or set by Kubernetes itself',
  why: 'Keys under kubernetes.io and k8s.io are reserved. The API server warns of deprecated ones and they stop working; one that does not exist has no effect, and no node has such a label.',
  fix: 'Use the key that the message names, or a key with a domain of your own.',
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec:
      nodeSelector: {kubernetes.io/os: linux}
      containers: [{name: api, image: "registry.example/scorer:1.0"}]
`,
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: scorer, namespace: ml}
spec:
  selector: {matchLabels: {app: scorer}}
  template:
    metadata: {labels: {app: scorer}}
    spec:
      nodeSelector: {beta.kubernetes.io/os: linux}
      containers: [{name: api, image: "registry.example/scorer:1.0"}]
`,
  object(item, report) {
    checkKeys(report, item, item.labels, 'metadata.labels', 'label');
    checkKeys(report, item, item.annotations, 'metadata.annotations', 'annotation');
  },
  pods(pods, report) {
    const { item, set, spec } = pods;
    if (set.path !== '') {
      checkKeys(report, item, record(dig(set.template, 'metadata.labels')), `${set.path}.metadata.labels`, 'label');
      checkKeys(report, item, annotationsOf(pods), `${set.path}.metadata.annotations`, 'annotation');
    }
    checkKeys(report, item, record(own(spec, 'nodeSelector')), `${set.specPath}.nodeSelector`, 'selector');
    for (const { value, at } of entries(
      own(spec, 'topologySpreadConstraints'),
      `${set.specPath}.topologySpreadConstraints`,
    ))
      checkKey(report, item, text(own(value, 'topologyKey')), `${at}.topologyKey`, 'selector');
    for (const { key, at } of podTopologies(spec, set.specPath)) checkKey(report, item, key, at, 'selector');
    for (const { term, at } of nodeTerms(spec, set.specPath))
      for (const { value, at: path } of entries(own(term, 'matchExpressions'), `${at}.matchExpressions`))
        checkKey(report, item, text(own(value, 'key')), `${path}.key`, 'selector');
  },
};

function checkKeys(report: Report, item: Item, found: Json, at: string, use: KeyUse): void {
  for (const key of Object.keys(found)) checkKey(report, item, key, `${at}[${key}]`, use);
}

function checkKey(report: Report, item: Item, key: string | undefined, prop: string, use: KeyUse): void {
  // most keys are of no domain of Kubernetes
  const fault = key?.includes('k') ? kubernetesKeyFault(key, use) : undefined;
  if (key && fault && !isRefused(item, key)) report({ item, prop, got: key, expected: fault.expected, fix: fault.fix });
}

/** The node labels by which pods are put near to others, or apart from them. */
function podTopologies(spec: Json, specPath: string): { readonly key: string | undefined; readonly at: string }[] {
  return ['podAffinity', 'podAntiAffinity'].flatMap((kind) => {
    const affinity = dig(spec, `affinity.${kind}`);
    if (affinity === undefined) return [];
    const path = `${specPath}.affinity.${kind}`;
    const [required, preferred] = ['required', 'preferred'].map(
      (one) => `${one}DuringSchedulingIgnoredDuringExecution`,
    );
    return [
      ...entries(own(affinity, required), `${path}.${required}`),
      ...entries(own(affinity, preferred), `${path}.${preferred}`).map(({ value, at }) => ({
        value: own(value, 'podAffinityTerm'),
        at: `${at}.podAffinityTerm`,
      })),
    ].map(({ value, at }) => ({ key: text(own(value, 'topologyKey')), at: `${at}.topologyKey` }));
  });
}

/** The terms of a node affinity, required and preferred. */
function nodeTerms(spec: Json, specPath: string): { readonly term: unknown; readonly at: string }[] {
  const affinity = dig(spec, 'affinity.nodeAffinity');
  if (affinity === undefined) return [];
  const path = `${specPath}.affinity.nodeAffinity`;
  const required = 'requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
  return [
    ...entries(dig(affinity, required), `${path}.${required}`).map(({ value, at }) => ({ term: value, at })),
    ...entries(own(affinity, preferred), `${path}.${preferred}`).map(({ value, at }) => ({
      term: own(value, 'preference'),
      at: `${at}.preference`,
    })),
  ];
}
