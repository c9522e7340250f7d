import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { Autoscaling, MlApp, MlNamespace, ModelService } from '../../lib';
import { EFFORT } from '../support/effort';
import { MINIMAL } from '../support/service';
import { inFolder } from './machine/child';
import { SHAPE } from './support/trial';

const SERVICES = 72;
/** About two thousand objects; ten thousand in the long suite. */
const NAMESPACES = EFFORT >= 10 ? 20 : 4;
const LEAST = NAMESPACES * 500;

function largeApp(outdir: string): MlApp {
  const app = new MlApp({ outdir });
  for (let n = 0; n < NAMESPACES; n++) {
    const namespace = new MlNamespace(app, `team-${n}`);
    for (let s = 0; s < SERVICES; s++)
      new ModelService(namespace, `model-${s}`, {
        ...MINIMAL,
        config: { MODEL: `model-${s}` },
        autoscaling: Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 5, utilization: 70 }),
      });
  }
  return app;
}

test(
  `${LEAST} objects are checked and written`,
  () =>
    inFolder((outdir) => {
      const begun = Date.now();
      const first = largeApp(outdir);
      const made = Date.now();
      const [entry] = MlApp.synthAll([first]).entries;
      const written = Date.now();
      expect(entry.objects).toBeGreaterThanOrEqual(LEAST);
      expect([entry.files, entry.written]).toEqual([NAMESPACES, NAMESPACES]);
      const text = readdirSync(outdir).map((file) => readFileSync(join(outdir, file), 'utf8'));
      expect(text.join('').match(/^kind: /gm)).toHaveLength(entry.objects);
      const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
      console.log(
        `${entry.objects} objects made in ${seconds(made - begun)}, checked and written in ${seconds(written - made)}`,
      );
    }),
  120_000,
);

test('a name that no file system can hold is an error that says so, and nothing is written', () =>
  inFolder((outdir) => {
    const app = new MlApp({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    const chart = new Chart(app, 'chart');
    for (const name of ['short', 'x'.repeat(253)])
      new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { a: 'b' } });
    const message = refusalOf(() => app.synth());
    expect(message).toMatch(SHAPE);
    expect(message).toMatch(/got {7}ENAMETOOLONG/);
    expect(message).toContain(
      'shorten the name of the folder, the chart or the object, or choose another yamlOutputType',
    );
    expect(readdirSync(outdir)).toEqual([]);
  }));

test('a tree of a thousand levels, and a text of four megabytes, are written', () =>
  inFolder((outdir) => {
    const app = new MlApp({ outdir, rules: false });
    let chart = new Chart(app, 'c0');
    for (let level = 1; level < 1000; level++) chart = new Chart(chart, `c${level}`);
    const data = { text: 'line\n'.repeat(800_000) };
    new ApiObject(chart, 'cm', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data });
    const [entry] = MlApp.synthAll([app]).entries;
    expect([entry.objects, entry.files]).toEqual([1, 1000]);
  }));

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}
