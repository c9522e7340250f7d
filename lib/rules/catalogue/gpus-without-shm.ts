import { entries, own, text } from '../../internal/json';
import { addsSharedMemory } from '../cluster/controller-volumes';
import { gpusOf } from '../cluster/gpus';
import type { Rule } from '../rule';

/** Accelerators whose libraries (NCCL, RCCL) use /dev/shm; those of Neuron and Gaudi do not. */
const SHARING_MEMORY = new Set(['amd.com/gpu', 'nvidia.com/gpu']);

export const gpusWithoutShm: Rule = {
  id: 'gpus-without-shm',
  severity: 'warning',
  title: 'A container with several GPUs has the default /dev/shm of 64 MiB',
  why: 'Processes that share several GPUs (NCCL, PyTorch workers, tensor parallelism) exchange data through shared memory. With 64 MiB they fail with "bus error" or "no space left on device", often only under load.',
  fix: 'Mount an emptyDir with medium: Memory and a sizeLimit at /dev/shm. What is written there counts as memory of the container.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: llm, namespace: ml}
spec:
  containers:
    - name: llm
      image: registry.example/llm:1.0
      resources: {limits: {nvidia.com/gpu: 4, memory: 64Gi}}
      volumeMounts: [{name: shm, mountPath: /dev/shm}]
  volumes: [{name: shm, emptyDir: {medium: Memory, sizeLimit: 8Gi}}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: llm, namespace: ml}
spec:
  containers:
    - name: llm
      image: registry.example/llm:1.0
      resources: {limits: {nvidia.com/gpu: 4, memory: 64Gi}}
`,
  pods({ item, set, spec, containers }, report) {
    if (set.partial || addsSharedMemory(item) || own(spec, 'hostIPC') === true) return;
    for (const container of containers) {
      const gpus = gpusOf(own(container.spec, 'resources'), SHARING_MEMORY);
      if (gpus < 2 || hasSharedMemory(container.spec)) continue;
      report({
        item,
        prop: `${container.path}.volumeMounts`,
        got: own(container.spec, 'volumeMounts'),
        expected: `a volume at /dev/shm, for ${gpus} GPUs`,
        fix: `add a volume {emptyDir: {medium: Memory, sizeLimit: 8Gi}} to ${item.title} and mount it at /dev/shm in ${container.name}`,
      });
    }
  },
};

function hasSharedMemory(container: unknown): boolean {
  return entries(own(container, 'volumeMounts'), '').some(({ value }) =>
    /^\/dev\/shm\/?$/.test(text(own(value, 'mountPath')) ?? ''),
  );
}
