import { join } from 'node:path';
import { Manifests } from '../../lib';
import { snippetsIn } from '../contract/support/markdown';
import { ROOT, read } from '../contract/support/tree';

/**
 * docs/getting-started.md: what its commands name is there. Its `kubectl apply` is run in test/cluster, and its request is
 * sent in test/service.
 */

const PAGE = 'docs/getting-started.md';
const FOLDER = 'dist/credit-risk/local';
const commands = snippetsIn(PAGE, 'sh').flatMap(({ code }) => code.split('\n'));
const local = Manifests.fromFiles(join(ROOT, FOLDER));

test('the image that is built and loaded is the one that the manifests run, and it is not pulled again', () => {
  const { image, imagePullPolicy } = local.container('Deployment', 'credit-risk', 'server');
  const named = commands.flatMap((command) => command.match(/\S+\/credit-risk:\S+/g) ?? []);
  expect(named).toHaveLength(3);
  expect(new Set(named)).toEqual(new Set([image]));
  // without a policy, the kubelet pulls images with the tag `latest` only
  expect(imagePullPolicy ?? 'IfNotPresent').toBe('IfNotPresent');
  expect(image).not.toMatch(/:latest$/);
});

test('the environment needs no CRD', () => {
  const groups = local.all().map(({ apiVersion }) => apiVersion.split('/').at(-2) ?? '');
  // groups of Kubernetes have no dot, or end like this
  expect(groups.filter((group) => group.includes('.') && !group.endsWith('.k8s.io'))).toEqual([]);
  expect(local.ofKind('ServiceMonitor')).toEqual([]);
  expect(local.ofKind('HorizontalPodAutoscaler')).toEqual([]);
});

test('what kubectl waits for and forwards to is there', () => {
  expect(commands).toContain(`kubectl apply -f ${FOLDER}`);
  expect(commands).toContain('kubectl -n credit-risk rollout status deployment/credit-risk');
  expect(commands).toContain('kubectl -n credit-risk port-forward service/credit-risk 8080:80 &');
  local.has('Namespace', { metadata: { name: 'credit-risk' } });
  local.has('Deployment', { metadata: { name: 'credit-risk', namespace: 'credit-risk' }, spec: { replicas: 1 } });
  const { ports } = local.get('Service', 'credit-risk').spec;
  expect(ports.map(({ port }: { port: number }) => port)).toEqual([80]);
});

test('it is ten commands and a pause', () => {
  const [kind] = snippetsIn(PAGE, 'sh');
  expect(kind.code.split('\n').filter((line) => !line.startsWith('sleep'))).toHaveLength(10);
});

test('the README of the app names the same environments', () => {
  for (const name of ['local', 'dev', 'prod']) expect(read('apps/credit-risk/README.md')).toMatch(`| ${name} `);
});
