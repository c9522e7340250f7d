import * as fc from 'fast-check';
import { Manifests, Match } from '../../lib/testing';
import { compare } from '../../lib/testing/compare';
import { matches } from '../../lib/testing/comparison';

const fits = (pattern: unknown, got: unknown) => matches(compare(pattern, got));
const paths = (pattern: unknown, got: unknown) => compare(pattern, got).differences.map((d) => d.path);

describe('a literal', () => {
  test.each([
    ['an object with more keys', { a: 1 }, { a: 1, b: 2 }, true],
    ['a nested object with more keys', { a: { b: 1 } }, { a: { b: 1, c: 2 } }, true],
    ['an object without the key', { a: 1 }, { b: 1 }, false],
    ['a key of the prototype', { constructor: undefined, toString: undefined }, {}, true],
    ['an array of other length', { a: [1] }, { a: [1, 2] }, false],
    ['an array in other order', { a: [1, 2] }, { a: [2, 1] }, false],
    ['objects in an array with more keys', { a: [{ name: 'x' }] }, { a: [{ name: 'x', image: 'y' }] }, true],
    ['a number for its text', { port: 80 }, { port: '80' }, false],
    ['an array for an object', { a: {} }, { a: [] }, false],
    ['undefined for absent', { a: undefined }, { b: 1 }, true],
    ['undefined for present', { a: undefined }, { a: 1 }, false],
    ['null for null', { a: null }, { a: null }, true],
    ['null for absent', { a: null }, {}, false],
  ])('%s', (_, pattern, got, expected) => {
    expect(fits(pattern, got)).toBe(expected);
  });
});

