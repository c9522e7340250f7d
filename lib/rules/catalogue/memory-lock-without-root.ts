import { dig, own } from '../../internal/json';
import { texts } from '../cluster/item';
import type { Rule } from '../rule';

export const memoryLockWithoutRoot: Rule = {
  id: 'memory-lock-without-root',
  severity: 'warning',
  title: 'IPC_LOCK is added to a container that does not run as root',
  why: 'A capability that is added reaches only processes of root: for any other user RDMA still fails with "cannot allocate memory" at the limit of the container runtime. A namespace with Pod Security "baseline" refuses the pod besides.',
  fix: 'Raise the memlock limit of the container runtime on the nodes, or run the container as root where that is allowed. A program whose file has the capability may waive this.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: worker, namespace: ml}
spec:
  containers:
    - name: worker
      image: registry.example/train:1.0
      securityContext: {runAsUser: 0, capabilities: {add: [IPC_LOCK]}}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: worker, namespace: ml}
spec:
  containers:
    - name: worker
      image: registry.example/train:1.0
      securityContext: {runAsUser: 1000, capabilities: {add: [IPC_LOCK]}}
`,
  pods({ item, spec, containers }, report) {
    for (const { name, path, spec: container } of containers) {
      const context = own(container, 'securityContext');
      if (own(context, 'privileged') === true) continue;
      if (!texts(dig(context, 'capabilities.add')).some((capability) => /^(CAP_)?IPC_LOCK$/.test(capability))) continue;
      const of = (field: string) => own(context, field) ?? dig(spec, `securityContext.${field}`);
      const user = of('runAsUser');
      if (typeof user === 'number' ? user === 0 : of('runAsNonRoot') !== true) continue;
      report({
        item,
        prop: `${path}.securityContext.capabilities.add`,
        got: 'IPC_LOCK',
        expected: `a container of root, which the capability reaches: ${name} runs as ${typeof user === 'number' ? `user ${user}` : 'another user'}`,
        fix: `raise the memlock limit of the container runtime on the nodes, and remove IPC_LOCK from ${name} in ${item.title}`,
      });
    }
  },
};
