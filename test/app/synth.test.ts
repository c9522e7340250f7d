import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { MlApp, type MlAppProps } from '../../lib/app';
import { ClusterTarget } from '../../lib/values/cluster-target';
import { Environment } from '../../lib/values/environment';
import { filesIn, inTemporaryFolder } from './same-as-stock';

function configMap(scope: Construct, id: string, props: object = {}): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, ...props });
}

/** The message of what synthesis throws. */
function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

describe('all or nothing', () => {
  const faults: { [what: string]: (chart: Chart) => void } = {
    'a validation': (chart) => chart.node.addValidation({ validate: () => ['replicas: too many'] }),
    'an object that does not render': (chart) => configMap(chart, 'x', { data: new Map() }),
    'a value that YAML cannot hold': (chart) => configMap(chart, 'x', { data: { n: Number.NaN } }),
    'a rule': (chart) => {
      configMap(chart, 'twice');
      configMap(new Construct(chart, 'group'), 'twice');
    },
    'a dependency cycle': (chart) => {
      const [x, y] = ['x', 'y'].map((id) => configMap(chart, id));
      x.addDependency(y);
      y.addDependency(x);
    },
  };

  test.each(Object.keys(faults))('%s in the third of five apps leaves everything as it was', (what) =>
    inTemporaryFolder((outdir) => {
      const five = (fault?: string) =>
        ['a', 'b', 'c', 'd', 'e'].map((name) => {
          const app = new MlApp({ outdir, name });
          const chart = new Chart(app, 'chart');
          configMap(chart, fault ? 'new' : 'old');
          if (fault && name === 'c') faults[fault](chart);
          return app;
        });
      MlApp.synthAll(five());
      const before = filesIn(outdir);
      expect(refusal(() => MlApp.synthAll(five(what)))).toMatch(/^\[c\] chart/);
      expect(filesIn(outdir)).toEqual(before);
      expect(readdirSync(outdir)).toEqual(['a', 'b', 'c', 'd', 'e']);
    }),
  );

  test('all problems of all apps are told at once', () => {
    const apps = ['a', 'b'].map((name) => new MlApp({ name }));
    for (const app of apps)
      for (const id of ['x', 'y'])
        new Chart(app, id).node.addValidation({ validate: () => [`${id} is wrong`, 'and\nlong'] });
    expect(refusal(() => MlApp.synthAll(apps)).match(/^\S.*/gm)).toEqual([
      '[a] x: 2 problems',
      '[a] y: 2 problems',
      '[b] x: 2 problems',
      '[b] y: 2 problems',
    ]);
  });
});

describe('content is written while it is rendered', () => {
  /** An app of one file with this many lines. */
  const large = (outdir: string, lines: number, word = 'x') => {
    const app = new MlApp({ outdir, rules: false });
    for (let i = 0; i < 3; i++) configMap(new Chart(app, `c${i}`), 'x', { data: { text: `${word}\n`.repeat(lines) } });
    return app;
  };
  const sizeOf = (app: MlApp) => MlApp.synthAll([app]).entries.map(({ written, changed }) => [written, changed])[0];

  test.each([1000, 1_000_000])('a file of %i lines is written once, then only when it changes', (lines) =>
    inTemporaryFolder((outdir) => {
      expect(sizeOf(large(outdir, lines))).toEqual([3, 0]);
      expect(sizeOf(large(outdir, lines))).toEqual([0, 0]);
      // as many bytes, and one more line
      expect(sizeOf(large(outdir, lines, 'y'))).toEqual([0, 3]);
      expect(sizeOf(large(outdir, lines + 1, 'y'))).toEqual([0, 3]);
      const files = filesIn(outdir);
      expect(Object.keys(files)).toEqual(['c0.k8s.yaml', 'c1.k8s.yaml', 'c2.k8s.yaml']);
      expect(files['c2.k8s.yaml'].length).toBe(
        `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n  text: |\n`.length + 6 * (lines + 1),
      );
    }),
  );

  test('a problem at the end leaves no temporary file and no folder', () =>
    inTemporaryFolder((folder) => {
      const app = large(join(folder, 'new', 'dist'), 1_000_000);
      configMap(new Chart(app, 'last'), 'x', { data: new Map() });
      expect(refusal(() => app.synth())).toContain('last/x: 1 problem');
      expect(readdirSync(folder)).toEqual([]);
    }));

  test('problems of rendering, of rules, of YAML and of the disk are in one error', () =>
    inTemporaryFolder((outdir) => {
      writeFileSync(join(outdir, 'd'), 'a file with the name of a folder');
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => new Chart(new MlApp({ outdir, name }), 'chart'));
      configMap(a, 'unrendered', { data: new Map() });
      for (const scope of [b, new Construct(b, 'group')]) configMap(scope, 'twice');
      new ApiObject(c, 'unwritable', {
        apiVersion: 'example.com/v1',
        kind: 'X',
        metadata: { name: 'x' },
        n: Number.NaN,
      });
      const message = refusal(() => MlApp.synthAll([d, a, b, c].map(({ node }) => node.root as MlApp)));
      expect(message.match(/^\S.*/gm)).toEqual([
        `${join(outdir, 'd')}: 1 problem`,
        '[a] chart/unrendered: 1 problem',
        '[b] chart/twice: 1 problem',
        '[c] chart/unwritable: 1 problem',
      ]);
      expect(readdirSync(outdir)).toEqual(['d']);
    }));
});

