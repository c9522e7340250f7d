/** The life of a group/version, or of some kinds in it. Minors are Kubernetes 1.x. */
export interface ApiVersion {
  readonly apiVersion: string;
  /** Without, all kinds of the group/version. */
  readonly kinds?: readonly string[];
  /** First minor that serves it; older ones refuse it. */
  readonly since?: number;
  /** First minor that warns about it. */
  readonly deprecated?: number;
  /** First minor that no longer serves it. */
  readonly removed?: number;
  /** What replaces it. */
  readonly instead?: string;
}

const api = (apiVersion: string, kinds: string, rest: Omit<ApiVersion, 'apiVersion' | 'kinds'>): ApiVersion => ({
  apiVersion,
  kinds: kinds === '*' ? undefined : kinds.split(' '),
  ...rest,
});

/**
 * Kubernetes' own, from its OpenAPI 1.28 to 1.36 (a test compares them) and, for what was removed before,
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export const BUILT_IN_APIS: readonly ApiVersion[] = [
  api('extensions/v1beta1', 'Ingress', { removed: 22, instead: 'networking.k8s.io/v1' }),
  api('extensions/v1beta1', 'NetworkPolicy', { removed: 16, instead: 'networking.k8s.io/v1' }),
  api('extensions/v1beta1', 'PodSecurityPolicy', { removed: 16, instead: 'Pod Security labels on the Namespace' }),
  api('extensions/v1beta1', '*', { removed: 16, instead: 'apps/v1' }),
  api('apps/v1beta1', '*', { removed: 16, instead: 'apps/v1' }),
  api('apps/v1beta2', '*', { removed: 16, instead: 'apps/v1' }),
  api('admissionregistration.k8s.io/v1beta1', 'MutatingWebhookConfiguration ValidatingWebhookConfiguration', {
    removed: 22,
    instead: 'admissionregistration.k8s.io/v1',
  }),
  api('apiextensions.k8s.io/v1beta1', '*', { removed: 22, instead: 'apiextensions.k8s.io/v1' }),
  api('apiregistration.k8s.io/v1beta1', '*', { removed: 22, instead: 'apiregistration.k8s.io/v1' }),
  api('certificates.k8s.io/v1beta1', 'CertificateSigningRequest', { removed: 22, instead: 'certificates.k8s.io/v1' }),
  api('coordination.k8s.io/v1beta1', 'Lease', { removed: 22, instead: 'coordination.k8s.io/v1' }),
  api('networking.k8s.io/v1beta1', 'Ingress IngressClass', { removed: 22, instead: 'networking.k8s.io/v1' }),
  api('rbac.authorization.k8s.io/v1alpha1', '*', { removed: 22, instead: 'rbac.authorization.k8s.io/v1' }),
  api('rbac.authorization.k8s.io/v1beta1', '*', { removed: 22, instead: 'rbac.authorization.k8s.io/v1' }),
  api('scheduling.k8s.io/v1beta1', 'PriorityClass', { removed: 22, instead: 'scheduling.k8s.io/v1' }),
  api('storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', {
    removed: 22,
    instead: 'storage.k8s.io/v1',
  }),
  api('autoscaling/v2beta1', '*', { removed: 25, instead: 'autoscaling/v2' }),
  api('batch/v1beta1', '*', { removed: 25, instead: 'batch/v1' }),
  api('discovery.k8s.io/v1beta1', '*', { removed: 25, instead: 'discovery.k8s.io/v1' }),
  api('events.k8s.io/v1beta1', '*', { removed: 25, instead: 'events.k8s.io/v1' }),
  api('node.k8s.io/v1beta1', '*', { removed: 25, instead: 'node.k8s.io/v1' }),
  api('policy/v1beta1', 'PodSecurityPolicy', { removed: 25, instead: 'Pod Security labels on the Namespace' }),
  api('policy/v1beta1', '*', { removed: 25, instead: 'policy/v1' }),
  api('autoscaling/v2beta2', '*', { removed: 26, instead: 'autoscaling/v2' }),
  api('flowcontrol.apiserver.k8s.io/v1beta1', '*', { removed: 26, instead: 'flowcontrol.apiserver.k8s.io/v1' }),
  api('storage.k8s.io/v1beta1', 'CSIStorageCapacity', { removed: 27, instead: 'storage.k8s.io/v1' }),
  api('flowcontrol.apiserver.k8s.io/v1beta2', '*', {
    deprecated: 26,
    removed: 29,
    instead: 'flowcontrol.apiserver.k8s.io/v1',
  }),
  api('networking.k8s.io/v1alpha1', 'ClusterCIDR', { removed: 29 }),
  api('networking.k8s.io/v1alpha1', '*', { removed: 31, instead: 'networking.k8s.io/v1 (from 1.33), v1beta1 before' }),
  api('resource.k8s.io/v1alpha2', '*', { removed: 31, instead: 'resource.k8s.io/v1 (from 1.34)' }),
  api('admissionregistration.k8s.io/v1alpha1', 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding', {
    removed: 32,
    instead: 'admissionregistration.k8s.io/v1',
  }),
  api('flowcontrol.apiserver.k8s.io/v1beta3', '*', {
    deprecated: 29,
    removed: 32,
    instead: 'flowcontrol.apiserver.k8s.io/v1',
  }),
  api('admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding', {
    deprecated: 31,
    removed: 34,
    instead: 'admissionregistration.k8s.io/v1',
  }),
  api('resource.k8s.io/v1alpha3', 'PodSchedulingContext', { since: 31, removed: 32 }),
  api('resource.k8s.io/v1alpha3', 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice', {
    since: 31,
    removed: 34,
    instead: 'resource.k8s.io/v1',
  }),
  api('storage.k8s.io/v1alpha1', 'VolumeAttributesClass', { removed: 35, instead: 'storage.k8s.io/v1' }),
  api('storagemigration.k8s.io/v1alpha1', '*', {
    since: 30,
    removed: 35,
    instead: 'storagemigration.k8s.io/v1beta1 (from 1.35)',
  }),
  api('coordination.k8s.io/v1alpha1', 'LeaseCandidate', {
    since: 31,
    removed: 32,
    instead: 'coordination.k8s.io/v1beta1',
  }),
  api('coordination.k8s.io/v1beta1', 'LeaseCandidate', { since: 33, instead: 'coordination.k8s.io/v1alpha2' }),
  api('certificates.k8s.io/v1alpha1', 'PodCertificateRequest', {
    since: 34,
    removed: 35,
    instead: 'certificates.k8s.io/v1beta1',
  }),
  api('certificates.k8s.io/v1beta1', 'PodCertificateRequest', { since: 35 }),
  api('certificates.k8s.io/v1beta1', 'ClusterTrustBundle', { since: 33, instead: 'certificates.k8s.io/v1alpha1' }),
  api('scheduling.k8s.io/v1alpha1', 'Workload', { since: 35, removed: 36, instead: 'scheduling.k8s.io/v1alpha2' }),
  api('storagemigration.k8s.io/v1beta1', '*', { since: 35, instead: 'storagemigration.k8s.io/v1alpha1 (from 1.30)' }),
  api('flowcontrol.apiserver.k8s.io/v1', '*', { since: 29, instead: 'flowcontrol.apiserver.k8s.io/v1beta3' }),
  api('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding', {
    since: 30,
    instead: 'admissionregistration.k8s.io/v1beta1',
  }),
  api('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding', {
    since: 36,
    instead: 'admissionregistration.k8s.io/v1beta1 (from 1.34)',
  }),
  api('admissionregistration.k8s.io/v1beta1', 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding', { since: 34 }),
  api('networking.k8s.io/v1', 'IPAddress ServiceCIDR', { since: 33, instead: 'networking.k8s.io/v1beta1 (from 1.31)' }),
  api('networking.k8s.io/v1beta1', 'IPAddress ServiceCIDR', { since: 31 }),
  api('resource.k8s.io/v1', '*', { since: 34, instead: 'resource.k8s.io/v1beta2 (from 1.33), v1beta1 (from 1.32)' }),
  api('resource.k8s.io/v1beta2', 'DeviceTaintRule', { since: 36 }),
  api('resource.k8s.io/v1beta2', '*', { since: 33, instead: 'resource.k8s.io/v1beta1 (from 1.32)' }),
  api('resource.k8s.io/v1beta1', '*', { since: 32 }),
  api('storage.k8s.io/v1', 'VolumeAttributesClass', { since: 34, instead: 'storage.k8s.io/v1beta1 (from 1.31)' }),
  api('storage.k8s.io/v1beta1', 'VolumeAttributesClass', { since: 31 }),
  // https://kubernetes.io/docs/reference/using-api/deprecation-guide/: the API server warns, and keeps serving
  api('v1', 'ComponentStatus', { deprecated: 19 }),
  api('v1', 'Endpoints', { deprecated: 33, instead: 'discovery.k8s.io/v1 EndpointSlice' }),
];

/**
 * Custom resources: what their newest releases mark as deprecated or no longer serve. Which release a cluster runs is not
 * known here, so these are only warned about.
 */
