import { Cloud } from '../../values/cluster-target';

/** The load balancers that a cloud makes for Services of type LoadBalancer. */
export interface LoadBalancer {
  readonly title: string;
  /** Time after which it closes an idle connection to a pod, where it is a proxy with connections of its own. */
  readonly idleTimeoutSeconds?: number;
  /** True where pods see the client's address under `externalTrafficPolicy: Local`. */
  readonly keepsClientAddress: boolean;
  /** Annotations of the Service for a private address. Not given where they are unknown. */
  readonly internal?: Readonly<Record<string, string>>;
  /** Annotations of the Service for a public address. */
  readonly external?: Readonly<Record<string, string>>;
  /** Load balancer classes that read the annotations, or that always have the address. */
  readonly classes: { readonly internal: readonly string[]; readonly external: readonly string[] };
  /** For the documentation. */
  readonly docs: { readonly idle: string; readonly health: string; readonly sources: string; readonly address: string };
}

/** Classes of the AWS Load Balancer Controller and of EKS Auto Mode. */
const AWS_CLASSES = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb'];

const INTERNAL = 'service.beta.kubernetes.io/aws-load-balancer-internal';
const SCHEME = 'service.beta.kubernetes.io/aws-load-balancer-scheme';

export const LOAD_BALANCERS: Readonly<Record<Cloud, LoadBalancer>> = {
  [Cloud.GENERIC]: {
    title: 'unknown cloud',
    // unknown: MetalLB keeps the address, Octavia of OpenStack and the ServiceLB of k3s do not
    keepsClientAddress: false,
    classes: { internal: [], external: [] },
    docs: {
      idle: 'unknown',
      health: 'unknown',
      sources: 'nodes, clients or the load balancer',
      address: 'unknown; `internal` is refused',
    },
  },
  [Cloud.GKE]: {
    title: 'passthrough Network Load Balancer',
    // https://cloud.google.com/load-balancing/docs/passthrough-network-load-balancer: packets keep their source
    keepsClientAddress: true,
    // https://cloud.google.com/kubernetes-engine/docs/how-to/internal-load-balancing
    internal: { 'networking.gke.io/load-balancer-type': 'Internal' },
    external: { 'networking.gke.io/load-balancer-type': 'External' },
    // https://github.com/kubernetes/ingress-gce, pkg/l4/annotations/gce_annotations.go
    classes: {
      internal: ['networking.gke.io/l4-regional-internal', 'networking.gke.io/l4-regional-internal-legacy'],
      external: ['networking.gke.io/l4-regional-external', 'networking.gke.io/l4-regional-external-legacy'],
    },
    docs: {
      idle: 'none: it forwards packets',
      health: 'nodes: kube-proxy, or `healthCheckNodePort` under `LOCAL`',
      sources: 'nodes; clients under `LOCAL`',
      address: 'public',
    },
  },
  [Cloud.EKS]: {
    title: 'Classic or Network Load Balancer',
    // Classic: 60 s, and servers should keep connections longer:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-idle-timeout.html. Network: 350 s, without
    // connections of its own: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html
    idleTimeoutSeconds: 60,
    // a Classic one is a proxy, and IP targets of a Network one see its address
    keepsClientAddress: false,
    // The in-tree controller reads the first one only, and makes a public load balancer without it:
    // https://github.com/kubernetes/cloud-provider-aws/blob/master/pkg/providers/v1/aws.go, EnsureLoadBalancer. The AWS
    // Load Balancer Controller prefers the second one:
    // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#lb-internal
    internal: { [INTERNAL]: 'true', [SCHEME]: 'internal' },
    external: { [INTERNAL]: 'false', [SCHEME]: 'internet-facing' },
    classes: { internal: AWS_CLASSES, external: AWS_CLASSES },
    docs: {
      idle: '60 s (Classic), 350 s (Network)',
      health: 'TCP connections to the node port or the pod, from the VPC',
      sources: 'nodes or the load balancer',
      address: 'public with the controller of Kubernetes, internal with the AWS Load Balancer Controller',
    },
  },
  [Cloud.AKS]: {
    title: 'Azure Load Balancer',
    keepsClientAddress: true,
    // https://learn.microsoft.com/azure/aks/internal-lb; the cloud provider ignores Services with a class
    internal: { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' },
    external: { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'false' },
    classes: { internal: [], external: [] },
    docs: {
      // https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout
      idle: '240 s, without connections of its own',
      health: 'the node port, or `healthCheckNodePort` under `LOCAL`, from 168.63.129.16',
      sources: 'nodes; clients under `LOCAL`',
      address: 'public',
    },
  },
};
