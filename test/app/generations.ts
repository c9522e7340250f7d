import { ApiObject, Chart } from 'cdk8s';
import { MlApp } from '../../lib/app';

export type Generation = 'old' | 'new';

/** Two apps of several files, every line of which says which generation it is of; some files are of one generation only. */
export function synthesizeGeneration(outdir: string, generation: Generation): void {
  const charts = ['a', 'b', 'c', `${generation}-1`, `${generation}-2`];
  MlApp.synthAll(
    ['first', 'second'].map((name) => {
      const app = new MlApp({ outdir, name, rules: false });
      for (const id of charts) addObject(new Chart(app, id), generation);
      return app;
    }),
  );
}

/** The generation of a file that is whole; an error for any other. */
export function generationOf(text: string): Generation {
  const lines = text.split('\n');
  const generation = lines.at(-2)?.trim() as Generation;
  const whole =
    lines.length === HEAD + LINES + 1 && lines.slice(HEAD, -1).every((line) => line === `    ${generation}`);
  if (!whole) throw new Error(`torn after ${lines.length} lines: ${lines.slice(-3)}`);
  return generation;
}

const HEAD = 6;
const LINES = 20_000;

function addObject(chart: Chart, generation: Generation): void {
  const data = { text: `${generation}\n`.repeat(LINES) };
  new ApiObject(chart, 'cm', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data });
}
