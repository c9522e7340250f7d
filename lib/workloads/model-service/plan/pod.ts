import { contentHash } from '../../../internal/hash';
import type { Toleration } from '../../../internal/kubernetes';
import { CHECKSUM_ANNOTATION } from '../../../internal/labels';
import type { ContainerPlan, PodPlan } from '../../../pod/plan';
import type { Storage } from '../../../pod/storage';
import type { SidecarPlan } from '../../../traits/sidecar-plan';
import { resourceRequirements } from '../../../values/compute-plan';
import { needsWritableRoot, placement } from '../../../values/gpu-placement';
import type { SecretPlan } from '../../../values/secret-plan';
import type { ModelServiceProps } from '../model-service-props';
import type { ConfigPlan } from './config';
import { planDisk } from './disk';
import { planEnv, planEnvFrom } from './env';
import type { ServiceFacts } from './facts';
import { planSecurity } from './security';
import type { TraitPlans } from './traits';

export interface PodParts {
  readonly labels: Record<string, string>;
  readonly config?: ConfigPlan;
  readonly files?: ConfigPlan;
  readonly secrets: readonly SecretPlan[];
  readonly sidecars: readonly SidecarPlan[];
  readonly traits: TraitPlans;
  readonly storage: Storage;
  readonly download?: ContainerPlan;
}

/** Everything about the pods, for whichever engine carries them. */
export function planPod(props: ModelServiceProps, facts: ServiceFacts, parts: PodParts): PodPlan {
  const { traits, storage, sidecars, download } = parts;
  const { identity } = traits;
  const helpers = sidecars.map((one) => one.container);
  const nodes = props.compute.gpu
    ? placement(props.compute.gpu, facts.target.cloud)
    : { nodeSelector: {}, nodeAffinity: [], tolerations: [] };
  const pod: PodPlan = {
    labels: { ...parts.labels, ...identity.podLabels },
    annotations: {
      ...checksums(parts.config, parts.files),
      ...traits.monitoring.podAnnotations,
      ...props.podAnnotations,
    },
    serviceAccountName: identity.serviceAccountName,
    mountToken: identity.mountToken,
    security: planSecurity(props.security, facts.profile),
    // sidecars first: the download's logs are then shipped too, and a proxy is there when it needs one
    initContainers: [...helpers.filter((c) => c.sidecar), ...(download ? [download] : [])],
    // the server first: it is what `kubectl logs` and `kubectl exec` mean
    containers: [serverContainer(props, facts, parts), ...helpers.filter((c) => !c.sidecar)],
    volumes: storage.volumes,
    nodeSelector: { ...nodes.nodeSelector, ...props.nodeSelector },
    nodeAffinity: nodes.nodeAffinity,
    tolerations: [...nodes.tolerations, ...(props.tolerations ?? []).map(toleration)],
    spread: traits.spread,
    graceSeconds: traits.drain.graceSeconds,
    priorityClassName: props.priorityClassName,
    runtimeClassName: props.runtimeClassName,
    imagePullSecrets: props.imagePullSecrets,
  };
  return planDisk(pod, storage.expected);
}

function serverContainer(props: ModelServiceProps, facts: ServiceFacts, parts: PodParts): ContainerPlan {
  const { profile, source, gpusPerPod } = facts;
  const { preStopSeconds, shutdownSeconds } = parts.traits.drain;
  const { startup, readiness, liveness } = parts.traits.probes;
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
    resources: resourceRequirements(props.compute, facts.target.cloud),
    mounts: parts.storage.mounts,
    startupProbe: startup,
    readinessProbe: readiness,
    livenessProbe: liveness,
    preStopSleepSeconds: preStopSeconds,
    capabilities: props.security?._plan.capabilities,
    readOnlyRoot: props.security?._plan.readOnlyRoot ?? !(props.compute.gpu && needsWritableRoot(props.compute.gpu)),
  };
}

/** A config map with a name of its own changes in place; the checksum is what makes the pods follow. */
function checksums(...configs: (ConfigPlan | undefined)[]): Record<string, string> {
  const sums = configs.flatMap((config) => config?.checksum ?? []);
  return sums.length > 0 ? { [CHECKSUM_ANNOTATION]: sums.length === 1 ? sums[0] : contentHash(sums, 16) } : {};
}

function toleration({ key, value, effect }: NonNullable<ModelServiceProps['tolerations']>[number]): Toleration {
  // an empty value is what the API server reads where none is written, and it does not keep it
  return { key, operator: value === undefined ? 'Exists' : 'Equal', value: value || undefined, effect };
}
