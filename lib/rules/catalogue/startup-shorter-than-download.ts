import { count, isRecord, own } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';
import { modelOf, secondsToDownload } from '../cluster/model-size';
import { volumesOf } from '../cluster/pods';
import type { Rule } from '../rule';

/** Volumes on which a download may be kept, or be there already. */
const PERSISTENT = ['persistentVolumeClaim', 'hostPath', 'nfs', 'csi', 'image', 'ephemeral'];

export const startupShorterThanDownload: Rule = {
  id: 'startup-shorter-than-download',
  severity: 'warning',
  title: 'A server is restarted before it can have downloaded its model',
  why: 'The startup probe (or the liveness probe, if there is none) gives the server less time than the download takes on a fast network. The container is restarted, and the download starts again. The size of the model is an estimate from its name (70B are 70 billion parameters): the finding is never an error.',
  fix: 'Raise failureThreshold of the startup probe, or download the model before the server starts: in an init container, or onto a volume that outlives the pod.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: llm, namespace: ml}
spec:
  containers:
    - name: llm
      image: vllm/vllm-openai:v0.11.0
      args: [--model, meta-llama/Llama-3.1-70B-Instruct]
      startupProbe: {httpGet: {path: /health, port: 8000}, periodSeconds: 10, failureThreshold: 120}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: llm, namespace: ml}
spec:
  containers:
    - name: llm
      image: vllm/vllm-openai:v0.11.0
      args: [--model, meta-llama/Llama-3.1-70B-Instruct]
      startupProbe: {httpGet: {path: /health, port: 8000}, periodSeconds: 10, failureThreshold: 3}
`,
  pods(pods, report) {
    for (const container of pods.containers) {
      const probe = limitingProbe(container);
      const model = probe && modelOf(container.spec);
      if (!probe || !model) continue;
      const seconds = secondsToDownload(model);
      const given = budgetOf(container.spec[probe]);
      if (given >= seconds || volumesOf(pods).some(({ value }) => PERSISTENT.some((type) => own(value, type))))
        continue;
      report({
        item: pods.item,
        prop: `${container.path}.${probe}`,
        got: `${given} s`,
        expected: `at least ${seconds} s: by its name, the weights of ${model.name} are an estimated ${Math.round(model.bytes / 1e9)} GB`,
        fix:
          probe === 'startupProbe'
            ? `raise failureThreshold of the startup probe of ${container.name} in ${pods.item.title}`
            : `add a startup probe to ${container.name} in ${pods.item.title}`,
      });
    }
  },
};

/** The probe that restarts a container which is not ready yet. */
function limitingProbe({ role, spec }: PodContainer): 'startupProbe' | 'livenessProbe' | undefined {
  if (role !== 'main') return undefined;
  if (isRecord(own(spec, 'startupProbe'))) return 'startupProbe';
  return isRecord(own(spec, 'livenessProbe')) ? 'livenessProbe' : undefined;
}

/** Seconds until the first restart; the defaults are Kubernetes'. */
function budgetOf(probe: unknown): number {
  const number = (field: string, byDefault: number) => count(own(probe, field)) ?? byDefault;
  return number('initialDelaySeconds', 0) + number('periodSeconds', 10) * number('failureThreshold', 3);
}