export const CUSTOM_APIS: readonly (ApiVersion & { readonly by: string })[] = [
  ['autoscaling.k8s.io/v1beta2', '*', 'autoscaling.k8s.io/v1', 'the vertical pod autoscaler 1.7'],
  ['autoscaling.x-k8s.io/v1beta1', '*', 'autoscaling.x-k8s.io/v1', 'the cluster autoscaler 1.36'],
  ['external-secrets.io/v1beta1', '*', 'external-secrets.io/v1', 'External Secrets 2.9'],
  [
    'external-secrets.io/v1alpha1',
    'ExternalSecret SecretStore ClusterSecretStore',
    'external-secrets.io/v1',
    'External Secrets 2.9',
  ],
  ['feast.dev/v1alpha1', '*', 'feast.dev/v1', 'Feast 0.66'],
  ['gateway.networking.k8s.io/v1alpha2', 'TLSRoute TCPRoute', 'gateway.networking.k8s.io/v1', 'Gateway API 1.6'],
  [
    'gateway.networking.k8s.io/v1alpha3',
    'TLSRoute BackendTLSPolicy',
    'gateway.networking.k8s.io/v1',
    'Gateway API 1.6',
  ],
  ['helm.toolkit.fluxcd.io/v2beta1', '*', 'helm.toolkit.fluxcd.io/v2', 'Flux helm-controller 1.6'],
  ['helm.toolkit.fluxcd.io/v2beta2', '*', 'helm.toolkit.fluxcd.io/v2', 'Flux helm-controller 1.6'],
  [
    'inference.networking.x-k8s.io/v1alpha2',
    'InferencePool',
    'inference.networking.k8s.io/v1',
    'the inference extension 1.5',
  ],
  [
    'inference.networking.x-k8s.io/v1alpha2',
    'InferenceModel InferenceObjective InferenceModelRewrite',
    'llm-d.ai/v1alpha2',
    'the inference extension 1.6',
  ],
  ['karpenter.sh/v1beta1', '*', 'karpenter.sh/v1', 'Karpenter 1'],
  ['kueue.x-k8s.io/v1beta1', '*', 'kueue.x-k8s.io/v1beta2', 'Kueue 0.19'],
  ['kustomize.toolkit.fluxcd.io/v1beta1', '*', 'kustomize.toolkit.fluxcd.io/v1', 'Flux kustomize-controller 1.9'],
  ['kustomize.toolkit.fluxcd.io/v1beta2', '*', 'kustomize.toolkit.fluxcd.io/v1', 'Flux kustomize-controller 1.9'],
  [
    'opentelemetry.io/v1alpha1',
    'OpenTelemetryCollector',
    'opentelemetry.io/v1beta1',
    'the OpenTelemetry operator 0.158',
  ],
  ['policies.kyverno.io/v1alpha1', '*', 'policies.kyverno.io/v1', 'Kyverno 1.19'],
  ['ray.io/v1alpha1', '*', 'ray.io/v1', 'KubeRay 1.7'],
  ['source.toolkit.fluxcd.io/v1beta1', '*', 'source.toolkit.fluxcd.io/v1', 'Flux source-controller 1.9'],
  ['source.toolkit.fluxcd.io/v1beta2', '*', 'source.toolkit.fluxcd.io/v1', 'Flux source-controller 1.9'],
].map(([apiVersion, kinds, instead, by]) => ({ ...api(apiVersion, kinds, { instead, deprecated: 0 }), by }));

/** What is known of a kind's API version in Kubernetes itself. */
export const builtInApi = lookup(BUILT_IN_APIS);

/** What is known of a custom resource's API version. */
export const customApi = lookup(CUSTOM_APIS);

/** A row that names the kind comes before one for all kinds. Most API versions have no row at all. */
function lookup<T extends ApiVersion>(apis: readonly T[]): (apiVersion: string, kind: string) => T | undefined {
  const rows = new Map<string, Map<string, T>>();
  for (const row of apis) {
    const ofVersion = rows.get(row.apiVersion) ?? new Map<string, T>();
    rows.set(row.apiVersion, ofVersion);
    for (const kind of row.kinds ?? ['*']) ofVersion.set(kind, row);
  }
  return (apiVersion, kind) => {
    const ofVersion = rows.get(apiVersion);
    return ofVersion && (ofVersion.get(kind) ?? ofVersion.get('*'));
  };
}
