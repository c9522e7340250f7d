import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from './plane/api';
import { ControlPlane } from './plane/control-plane';
import { sleep } from './plane/processes';
import { applyInOneGo, drift, refusedOrWarned, refusedPods } from './support/acceptance';
import { rewrittenFields } from './support/manifests';
import { byHand } from './support/synth';

/** What a checker never saw fail proves nothing: each kind of defect, made by hand, must be caught. */
describe('the checks catch', () => {
  let plane: ControlPlane;
  let count = 0;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'defects', controllers: 'guard-rails' });
  });

  afterAll(() => plane?.stop());

  const namespace = (name: string): Manifest => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
  const folder = (...objects: Manifest[]) => byHand(plane, `case-${++count}`, objects);

  it('a field that Kubernetes does not know', async () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', namespace: 'default' } };
    const [problem] = await refusedOrWarned(plane, folder({ ...service, spec: { ports: [{ port: 80 }], drian: 1 } }));
    expect(problem).toContain('drian');
  });

  it('a deprecated API version', async () => {
    const endpoints = { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'a', namespace: 'default' } };
    expect(await refusedOrWarned(plane, folder(endpoints))).toEqual([expect.stringMatching(/^warning: .*deprecated/)]);
  });

  it('a pod that Pod Security refuses, of which the Deployment only warned', async () => {
    const objects = [namespace('confined'), deployment('confined', { securityContext: { runAsNonRoot: false } })];
    const [warning] = await refusedOrWarned(plane, folder(...objects));
    expect(warning).toMatch(/^warning: would violate PodSecurity/);
    const [problem] = await refusedPods(plane, objects);
    expect(problem).toMatch(/violates PodSecurity "restricted.*runAsNonRoot/);
  });

  it('a pod that the quota has no room for', async () => {
    const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota', namespace: 'small' } };
    const objects = [namespace('small'), { ...quota, spec: { hard: { 'requests.cpu': '500m' } } }, deployment('small')];
    expect(await refusedOrWarned(plane, folder(...objects))).toEqual([]);
    const [problem] = await refusedPods(plane, objects);
    expect(problem).toContain('exceeded quota');
  });

  it('a pod with a token that it did not ask for', async () => {
    const objects = [namespace('tokens'), deployment('tokens', { automountServiceAccountToken: undefined })];
    expect(await refusedOrWarned(plane, folder(...objects))).toEqual([]);
    await plane.until('the account', async () => {
      return (await plane.api.request('GET', '/api/v1/namespaces/tokens/serviceaccounts/default')).status === 200;
    });
    expect(await refusedPods(plane, objects)).toEqual([expect.stringContaining('a token nobody asked for')]);
  });

  it('an empty map that the server drops, which makes each apply a change', async () => {
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'empty', namespace: 'default' },
      spec: { podSelector: { matchLabels: {} }, policyTypes: ['Ingress'] },
    };
    const one = folder(policy);
    await refusedOrWarned(plane, one);
    expect(await drift(plane, one)).toEqual([
      expect.stringContaining('changed when applied again'),
      expect.stringContaining('kubectl diff after apply'),
      expect.stringContaining('spec.podSelector.matchLabels: {} became undefined'),
    ]);
  });

  it('a field that another owner takes back', async () => {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map', namespace: 'default' } };
    const one = folder({ ...map, data: { a: '1' } });
    await refusedOrWarned(plane, one);
    await plane.api.mergePatch('/api/v1/namespaces/default/configmaps/map', { data: { a: '2' } });
    expect(await drift(plane, one)).toContainEqual(expect.stringContaining('conflict'));
  });

  it('an object that comes before its namespace', async () => {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'early', namespace: 'late' } };
    const [problem] = await applyInOneGo(plane, folder(map, namespace('late')));
    expect(problem).toContain('namespaces "late" not found');
  });

  it('quantities only as numbers, and everything else to the letter', () => {
    const limits = (cpu: string) => ({ spec: { resources: { limits: { cpu } }, hard: { pods: '3' } } });
    expect(rewrittenFields(limits('2000m'), limits('2'))).toEqual([]);
    expect(rewrittenFields(limits('2000m'), limits('3'))).toHaveLength(1);
    expect(rewrittenFields({ a: [1, 2] }, { a: [1] })).toEqual(['a: 2 items became 1']);
    expect(rewrittenFields({ port: '80' }, { port: 80 })).toHaveLength(1);
  });
});

it('no process outlives tests that were killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guardian-'));
  const guardian = join(__dirname, 'plane', 'guardian.mjs');
  const tests = `
    const { fork } = require('node:child_process');
    const guardian = fork(${JSON.stringify(guardian)}, [${JSON.stringify(folder)}]);
    guardian.on('message', ({ pid }) => pid && console.log(guardian.pid, pid));
    guardian.send({ start: { name: 'sleep', command: 'sleep', args: ['300'], log: '/dev/null' } });
    setInterval(() => {}, 1000);`;
  const killed = spawn(process.execPath, ['-e', tests], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line: Buffer = await new Promise((resolve) => killed.stdout.once('data', resolve));
  const pids = line.toString().trim().split(' ').map(Number);
  expect(pids.every(isRunning)).toBe(true);
  killed.kill('SIGKILL');
  for (let tries = 0; pids.some(isRunning) && tries < 100; tries++) await sleep(50);
  expect(pids.filter(isRunning)).toEqual([]);
});

function isRunning(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return !state.trim().startsWith('Z');
  } catch {
    return false;
  }
}

function deployment(namespace: string, pod: Manifest = {}): Manifest {
  const securityContext = { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } };
  const container = {
    name: 'server',
    image: 'registry.test/model:1.0.0',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    resources: { requests: { cpu: '1', memory: '1Gi' } },
  };
  const labels = { app: 'model' };
  const spec = { securityContext, automountServiceAccountToken: false, containers: [container], ...pod };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'model', namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}
