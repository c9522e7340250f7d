import type { Probe } from '../../internal/kubernetes';
import { Cloud } from '../../values/cluster-target';
import { type PeersPlan, planPeer } from '../network-access/peer-plan';
import { mergePeers } from '../network-access/peers';
import type { IngressOptions } from './options';

/** The controller of an Ingress class. */
export interface IngressClass {
  readonly title: string;
  /** Callers of the pods. */
  readonly callers: PeersPlan;
  /** Time after which it closes an idle connection to a pod. */
  readonly idleTimeoutSeconds: number;
  /** True where the controller reads the class from the annotation `kubernetes.io/ingress.class` only. */
  readonly isAnnotation?: boolean;
  /** Annotations of the Ingress that the controller needs; `port` is the name of the server's first port. */
  readonly annotations?: (readiness: Probe | undefined, port: string) => Record<string, string>;
  /** Annotations of the Service that the controller needs. */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Annotations of the Ingress for the longest time of a request. Not given where there are none. */
  readonly timeout?: (seconds: number) => Record<string, string>;
  /** True where that time is the idle time too. */
  readonly isTimeoutIdle?: boolean;
  /** Largest time, in seconds. */
  readonly longestTimeout?: number;
  /** For the documentation. */
  readonly docs: {
    readonly idle: string;
    readonly health: string;
    readonly sources: string;
    readonly address: string;
    readonly timeout: string;
  };
}

/** Of the idle times that are known, the longest: https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts */
export const ENVOY_IDLE_SECONDS = 3600;

const PODS = planPeer({ type: 'cluster' });

/** Front ends and health checks of Google's load balancers, https://cloud.google.com/load-balancing/docs/firewall-rules */
const GOOGLE_FRONT_ENDS = mergePeers(
  ['130.211.0.0/22', '35.191.0.0/16'].map((cidr) => planPeer({ type: 'cidr', cidr })),
);

const NGINX: IngressClass = {
  title: 'ingress-nginx',
  callers: PODS,
  // upstream-keepalive-timeout, https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/
  idleTimeoutSeconds: 60,
  // https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#custom-timeouts
  timeout: (seconds) => ({
    'nginx.ingress.kubernetes.io/proxy-read-timeout': String(seconds),
    'nginx.ingress.kubernetes.io/proxy-send-timeout': String(seconds),
  }),
  docs: {
    idle: '60 s',
    health: 'readiness of the pods',
    sources: 'its pods; nodes where it uses the host network',
    address: 'that of its Service',
    timeout: '60 s',
  },
};

/** Controllers whose proxy is Envoy, without annotations for timeouts. */
function envoy(title: string, callers: PeersPlan, sources: string): IngressClass {
  return {
    title,
    callers,
    idleTimeoutSeconds: ENVOY_IDLE_SECONDS,
    docs: {
      idle: '3600 s',
      health: 'readiness of the pods',
      sources,
      address: 'that of its Service',
      timeout: 'unknown',
    },
  };
}

function google(title: string, callers: PeersPlan, sources: string, address: string): IngressClass {
  return {
    title,
    callers,
    // fixed: https://cloud.google.com/load-balancing/docs/https/request-distribution
    idleTimeoutSeconds: 600,
    // the controller has no IngressClass object: https://github.com/kubernetes/ingress-gce, pkg/utils/utils.go
    isAnnotation: true,
    // a ClusterIP Service has no other backends, and the annotation is not added by itself in clusters with network
    // policies: https://cloud.google.com/kubernetes-engine/docs/how-to/container-native-load-balancing
    serviceAnnotations: { 'cloud.google.com/neg': '{"ingress": true}' },
    docs: {
      idle: '600 s',
      // https://cloud.google.com/kubernetes-engine/docs/troubleshooting/ingress-health-checks
      health: 'the path of the HTTP readiness probe, otherwise `/`',
      sources,
      address,
      // of the backend service, https://cloud.google.com/load-balancing/docs/backend-service#timeout-setting
      timeout: '30 s',
    },
  };
}

/** https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/ */
const ALB: IngressClass = {
  title: 'AWS Application Load Balancer',
  callers: 'everyone',
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
  idleTimeoutSeconds: 60,
  annotations: (readiness, port) => ({
    // the default, instance, needs a node port
    'alb.ingress.kubernetes.io/target-type': 'ip',
    ...albHealthCheck(readiness, port),
  }),
  timeout: (seconds) => ({
    'alb.ingress.kubernetes.io/load-balancer-attributes': `idle_timeout.timeout_seconds=${seconds}`,
  }),
  isTimeoutIdle: true,
  longestTimeout: 4000,
  docs: {
    idle: '60 s, or `timeout`',
    health: 'the path of the HTTP readiness probe; without one, any answer of `/`',
    sources: 'the load balancer, in the VPC',
    address: 'internal; public with `alb.ingress.kubernetes.io/scheme: internet-facing`',
    timeout: '60 s between two bytes',
  },
};

