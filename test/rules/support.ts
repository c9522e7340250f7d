import { parseAllDocuments } from 'yaml';
import type { LocatedManifest } from '../../lib/rules/cluster/item';
import type { RuleOptions } from '../../lib/rules/cluster/manifest-index';
import { type Finding, runRules } from '../../lib/rules/run';

/** The documents of a YAML text as the rules take them. */
export function manifests(yaml: string, file = 'manifests.yaml'): LocatedManifest[] {
  return parseAllDocuments(yaml).map((document, i) => {
    if (document.errors.length > 0) throw document.errors[0];
    return { manifest: document.toJS(), where: `${file}#${i}` };
  });
}

/** What the rules say of a YAML text, waived findings left out. */
export function check(yaml: string, options: RuleOptions = {}): Finding[] {
  return runRules(manifests(yaml), options).filter((finding) => finding.waived === undefined);
}

/** The ids of the rules that object, each once. */
export function broken(yaml: string, options: RuleOptions = {}): string[] {
  return [...new Set(check(yaml, options).map(({ rule }) => rule))].sort();
}

type Json = Record<string, any>;

const NAMESPACE = 'ml';

/** What the rules say of objects, waived findings left out. */
export function checkObjects(objects: readonly unknown[], options: RuleOptions = {}): Finding[] {
  const located = objects.map((manifest, i) => ({ manifest: manifest as Json, where: `object${i}` }));
  return runRules(located, options).filter((finding) => finding.waived === undefined);
}

/** The findings of one rule. */
export function findings(rule: string, objects: readonly unknown[], options: RuleOptions = {}): Finding[] {
  return checkObjects(objects, options).filter((finding) => finding.rule === rule);
}

/** True where the rule objects to something. */
export function objects(rule: string, to: readonly unknown[], options: RuleOptions = {}): boolean {
  return findings(rule, to, options).length > 0;
}

/** An object of the namespace `ml`; `rest` replaces whole fields. */
export function object(apiVersion: string, kind: string, name: string, rest: Json = {}): Json {
  const { metadata, ...fields } = rest;
  return { apiVersion, kind, metadata: { name, namespace: NAMESPACE, ...metadata }, ...fields };
}

export function container(rest: Json = {}): Json {
  return { name: 'api', image: 'registry.example/scorer:1.0', ...rest };
}

export function pod(spec: Json = {}, metadata: Json = {}): Json {
  return object('v1', 'Pod', 'scorer', { metadata, spec: { containers: [container()], ...spec } });
}

/** A Deployment `scorer` with the label `app: scorer`. */
export function deployment(spec: Json = {}, podSpec: Json = {}, name = 'scorer'): Json {
  return object('apps/v1', 'Deployment', name, {
    spec: {
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [container()], ...podSpec } },
      ...spec,
    },
  });
}

export function job(spec: Json = {}, podSpec: Json = {}, name = 'train'): Json {
  const template = { spec: { restartPolicy: 'Never', containers: [container()], ...podSpec } };
  return object('batch/v1', 'Job', name, { spec: { template, ...spec } });
}

export function hpa(spec: Json = {}, target = 'scorer'): Json {
  return object('autoscaling/v2', 'HorizontalPodAutoscaler', target, {
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target }, maxReplicas: 10, ...spec },
  });
}

export const onCpu = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
};

export function service(spec: Json = {}, name = 'scorer'): Json {
  return object('v1', 'Service', name, { spec: { selector: { app: 'scorer' }, ports: [{ port: 80 }], ...spec } });
}

export function budget(spec: Json = {}, name = 'scorer'): Json {
  return object('policy/v1', 'PodDisruptionBudget', name, {
    spec: { selector: { matchLabels: { app: 'scorer' } }, ...spec },
  });
}

/** An object of any kind with no content to speak of. */
export function custom(apiVersion: string, kind: string, rest: Json = {}): Json {
  return object(apiVersion, kind, 'anything', rest);
}
