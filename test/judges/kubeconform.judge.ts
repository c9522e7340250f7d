import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from './support/findings';
import { kubeconform } from './support/kubeconform';
import { CRDS, HAS_SCHEMAS } from './support/paths';
import { kindsIn, schemasOf } from './support/schemas';
import { forget, scratch } from './support/scratch';
import { committed } from './support/subject';

const withSchemas = HAS_SCHEMAS ? describe : describe.skip;

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: churn }
spec:
  replicas: 2
  selector: { matchLabels: { app: churn } }
  template:
    metadata: { labels: { app: churn } }
    spec:
      containers:
        - name: server
          image: ghcr.io/your-org/churn:1.0.0
          ports: [{ containerPort: 8000 }]
          resources: { limits: { cpu: 2, memory: 2Gi } }
          lifecycle: { preStop: { sleep: { seconds: 15 } } }
          livenessProbe: { httpGet: { path: /health, port: 8000 } }
`;

const MONITOR = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: churn, labels: { team: ml } }
spec:
  selector: { matchLabels: { app: churn } }
  endpoints: [{ port: http, interval: 30s }]
`;

afterAll(forget);

withSchemas('the committed manifests', () => {
  test.each(committed().map((subject) => [subject.name, subject] as const))(
    '%s fits its schemas',
    async (_, subject) => {
      expect((await kubeconform(subject)).map(printed)).toEqual([]);
    },
  );
});

withSchemas('what kubeconform would find', () => {
  test('the manifests that the defects below are made of are right', async () => {
    expect(await findingsIn(`${DEPLOYMENT}---${MONITOR}`)).toEqual([]);
  });

  test.each([
    ['a field that does not exist', DEPLOYMENT.replace('replicas', 'replica'), /replica/],
    ['an unknown field deep in a pod', DEPLOYMENT.replace('httpGet', 'httpGett'), /httpGett/],
    ['an unknown field of metadata', DEPLOYMENT.replace('{ name: churn }', '{ name: churn, label: {} }'), /label/],
    ['a number that is text', DEPLOYMENT.replace('replicas: 2', 'replicas: "2"'), /replicas/],
    ['a number beyond 32 bits', DEPLOYMENT.replace('replicas: 2', 'replicas: 3000000000'), /replicas/],
    ['a field that must be there', DEPLOYMENT.replace(/ +selector.*\n/, ''), /selector/],
    ['an unknown field of a custom resource', MONITOR.replace('interval', 'every'), /every/],
    ['an unknown field in the metadata of a custom resource', MONITOR.replace('labels', 'label'), /label/],
    ['a pattern of a custom resource', MONITOR.replace('30s', 'often'), /interval|pattern/],
  ])('%s', async (_, manifest, message) => {
    expect((await findingsIn(manifest)).join('\n')).toMatch(message);
  });

  test.each([
    ['a version that the minor no longer serves', DEPLOYMENT.replace('apps/v1', 'apps/v1beta1')],
    ['a version of a custom resource that is not served', vpa('v1beta2')],
    ['a kind that nobody knows', MONITOR.replace('ServiceMonitor', 'ServiceMonitors')],
  ])('%s is a finding, not skipped', async (_, manifest) => {
    expect((await findingsIn(manifest)).join('\n')).toMatch(/could not find schema/);
  });

  test('a field that is too new for the minor', async () => {
    expect(await findingsIn(DEPLOYMENT, 30)).toEqual([]);
    expect((await findingsIn(DEPLOYMENT, 28)).join('\n')).toMatch(/sleep/);
  });

  test('a folder without manifests is no success', () => {
    expect(() => scratch('# nothing here\n')).toThrow(/nothing to judge/);
  });
});

withSchemas('the schemas', () => {
  test('each served version of each custom resource has one', () => {
    const index: { versions: { served: boolean }[] }[] = JSON.parse(readFileSync(join(CRDS, 'index.json'), 'utf8'));
    const served = index.flatMap(({ versions }) => versions).filter((version) => version.served);
    expect(kindsIn(join(schemasOf(33), 'crds'))).toHaveLength(served.length);
  });

  test('the kinds of Kubernetes are there by group and version', () => {
    const kinds = kindsIn(join(schemasOf(33), 'kubernetes'));
    expect(kinds).toEqual(
      expect.arrayContaining([
        'v1/service_v1.json',
        'apps/deployment_v1.json',
        'autoscaling/horizontalpodautoscaler_v2.json',
        'networking.k8s.io/networkpolicy_v1.json',
      ]),
    );
  });
});

async function findingsIn(manifest: string, minor?: number): Promise<string[]> {
  return (await kubeconform(scratch(manifest, minor))).map(printed);
}

function vpa(version: string): string {
  const target = 'targetRef: { apiVersion: apps/v1, kind: Deployment, name: churn }';
  return `{ apiVersion: autoscaling.k8s.io/${version}, kind: VerticalPodAutoscaler, metadata: { name: churn }, spec: { ${target} } }`;
}
