import { remembered } from '../../internal/remember';
import { nearest } from '../../internal/spelling';

export type KeyUse = 'label' | 'annotation' | 'selector';

/**
 * Keys of the domains that Kubernetes keeps for itself, by domain. From the reference of well-known labels, annotations and
 * taints (https://kubernetes.io/docs/reference/labels-annotations-taints/) and the lists of the API server.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'kubernetes.io':
    'arch os hostname metadata.name description change-cause limit-ranger enforce-mountable-secrets ingress-bandwidth ' +
    'egress-bandwidth tls-acme service-account.name service-account.uid service-name cluster-service role ' +
    'legacy-token-last-used legacy-token-invalid-since ingress.class initial-events-end created-by config.hash',
  'app.kubernetes.io': 'component instance managed-by name part-of version',
  'apps.kubernetes.io': 'pod-index',
  'batch.kubernetes.io':
    'job-completion-index job-name controller-uid cronjob-scheduled-timestamp job-index-failure-count ' +
    'job-index-ignored-failure-count',
  'controller.kubernetes.io': 'pod-deletion-cost',
  'endpoints.kubernetes.io': 'over-capacity last-change-trigger-time managed-by',
  'endpointslice.kubernetes.io': 'managed-by skip-mirror',
  'kubectl.kubernetes.io': 'default-container restartedAt',
  'node.kubernetes.io':
    'instance-type windows-build exclude-from-external-load-balancers exclude-disruption not-ready unreachable ' +
    'memory-pressure disk-pressure pid-pressure network-unavailable unschedulable out-of-service lifecycle',
  'pod-security.kubernetes.io': 'enforce enforce-version audit audit-version warn warn-version',
  'service.kubernetes.io': 'headless topology-mode service-proxy-name apiserver-type local-svc-only-bind-node-with-pod',
  'statefulset.kubernetes.io': 'pod-name',
  'storageclass.kubernetes.io': 'is-default-class',
  'ingressclass.kubernetes.io': 'is-default-class',
  'topology.kubernetes.io': 'region zone',
};

/**
 * Domains under kubernetes.io and k8s.io of projects and controllers, which keep adding keys: any name is taken. Those of
 * ingress controllers and of SIGs (`nginx.ingress.kubernetes.io`, `jobset.sigs.k8s.io`) are found by their end.
 */
const OPEN = new Set(
  (
    'k8s.io alpha.kubernetes.io beta.kubernetes.io addonmanager.kubernetes.io apf.kubernetes.io app.k8s.io ' +
    'autoscaling.alpha.kubernetes.io autoscaling.k8s.io cluster-autoscaler.kubernetes.io config.kubernetes.io ' +
    'internal.config.kubernetes.io control-plane.alpha.kubernetes.io csi.storage.k8s.io csi.volume.kubernetes.io ' +
    'deployment.kubernetes.io descheduler.alpha.kubernetes.io external-dns.alpha.kubernetes.io ' +
    'feature.node.kubernetes.io gateway.networking.k8s.io gke.networking.k8s.io inference.networking.k8s.io ' +
    'ingress.kubernetes.io internal.kubernetes.io kops.k8s.io kubeadm.alpha.kubernetes.io kubeadm.kubernetes.io ' +
    'kubelet.kubernetes.io kustomize.config.k8s.io metrics.k8s.io minikube.k8s.io networking.k8s.io ' +
    'node-restriction.kubernetes.io node-role.kubernetes.io node.alpha.kubernetes.io policy.networking.k8s.io ' +
    'prow.k8s.io pv.kubernetes.io rbac.authorization.kubernetes.io rbac.authorization.k8s.io resource.kubernetes.io ' +
    'scheduler.alpha.kubernetes.io secrets-store.csi.k8s.io service.alpha.kubernetes.io service.beta.kubernetes.io ' +
    'snapshot.storage.kubernetes.io storage.kubernetes.io volume.beta.kubernetes.io volume.kubernetes.io ' +
    'volumes.kubernetes.io'
  ).split(' '),
);
const OPEN_END = /\.(ingress\.kubernetes|sigs\.k8s)\.io$/;

