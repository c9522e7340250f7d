import * as fc from 'fast-check';
import type { LocatedManifest } from '../../lib/rules/cluster/item';
import { RULES } from '../../lib/rules/registry';
import { runRules } from '../../lib/rules/run';
import { budget, checkObjects, container, deployment, hpa, manifests, object, onCpu, service } from './support';

/** Every manifest of the catalogue, as a start for what can be broken. */
const examples = RULES.flatMap(({ good, bad }) => [...manifests(good), ...manifests(bad)]);

/** Values that a hand-written or generated manifest may hold where something else is expected. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    0,
    -1,
    Number.NaN,
    true,
    [],
    {},
    [null],
    [[]],
    'x'.repeat(300),
    '__proto__',
  ),
  fc.constantFrom<unknown>({ name: null }, [{ name: 1 }], { constructor: 1 }, '100%', '1e309', { toString: 1 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);

/** Replaces some of the values in a tree by odd ones. */
function damaged(value: unknown, draw: () => unknown, often: () => boolean): unknown {
  if (often()) return draw();
  if (Array.isArray(value)) return value.map((v) => damaged(v, draw, often));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, damaged(v, draw, often)]));
}

describe('broken input', () => {
  test('of any shape is never a crash', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (all) => {
        runRules(all.map((manifest, i) => ({ manifest: manifest as never, where: `${i}` })));
      }),
      { numRuns: 300 },
    );
  });

  test('that was a manifest is never a crash', () => {
    fc.assert(
      fc.property(fc.gen(), fc.integer({ min: 1, max: 20 }), (gen, rate) => {
        const objects = Array.from({ length: 6 }, () => {
          const { manifest } = gen(fc.constantFrom, ...examples);
          const often = () => gen(fc.nat, 100) < rate;
          return { manifest: damaged(manifest, () => gen(() => odd), often) as never, where: 'x' };
        });
        for (const finding of runRules(objects)) {
          expect(typeof finding.object).toBe('string');
          expect(typeof finding.prop).toBe('string');
          expect(finding.expected).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('options of any kind are never a crash', () => {
    const existing = fc.array(fc.oneof(fc.string(), fc.anything())) as fc.Arbitrary<string[]>;
    fc.assert(
      fc.property(existing, fc.nat(60), (e, minor) => void runRules(examples, { existing: e, minor })),
      { numRuns: 10 },
    );
  });
});

test('custom resources that nobody knows raise nothing', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
  const widget = fc.record({
    apiVersion: name.map((group) => `${group}.example.org/v1`),
    kind: fc.constantFrom(
      'Service',
      'Deployment',
      'Secret',
      'Ingress',
      'HorizontalPodAutoscaler',
      'Widget',
      'Namespace',
    ),
    metadata: fc.record({ name, namespace: name }),
    spec: fc.jsonValue(),
    data: fc.jsonValue(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(widget, { selector: (w) => JSON.stringify([w.apiVersion, w.kind, w.metadata]) }),
      (all) => {
        expect(checkObjects(all)).toEqual([]);
      },
    ),
  );
});

test('the same objects in another order have the same findings', () => {
  const key = ({ rule, object, prop }: { rule: string; object: string; prop: string }) => `${rule} ${object} ${prop}`;
  const all = RULES.flatMap(({ bad }, i) =>
    manifests(bad).map(({ manifest }) => {
      const copy = structuredClone(manifest);
      // each example in a namespace of its own
      copy.metadata.namespace &&= `ns-${i}`;
      return { manifest: copy, where: `${i}` };
    }),
  );
  const expected = runRules(all).map(key).sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), (shuffled) => {
      const symmetric = (found: string) => !/^(duplicate|two-|node-port|pod-with-two|gangs-without-queue)/.test(found);
      const got = runRules(shuffled as LocatedManifest[])
        .map(key)
        .sort();
      expect(got.filter(symmetric)).toEqual(expected.filter(symmetric));
      expect(got).toHaveLength(expected.length);
    }),
    { numRuns: 20 },
  );
});

test('findings come in the order of the objects', () => {
  const all = [service(), deployment({ replicas: 2 }), hpa({ metrics: [onCpu] }), budget({ maxUnavailable: 0 })];
  const order = checkObjects(all).map(({ where }) => Number(where.replace('object', '')));
  expect(order.length).toBeGreaterThan(2);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

describe('many objects', () => {
  /** A sound service of six objects. */
  function app(i: number, namespace: string) {
    const name = `model-${i}`;
    const labels = { app: name, team: 'ml' };
    const template = {
      metadata: { labels },
      spec: {
        containers: [
          container({
            ports: [{ name: 'http', containerPort: 8000 }],
            envFrom: [{ configMapRef: { name } }],
            resources: { requests: { cpu: '100m', memory: '1Gi' } },
          }),
        ],
      },
    };
    const selector = { matchLabels: { app: name } };
    return [
      deployment({ selector, template }, {}, name),
      service({ selector: labels, ports: [{ port: 80, targetPort: 'http' }] }, name),
      hpa({ minReplicas: 2, metrics: [onCpu] }, name),
      budget({ maxUnavailable: 1, selector }, name),
      object('v1', 'ConfigMap', name, { data: { LOG_LEVEL: 'INFO' } }),
      object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec: { podSelector: selector } }),
    ].map((o) => ({ ...o, metadata: { ...o.metadata, namespace } }));
  }

  test.each([
    ['in one namespace', () => 'ml'],
    ['in many namespaces', (i: number) => `ml-${i % 100}`],
  ])('10,000 %s are checked', (_name, namespace) => {
    const all = Array.from({ length: 1667 }, (_, i) => app(i, namespace(i))).flat();
    expect(all.length).toBeGreaterThan(10_000);
    expect(checkObjects(all)).toEqual([]);
  });

  test('also where all of them are at fault together', () => {
    const same = Array.from({ length: 1500 }, (_, i) => [
      deployment(
        {
          selector: { matchLabels: { app: 'scorer' } },
          template: { metadata: { labels: { app: 'scorer' } }, spec: { containers: [container()] } },
        },
        {},
        `d-${i}`,
      ),
      service({}, `s-${i}`),
    ]).flat();
    expect(checkObjects(same)).toHaveLength(3000);
  });
});
