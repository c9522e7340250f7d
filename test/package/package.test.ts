import { Manifests } from '../../lib/testing';
import { compileWhereStale } from '../contract/support/assembly';
import { read } from '../contract/support/tree';
import { onPage, type Packed, pack, ScratchProject, versionsOf } from './support/scratch';

/** What a user gets: the packed library in a folder of its own, with docs/stock-app.md followed to the letter. */

const PAGE = 'docs/stock-app.md';
const { version, peerDependencies } = JSON.parse(read('package.json'));
const MAIN = onPage(PAGE, 'ts');

let project: ScratchProject;
let packed: Packed;

beforeAll(() => {
  compileWhereStale();
  project = new ScratchProject();
  packed = pack(project.folder);
  project.write(
    'package.json',
    JSON.stringify({
      name: 'scratch',
      private: true,
      dependencies: { 'cdk8s-ml': `file:${packed.file}`, ...peerDependencies },
      devDependencies: versionsOf('cdk8s-cli', 'tsx', 'typescript', '@types/node'),
    }),
  );
  project.write('tsconfig.json', JSON.stringify({ compilerOptions: STRICT, include: ['*.ts'] }));
  project.write('cdk8s.yaml', onPage(PAGE, 'yaml'));
  project.write('main.ts', MAIN);
  project.must('npm', 'install', '--prefer-offline');
}, 600_000);

afterAll(() => project?.remove());

const STRICT = {
  target: 'ES2022',
  module: 'node16',
  strict: true,
  noEmit: true,
  // the declarations that we publish, too
  skipLibCheck: false,
  types: ['node'],
};

test('the tarball holds the library, and nothing else', () => {
  const allowed = /^(build\/(lib|imports)\/.+\.(js|d\.ts)|\.jsii|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
  expect(packed.holds.filter((path) => !allowed.test(path))).toEqual([]);
  for (const path of ['build/lib/index.js', 'build/lib/index.d.ts', '.jsii', 'README.md', 'LICENSE', 'CHANGELOG.md'])
    expect(packed.holds).toContain(path);
});

test('nothing but the package and its peers is installed for it', () => {
  const { packages } = JSON.parse(project.read('package-lock.json'));
  const { dependencies = {}, peerDependencies: peers } = packages['node_modules/cdk8s-ml'];
  expect(dependencies).toEqual({});
  expect(Object.keys(peers).sort()).toEqual(['cdk8s', 'cdk8s-plus-28', 'constructs']);
});

test('the page compiles, declarations of the library included', () => {
  project.must('npx', '--no-install', 'tsc');
}, 120_000);

test('the page synthesizes, with cdk8s-plus objects that point at the model', () => {
  project.must('npx', '--no-install', 'tsx', 'main.ts');
  const manifests = Manifests.fromFiles(`${project.folder}/dist`).inNamespace('ml-serving');
  const deployment = manifests.get('Deployment', 'churn-predictor');
  const pods = deployment.spec.selector.matchLabels;
  const service = manifests.get('Service', 'churn-predictor');

  expect(deployment.spec.template.metadata.labels).toMatchObject(pods);
  expect(service.spec.selector).toEqual(pods);
  manifests.has('Ingress', {
    spec: {
      rules: [
        {
          host: 'models.example.com',
          http: {
            paths: [
              {
                path: '/churn',
                backend: { service: { name: 'churn-predictor', port: { number: service.spec.ports[0].port } } },
              },
            ],
          },
        },
      ],
    },
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
}, 60_000);

test('the validation plugin passes what is right', () => {
  const { status, stdout, stderr } = synth(MAIN);
  expect([status, stdout + stderr]).toEqual([0, expect.stringMatching(/success/i)]);
  expect(onPage(PAGE, 'yaml')).toContain(`version: ${version}\n`);
}, 120_000);

test('the validation plugin refuses what is wrong, and says how to put it right', () => {
  const { status, stdout, stderr } = synth(changed('app.synth();', `${CLAIM_OF_NOBODY}\napp.synth();`));
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(/nobody-made-it/);
}, 120_000);

test("a newcomer's mistake is told in words, without code of ours in front of it", () => {
  const wrong = changed("cpu: '500m', memory: '512Mi'", "cpu: '500x', memory: '512Mi', memoryLimit: '256Mi'");
  project.write('main.ts', wrong);
  const { status, stderr } = project.run('npx', '--no-install', 'tsx', 'main.ts');
  expect(status).not.toBe(0);
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  expect(lines[0]).toMatch(/serving\/churn-predictor: 2 problems$/);
  expect(lines.slice(1, 5).map((line) => line.trim().split(/\s{2,}/)[0])).toEqual([
    'compute.cpu',
    'got',
    'expected',
    'fix',
  ]);
  expect(lines).toContain("    got       '500x'");
  expect(stderr).not.toMatch(/cdk8s-ml[\\/]build|node_modules[\\/]cdk8s-ml/);
  expect(stderr).toMatch(/at .*main\.ts:\d+/);
}, 60_000);

const CLAIM_OF_NOBODY = `
import { ApiObject } from 'cdk8s';
new ApiObject(chart, 'wrong', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'wrong' },
  spec: {
    containers: [{ name: 'main', image: 'ghcr.io/your-org/x:1.0.0', envFrom: [{ configMapRef: { name: 'nobody-made-it' } }] }],
  },
});`;

function changed(before: string, after: string): string {
  expect(MAIN).toContain(before);
  return MAIN.replace(before, after);
}

function synth(main: string) {
  project.write('main.ts', main);
  return project.run('npx', '--no-install', 'cdk8s', 'synth', '--check-upgrade=false');
}
