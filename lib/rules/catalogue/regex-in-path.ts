import { dig, entries, own, text } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import type { Rule } from '../rule';

const LITERAL = ['Prefix', 'Exact', 'PathPrefix'];
/** Signs that have a meaning in regular expressions and are not found in the paths of real servers. */
const REGEX = /[()[\]{}|^\\]|\.[*+]|[*$]$/;

export const regexInPath: Rule = {
  id: 'regex-in-path',
  severity: 'error',
  title: 'A path of type Prefix or Exact is written as a regular expression',
  why: 'The path is compared letter by letter and never matches. ingress-nginx refuses such a path.',
  fix: 'Use pathType: ImplementationSpecific (with the annotation of the controller for regular expressions), type: RegularExpression in an HTTPRoute, or a plain prefix.',
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Service/scorer}}
spec:
  ingressClassName: nginx
  rules:
    - host: scorer.example.com
      http:
        paths: [{path: "/api", pathType: Prefix, backend: {service: {name: scorer, port: {number: 80}}}}]
`,
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Service/scorer}}
spec:
  ingressClassName: nginx
  rules:
    - host: scorer.example.com
      http:
        paths: [{path: "/api(/|$)(.*)", pathType: Prefix, backend: {service: {name: scorer, port: {number: 80}}}}]
`,
  kinds: ['networking.k8s.io/Ingress', 'gateway.networking.k8s.io/HTTPRoute'],
  object(item, report) {
    for (const rule of entries(own(item.spec, 'rules'), 'spec.rules'))
      if (item.kind === 'Ingress')
        for (const { value, at } of entries(dig(rule.value, 'http.paths'), `${rule.at}.http.paths`))
          checkPath(report, item, `${at}.path`, own(value, 'path'), own(value, 'pathType'));
      else
        for (const { value, at } of entries(own(rule.value, 'matches'), `${rule.at}.matches`))
          checkPath(
            report,
            item,
            `${at}.path.value`,
            dig(value, 'path.value'),
            dig(value, 'path.type') ?? 'PathPrefix',
          );
  },
};

function checkPath(report: Report, item: Item, prop: string, path: unknown, type: unknown): void {
  if (!LITERAL.includes(text(type) ?? '') || typeof path !== 'string' || !REGEX.test(path)) return;
  const instead = item.kind === 'Ingress' ? 'pathType: ImplementationSpecific' : 'type: RegularExpression';
  report({
    item,
    prop,
    got: path,
    expected: `a plain path for the type ${text(type)}`,
    fix: `use ${instead} for a regular expression, or write the plain beginning of the path`,
  });
}
