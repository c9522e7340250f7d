import { join } from 'node:path';
import { llm } from '../../apps/llm/main';
import { Manifests } from '../../lib';
import { matchesSnapshots } from '../support/snapshots';

const [gke, eks] = ['gke', 'eks'].map((name) => Manifests.fromFiles(join(__dirname, '../../dist/llm', name)));
const [small, large] = ['qwen-7b', 'qwen-72b'];

describe('M14: language models on GPUs', () => {
  test('the large one has four GPUs, works over them, and shares memory between them', () => {
    const server = gke.container('Deployment', large, 'server');
    expect(server.resources.limits['nvidia.com/gpu']).toBe('4');
    expect(server.args[server.args.indexOf('--tensor-parallel-size') + 1]).toBe('4');
    expect(server.volumeMounts).toContainEqual({ name: 'shm', mountPath: '/dev/shm' });
  });

  test('the clouds differ in what finds the nodes, and in nothing that the model is', () => {
    expect(gke.podSpec('Deployment', small).nodeSelector).toEqual({ 'cloud.google.com/gke-accelerator': 'nvidia-l4' });
    expect(eks.podSpec('Deployment', small).nodeSelector).toEqual({ 'karpenter.k8s.aws/instance-gpu-name': 'a10g' });
    for (const name of [small, large])
      expect(eks.container('Deployment', name, 'server')).toEqual(gke.container('Deployment', name, 'server'));
  });

  test('the time to load fits the model, and the rollout waits for it', () => {
    for (const name of [small, large]) {
      const { startupProbe } = gke.container('Deployment', name, 'server');
      const budget = startupProbe.periodSeconds * startupProbe.failureThreshold;
      expect(budget).toBeGreaterThan(name === small ? 600 : 1800);
      expect(gke.get('Deployment', name).spec.progressDeadlineSeconds).toBeGreaterThan(budget);
    }
  });

  test('caches survive the pods, on a claim that GitOps tools never delete', () => {
    for (const claim of gke.ofKind('PersistentVolumeClaim')) {
      expect(claim.metadata.annotations['argocd.argoproj.io/sync-options']).toContain('Prune=false');
      expect(claim.metadata.annotations['argocd.argoproj.io/sync-options']).toContain('Delete=false');
    }
    const { env, volumeMounts } = gke.container('Deployment', small, 'server');
    const cache: string = volumeMounts.find((m: any) => m.name === 'cache').mountPath;
    expect(env.find((e: any) => e.name === 'HF_HOME').value.startsWith(cache)).toBe(true);
  });
});

matchesSnapshots('llm', llm);
