import type { PodSecurity, Toleration } from '../values';
import type { ContainerProps } from './container/props';
import type { HostAlias, PodDns } from './pod-options';

/** What a pod can be given, and its main container. */
export interface PodProps extends ContainerProps {
  /**
   * Size of the memory-backed `/dev/shm` of the main container, a quantity; it counts against the memory limit.
   *
   * @default - derived where a pod has several GPUs, else none
   */
  readonly sharedMemory?: string;
  /**
   * How far the containers are confined: `securityContext`.
   *
   * @default - Pod Security "restricted", as a numeric user
   */
  readonly security?: PodSecurity;
  /**
   * Labels that nodes must have: `nodeSelector`, in addition to those of the GPU.
   *
   * @default - none
   */
  readonly nodeSelector?: { [label: string]: string };
  /**
   * Taints that the pods tolerate, in addition to those of GPU nodes: `tolerations`.
   *
   * @default - none
   */
  readonly tolerations?: Toleration[];
  /**
   * `priorityClassName` of the pods.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;
  /**
   * `runtimeClassName` of the pods, for example `nvidia`.
   *
   * @default - the cluster's default
   */
  readonly runtimeClassName?: string;
  /**
   * Names of Secrets with which images are pulled: `imagePullSecrets`.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];
  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };
  /**
   * Labels of the pods alone, in addition to `labels`. They are not part of any selector.
   *
   * @default - none
   */
  readonly podLabels?: { [key: string]: string };
  /**
   * Names that addresses have in the pods: `hostAliases`.
   *
   * @default - none
   */
  readonly hostAliases?: HostAlias[];
  /**
   * Where the pods look names up: `dnsPolicy`, `dnsConfig`.
   *
   * @default - the cluster's DNS
   */
  readonly dns?: PodDns;
}
