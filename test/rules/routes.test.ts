import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import {
  addExcesses,
  type Excess,
  type Limit,
  type LimitTree,
  ROUTE_LIMITS,
} from '../../lib/rules/cluster/route-limits';
import { findings, object, objects, service } from './support';

const EXPECTS = { annotations: { 'cdk8s-ml.io/expects': 'Service/scorer' } };

const route = (spec: object, kind = 'HTTPRoute') =>
  object('gateway.networking.k8s.io/v1', kind, 'r', { metadata: EXPECTS, spec });
const match = (value: string, type?: string) => ({ path: { value, type } });
const ingress = (path: object, rest: object = {}, annotations: object = EXPECTS.annotations) =>
  object('networking.k8s.io/v1', 'Ingress', 'i', {
    metadata: { annotations },
    spec: {
      rules: [
        { http: { paths: [{ backend: { service: { name: 'scorer', port: { number: 80 } } }, ...path }] }, ...rest },
      ],
    },
  });

describe('limits of routes', () => {
  const rule = 'invalid-route';
  const hosts = (count: number) => Array.from({ length: count }, (_, i) => `h${i}.example.com`);
  const excess = (spec: object) => findings(rule, [route(spec)]).map(({ prop, got }) => [prop, got]);

  test('17 host names, a path of 1,025 characters, 129 matches', () => {
    expect(excess({ hostnames: hosts(16) })).toEqual([]);
    expect(excess({ hostnames: hosts(17) })).toEqual([['spec.hostnames', '17 entries']]);
    const long = (length: number) => ({ rules: [{ matches: [match(`/${'a'.repeat(length - 1)}`)] }] });
    expect(excess(long(1024))).toEqual([]);
    expect(excess(long(1025))).toEqual([['spec.rules[0].matches[0].path.value', '1025 characters']]);
    const matches = (count: number) => Array.from({ length: count }, (_, i) => match(`/${i}`));
    expect(excess({ rules: [{ matches: matches(64) }, { matches: matches(64) }] })).toEqual([]);
    const three = { rules: [{ matches: matches(64) }, { matches: matches(64) }, { matches: matches(1) }] };
    expect(excess(three)).toEqual([['spec.rules', '129 matches']]);
    expect(excess({ rules: [{ backendRefs: Array(17).fill({ name: 'scorer' }) }] })).toHaveLength(1);
  });

  test('hosts and paths', () => {
    const host = (name: string) => objects(rule, [ingress({ path: '/', pathType: 'Prefix' }, { host: name })]);
    for (const name of ['a.example.com', '*.example.com']) expect([name, host(name)]).toEqual([name, false]);
    for (const name of ['A.example.com', 'a.example.com:443', '10.0.0.1', '*', 'a.*.com', 'https://a.com'])
      expect([name, host(name)]).toEqual([name, true]);
    const path = (value: string, pathType = 'Prefix') => objects(rule, [ingress({ path: value, pathType })]);
    for (const value of ['api', '/a//b', '/a/../b', '/a/.', '/a%2fb'])
      expect([value, path(value)]).toEqual([value, true]);
    for (const value of ['/', '/a/b', '/a.b/..c']) expect([value, path(value)]).toEqual([value, false]);
    expect(path('api', 'ImplementationSpecific')).toBe(false);
    expect(objects(rule, [route({ rules: [{ matches: [match('v1')] }] })])).toBe(true);
    expect(objects(rule, [route({ rules: [{ matches: [match('v1.*', 'RegularExpression')] }] })])).toBe(false);
  });

  const CRDS = join(__dirname, '../../../shared/crds/gateway-api');
  (existsSync(CRDS) ? test : test.skip)('are those of the CRDs', () => {
    for (const plural of ['httproutes', 'grpcroutes']) {
      const [crd] = loadAll(readFileSync(join(CRDS, `gateway.networking.k8s.io_${plural}.yaml`), 'utf8')) as any[];
      const version = crd.spec.versions.find((v: any) => v.storage);
      compare(version.schema.openAPIV3Schema.properties.spec, ROUTE_LIMITS, plural);
    }
  });

  /** Each limit that we have is that of the schema, where it has the field. */
  function compare(schema: any, tree: LimitTree | Limit, path: string): void {
    if (!schema) return;
    if ('entries' in tree || 'characters' in tree) {
      const { entries, characters, each } = tree as Limit;
      if (entries !== undefined) expect([path, schema.maxItems]).toEqual([path, entries]);
      if (characters !== undefined) expect([path, schema.maxLength]).toEqual([path, characters]);
      if (each) compare(schema.items, each, `${path}.*`);
    } else
      for (const [field, below] of Object.entries(tree)) compare(schema.properties?.[field], below, `${path}.${field}`);
  }

  test('nothing is found in what is no object', () => {
    const found: Excess[] = [];
    for (const value of [null, 1, 'x', []]) addExcesses(value, ROUTE_LIMITS, 'spec', found);
    expect(found).toEqual([]);
  });
});

describe('regular expressions', () => {
  const rule = 'regex-in-path';

  test.each(['/api(/|$)(.*)', '/v[12]', '/.*', '/api/.+', '/*', '/a$', '/a|/b', '/{id}', '^/a'])('%s', (value) => {
    expect(objects(rule, [ingress({ path: value, pathType: 'Prefix' })])).toBe(true);
    expect(objects(rule, [ingress({ path: value, pathType: 'Exact' })])).toBe(true);
    expect(objects(rule, [ingress({ path: value, pathType: 'ImplementationSpecific' })])).toBe(false);
    expect(objects(rule, [route({ rules: [{ matches: [match(value, 'PathPrefix')] }] })])).toBe(true);
    expect(objects(rule, [route({ rules: [{ matches: [match(value, 'RegularExpression')] }] })])).toBe(false);
  });

  test.each(['/', '/api/v1', '/a.b', '/a-b_c~d', '/@user', '/a+b', '/$metadata'])('%s is a path', (value) => {
    expect(objects(rule, [ingress({ path: value, pathType: 'Prefix' })])).toBe(false);
  });
});

describe('backends that are no Services', () => {
  const backend = (name: string) => ({
    path: '/',
    pathType: 'Prefix',
    backend: { service: { name, port: { name: 'use-annotation' } } },
  });

  test('actions of the AWS load balancer controller', () => {
    const annotations = { 'alb.ingress.kubernetes.io/actions.ssl-redirect': '{"type":"redirect"}' };
    const found = (name: string) => objects('missing-service', [ingress(backend(name), {}, annotations)]);
    expect([found('ssl-redirect'), found('other')]).toEqual([false, true]);
    const there = service({}, 'ssl-redirect');
    expect(objects('missing-service-port', [ingress(backend('ssl-redirect'), {}, annotations), there])).toBe(false);
  });
});
