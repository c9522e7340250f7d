import { decide } from '../internal/definition';
import type { Checker } from '../internal/errors';
import { contentHash } from '../internal/hash';
import type { NodeRequirement, PodSpec, Toleration, TopologySpreadConstraint } from '../internal/kubernetes';
import { CHECKSUM_ANNOTATION } from '../internal/labels';
import type { GuardRails } from '../values/guard-rails';
import type { PodSecurityPlan } from '../values/pod-security/plan';
import { tolerationDefinition } from '../values/toleration-definition';
import { checkLevel } from './confinement';
import type { PlannedContainer } from './container/container';
import { planDisk } from './disk';
import type { PodPlan } from './plan';
import { checkPodProps } from './pod-checks';
import { planDns, planHostAliases } from './pod-network';
import type { PodProps } from './pod-props';
import { checkQuota } from './quota';
import type { PodStorage } from './storage';

/** The parts of a pod, each planned already. */
export interface PodRequest {
  /** What the user gave of the pod; checked here. */
  readonly props: PodProps;
  readonly labels: Readonly<Record<string, string>>;
  /** In addition to the user's, which win. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly main: PlannedContainer;
  /** Containers for the whole life of the pod: native sidecars, or plain containers where the cluster has none. */
  readonly sidecars?: readonly PlannedContainer[];
  /** Containers that end before the main one starts, in this order. */
  readonly init?: readonly PlannedContainer[];
  readonly storage: PodStorage;
  readonly security: PodSecurityPlan;
  readonly account: { readonly serviceAccountName: string; readonly mountToken: boolean };
  /** Where pods with such GPUs can run. */
  readonly nodes?: {
    readonly nodeSelector: Readonly<Record<string, string>>;
    readonly nodeAffinity: readonly NodeRequirement[];
    readonly tolerations: readonly Toleration[];
  };
  readonly spread?: readonly TopologySpreadConstraint[];
  readonly graceSeconds?: number;
  readonly restartPolicy?: PodPlan['restartPolicy'];
  readonly hostname?: string;
  readonly subdomain?: string;
  readonly schedulerName?: string;
  readonly resourceClaims?: PodSpec['resourceClaims'];
  readonly rails?: GuardRails;
}

/** Checks and decides everything about a pod, whichever object has it. `check` is at the props of the workload. */
export function planPod(check: Checker, request: PodRequest): PodPlan {
  const { props, main, sidecars = [], init = [], storage, security, account, nodes, rails } = request;
  checkPodProps(check, props);
  checkLevel(check.at('security'), security, rails);
  const helpers = sidecars.map(({ container }) => container);
  const pod: PodPlan = {
    labels: { ...request.labels },
    annotations: { ...checksums(main), ...request.annotations, ...props.podAnnotations },
    serviceAccountName: account.serviceAccountName,
    mountToken: account.mountToken,
    security,
    // sidecars first: they ship the logs of the init containers too, and a proxy is there when one needs it
    initContainers: [...helpers.filter(({ sidecar }) => sidecar), ...init.map(({ container }) => container)],
    // the main container first: `kubectl logs` and `kubectl exec` choose it
    containers: [main.container, ...helpers.filter(({ sidecar }) => !sidecar)],
    volumes: storage.volumes,
    nodeSelector: { ...nodes?.nodeSelector, ...props.nodeSelector },
    nodeAffinity: nodes?.nodeAffinity,
    tolerations: [...(nodes?.tolerations ?? []), ...planTolerations(check.at('tolerations'), props)],
    spread: request.spread,
    graceSeconds: request.graceSeconds,
    priorityClassName: props.priorityClassName,
    runtimeClassName: props.runtimeClassName,
    imagePullSecrets: props.imagePullSecrets,
    restartPolicy: request.restartPolicy,
    hostname: request.hostname,
    subdomain: request.subdomain,
    schedulerName: request.schedulerName,
    resourceClaims: request.resourceClaims,
    hostAliases: planHostAliases(check.at('hostAliases'), props),
    ...planDns(check.at('dns'), props),
  };
  const sized = planDisk(pod, storage.expected);
  // where the amounts of a container are at fault, what the pod takes is not known
  const areKnown = [main, ...sidecars, ...init].every(({ container }) => container.resources.requests !== undefined);
  if (areKnown) checkQuota(check.at('compute'), sized, rails);
  return sized;
}

function planTolerations(check: Checker, { tolerations = [] }: PodProps): Toleration[] {
  return tolerations.flatMap((toleration, i) => decide(check.at(i), tolerationDefinition(toleration), undefined) ?? []);
}

/** A ConfigMap with a name of its own is changed in place; the checksum replaces the pods. */
function checksums({ configMaps }: PlannedContainer): Record<string, string> {
  const sums = configMaps.flatMap(({ checksum }) => checksum ?? []);
  return sums.length > 0 ? { [CHECKSUM_ANNOTATION]: sums.length === 1 ? sums[0] : contentHash(sums, 16) } : {};
}
