/** Labels by https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export const NAME_LABEL = 'app.kubernetes.io/name';
export const COMPONENT_LABEL = 'app.kubernetes.io/component';
export const VERSION_LABEL = 'app.kubernetes.io/version';
export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';

/** Component of what starts the runs of a schedule. The object of the run, with its pods, is text in a ConfigMap there. */
export const SCHEDULE_COMPONENT = 'training-schedule';

/** Name of the run that a pod or object belongs to: a label of ours. */
export const RUN_LABEL = 'cdk8s-ml.io/run';

/** Our own annotations. */
/** By it a workload names existing objects of its own namespace that it relies on. */
export const EXPECTS_ANNOTATION = 'cdk8s-ml.io/expects';
/** The kind by which that annotation says that a scraper configured elsewhere reads the metrics; no kind of Kubernetes. */
export const MONITORING_KIND = 'Monitoring';
export const CHECKSUM_ANNOTATION = 'cdk8s-ml.io/config-checksum';
export const RELAXED_SECURITY_ANNOTATION = 'cdk8s-ml.io/relaxed-security';
export const ACCEPTS_DOWNTIME_ANNOTATION = 'cdk8s-ml.io/accepts-downtime';
/** By it an object asks a rule to let it be: `cdk8s-ml.io/waive-<rule>: "<reason>"`. */
export const WAIVER_PREFIX = 'cdk8s-ml.io/waive-';

/** Keeps an object in the cluster though it left the manifests, with the tools that would delete it. */
export const KEEP_ANNOTATIONS: Record<string, string> = {
  'argocd.argoproj.io/sync-options': 'Prune=false',
  'helm.sh/resource-policy': 'keep',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};

/** Keeps it also when the whole Application is deleted: for what holds data. */
export const PROTECT_ANNOTATIONS: Record<string, string> = {
  ...KEEP_ANNOTATIONS,
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
};

/**
 * What a workload's pods are selected by. The component tells a served model from a training job of the same name in
 * the same namespace. Never changed once released: selectors of Deployments are immutable.
 */
export function selectorLabels(name: string, component: string): Record<string, string> {
  return { [COMPONENT_LABEL]: component, [NAME_LABEL]: name };
}
