import { dig, entries, list, own, text } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { addExcesses, type Excess, MOST_MATCHES, ROUTE_LIMITS } from '../cluster/route-limits';
import { validNameFault } from '../cluster/valid';
import type { Rule } from '../rule';

const ROUTES = ['HTTPRoute', 'GRPCRoute'].map((kind) => `gateway.networking.k8s.io/${kind}`);
/** Types whose value is a plain path. */
const PLAIN = ['Prefix', 'Exact', 'PathPrefix'];

export const invalidRoute: Rule = {
  id: 'invalid-route',
  severity: 'error',
  title: 'An Ingress or route is larger than its API allows, or has a path or host that is not valid',
  why: 'The API server refuses it.',
  fix: 'Split a route that is too large into several, start paths with a slash, and use host names of lower case letters, digits, hyphens and dots.',
  good: `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Service/scorer}}
spec:
  parentRefs: [{name: public}]
  rules:
    - matches: [{path: {type: PathPrefix, value: /v1}}]
      backendRefs: [{name: scorer, port: 80}]
`,
  bad: `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Service/scorer}}
spec:
  parentRefs: [{name: public}]
  rules:
    - matches: [{path: {type: PathPrefix, value: v1}}]
      backendRefs: [{name: scorer, port: 80}]
`,
  kinds: ['networking.k8s.io/Ingress', ...ROUTES],
  object(item, report) {
    if (item.kind === 'Ingress') checkIngress(report, item);
    else checkRoute(report, item);
  },
};

function checkIngress(report: Report, item: Item): void {
  for (const rule of entries(own(item.spec, 'rules'), 'spec.rules')) {
    checkHost(report, item, `${rule.at}.host`, own(rule.value, 'host'));
    for (const { value, at } of entries(dig(rule.value, 'http.paths'), `${rule.at}.http.paths`))
      checkPath(report, item, `${at}.path`, own(value, 'path'), own(value, 'pathType'));
  }
}

function checkRoute(report: Report, item: Item): void {
  const found: Excess[] = [];
  addExcesses(item.spec, ROUTE_LIMITS, 'spec', found);
  for (const { at, got, expected } of found)
    report({ item, prop: at, got, expected, fix: `split ${item.title} into several routes, or shorten it` });
  for (const [i, host] of list(own(item.spec, 'hostnames')).entries())
    checkHost(report, item, `spec.hostnames[${i}]`, host);
  let matches = 0;
  for (const rule of entries(own(item.spec, 'rules'), 'spec.rules')) {
    const matched = entries(own(rule.value, 'matches'), `${rule.at}.matches`);
    matches += matched.length;
    for (const { value, at } of matched)
      checkPath(report, item, `${at}.path.value`, dig(value, 'path.value'), dig(value, 'path.type') ?? 'PathPrefix');
  }
  if (matches > MOST_MATCHES)
    report({
      item,
      prop: 'spec.rules',
      got: `${matches} matches`,
      expected: `at most ${MOST_MATCHES} matches in all rules together`,
      fix: `split ${item.title} into several routes`,
    });
}

/** As the API server compares hosts: a wildcard replaces the first label only. */
function checkHost(report: Report, item: Item, prop: string, host: unknown): void {
  if (typeof host !== 'string' || host === '' || isHost(host)) return;
  const expected = "a DNS name like 'api.example.com' or '*.example.com', without a port";
  report({ item, prop, got: host, expected, fix: `correct the host of ${item.title}` });
}

function isHost(host: string): boolean {
  const isAddress = /^[0-9.]+$/.test(host) || host.includes(':');
  return !isAddress && validNameFault(host.replace(/^\*\./, ''), 'subdomain') === undefined;
}

function checkPath(report: Report, item: Item, prop: string, path: unknown, type: unknown): void {
  if (!PLAIN.includes(text(type) ?? '') || typeof path !== 'string') return;
  const isPlain = path.startsWith('/') && !/\/\/|\/\.{1,2}(\/|$)|%2f/i.test(path);
  if (isPlain) return;
  const expected = "an absolute path like '/v1', without '//', '/./', '/../' and '%2f'";
  report({ item, prop, got: path, expected, fix: `correct the path of ${item.title}` });
}
