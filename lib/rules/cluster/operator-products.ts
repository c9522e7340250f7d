import { dig, list, own, text } from '../../internal/json';
import type { Item } from './item';
import { type Products, productsNamed } from './product';

/** Objects of some kinds that a controller makes of a custom resource, all named after it: `name`, or `name-...`. */
export interface Family {
  readonly kinds: readonly string[];
  readonly prefix: string;
}

const family = (kinds: string, prefix = (name: string) => name) => ({ kinds: kinds.split(' '), prefix });

/**
 * The operators whose CRDs are known to the library: what they make that other objects refer to by name. Names have the
 * custom resource's name in front; what follows differs by release and by mode, and is not compared.
 */
const FAMILIES: Readonly<Record<string, ReturnType<typeof family>>> = {
  'argoproj.io/EventBus': family('Service StatefulSet', (name) => `eventbus-${name}`),
  'argoproj.io/EventSource': family('Service'),
  'batch.volcano.sh/Job': family('Service ConfigMap Secret'),
  'feast.dev/FeatureStore': family(
    'Service ConfigMap Deployment ServiceAccount PersistentVolumeClaim',
    (name) => `feast-${name}`,
  ),
  'jobset.x-k8s.io/JobSet': family('Service PersistentVolumeClaim'),
  'kubeflow.org/JAXJob': family('Service'),
  'kubeflow.org/MPIJob': family('Service ConfigMap Secret ServiceAccount'),
  'kubeflow.org/Notebook': family('Service StatefulSet'),
  'kubeflow.org/PaddleJob': family('Service'),
  'kubeflow.org/PyTorchJob': family('Service'),
  'kubeflow.org/TFJob': family('Service'),
  'kubeflow.org/XGBoostJob': family('Service'),
  'leaderworkerset.x-k8s.io/LeaderWorkerSet': family('Service StatefulSet'),
  'mlops.seldon.io/Server': family('Service StatefulSet'),
  'opentelemetry.io/OpenTelemetryCollector': family('Service ConfigMap ServiceAccount Deployment StatefulSet'),
  'ray.io/RayCluster': family('Service ServiceAccount'),
  'ray.io/RayJob': family('Service ServiceAccount'),
  'ray.io/RayService': family('Service ServiceAccount'),
  'resource.nvidia.com/ComputeDomain': family('ResourceClaimTemplate'),
  'serving.kserve.io/InferenceGraph': family('Service Deployment'),
  'serving.kserve.io/InferenceService': family('Service Deployment'),
  'serving.kserve.io/LLMInferenceService': family('Service Deployment ConfigMap Secret ServiceAccount'),
  'trainer.kubeflow.org/TrainJob': family('Service Secret ConfigMap JobSet'),
};

/** What custom resources make that is named in their own fields. */
export const OPERATOR_PRODUCTS: Products = {
  'cert-manager.io/Certificate': (item) => productsNamed('Secret', text(own(item.spec, 'secretName'))),
  'cert-manager.io/ClusterIssuer': (item) => accountKey(item).map((product) => ({ ...product, anywhere: true })),
  'cert-manager.io/Issuer': (item) => accountKey(item),
  'flagger.app/Canary': (item) => {
    const target = text(dig(item.spec, 'targetRef.name')) ?? item.name;
    const service = text(dig(item.spec, 'service.name')) ?? target;
    return [
      ...productsNamed('Service', service, `${service}-primary`, `${service}-canary`),
      ...productsNamed(text(dig(item.spec, 'targetRef.kind')) ?? 'Deployment', `${target}-primary`),
    ];
  },
  'gateway.networking.k8s.io/Gateway': (item) =>
    // the Service of a Gateway that its controller deploys: https://gateway-api.sigs.k8s.io/geps/gep-1762/
    productsNamed('Service', `${item.name}-${text(own(item.spec, 'gatewayClassName')) ?? ''}`),
  'keda.sh/ScaledObject': (item) =>
    productsNamed(
      'HorizontalPodAutoscaler',
      text(dig(item.spec, 'advanced.horizontalPodAutoscalerConfig.name')) ?? `keda-hpa-${item.name}`,
    ),
  // the namespace that a Profile makes has the Profile's name
  'kubeflow.org/Profile': () =>
    productsNamed('ServiceAccount', 'default-editor', 'default-viewer').map((made) => ({ ...made, anywhere: true })),
  'jobset.x-k8s.io/JobSet': (item) => productsNamed('Service', text(dig(item.spec, 'network.subdomain'))),
  'resource.nvidia.com/ComputeDomain': (item) =>
    productsNamed('ResourceClaimTemplate', text(dig(item.spec, 'channel.resourceClaimTemplate.name'))),
};

