import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MlApp } from '../lib';
import type { Section } from './apps';
import { measure, timeOf } from './measure';
import { fill } from './shapes';
import { milliseconds, table } from './table';

/** What one more `ModelService` costs in an app that is synthesized anyway, and one more copy of its manifests in Helm. */
export function modelServices(counts: readonly [number, number], repeats: number): Section {
  const [few, many] = counts;
  const [ours, more] = measure(
    counts.map((count) => ({ kind: 'ours', shape: 'model-services', count })),
    repeats,
  );
  const marginal = (a: number, b: number) => (b - a) / (many - few);
  const rows = [
    ['ModelService in MlApp, rules included', milliseconds(ours.whole), marginal(ours.whole, more.whole).toFixed(2)],
  ];
  const helm = helmTimes(counts, repeats);
  if (helm)
    rows.push(['helm template, its process included', milliseconds(helm[0]), marginal(helm[0], helm[1]).toFixed(2)]);
  const note = helm ? '' : '\n\nNo helm binary on the path: not compared with `helm template`.';
  return {
    title: 'One more model service',
    text: table(['', `the first ${few}, ms`, `each further one up to ${many}, ms`], rows) + note,
    verdicts: [],
  };
}

function helmTimes(counts: readonly number[], repeats: number): number[] | undefined {
  if (spawnSync('helm', ['version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-helm-'));
  try {
    writeHelmChart(folder);
    return counts.map((count) =>
      timeOf('helm', ['template', 'release', folder, '--set', `count=${count}`], folder, repeats),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The manifests of one ModelService, each name with the number of the copy in it, as often as a value says. */
function writeHelmChart(folder: string): void {
  const app = new MlApp();
  fill(app, 'model-services', 1);
  const body = app.synthYaml().replaceAll('{{', '{{ "{{" }}').replaceAll('model-0', 'model-{{ $i }}');
  const values = 'image: ghcr.io/your-org/churn-predictor:1.0.0\n';
  const template = body.replaceAll('ghcr.io/your-org/churn-predictor:1.0.0', '{{ $.Values.image }}');
  mkdirSync(join(folder, 'templates'));
  writeFileSync(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: model\nversion: 1.0.0\n');
  writeFileSync(join(folder, 'values.yaml'), values);
  writeFileSync(
    join(folder, 'templates', 'all.yaml'),
    `{{- range $i := until (int .Values.count) }}\n---\n${template}{{- end }}\n`,
  );
}
