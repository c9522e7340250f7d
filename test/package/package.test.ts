import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Manifests } from '../../lib/testing';
import { filesOfPage } from '../ci/project';
import { compileWhereStale } from '../contract/support/assembly';
import { read } from '../contract/support/tree';
import { findNode, MAJORS } from './support/nodes';
import { CDK8S_PLUS, CLAIM_OF_NOBODY, changed, followPage, MAIN, SETTINGS } from './support/page';
import type { Packed, ScratchProject } from './support/scratch';

/** What a user gets: the packed library in a folder of its own, installed once, and run with each Node that it is for. */

const { version, engines } = JSON.parse(read('package.json'));

let project: ScratchProject;
let packed: Packed;
/** The manifests that the page makes, by file, with the Node that runs the tests. */
let made: Record<string, string>;

beforeAll(() => {
  compileWhereStale();
  ({ project, packed } = followPage());
}, 600_000);

afterAll(() => project?.remove());

test('the tarball holds the library, and nothing else', () => {
  const allowed =
    /^(build\/(lib|imports)\/.+\.(js|d\.ts)|testing\/jest\.(js|d\.ts)|\.jsii|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
  expect(packed.holds.filter((path) => !allowed.test(path))).toEqual([]);
  const wanted = ['build/lib/index.js', 'build/lib/index.d.ts', 'testing/jest.js', 'testing/jest.d.ts', '.jsii'];
  for (const path of [...wanted, 'README.md', 'LICENSE', 'CHANGELOG.md']) expect(packed.holds).toContain(path);
});

test('nothing but the package and its peers is installed for it', () => {
  const { packages } = JSON.parse(project.read('package-lock.json'));
  const { dependencies = {}, peerDependencies: peers } = packages['node_modules/cdk8s-ml'];
  expect(dependencies).toEqual({});
  expect(Object.keys(peers).sort()).toEqual(['cdk8s', 'cdk8s-plus-28', 'constructs']);
});

test('the page compiles with every cdk8s-plus, declarations of the library included', () => {
  project.write('serializer.ts', SERIALIZER);
  project.must('npx', '--no-install', 'tsc');
}, 120_000);

test('the page synthesizes, with cdk8s-plus objects that point at the model', () => {
  project.must('npx', '--no-install', 'tsx', 'main.ts');
  const manifests = Manifests.fromFiles(`${project.folder}/dist`).inNamespace('ml-serving');
  made = project.take('dist');
  const deployment = manifests.get('Deployment', 'churn-predictor');
  const pods = deployment.spec.selector.matchLabels;
  const service = manifests.get('Service', 'churn-predictor');

  expect(deployment.spec.template.metadata.labels).toMatchObject(pods);
  expect(service.spec.selector).toEqual(pods);
  const backend = { service: { name: 'churn-predictor', port: { number: service.spec.ports[0].port } } };
  manifests.has('Ingress', {
    spec: { rules: [{ host: 'models.example.com', http: { paths: [{ path: '/churn', backend }] } }] },
  });
  manifests.has('HorizontalPodAutoscaler', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'churn-predictor' },
      minReplicas: 1,
      maxReplicas: 10,
    },
  });
  expect(deployment.spec).not.toHaveProperty('replicas');
  manifests.has('NetworkPolicy', {
    spec: { egress: [{ to: [{ podSelector: { matchLabels: pods } }], ports: [{ port: 8000 }] }] },
  });
  const loans = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'loans' } } };
  manifests.has('NetworkPolicy', {
    metadata: { name: 'churn-predictor-from-loans' },
    spec: { podSelector: { matchLabels: pods }, ingress: [{ from: [loans] }] },
  });
  const { serviceAccountName, containers } = deployment.spec.template.spec;
  expect(serviceAccountName).toBe('serving-account');
  expect(containers[0].envFrom).toContainEqual({ configMapRef: { name: 'serving-flags' } });
  expect(containers[0].env).toContainEqual({
    name: 'TOKEN',
    valueFrom: { secretKeyRef: { name: 'vault-token', key: 'TOKEN' } },
  });
}, 60_000);

test.each(CDK8S_PLUS.others)(
  'the page gives the same with %s, but for the defaults of its own Deployment',
  (name) => {
    project.must('npx', '--no-install', 'tsx', `${name}.ts`);
    expect(withoutWeb(project.take('dist'))).toEqual(withoutWeb(made));
  },
  60_000,
);

test('the versions of Node that are tried begin with the oldest that package.json allows', () => {
  expect(`>=${MAJORS[0]}`).toBe(engines.node);
});

const NODES = MAJORS.map((major) => ({ major, ...findNode(major) }));