describe('a matcher', () => {
  test.each([
    ['exact, equal', Match.exact({ a: [1] }), { a: [1] }, true],
    ['exact, one key more', Match.exact({ a: { b: 1 } }), { a: { b: 1, c: 1 } }, false],
    ['exact, matchers inside keep their meaning', Match.exact({ a: Match.anyValue() }), { a: 'x' }, true],
    ['objectLike inside exact', Match.exact({ a: Match.objectLike({ b: 1 }) }), { a: { b: 1, c: 1 } }, true],
    ['arrayWith, any order', Match.arrayWith([3, 1]), [1, 2, 3], true],
    ['arrayWith, one missing', Match.arrayWith([3, 4]), [1, 2, 3], false],
    ['arrayWith, an element for each', Match.arrayWith([1, 1]), [1, 2], false],
    ['arrayWith, whatever order of patterns', Match.arrayWith([Match.anyValue(), 'a']), ['a', 'b'], true],
    ['arrayWith, no array', Match.arrayWith([1]), 1, false],
    ['arrayWith, nothing asked', Match.arrayWith([]), [], true],
    ['arrayEquals', Match.arrayEquals([{ a: 1 }]), [{ a: 1, b: 2 }], true],
    ['arrayEquals, one more', Match.arrayEquals([1]), [1, 2], false],
    ['absent', Match.absent(), undefined, true],
    ['absent, null is there', Match.absent(), null, false],
    ['anyValue', Match.anyValue(), false, true],
    ['anyValue, nothing', Match.anyValue(), undefined, false],
    ['otherThan', Match.otherThan(true), undefined, true],
    ['otherThan, the same', Match.otherThan(true), true, false],
    ['otherThan a matcher', Match.otherThan(Match.stringLike('*:latest')), 'x:latest', false],
    ['stringLike', Match.stringLike('ghcr.io/*/api:1.*'), 'ghcr.io/org/api:1.2', true],
    ['stringLike, a dot is a dot', Match.stringLike('1.0'), '1x0', false],
    ['stringLike, the whole string', Match.stringLike('api'), 'my-api', false],
    ['stringLike, several lines', Match.stringLike('a*d'), 'a\nb\nd', true],
    ['stringLike, a number', Match.stringLike('*'), 8, false],
    ['regex', Match.regex('^v\\d+$'), 'v12', true],
    ['regex, not found', Match.regex('^v\\d+$'), 'v12a', false],
    ['quantity, other unit', Match.quantity('1Gi'), '1024Mi', true],
    ['quantity, a number', Match.quantity('2'), 2, true],
    ['quantity, milli', Match.quantity('1.1'), '1100m', true],
    ['quantity, another', Match.quantity('1Gi'), '1G', false],
    ['quantity, no quantity', Match.quantity('1Gi'), 'much', false],
  ])('%s', (_, matcher, got, expected) => {
    expect(fits(matcher, got)).toBe(expected);
  });

  test('says in words what it expects', () => {
    expect(String(Match.arrayWith([{ name: 'api', image: Match.stringLike('x:*') }]))).toBe(
      "an array with [{ name: 'api', image: a string like 'x:*' }]",
    );
    expect(String(Match.exact({ a: 1 }))).toBe('exactly {"a":1}');
    expect(String(Match.otherThan('x'))).toBe("anything other than 'x'");
  });

  test.each([
    ['objectLike', () => Match.objectLike([] as never), 'Match.objectLike: 1 problem'],
    ['arrayWith', () => Match.arrayWith('x' as never), 'Match.arrayWith: 1 problem'],
    ['regex', () => Match.regex('('), 'Match.regex: 1 problem'],
    ['quantity', () => Match.quantity('much'), 'Match.quantity: 1 problem'],
  ])('refuses a wrong argument: %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('a difference', () => {
  test('names elements by name, keys with dots in quotes, and positions elsewhere', () => {
    const got = {
      metadata: { labels: { 'app.kubernetes.io/name': 'x' } },
      spec: { containers: [{ name: 'api', image: 'a:1', args: ['--x'] }] },
    };
    const pattern = {
      metadata: { labels: { 'app.kubernetes.io/name': 'y' } },
      spec: { containers: [{ image: 'a:2', args: ['--y'] }] },
    };
    expect(paths(pattern, got)).toEqual([
      'metadata.labels["app.kubernetes.io/name"]',
      'spec.containers[name=api].image',
      'spec.containers[name=api].args[0]',
    ]);
  });

  test('in an array with elements in any order is that of the namesake', () => {
    const got = [
      { name: 'log', image: 'b:2', tty: true },
      { name: 'api', image: 'a:1' },
    ];
    expect(compare(Match.arrayWith([{ name: 'api', image: 'b:2', tty: true }]), got, 'containers').differences).toEqual(
      [
        { path: 'containers[name=api].image', got: "'a:1'", expected: "'b:2'" },
        { path: 'containers[name=api].tty', got: 'nothing', expected: 'true' },
      ],
    );
  });

  test('in an array where nothing is near names what there is', () => {
    expect(
      compare(Match.arrayWith([{ name: 'api' }]), [{ name: 'a' }, { name: 'b' }], 'containers').differences,
    ).toEqual([{ path: 'containers', got: 'elements named a, b', expected: `an element like {"name":"api"}` }]);
  });

  test('in length says how many, and which are too many or missing', () => {
    expect(paths({ args: ['a'] }, { args: ['a', 'b'] })).toEqual(['args', 'args[1]']);
    expect(paths({ args: ['a', 'b'] }, { args: ['a'] })).toEqual(['args', 'args[1]']);
  });
});

describe('for any object', () => {
  const key = fc.stringMatching(/^[a-z]{1,3}$/);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }));
  const object = fc.dictionary(key, value, { maxKeys: 4 });

  /** The same object with keys added at every depth. */
  function widened(base: unknown, extra: Record<string, unknown>): unknown {
    if (Array.isArray(base)) return base.map((element) => widened(element, extra));
    if (typeof base !== 'object' || base === null) return base;
    const own = Object.entries(base).map(([k, v]) => [k, widened(v, extra)]);
    return {
      ...Object.fromEntries(Object.entries(extra).map(([k, v]) => [`${k}-more`, v])),
      ...Object.fromEntries(own),
    };
  }

  test('objectLike, and the literal, match it and any superset', () => {
    fc.assert(
      fc.property(object, object, (base, extra) => {
        for (const got of [base, widened(base, extra)]) {
          expect(fits(Match.objectLike(base), got)).toBe(true);
          expect(fits(base, got)).toBe(true);
        }
      }),
    );
  });

  test('exact matches it and nothing that is not equal', () => {
    fc.assert(
      fc.property(object, object, (base, other) => {
        expect(fits(Match.exact(base), structuredClone(base))).toBe(true);
        expect(fits(Match.exact(base), other)).toBe(equal(base, other));
        const wide = widened(base, other);
        expect(fits(Match.exact(base), wide)).toBe(equal(base, wide));
      }),
      { numRuns: 500 },
    );
  });

  test('arrayWith matches any permutation with anything added', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 5 }),
        fc.array(value, { maxLength: 3 }),
        fc.nat(),
        (wanted, more, turn) => {
          const all = [...wanted, ...more];
          const turned = all.map((_, i) => all[(i + turn) % all.length]).reverse();
          expect(fits(Match.arrayWith(wanted), turned)).toBe(true);
          expect(fits(Match.arrayWith([...wanted, 'one that is nowhere else']), turned)).toBe(false);
        },
      ),
    );
  });

  test('otherThan is the opposite', () => {
    fc.assert(
      fc.property(object, object, (pattern, got) => {
        expect(fits(Match.otherThan(pattern), got)).toBe(!fits(pattern, got));
      }),
    );
  });

  test('a difference always has a path, and a failure prints it', () => {
    fc.assert(
      fc.property(object, object, fc.boolean(), (pattern, spec, strict) => {
        const wanted = { spec: strict ? Match.exact(pattern) : pattern };
        const thing = { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec };
        const { differences } = compare(wanted, thing);
        const message = messageOf(() => Manifests.fromObjects([thing]).has('Thing', wanted));
        expect(message === undefined).toBe(differences.length === 0);
        for (const { path } of differences.slice(0, 12)) {
          expect(path).toMatch(/^spec/);
          expect(message).toContain(`\n  ${path}\n`);
        }
      }),
    );
  });

  function equal(a: unknown, b: unknown): boolean {
    try {
      expect(a).toEqual(b);
      return true;
    } catch {
      return false;
    }
  }
});

function messageOf(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
