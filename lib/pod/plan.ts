import type {
  Container,
  EnvFromSource,
  EnvVar,
  NodeRequirement,
  PodSpec,
  Probe,
  ResourceRequirements,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from '../internal/kubernetes';
import type { PodSecurityPlan } from '../values/pod-security/plan';

/** Everything decided about one container; the security context comes from the pod's plan. */
export interface ContainerPlan {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly EnvFromSource[];
  readonly ports?: readonly { name: string; containerPort: number; protocol?: string }[];
  readonly resources: ResourceRequirements;
  readonly mounts?: readonly VolumeMount[];
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  /** What happens when the pod begins to end, before the container's SIGTERM. */
  readonly preStop?: NonNullable<Container['lifecycle']>['preStop'];
  /** Runs beside the others for the whole life of the pod though it starts before them: a native sidecar. */
  readonly sidecar?: boolean;
  /** Numeric user where it is not the pod's: the image of a download or a sidecar knows its own. */
  readonly user?: number;
  /** Capabilities added after all were dropped. */
  readonly capabilities?: readonly string[];
  /** True unless said otherwise. */
  readonly readOnlyRoot?: boolean;
}

/** Everything decided about a pod, whichever object carries it. */
export interface PodPlan {
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
  readonly serviceAccountName?: string;
  readonly mountToken: boolean;
  readonly security: PodSecurityPlan;
  readonly initContainers: readonly ContainerPlan[];
  readonly containers: readonly ContainerPlan[];
  readonly volumes: readonly Volume[];
  readonly nodeSelector?: Record<string, string>;
  /** Labels of nodes of which one value of several must match. */
  readonly nodeAffinity?: readonly NodeRequirement[];
  readonly tolerations?: readonly Toleration[];
  readonly spread?: readonly TopologySpreadConstraint[];
  readonly graceSeconds?: number;
  readonly priorityClassName?: string;
  readonly runtimeClassName?: string;
  readonly imagePullSecrets?: readonly string[];
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  readonly hostname?: string;
  readonly subdomain?: string;
  readonly schedulerName?: string;
  readonly resourceClaims?: PodSpec['resourceClaims'];
  readonly hostAliases?: PodSpec['hostAliases'];
  readonly dnsPolicy?: string;
  readonly dnsConfig?: PodSpec['dnsConfig'];
}
