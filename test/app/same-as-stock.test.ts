import { App, Chart, type IResolver, type ResolutionContext, YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import { MlApp } from '../../lib/app';
import { CORPUS } from './corpus';
import { build, randomApp } from './random-apps';
import { byMlApp, byStock } from './same-as-stock';

const TYPES = [0, 1, 2, 3].map((type) => ({ type: YamlOutputType[type], yamlOutputType: type as YamlOutputType }));

describe.each(Object.keys(CORPUS))('%s', (feature) => {
  test.each(TYPES)('is the same as stock, $type', ({ yamlOutputType }) => {
    const expected = byStock(CORPUS[feature], { yamlOutputType });
    expect(expected).not.toBeInstanceOf(Error);
    expect(byMlApp(CORPUS[feature], { yamlOutputType })).toEqual(expected);
  });
});

test('random apps are the same as stock, and refused only where stock fails or loses an object', () => {
  let equal = 0;
  fc.assert(
    fc.property(randomApp, (random) => {
      const ours = byMlApp((app) => build(app, random), random.props);
      const stock = byStock((app) => build(app, random), random.props);
      if (!(ours instanceof Error)) {
        equal++;
        expect(ours).toEqual(stock);
      } else if (!(stock instanceof Error)) {
        expect(ours.message).toContain(', which already contains ');
        const objectsIn = (text: string) => text.match(/^kind: /gm)?.length ?? 0;
        expect(objectsIn(Object.values(stock.files).join(''))).toBeLessThan(objectsIn(stock.text));
      }
    }),
    { numRuns: 320 },
  );
  expect(equal).toBeGreaterThan(200);
});

describe('settings', () => {
  const corpus = CORPUS['dependencies between charts'];

  test('of the files are those of stock', () => {
    const props = { outputFileExtension: '.yaml', recordConstructMetadata: true };
    expect(byMlApp(corpus, props)).toEqual(byStock(corpus, props));
  });

  test('resolvers are asked first', () => {
    class Shout implements IResolver {
      resolve(context: ResolutionContext): void {
        if (context.key.at(-1) === 'key' && context.value === 'value') context.replaceValue('VALUE');
      }
    }
    const props = { resolvers: [new Shout()] };
    expect(byMlApp(corpus, props)).toEqual(byStock(corpus, props));
    expect(JSON.stringify(byMlApp(corpus, props))).toContain('VALUE');
  });

  test.each(['CDK8S_DISABLE_SORT', 'CDK8S_RECORD_CONSTRUCT_METADATA', 'CDK8S_LEGACY_HASH'])('%s is heard', (name) => {
    const without = byMlApp(CORPUS['nested charts']);
    process.env[name] = 'true';
    try {
      const ours = byMlApp(CORPUS['nested charts']);
      expect(ours).toEqual(byStock(CORPUS['nested charts']));
      expect(ours).not.toEqual(without);
    } finally {
      delete process.env[name];
    }
  });

  test('the output folder is found as in stock', () => {
    expect([new MlApp().outdir, new MlApp({ outdir: './a/' }).outdir]).toEqual([new App().outdir, './a/']);
    process.env.CDK8S_OUTDIR = 'elsewhere';
    try {
      expect(new MlApp().outdir).toBe('elsewhere');
    } finally {
      delete process.env.CDK8S_OUTDIR;
    }
  });
});

test('asking for the text or the charts changes nothing in the app', () => {
  const app = new MlApp({ rules: false });
  CORPUS['nested charts'](app);
  const before = app.synthYaml();
  const dependencies = app.node.findAll().map(({ node }) => node.dependencies.length);
  expect([app.charts.length, app.synthYaml()]).toEqual([3, before]);
  expect(app.node.findAll().map(({ node }) => node.dependencies.length)).toEqual(dependencies);
  expect(app.charts.every((chart) => Chart.isChart(chart))).toBe(true);
});