test('thousands of problems are not all shown', () => {
  const app = new MlApp();
  const messages = Array.from({ length: 5000 }, (_, i) => `wrong ${i}`);
  app.node.addValidation({ validate: () => messages });
  const message = refusal(() => app.synthYaml());
  expect(message.match(/^ {4}expected {2}wrong/gm)).toHaveLength(100);
  expect(message).toContain('(further): 1 problem\n  4900 more problems\n    got       5000 problems in total\n');
});

describe('errors', () => {
  const made = (props: MlAppProps = {}) => new Chart(new MlApp(props), 'chart');
  const synth = (chart: Chart) => refusal(() => (chart.node.root as MlApp).synthYaml());

  test('of a validation quote it', () => {
    const chart = made();
    chart.node.addValidation({ validate: () => ["'minReplicas' (5) must not exceed\n'maxReplicas' (3)"] });
    expect(synth(chart)).toBe(
      [
        'chart: 1 problem',
        '  validation',
        '    got       a construct that fails its own validation',
        "    expected  'minReplicas' (5) must not exceed",
        "              'maxReplicas' (3)",
        '    fix       change it so that its validation (node.addValidation) passes',
      ].join('\n'),
    );
  });

  test('of rendering name the construct and what was in the way', () => {
    const chart = made();
    configMap(chart, 'x', { data: { when: new Date() } });
    configMap(chart, 'y').addJsonPatch(JsonPatch.remove('/data/none'));
    const message = synth(chart);
    expect(message).toContain(
      "chart/x: 1 problem\n  toJson\n    got       Failed serializing construct at path 'chart/x'",
    );
    expect(message).toContain("non-simple object of type 'Date'");
    expect(message).toContain('chart/y: 1 problem');
  });

  test('of our own constructs, thrown late, keep their shape', () => {
    const chart = made();
    class Late extends ApiObject {
      toJson(): any {
        return ClusterTarget.kubernetes('0.9');
      }
    }
    new Late(chart, 'late', { apiVersion: 'v1', kind: 'Late' });
    expect(synth(chart)).toMatch(/^ClusterTarget\.kubernetes: 1 problem\n {2}version\n/);
  });

  test('of values that YAML cannot hold name the place', () => {
    const chart = made();
    configMap(chart, 'x', { spec: { list: [1, Lazy.any({ produce: () => Number.POSITIVE_INFINITY })] } });
    expect(synth(chart)).toMatch(
      /^chart\/x: 1 problem\n {2}spec\.list\[1\]\n {4}got {7}Infinity\n {4}expected {2}a finite number/,
    );
  });

  test('of a dependency cycle list it', () => {
    const app = new MlApp();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => new Chart(app, id));
    a.addDependency(b);
    b.addDependency(c);
    configMap(c, 'x').addDependency(a);
    expect(refusal(() => app.synthYaml())).toBe(
      [
        'a: 1 problem',
        '  addDependency',
        '    got       a dependency cycle: a → b → c → a',
        '    expected  dependencies without a cycle',
        '    fix       remove one of them; a chart also depends on the charts nested in it, and on the charts that its objects depend on',
      ].join('\n'),
    );
  });

  test.each<[string, (chart: Chart) => void, RegExp]>([
    [
      'a nested chart that depends on the outer',
      (c) => new Chart(c, 'in').addDependency(c),
      /chart → chart\/in → chart$/m,
    ],
    [
      'a group that depends on a part of itself',
      (c) => {
        const group = new Construct(c, 'g');
        const part = new Construct(group, 'part');
        for (const id of ['x', 'y']) configMap(part, id);
        group.node.addDependency(part);
      },
      /chart\/g\/part\/x → chart\/g\/part\/y → chart\/g\/part\/x \(chart\/g depends on chart\/g\/part, which is inside it\)/,
    ],
    ['a construct that depends on itself', (c) => c.addDependency(c), /got {7}the construct itself/],
    ['a construct of another app', (c) => c.addDependency(new Chart(new MlApp(), 'other')), /'other' of another app/],
    [
      'a construct outside of charts',
      (c) => c.addDependency(new Construct(c.node.root, 'out')),
      /'out', which is not in a chart/,
    ],
    ['the app', (c) => c.node.root.node.addDependency(c), /'\(app\)', which is not in a chart/],
  ])('of dependencies: %s', (_, prepare, message) => {
    const chart = made();
    prepare(chart);
    expect(synth(chart)).toMatch(message);
  });

  test('a long cycle is shortened', () => {
    const app = new MlApp();
    const charts = Array.from({ length: 50 }, (_, i) => new Chart(app, `c${i}`));
    for (const [i, chart] of charts.entries()) chart.addDependency(charts[(i + 1) % 50]);
    expect(refusal(() => app.synthYaml())).toContain('c4 → c5 → (39 more) → c45 → ');
  });

  test('of two objects for one file name both, and the way out', () =>
    inTemporaryFolder((outdir) => {
      const app = new MlApp({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
      for (const namespace of ['a', 'b']) configMap(new Chart(app, namespace, { namespace }), 'same');
      expect(refusal(() => app.synth())).toBe(
        [
          'b/same: 1 problem',
          '  metadata.name',
          '    got       the file ConfigMap.same.k8s.yaml, which already contains a/same',
          '    expected  a file for each object',
          '    fix       give one of the two another name, or choose YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE or YamlOutputType.FILE_PER_CHART',
        ].join('\n'),
      );
      expect(existsSync(join(outdir, 'ConfigMap.same.k8s.yaml'))).toBe(false);
    }));

  test('of apps that write into one folder name both', () => {
    const app = (props: MlAppProps) => new MlApp({ outdir: 'out', ...props });
    const same = refusal(() => MlApp.synthAll([app({ name: 'a' }), app({ name: 'b' }), app({ name: 'a' })]));
    expect(same).toContain('a: 1 problem\n  outdir\n    got       out/a: the folder of another app, a\n');
    expect(refusal(() => MlApp.synthAll([app({}), app({ name: 'a' })]))).toContain(
      'neither inside the folder of another app',
    );
    const twice = app({});
    expect(refusal(() => MlApp.synthAll([twice, twice]))).toContain('the same app, given twice');
    expect(refusal(() => app({ name: '../up' }))).toContain("MlApp: 1 problem\n  name\n    got       '../up'");
  });
});

describe('name, environment and cluster', () => {
  test('make the folder, and are found from any construct', () =>
    inTemporaryFolder((outdir) => {
      const prod = new Environment('prod', { cluster: ClusterTarget.kubernetes('1.31') });
      const app = new MlApp({ outdir, name: 'shop', environment: prod });
      const chart = new Chart(app, 'web');
      expect(Environment.of(chart)).toBe(prod);
      expect(ClusterTarget.of(chart).minor).toBe(31);
      app.synth();
      expect(Object.keys(filesIn(outdir))).toEqual(['shop/prod/web.k8s.yaml']);
      const newer = new MlApp({ environment: prod, cluster: ClusterTarget.kubernetes('1.34') });
      expect([newer.outdir, ClusterTarget.of(newer).minor]).toEqual([join('dist', 'prod'), 34]);
    }));

  test('rules hear of existing objects, and can be left out', () => {
    const app = (props: MlAppProps) => {
      const made = new MlApp(props);
      const containers = [{ name: 'main', image: 'app:1.0.0', envFrom: [{ configMapRef: { name: 'shared' } }] }];
      const spec = { containers };
      new ApiObject(new Chart(made, 'c', { namespace: 'ml' }), 'pod', { apiVersion: 'v1', kind: 'Pod', spec });
      return () => made.synthYaml();
    };
    expect(refusal(app({}))).toMatch(/^c\/pod: 1 problem\n.*\(missing-config-map\)$/m);
    expect(app({ existing: ['ConfigMap/ml/shared'] })()).toContain('name: shared');
    expect(app({ rules: false })()).toContain('name: shared');
  });
});

describe('the report', () => {
  const warned = (outdir: string, props: MlAppProps = {}) => {
    const app = new MlApp({ outdir, ...props });
    const chart = new Chart(app, 'c', { namespace: 'ml' });
    new ApiObject(chart, 'role', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', rules: [] });
    return app;
  };

  test('is a table, and the warnings below it', () =>
    inTemporaryFolder((outdir) => {
      const apps = ['dev', 'production'].map((name) =>
        warned(outdir, { name: 'churn-predictor', environment: new Environment(name) }),
      );
      const report = MlApp.synthAll(apps);
      const lines = report.summary().split('\n');
      expect(lines.slice(0, 5)).toEqual([
        'app              environment  objects  files  written  changed  removed',
        'churn-predictor  dev                1      1        1        0        0',
        'churn-predictor  production         1      1        1        0        0',
        '',
        '2 warnings',
      ]);
      expect(report.warnings).toHaveLength(2);
      expect(lines[5]).toMatch(/^ {2}\[churn-predictor\/dev\] c\/role: ClusterRole .*\(namespace-on-cluster-object\)$/);
      expect(lines[8]).toMatch(/^ {4}fix {7}\S/);
    }));

  test('has no column for environments where there are none', () =>
    inTemporaryFolder((outdir) => {
      const lines = MlApp.synthAll([new MlApp({ outdir, name: 'a' })])
        .summary()
        .split('\n');
      expect(lines).toEqual([
        'app  objects  files  written  changed  removed',
        'a          0      0        0        0        0',
      ]);
    }));

  test('of a single app: only warnings, to standard error', () =>
    inTemporaryFolder((outdir) => {
      const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      try {
        warned(outdir).synth();
        expect(write.mock.calls.join('')).toMatch(/^ {2}c\/role: ClusterRole .*namespace-on-cluster-object/);
        write.mockClear();
        new MlApp({ outdir }).synth();
        expect(write).not.toHaveBeenCalled();
      } finally {
        write.mockRestore();
      }
    }));
});

describe('size and order', () => {
  test('a chain of ten thousand charts neither ends the stack nor takes more than linear time', () => {
    const app = new MlApp({ rules: false });
    let last: Chart | undefined;
    for (let i = 0; i < 10_000; i++) {
      const chart = new Chart(app, `c${i}`);
      configMap(chart, `m${i}`);
      // forwards: the order is the reverse of the one in which they were made
      last?.addDependency(chart);
      last = chart;
    }
    expect(app.charts.map(({ node }) => node.id).slice(0, 2)).toEqual(['c9999', 'c9998']);
    expect(
      app
        .synthYaml()
        .match(/^ {2}name: .*/gm)
        ?.at(-1),
    ).toBe('  name: m0');
  });

  test('objects that all depend on many others take linear time', () => {
    const app = new MlApp({ rules: false });
    const [before, after] = ['b', 'a'].map((id) => new Chart(app, id));
    for (let i = 0; i < 3000; i++) for (const chart of [before, after]) configMap(chart, `${chart.node.id}${i}`);
    before.addDependency(after);
    const started = Date.now();
    expect(app.charts.map(({ node }) => node.id)).toEqual(['a', 'b']);
    // nine million pairs of objects take stock minutes
    expect(Date.now() - started).toBeLessThan(3000);
  });

  test('the order of keys in props changes nothing', () => {
    const bytes = (props: object) => {
      const app = new MlApp({ rules: false });
      configMap(new Chart(app, 'c'), 'x', props);
      return app.synthYaml();
    };
    // nothing that JavaScript objects have by themselves: cdk8s trips over a key `constructor`
    const key = fc.string({ minLength: 1, unit: fc.constantFrom(...'abcXYZ019-._/') });
    const map = <T>(entry: fc.Arbitrary<T>) => fc.dictionary(key, entry, { noNullPrototype: true });
    const value = map(map(fc.integer()));
    const reversed = (given: object): object =>
      Object.fromEntries(
        Object.entries(given)
          .reverse()
          .map(([k, v]) => [k, typeof v === 'object' ? reversed(v) : v]),
      );
    fc.assert(fc.property(value, (data) => expect(bytes({ data: reversed(data), a: 1 })).toBe(bytes({ a: 1, data }))));
  });
});
