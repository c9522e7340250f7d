import { ApiObject, App, Chart } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { format } from 'pretty-format';
import { Manifests, MlApp, MlNamespace } from '../../lib';
import * as serializer from '../../lib/testing/jest';

const DATA = { '0': 'no', script: 'echo "a\\b"\n\nexit 0\n', tick: '`$' + '{x}`' };

function configMap(scope: Chart, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data: DATA });
}

function example() {
  const app = new App({ outdir: 'unused' });
  const [one, two] = ['one', 'two'].map((id) => new Chart(app, id));
  const object = configMap(one, 'a');
  configMap(one, 'b');
  configMap(two, 'c');
  return { app, one, object };
}

/** As Jest prints a value into a snapshot. */
const printed = (value: unknown) => format(value, { plugins: [serializer], escapeString: false });
const namesIn = (text: string) => loadAll(text).map((object: any) => object.metadata.name);

describe('a snapshot is YAML', () => {
  test.each<[string, (made: ReturnType<typeof example>) => unknown, string[]]>([
    ['of an app', ({ app }) => app, ['a', 'b', 'c']],
    ['of a chart', ({ one }) => one, ['a', 'b']],
    ['of one API object', ({ object }) => object, ['a']],
    ['of Manifests', ({ app }) => Manifests.fromApp(app), ['a', 'b', 'c']],
    ['of one object', ({ one }) => Manifests.fromChart(one).get('ConfigMap', 'b'), ['b']],
    ['of a list of objects', ({ one }) => one.toJson(), ['a', 'b']],
    ['of what a stock app synthesizes', ({ app }) => loadAll(app.synthYaml()), ['a', 'b', 'c']],
  ])('%s', (_what, value, names) => {
    const text = printed(value(example()));
    expect(namesIn(text)).toEqual(names);
    expect(loadAll(text)[0]).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: names[0] }, data: DATA });
    expect(text).toMatch(/^apiVersion: v1\nkind: ConfigMap\n/);
  });

  test('of the constructs of the library, in an MlApp', () => {
    const app = new MlApp({ outdir: 'unused' });
    new MlNamespace(app, 'serving');
    expect(printed(app)).toContain('pod-security.kubernetes.io/enforce: restricted');
  });

  test('inside of another value it is indented', () => {
    const text = printed({ before: 1, object: example().object });
    expect(text).toContain('\n  "object": apiVersion: v1\n  kind: ConfigMap\n  metadata:\n');
    expect(text).toContain('\n      echo "a\\b"\n\n      exit 0\n');
  });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['text', 'apiVersion: v1'],
  ['an empty list', []],
  ['a list with something else in it', [{ apiVersion: 'v1', kind: 'Pod' }, 'text']],
  ['a reference to an object', { apiVersion: 'apps/v1', kind: 'Deployment', name: 'model' }],
  ['a function', () => ({})],
])('%s stands in a snapshot as without the serializer', (_what, value) => {
  expect(serializer.test(value)).toBe(false);
  expect(printed(value)).toBe(format(value, { escapeString: false }));
});

test('a construct that is not valid is an error, as at synth', () => {
  const { one } = example();
  one.node.addValidation({ validate: () => ['this is wrong'] });
  expect(() => printed(one)).toThrow('this is wrong');
});
