/** The plugin under the real cdk8s-cli, in a project of its own that uses stock cdk8s. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const MODULES = join(ROOT, 'node_modules');

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'cdk8s-ml-plugin-'));
  mkdirSync(join(project, 'plugin'));
  // the package as it will be, but from its sources
  const entry = `require(${JSON.stringify(join(MODULES, 'tsx/dist/cjs/index.cjs'))});
module.exports = require(${JSON.stringify(join(ROOT, 'lib/rules/index.ts'))});`;
  writeFileSync(join(project, 'plugin/index.js'), entry);
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Runs `cdk8s synth` on a stock app whose chart `ml` holds the objects. */
function synth(objects: string, properties = '{}') {
  const app = `const { ApiObject, App, Chart } = require(${JSON.stringify(join(MODULES, 'cdk8s'))});
const app = new App();
const chart = new Chart(app, 'ml', { namespace: 'ml', disableResourceNameHashes: true });
for (const [i, props] of ${objects}.entries()) new ApiObject(chart, 'object-' + i, props);
app.synth();`;
  writeFileSync(join(project, 'main.js'), app);
  writeFileSync(
    join(project, 'cdk8s.yaml'),
    `language: typescript
app: node main.js
validations:
  - package: ./plugin
    version: 0.1.0
    class: MlValidation
    properties: ${properties}
`,
  );
  const cli = join(MODULES, 'cdk8s-cli/bin/cdk8s');
  const report = join(project, 'report.json');
  rmSync(report, { force: true });
  const run = spawnSync(process.execPath, [cli, 'synth', '--validation-reports-output-file', 'report.json'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', CDK8S_DISABLE_SORT: '' },
  });
  return {
    status: run.status,
    output: run.stdout + run.stderr,
    report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).reports[0] : undefined,
  };
}

const POD = `{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'scorer' },
  spec: { containers: [{ name: 'api', image: 'registry.example/scorer:1.0', envFrom: [{ secretRef: { name: 'token' } }] }] } }`;

test('what is missing fails the run, with rule, place and fix', () => {
  const { status, output, report } = synth(`[${POD}]`);
  expect(output).toContain('missing-secret');
  expect(output).toContain("cdk8s-ml.io/expects: 'Secret/token'");
  expect(status).toBe(2);
  const [{ ruleName, violatingConstructs }] = report.violations;
  expect(ruleName).toBe('missing-secret');
  expect(violatingConstructs[0]).toMatchObject({ resourceName: 'scorer', constructPath: 'ml/object-0' });
});

test('what is declared passes', () => {
  const { status, report, output } = synth(`[${POD}]`, "{ kubernetes: '1.33', existing: ['Secret/ml/token'] }");
  expect([status, output]).toEqual([0, expect.any(String)]);
  expect(report.summary).toMatchObject({ status: 'success', metadata: { Objects: '1', Errors: '0' } });
});