describe.each(NODES)('with Node $major', ({ major, program, missing }) => {
  if (!program) {
    console.warn(`skipped: ${missing}`);
    (process.env.CI ? test : test.skip)('is there', () => expect(missing).toBeUndefined());
    return;
  }
  let mine: ScratchProject;
  beforeAll(() => {
    mine = project.withNode(program);
  });
  beforeEach(() => mine.clear('dist'));

  test('commands of npm are run by it', () => {
    expect(mine.must('npx', '--no-install', 'tsx', '--print', 'process.versions.node')).toMatch(RegExp(`^${major}\\.`));
  });

  test('a module and a script find the library', () => {
    mine.write('module.mjs', `import { ModelService } from 'cdk8s-ml';\n${PRINT}`);
    mine.write('script.cjs', `const { ModelService } = require('cdk8s-ml');\n${PRINT}`);
    for (const file of ['module.mjs', 'script.cjs']) expect(outcome(mine.run('node', file))).toEqual([0, SERVICE, '']);
  });

  test('a module and a script find the snapshot serializer', () => {
    mine.write('module.mjs', `import * as yaml from 'cdk8s-ml/testing/jest.js';\n${PRINT_SERIALIZER}`);
    mine.write('script.cjs', `const yaml = require('cdk8s-ml/testing/jest');\n${PRINT_SERIALIZER}`);
    for (const file of ['module.mjs', 'script.cjs'])
      expect(outcome(mine.run('node', file))).toEqual([0, 'function function\n', '']);
  });

  test('snapshots of Jest are YAML, and a changed chart fails with a diff', () => {
    for (const [name, text] of Object.entries(SNAPSHOT_PROJECT)) mine.write(`snapshots/${name}`, text);
    const jest = (...args: string[]) =>
      mine.run('node', 'node_modules/jest/bin/jest.js', '--config=snapshots/package.json', ...args);
    mine.clear('snapshots/__snapshots__');
    expect(jest('--ci=false').status).toBe(0);
    expect(mine.read('snapshots/__snapshots__/serving.test.ts.snap')).toMatch(/\napiVersion: v1\nkind: Namespace\n/);
    mine.write('snapshots/serving.ts', SNAPSHOT_PROJECT['serving.ts'].replace('replicas: 3', 'replicas: 4'));
    const { status, stderr } = jest('--ci');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^ *- +replicas: 3\n *\+ +replicas: 4$/m);
    expect(stderr).not.toMatch(NOISE);
  }, 60_000);

  test('the page gives the same bytes, and passes the validation plugin', () => {
    const { status, stdout, stderr } = synth(mine, MAIN);
    expect([status, stdout + stderr]).toEqual([0, expect.stringMatching(/success/i)]);
    expect(stderr).not.toMatch(NOISE);
    expect(SETTINGS).toContain(`version: ${version}\n`);
    expect(mine.take('dist')).toEqual(made);
  });

  test('the validation plugin refuses what is wrong, and says how to put it right', () => {
    const { status, stdout, stderr } = synth(mine, changed('app.synth();', `${CLAIM_OF_NOBODY}\napp.synth();`));
    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(/nobody-made-it/);
  });

  test("a newcomer's mistake is told in words, without code of ours in front of it", () => {
    mine.write('wrong.ts', WRONG);
    expectWords(mine.run(`${BIN}/tsx`, 'wrong.ts'), /at .*wrong\.ts:\d+/);
  });

  // Node runs TypeScript by itself since 22.18 and 23.6: https://nodejs.org/api/typescript.html
  if (major >= 22)
    test('the page runs without tsx, and tells a mistake in words', () => {
      mine.write('bare/package.json', '{ "type": "module" }');
      mine.write('bare/main.ts', MAIN);
      mine.write('bare/wrong.ts', WRONG);
      expect(outcome(mine.run('node', 'bare/main.ts'))).toEqual([0, '', '']);
      expect(mine.take('dist')).toEqual(made);
      expectWords(mine.run('node', 'bare/wrong.ts'), /at .*wrong\.ts:\d+/);
      expect(existsSync(join(mine.folder, 'dist'))).toBe(false);
    });
});

/** The documents but for the Deployment that cdk8s-plus makes, whose defaults differ by package. */
function withoutWeb(files: Record<string, string>): string[] {
  const documents = Object.values(files).flatMap((text) => text.split(/^---$/m));
  const others = documents.filter((text) => !/^kind: Deployment\nmetadata:\n {2}name: serving-web$/m.test(text));
  expect(others).toHaveLength(documents.length - 1);
  return others.map((text) => text.trim());
}

/** Where npx, which takes half a second for it, finds commands. */
const BIN = 'node_modules/.bin';

const PRINT = 'console.log(ModelService.name);\n';
const SERIALIZER = `import * as yaml from 'cdk8s-ml/testing/jest';\nexport const accepted: boolean = yaml.test({});\n`;
const PRINT_SERIALIZER = 'console.log(typeof yaml.test, typeof yaml.serialize);\n';
const SERVICE = 'ModelService\n';
/** The files of docs/ci.md; Jest takes its settings from the one that is a JSON. */
const SNAPSHOT_PROJECT = filesOfPage();
const WRONG = changed("cpu: '500m', memory: '512Mi'", "cpu: '500x', memory: '512Mi', memoryLimit: '256Mi'");

/** What a program says of itself and not of the user's app. */
const NOISE = /warning|deprecat|unsupported|has reached end-of-life|not been tested/i;

/** The error first, then lines of the user's own code; nothing of what Node shows of the file that threw. */
function expectWords({ status, stderr }: Ended, place: RegExp): void {
  expect(status).not.toBe(0);
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  expect(lines[0]).toMatch(/^(ValidationError: )?serving\/churn-predictor: 2 problems$/);
  const problem = (line: string) => line.trim().split(/\s{2,}/)[0];
  expect(lines.slice(1, 5).map(problem)).toEqual(['compute.cpu', 'got', 'expected', 'fix']);
  expect(lines).toContain("    got       '500x'");
  expect(stderr).not.toMatch(/cdk8s-ml[\\/]build|node_modules[\\/]cdk8s-ml/);
  expect(stderr).not.toMatch(NOISE);
  expect(stderr).toMatch(place);
}

type Ended = ReturnType<ScratchProject['run']>;

function outcome({ status, stdout, stderr }: Ended) {
  return [status, stdout, stderr];
}

function synth(mine: ScratchProject, main: string): Ended {
  mine.write('main.ts', main);
  return mine.run(`${BIN}/cdk8s`, 'synth', '--check-upgrade=false');
}
