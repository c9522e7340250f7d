import { Duration } from 'cdk8s';

/** The literal defaults of `TrainingJob`; a test compares them with the `@default` tags. */
export const TRAINING_JOB_DEFAULTS = {
  struct: 'TrainingJobProps',
  // a run that hangs must not keep its GPUs for ever (judgement)
  values: { deadline: Duration.hours(24) },
} as const;

/** The literal defaults of `KubeRayOptions`. */
export const KUBE_RAY_DEFAULTS = {
  struct: 'KubeRayOptions',
  // https://docs.ray.io/en/latest/cluster/kubernetes/getting-started/kuberay-operator-installation.html
  values: { operatorNamespace: 'kuberay-operator' },
} as const;

/** For images that name no user of their own: no account of a node has this number (kube-score, checkov CKV_K8S_40). */
export const IMAGE_USER = { user: 10001, group: 10001 } as const;

/** The proxy of a mesh never ends, and would keep a finished pod running. */
export const NO_MESH = {
  annotations: { 'linkerd.io/inject': 'disabled' },
  labels: { 'sidecar.istio.io/inject': 'false' },
};

/** Upper bound of the /tmp of a pod: what a program keeps there is small, and a leak must not fill the node. */
export const TMP_LIMIT = '1Gi';

/** Time from the notice that a pod must end until it is killed, without checkpoints: Kubernetes' own. */
export const GRACE_SECONDS = 30;

/** Beside the time that saving takes: for the signal to arrive and the process to end (judgement). */
export const GRACE_MARGIN = 15;
