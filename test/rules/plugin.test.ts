import { MlValidation } from '../../lib/rules';
import { manifests } from './support';

interface Violation {
  ruleName: string;
  recommendation: string;
  fix: string;
  violatingResources: { resourceName: string; locations: string[]; manifestPath: string }[];
}

/** What cdk8s-cli hands to a plugin (ValidationContext), and what it gets back. */
function context(files: Record<string, string>) {
  const violations: Violation[] = [];
  const submitted: { status: string; metadata?: Record<string, string> }[] = [];
  return {
    violations,
    submitted,
    manifests: Object.keys(files),
    parseManifest: (file: string) => manifests(files[file]).map(({ manifest }) => manifest),
    report: {
      addViolation: (violation: Violation) => void violations.push(violation),
      submit: (status: string, metadata?: Record<string, string>) => void submitted.push({ status, metadata }),
    },
  };
}

async function validate(files: Record<string, string>, props: object = {}) {
  const given = context(files);
  await new MlValidation(props).validate(given);
  expect(given.submitted).toHaveLength(1);
  return { ...given, ...given.submitted[0], rules: given.violations.map(({ ruleName }) => ruleName) };
}

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: ml}\ndata: {A: x}\n';
const POD = (rest = '') => `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml${rest}}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0", envFrom: [{configMapRef: {name: settings}}]}]}
`;

test('objects of all files are checked together', async () => {
  const { status, violations, metadata } = await validate({ 'a.k8s.yaml': CONFIG, 'b.k8s.yaml': POD() });
  expect([status, violations]).toEqual(['success', []]);
  expect(metadata).toEqual({ Objects: '2', Errors: '0', Warnings: '0', Waived: '0' });
});

test('an error fails, and says where, what and how to fix it', async () => {
  const { status, violations } = await validate({ 'dist/b.k8s.yaml': POD() });
  expect(status).toBe('failure');
  expect(violations).toHaveLength(1);
  const [{ ruleName, recommendation, fix, violatingResources }] = violations;
  expect(ruleName).toBe('missing-config-map');
  expect(recommendation).toContain('A pod needs a ConfigMap that does not exist.');
  expect(fix).toContain('cdk8s-ml.io/expects');
  expect(violatingResources).toEqual([
    { resourceName: 'scorer', manifestPath: 'dist/b.k8s.yaml', locations: [expect.stringContaining('Pod ml/scorer')] },
  ]);
  expect(violatingResources[0].locations[0]).toMatch(/spec\.containers\[api\].*got 'settings', expected .*Fix: /);
});

test('a waiver counts, and is counted', async () => {
  const waived = POD(', annotations: {cdk8s-ml.io/waive-missing-config-map: "made by hand"}');
  const { status, violations, metadata } = await validate({ 'b.k8s.yaml': waived });
  expect([status, violations]).toEqual(['success', []]);
  expect(metadata).toMatchObject({ Waived: '1' });
});

test('a warning is told, and does not fail', async () => {
  const { status, violations, metadata } = await validate({
    'a.k8s.yaml': CONFIG,
    'b.k8s.yaml': POD().replace(':1.0', ''),
  });
  expect(status).toBe('success');
  expect(violations.map(({ ruleName, recommendation }) => [ruleName, recommendation.slice(0, 9)])).toEqual([
    ['floating-image', 'Warning: '],
  ]);
  expect(metadata).toMatchObject({ Errors: '0', Warnings: '1' });
});

test.each([
  ['no file', {}],
  ['no document', { 'a.k8s.yaml': '' }],
  ['empty documents', { 'a.k8s.yaml': '---\n---\n' }],
])('nothing to check fails: %s', async (_name, files) => {
  const { status, rules } = await validate(files);
  expect([status, rules]).toEqual(['failure', ['no-manifests']]);
});

test('a file that cannot be read fails, and the others are checked', async () => {
  const { status, rules } = await validate({ 'a.k8s.yaml': 'a: [', 'b.k8s.yaml': POD() });
  expect([status, rules]).toEqual(['failure', ['unreadable-manifest', 'missing-config-map']]);
});

test('properties say what exists and which Kubernetes it is for', async () => {
  const files = { 'b.k8s.yaml': POD() };
  expect((await validate(files, { existing: ['ConfigMap/ml/settings'] })).status).toBe('success');
  expect((await validate(files, { existing: ['ConfigMap/other/settings'] })).status).toBe('failure');
  const claim = 'apiVersion: resource.k8s.io/v1\nkind: ResourceClaim\nmetadata: {name: gpu, namespace: ml}\n';
  expect((await validate({ 'a.yaml': claim })).rules).toEqual(['unserved-api']);
  expect((await validate({ 'a.yaml': claim }, { kubernetes: '1.34' })).status).toBe('success');
});

test.each([
  [{ kubernetes: 1.3 }, 'kubernetes'],
  [{ kubernetes: 'new' }, 'kubernetes'],
  [{ existing: ['settings'] }, 'existing[0]'],
  [{ existing: ['ConfigMap/a', 7] }, 'existing[1]'],
])('properties that cannot be meant are refused: %j', (props, prop) => {
  expect(() => new MlValidation(props as never)).toThrow(`MlValidation: 1 problem\n  ${prop}`);
});
