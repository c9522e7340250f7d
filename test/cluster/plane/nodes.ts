import type { ControlPlane } from './control-plane';

export interface FakeNode {
  readonly name: string;
  readonly zone: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly disk?: string;
  /** Whole NVIDIA GPUs. */
  readonly gpus?: number;
  readonly labels?: { [label: string]: string };
}

/** Adds nodes whose kubelet is kwok, and waits until the scheduler may use them. */
export async function addNodes(plane: ControlPlane, nodes: FakeNode[]): Promise<void> {
  for (const node of nodes) await plane.api.call('POST', '/api/v1/nodes', { body: manifestOf(node) });
  await plane.until(`ready with ${nodes.length} nodes`, async () => {
    const { items } = await plane.api.get('/api/v1/nodes');
    return items.every((node: any) => isReady(node) && !(node.spec.taints ?? []).some(isNotReadyTaint));
  });
}

function manifestOf({ name, zone, cpu = '16', memory = '64Gi', disk = '500Gi', gpus = 0, labels }: FakeNode) {
  // a kubelet reports its disk too; without it, no pod that asks for some would be placed
  const local = { 'ephemeral-storage': disk };
  const capacity = { cpu, memory, ...local, pods: '110', ...(gpus > 0 ? { 'nvidia.com/gpu': String(gpus) } : {}) };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/zone': zone,
        ...labels,
      },
    },
    spec: gpus > 0 ? { taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }] } : {},
    status: { capacity, allocatable: capacity },
  };
}

function isReady(node: any): boolean {
  return (node.status.conditions ?? []).some((each: any) => each.type === 'Ready' && each.status === 'True');
}

function isNotReadyTaint(taint: { key: string }): boolean {
  return taint.key.startsWith('node.kubernetes.io/');
}
