import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Section, Verdict } from './apps';
import { timeOf } from './measure';
import { milliseconds, table, times } from './table';

const ROOT = join(__dirname, '..');

/** `npm run synth` of this repository against a project as `cdk8s init typescript-app` makes it, run by ts-node. */
export function projects(repeats: number): Section {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-project-'));
  try {
    const output = { ...process.env, CDK8S_OUTDIR: join(folder, 'out') };
    Object.assign(process.env, output);
    const ours = timeOf('npm', ['run', '--silent', 'synth'], ROOT, repeats);
    const title = 'A warm run of a whole project';
    const own = ['npm run synth: every app here', milliseconds(ours)];
    const missing = installStockProject(folder);
    if (missing) return { title, text: `${table(['', 'ms'], [own])}\n\n${missing}`, verdicts: [] };
    const stock = timeOf('npx', ['--no-install', 'ts-node', 'main.ts'], folder, repeats);
    const rows = [own, ['npx ts-node main.ts: one chart of four objects', milliseconds(stock)]];
    return { title, text: table(['', 'ms'], rows), verdicts: [faster(stock / ours)] };
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(folder, { recursive: true });
  }
}

function faster(ratio: number): Verdict {
  return { promise: 'npm run synth against a ts-node project: faster', measured: times(ratio), kept: ratio > 1 };
}

/** The reason where it cannot be installed. */
function installStockProject(folder: string): string | undefined {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const packages = ['ts-node@10', 'typescript@5', '@types/node@20'];
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) return `ts-node could not be installed (offline?): not compared. ${stderr.split('\n')[0]}`.trim();
  for (const name of ['cdk8s', 'cdk8s-plus-28', 'constructs'])
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: STOCK_OPTIONS }));
  writeFileSync(join(folder, 'main.ts'), STOCK_MAIN);
  return undefined;
}

/** What matters to the time that ts-node takes, of the tsconfig.json of `cdk8s init typescript-app`. */
const STOCK_OPTIONS = { module: 'CommonJS', target: 'ES2017', lib: ['es2020'], strict: true, types: ['node'] };

const STOCK_MAIN = `
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

const app = new App();
const chart = new Chart(app, 'service');
const config = new kplus.ConfigMap(chart, 'config', { data: { MODEL: 'churn' } });
const deployment = new kplus.Deployment(chart, 'deployment', {
  containers: [{ image: 'app:1.0.0', portNumber: 8000, envVariables: { MODEL: kplus.EnvValue.fromConfigMap(config, 'MODEL') } }],
});
new kplus.Service(chart, 'svc', { selector: deployment, ports: [{ port: 80, targetPort: 8000 }] });
new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: deployment, maxReplicas: 10 });
app.synth();
`;
