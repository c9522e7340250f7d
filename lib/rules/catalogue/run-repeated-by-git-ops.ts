import { count, dig } from '../../internal/json';
import type { Item } from '../cluster/item';
import type { Rule } from '../rule';

/** Where kinds that run to their end say after how long the object is deleted. */
const TIMES_TO_LIVE: Readonly<Record<string, string>> = {
  'batch/Job': 'spec.ttlSecondsAfterFinished',
  'jobset.x-k8s.io/JobSet': 'spec.ttlSecondsAfterFinished',
  'batch.volcano.sh/Job': 'spec.ttlSecondsAfterFinished',
  'kubeflow.org/TFJob': 'spec.runPolicy.ttlSecondsAfterFinished',
  'kubeflow.org/PyTorchJob': 'spec.runPolicy.ttlSecondsAfterFinished',
  'kubeflow.org/XGBoostJob': 'spec.runPolicy.ttlSecondsAfterFinished',
  'kubeflow.org/JAXJob': 'spec.runPolicy.ttlSecondsAfterFinished',
  'kubeflow.org/PaddleJob': 'spec.runPolicy.ttlSecondsAfterFinished',
  'argoproj.io/Workflow': 'spec.ttlStrategy.secondsAfterCompletion',
};

/** Labels and annotations that Argo CD and Flux put on what they deliver, or read from it. */
const DELIVERED =
  /^(argocd\.argoproj\.io\/(instance|tracking-id|sync-wave|compare-options)|kustomize\.toolkit\.fluxcd\.io\/(name|namespace|ssa|force))$/;
/** Hooks are made for each sync, as their author wants. */
const HOOK = /^(argocd\.argoproj\.io|helm\.sh)\/hook$/;

export const runRepeatedByGitOps: Rule = {
  id: 'run-repeated-by-git-ops',
  severity: 'warning',
  title: 'A run is deleted after its end, and delivered by a tool that makes it again',
  why: 'Argo CD and Flux create what is in the manifests and not in the cluster: once the time to live has passed, the run starts again, and again.',
  fix: 'Remove ttlSecondsAfterFinished, and remove the object from the manifests when the run has ended; or make it a hook of Argo CD.',
  good: `
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml, annotations: {argocd.argoproj.io/sync-wave: "2"}}
spec:
  template: {spec: {restartPolicy: Never, containers: [{name: train, image: "registry.example/train:1.0"}]}}
`,
  bad: `
apiVersion: batch/v1
kind: Job
metadata: {name: train, namespace: ml, annotations: {argocd.argoproj.io/sync-wave: "2"}}
spec:
  ttlSecondsAfterFinished: 3600
  template: {spec: {restartPolicy: Never, containers: [{name: train, image: "registry.example/train:1.0"}]}}
`,
  kinds: Object.keys(TIMES_TO_LIVE),
  object(item, report) {
    const at = TIMES_TO_LIVE[item.type.id];
    const seconds = count(dig(item.manifest, at));
    const sign = seconds === undefined ? undefined : signOfDelivery(item);
    if (sign === undefined) return;
    report({
      item,
      prop: at,
      got: seconds,
      expected: `no time to live beside ${sign}, by which a tool delivers the object again`,
      fix: `remove ${at} from ${item.title}, and the object from the manifests when the run has ended`,
    });
  },
};

function signOfDelivery({ labels, annotations }: Item): string | undefined {
  const keys = [...Object.keys(annotations), ...Object.keys(labels)];
  return keys.some((key) => HOOK.test(key)) ? undefined : keys.find((key) => DELIVERED.test(key));
}
