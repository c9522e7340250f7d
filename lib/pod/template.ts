import type { Affinity, Container, EnvVar, PodTemplateSpec } from '../internal/kubernetes';
import type { ContainerPlan, PodPlan } from './plan';
import { containerSecurityContext, podSecurityContext } from './security';

/** The pod template of a plan; every engine that carries a pod uses it. */
export function podTemplate(plan: PodPlan): PodTemplateSpec {
  return {
    metadata: { labels: plan.labels, annotations: some(plan.annotations) },
    spec: {
      serviceAccountName: plan.serviceAccountName,
      automountServiceAccountToken: plan.mountToken,
      // a Service named VLLM would set VLLM_PORT in every pod of the namespace, and vLLM reads that as its own setting
      enableServiceLinks: false,
      securityContext: podSecurityContext(plan.security),
      initContainers: list(plan.initContainers.map((c) => container(c, plan))),
      containers: plan.containers.map((c) => container(c, plan)),
      volumes: list(plan.volumes),
      nodeSelector: some(plan.nodeSelector),
      affinity: nodeAffinity(plan),
      tolerations: list(plan.tolerations),
      topologySpreadConstraints: list(plan.spread),
      terminationGracePeriodSeconds: plan.graceSeconds,
      priorityClassName: plan.priorityClassName,
      runtimeClassName: plan.runtimeClassName,
      imagePullSecrets: list(plan.imagePullSecrets?.map((name) => ({ name }))),
      restartPolicy: plan.restartPolicy,
      hostname: plan.hostname,
      subdomain: plan.subdomain,
      schedulerName: plan.schedulerName,
      resourceClaims: list(plan.resourceClaims),
      hostAliases: list(plan.hostAliases),
      dnsPolicy: plan.dnsPolicy,
      dnsConfig: plan.dnsConfig,
    },
  };
}

function container(plan: ContainerPlan, pod: PodPlan): Container {
  return {
    name: plan.name,
    image: plan.image,
    // a tag or a digest names one image for good, so pulling it again at every start only adds a way to fail
    imagePullPolicy: 'IfNotPresent',
    command: list(plan.command),
    args: list(plan.args),
    env: list(plan.env?.map(stored)),
    envFrom: list(plan.envFrom),
    ports: list(plan.ports),
    resources: plan.resources,
    volumeMounts: list(plan.mounts),
    startupProbe: plan.startupProbe,
    readinessProbe: plan.readinessProbe,
    livenessProbe: plan.livenessProbe,
    lifecycle: plan.preStop && { preStop: plan.preStop },
    restartPolicy: plan.sidecar ? 'Always' : undefined,
    securityContext: containerSecurityContext(plan, pod.security),
  };
}

/** The API server does not keep an empty value: written, it would look like a change to those who compare. */
function stored(variable: EnvVar): EnvVar {
  return variable.value === '' ? { name: variable.name } : variable;
}

function nodeAffinity({ nodeAffinity }: PodPlan): Affinity | undefined {
  if (!nodeAffinity?.length) return undefined;
  const nodeSelectorTerms = [{ matchExpressions: [...nodeAffinity] }];
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } };
}

function list<T>(items: readonly T[] | undefined): T[] | undefined {
  return items?.length ? [...items] : undefined;
}

function some<T extends object>(map: T | undefined): T | undefined {
  return map && Object.keys(map).length > 0 ? map : undefined;
}
