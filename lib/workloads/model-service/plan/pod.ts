import { contentHash } from '../../../internal/hash';
import { CHECKSUM_ANNOTATION } from '../../../internal/labels';
import type { ContainerPlan, PodPlan } from '../../../pod/plan';
import type { Storage } from '../../../pod/storage';
import { drainPlan } from '../../../traits/drain';
import type { IdentityPlan } from '../../../traits/identity-plan';
import { scrapeAnnotations } from '../../../traits/monitoring-plan';
import { probePlan } from '../../../traits/probe-plan';
import type { SidecarPlan } from '../../../traits/sidecar-plan';
import { spreadConstraints } from '../../../traits/spread-constraints';
import { computeDefinition } from '../../../values/compute/definition';
import type { PodSecurityPlan } from '../../../values/pod-security/plan';
import type { SecretPlan } from '../../../values/secret/plan';
import { tolerationDefinition } from '../../../values/toleration';
import type { ModelServiceProps } from '../model-service-props';
import type { ConfigPlan } from './config';
import { planDisk } from './disk';
import { planEnv, planEnvFrom } from './env';
import type { ServiceFacts } from './facts';
import { planSecurity } from './security';

export interface PodParts {
  readonly labels: Record<string, string>;
  readonly selector: Record<string, string>;
  readonly config?: ConfigPlan;
  readonly files?: ConfigPlan;
  readonly secrets: readonly SecretPlan[];
  readonly sidecars: readonly SidecarPlan[];
  readonly identity: IdentityPlan;
  readonly storage: Storage;
  readonly download?: ContainerPlan;
}

/** Everything about the pods, for whichever engine carries them. */
export function planPod(props: ModelServiceProps, facts: ServiceFacts, parts: PodParts): PodPlan {
  const { identity, storage, sidecars, download } = parts;
  const helpers = sidecars.map((one) => one.container);
  const { gpu } = computeDefinition(props.compute).plan({ cloud: facts.target.cloud });
  const nodes = gpu?.placement ?? { nodeSelector: {}, nodeAffinity: [], tolerations: [] };
  const security = planSecurity(props, facts);
  const pod: PodPlan = {
    labels: { ...parts.labels, ...identity.podLabels },
    annotations: {
      ...checksums(parts.config, parts.files),
      ...scrapeAnnotations(props.monitoring, facts.metrics),
      ...props.podAnnotations,
    },
    serviceAccountName: identity.serviceAccountName,
    mountToken: identity.mountToken,
    security,
    // sidecars first: the download's logs are then shipped too, and a proxy is there when it needs one
    initContainers: [...helpers.filter((c) => c.sidecar), ...(download ? [download] : [])],
    // the server first: it is what `kubectl logs` and `kubectl exec` mean
    containers: [serverContainer(props, facts, parts, security), ...helpers.filter((c) => !c.sidecar)],
    volumes: storage.volumes,
    nodeSelector: { ...nodes.nodeSelector, ...props.nodeSelector },
    nodeAffinity: nodes.nodeAffinity,
    tolerations: [...nodes.tolerations, ...(props.tolerations ?? []).map((one) => tolerationDefinition(one).plan())],
    spread: spreadConstraints(props.spread, {
      labels: parts.selector,
      gpusPerPod: facts.gpusPerPod,
      revisionLabel: 'pod-template-hash',
      target: facts.target,
    }),
    graceSeconds: drainPlan(facts.drain).graceSeconds,
    priorityClassName: props.priorityClassName,
    runtimeClassName: props.runtimeClassName,
    imagePullSecrets: props.imagePullSecrets,
  };
  return planDisk(pod, storage.expected);
}

function serverContainer(
  props: ModelServiceProps,
  facts: ServiceFacts,
  parts: PodParts,
  security: PodSecurityPlan,
): ContainerPlan {
  const { profile, source, gpusPerPod } = facts;
  const { preStopSeconds, shutdownSeconds } = drainPlan(facts.drain);
  const { startup, readiness, liveness } = probePlan(facts.probes);
  const context = {
    modelName: facts.name,
    modelPath: source?.modelPath,
    modelReference: source?.download ? undefined : source?.hub,
    gpus: gpusPerPod,
    shutdownSeconds,
  };
  return {
    name: facts.container,
    image: props.image,
    command: profile.command,
    args: profile.args(context),
    env: planEnv(props, facts, parts.secrets, profile.env(context)),
    envFrom: planEnvFrom(props, parts.config),
    ports: profile.ports.map(({ name, port }) => ({ name, containerPort: port })),
    resources: computeDefinition(props.compute).plan({ cloud: facts.target.cloud }).resources,
    mounts: parts.storage.mounts,
    startupProbe: startup,
    readinessProbe: readiness,
    livenessProbe: liveness,
    preStopSleepSeconds: preStopSeconds,
    capabilities: security.capabilities,
    readOnlyRoot: security.readOnlyRoot,
  };
}

/** A config map with a name of its own changes in place; the checksum is what makes the pods follow. */
function checksums(...configs: (ConfigPlan | undefined)[]): Record<string, string> {
  const sums = configs.flatMap((config) => config?.checksum ?? []);
  return sums.length > 0 ? { [CHECKSUM_ANNOTATION]: sums.length === 1 ? sums[0] : contentHash(sums, 16) } : {};
}