/** The controller does not read the probes of the pods, and checks `/` by default. */
function albHealthCheck(readiness: Probe | undefined, trafficPort: string): Record<string, string> {
  const { path, port, scheme } = readiness?.httpGet ?? {};
  if (path === undefined) return { 'alb.ingress.kubernetes.io/success-codes': '200-499' };
  return {
    'alb.ingress.kubernetes.io/healthcheck-path': path,
    // a name is that of a port of the Service
    ...(port === trafficPort ? {} : { 'alb.ingress.kubernetes.io/healthcheck-port': String(port) }),
    ...(scheme === 'HTTPS' ? { 'alb.ingress.kubernetes.io/healthcheck-protocol': 'HTTPS' } : {}),
    // a status is a success of the probe, too
    'alb.ingress.kubernetes.io/success-codes': '200-399',
  };
}

/** https://azure.github.io/application-gateway-kubernetes-ingress/annotations/ */
const APPLICATION_GATEWAY: IngressClass = {
  title: 'Azure Application Gateway',
  callers: 'everyone',
  // not documented for connections to backends
  idleTimeoutSeconds: ENVOY_IDLE_SECONDS,
  timeout: (seconds) => ({ 'appgw.ingress.kubernetes.io/request-timeout': String(seconds) }),
  docs: {
    idle: 'unknown, taken as 3600 s',
    // https://azure.github.io/application-gateway-kubernetes-ingress/features/probes/
    health: 'the path of the HTTP readiness probe, otherwise `/`',
    sources: 'the gateway, in its subnet',
    address: 'public; internal with `appgw.ingress.kubernetes.io/use-private-ip: "true"`',
    timeout: '30 s',
  },
};

/** https://projectcontour.io/docs/main/config/annotations/ */
const CONTOUR: IngressClass = {
  ...envoy('Contour', PODS, 'its pods'),
  timeout: (seconds) => ({ 'projectcontour.io/response-timeout': `${seconds}s` }),
};

/** The annotation by which controllers found their Ingresses before there was a field. */
export const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** Controllers by the name of their class. */
export const INGRESS_CLASSES: ReadonlyMap<string, IngressClass> = new Map([
  ['alb', ALB],
  ['azure-application-gateway', APPLICATION_GATEWAY],
  // in the annotation: https://azure.github.io/application-gateway-kubernetes-ingress/annotations/
  ['azure/application-gateway', APPLICATION_GATEWAY],
  // requests have an identity of their own, which no selector of pods matches:
  // https://docs.cilium.io/en/stable/network/servicemesh/ingress/
  ['cilium', envoy('Cilium', 'everyone', 'nodes')],
  ['contour', CONTOUR],
  ['gce', google('Google, global external', GOOGLE_FRONT_ENDS, '130.211.0.0/22 and 35.191.0.0/16', 'public')],
  ['gce-internal', google('Google, internal', 'everyone', 'the proxy-only subnet', 'internal')],
  ['gce-regional-external', google('Google, regional external', 'everyone', 'the proxy-only subnet', 'public')],
  ['istio', envoy('Istio', PODS, 'its pods')],
  ['nginx', NGINX],
  [
    'traefik',
    {
      ...envoy('Traefik', PODS, 'its pods; nodes where it uses the host network'),
      // forwardingTimeouts.idleConnTimeout, https://doc.traefik.io/traefik/routing/overview/#forwarding-timeouts
      idleTimeoutSeconds: 90,
      docs: { ...NGINX.docs, idle: '90 s', timeout: 'unknown' },
    },
  ],
  // the add-on of AKS runs ingress-nginx: https://learn.microsoft.com/azure/aks/app-routing
  ['webapprouting.kubernetes.azure.com', { ...NGINX, title: 'AKS application routing (ingress-nginx)' }],
]);

/** Any other class, and the default class of a cluster. */
export const OTHER_CLASS: IngressClass = {
  title: 'another class, or the default class',
  callers: PODS,
  idleTimeoutSeconds: ENVOY_IDLE_SECONDS,
  docs: {
    idle: 'unknown, taken as 3600 s',
    health: 'unknown',
    sources: 'pods of the cluster; set `from` for others',
    address: 'unknown',
    timeout: 'unknown',
  },
};

const GCE = INGRESS_CLASSES.get('gce')!;

/**
 * On GKE, `gce` serves an Ingress without a class, unless the cluster has a default class: both are provided for.
 * https://cloud.google.com/kubernetes-engine/docs/concepts/ingress
 */
export const GKE_DEFAULT_CLASS: IngressClass = {
  ...GCE,
  title: 'the default class of GKE',
  callers: mergePeers([PODS, GOOGLE_FRONT_ENDS]),
  idleTimeoutSeconds: ENVOY_IDLE_SECONDS,
  isAnnotation: undefined,
  docs: {
    ...GCE.docs,
    idle: '600 s, taken as 3600 s',
    sources: `${GCE.docs.sources}, and pods of the cluster`,
  },
};

/** The controller of an Ingress, by its class and the cloud. */
export function ingressClassOf(
  { className, annotations }: Pick<IngressOptions, 'className' | 'annotations'>,
  cloud: Cloud,
): IngressClass {
  const name = className ?? annotations?.[CLASS_ANNOTATION];
  if (name === undefined) return cloud === Cloud.GKE ? GKE_DEFAULT_CLASS : OTHER_CLASS;
  return INGRESS_CLASSES.get(name) ?? OTHER_CLASS;
}