/** Keys that do not work any more, or will stop to; `instead` is what to use. */
const DEPRECATED: Readonly<Record<string, string>> = {
  'app.kubernetes.io/created-by': 'remove it',
  'batch.kubernetes.io/job-tracking': 'remove it',
  'beta.kubernetes.io/arch': 'use kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'use node.kubernetes.io/instance-type',
  'beta.kubernetes.io/os': 'use kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region': 'use topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone': 'use topology.kubernetes.io/zone',
  'kubectl.kubernetes.io/default-logs-container': 'use kubectl.kubernetes.io/default-container',
  'kubernetes.io/enforce-mountable-secrets': 'use separate namespaces instead',
  'kubernetes.io/ingress.class': 'use the field spec.ingressClassName',
  'kubernetes.io/psp': 'remove it: PodSecurityPolicy was removed in 1.25',
  'node-role.kubernetes.io/master': 'use node-role.kubernetes.io/control-plane',
  'scheduler.alpha.kubernetes.io/critical-pod': 'use the field priorityClassName',
  'scheduler.alpha.kubernetes.io/preferAvoidPods': 'use taints and tolerations',
  'scheduler.alpha.kubernetes.io/tolerations': 'use the field tolerations',
  'seccomp.security.alpha.kubernetes.io/pod': 'use the field securityContext.seccompProfile',
  'security.alpha.kubernetes.io/sysctls': 'use the field securityContext.sysctls',
  'security.alpha.kubernetes.io/unsafe-sysctls': 'use the field securityContext.sysctls',
  'service.alpha.kubernetes.io/tolerate-unready-endpoints': 'use the field publishNotReadyAddresses',
  'service.kubernetes.io/topology-aware-hints':
    'use service.kubernetes.io/topology-mode, or the field trafficDistribution',
  'storageclass.beta.kubernetes.io/is-default-class': 'use storageclass.kubernetes.io/is-default-class',
  'volume.beta.kubernetes.io/mount-options': 'use the field mountOptions',
  'volume.beta.kubernetes.io/storage-class': 'use the field storageClassName',
};

/** Annotations of which each container has one: `...kubernetes.io/<container>`. */
const DEPRECATED_DOMAINS: Readonly<Record<string, string>> = {
  'container.apparmor.security.beta.kubernetes.io': 'use the field securityContext.appArmorProfile',
  'container.seccomp.security.alpha.kubernetes.io': 'use the field securityContext.seccompProfile',
};

/** What controllers and kubectl write: in a manifest it is a copy of the state of some cluster. */
const WRITTEN_BY_KUBERNETES = new Set([
  'control-plane.alpha.kubernetes.io/leader',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deployment.kubernetes.io/revision',
  'kubectl.kubernetes.io/last-applied-configuration',
  'kubernetes.io/config.mirror',
  'kubernetes.io/config.seen',
  'kubernetes.io/config.source',
  'pv.kubernetes.io/bind-completed',
  'pv.kubernetes.io/bound-by-controller',
  'volume.kubernetes.io/selected-node',
]);

export interface KeyFault {
  readonly expected: string;
  readonly fix: string;
}

/** What is wrong with a key under kubernetes.io or k8s.io; undefined where it is fine, or of another domain. */
export function kubernetesKeyFault(key: string, use: KeyUse): KeyFault | undefined {
  const fault = faultOf(key);
  // to select by the labels of controllers is right
  return use === 'selector' && fault?.isWritten ? undefined : fault;
}

const faultOf = remembered((key: string): (KeyFault & { readonly isWritten?: boolean }) | undefined => {
  const slash = key.indexOf('/');
  const domain = key.slice(0, slash);
  if (slash < 0 || !/(^|\.)(kubernetes|k8s)\.io$/.test(domain)) return undefined;
  const instead = Object.hasOwn(DEPRECATED, key)
    ? DEPRECATED[key]
    : Object.hasOwn(DEPRECATED_DOMAINS, domain)
      ? DEPRECATED_DOMAINS[domain]
      : undefined;
  if (instead) return { expected: 'a key that is not deprecated', fix: instead };
  if (WRITTEN_BY_KUBERNETES.has(key))
    return { expected: 'no key that Kubernetes writes by itself', fix: 'remove it from the manifest', isWritten: true };
  if (OPEN.has(domain) || OPEN_END.test(domain)) return undefined;
  if (!Object.hasOwn(KNOWN, domain)) return unknownDomain(domain, key.slice(slash));
  const name = key.slice(slash + 1);
  const names = KNOWN[domain].split(' ');
  if (names.includes(name) || (domain === 'kubernetes.io' && name.startsWith('cluster/'))) return undefined;
  const meant = nearest(name, names, { strict: false });
  return {
    expected: `a key that Kubernetes knows: ${domain} is reserved`,
    fix: meant ? `write ${domain}/${meant}` : 'use a key with a domain of your own',
  };
});

function unknownDomain(domain: string, rest: string): KeyFault {
  const meant = nearest(domain, [...Object.keys(KNOWN), ...OPEN], { strict: false });
  return {
    expected: `a domain of Kubernetes or of one of its projects: ${domain} is reserved, and none of them`,
    fix: meant ? `write ${meant}${rest}` : 'use a key with a domain of your own',
  };
}