/** Custom resources whose controllers make nothing that others refer to, or only what is listed above. */
const KNOWN_GROUPS = new Set([
  'autoscaling.k8s.io',
  'autoscaling.x-k8s.io',
  'batch.volcano.sh',
  'bitnami.com',
  'cdi.kubevirt.io',
  'cert-manager.io',
  'external-secrets.io',
  'extensions.istio.io',
  'feast.dev',
  'flagger.app',
  'gateway.networking.k8s.io',
  'grafana.integreatly.org',
  'inference.networking.k8s.io',
  'inference.networking.x-k8s.io',
  'jobset.x-k8s.io',
  'karpenter.sh',
  'keda.sh',
  'kubeflow.org',
  'kueue.x-k8s.io',
  'leaderworkerset.x-k8s.io',
  'llm-d.ai',
  'mlops.seldon.io',
  'monitoring.coreos.com',
  'networking.istio.io',
  'onepassword.com',
  'opentelemetry.io',
  'ray.io',
  'resource.nvidia.com',
  'scheduling.volcano.sh',
  'secrets-store.csi.x-k8s.io',
  'secrets.hashicorp.com',
  'security.istio.io',
  'serving.kserve.io',
  'snapshot.storage.k8s.io',
  'source.toolkit.fluxcd.io',
  'telemetry.istio.io',
  'topology.volcano.sh',
  'trainer.kubeflow.org',
  'trust.cert-manager.io',
]);

/** Kinds of groups in which others make anything: those that make nothing. */
const KNOWN_KINDS = new Set([
  'argoproj.io/AnalysisTemplate',
  'argoproj.io/AppProject',
  'argoproj.io/ClusterAnalysisTemplate',
  'argoproj.io/EventBus',
  'argoproj.io/EventSource',
  'argoproj.io/Rollout',
]);

export function familyOf({ type, name }: Item): Family | undefined {
  if (!Object.hasOwn(FAMILIES, type.id)) return undefined;
  const { kinds, prefix } = FAMILIES[type.id];
  return { kinds, prefix: prefix(name) };
}

/** Controllers that may make any object, also in other namespaces. */
const APPLIES_ANYTHING =
  /^(argoproj\.io\/(Application|ApplicationSet|Sensor)|(helm|kustomize)\.toolkit\.fluxcd\.io\/.*|kyverno\.io\/.*|nvidia\.com\/.*)$/;
const WORKFLOW = /^argoproj\.io\/(Workflow|CronWorkflow|WorkflowTemplate|ClusterWorkflowTemplate)$/;

/** Where the controller of a custom resource may make objects that are not in the manifests. */
export function makesUnknownObjects(item: Item): 'nowhere' | 'in its namespace' | 'anywhere' {
  const { group, id } = item.type;
  if (id === 'kyverno.io/ClusterPolicy' || id === 'kyverno.io/Policy')
    return list(own(item.spec, 'rules')).some((rule) => own(rule, 'generate') !== undefined) ? 'anywhere' : 'nowhere';
  if (group === 'policies.kyverno.io') return item.kind === 'GeneratingPolicy' ? 'anywhere' : 'nowhere';
  if (WORKFLOW.test(id)) {
    const spec = item.kind === 'CronWorkflow' ? own(item.spec, 'workflowSpec') : item.spec;
    const steps = list(own(spec, 'templates'));
    return steps.some((step) => own(step, 'resource') !== undefined) ? 'anywhere' : 'nowhere';
  }
  if (APPLIES_ANYTHING.test(id)) return 'anywhere';
  if (KNOWN_GROUPS.has(group) || KNOWN_KINDS.has(id)) return 'nowhere';
  return item.namespace === '' ? 'anywhere' : 'in its namespace';
}

/** The key of an account at a certificate authority, which cert-manager writes. */
function accountKey(item: Item) {
  return productsNamed('Secret', text(dig(item.spec, 'acme.privateKeySecretRef.name')));
}
