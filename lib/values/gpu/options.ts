import type { GpuModel } from './gpu-model';

/** Whole GPUs of NVIDIA. */
export interface NvidiaGpuOptions {
  /**
   * How many GPUs one replica gets.
   *
   * @default 1
   */
  readonly count?: number;
  /**
   * The model that the nodes must have: a node selector, or required node affinity where a model has several labels. The
   * labels are those of the cluster's cloud.
   *
   * @default - any
   */
  readonly model?: GpuModel;
  /**
   * Whether to run on spot (preemptible) nodes: selects them and tolerates their taint. Refused on a generic cluster,
   * where the labels of spot nodes are not known.
   *
   * @default false
   */
  readonly spot?: boolean;
}

/** Slices of NVIDIA GPUs, partitioned in hardware (MIG). */
export interface NvidiaMigOptions extends NvidiaGpuOptions {
  /** The slice's profile: compute slices, then memory, for example `1g.10gb`. */
  readonly profile: string;
}

/** How several containers share one GPU. */
export enum GpuSharing {
  /** They take turns; each may use all of the GPU's memory. */
  TIME_SHARING = 'time-sharing',
  /** They run at once, each with its part of the memory (NVIDIA's Multi-Process Service). */
  MPS = 'mps',
}

/** A share of a GPU of NVIDIA. */
export interface NvidiaSharedGpuOptions {
  /**
   * The model that the nodes must have.
   *
   * @default - any
   */
  readonly model?: GpuModel;
  /**
   * How GKE shares the GPU: `cloud.google.com/gke-gpu-sharing-strategy`. Elsewhere the configuration of NVIDIA's device
   * plugin decides, and this says nothing.
   *
   * @default - time-sharing on GKE
   */
  readonly strategy?: GpuSharing;
  /**
   * Most containers that share one GPU of the nodes, 2 to 48: `cloud.google.com/gke-max-shared-clients-per-gpu` on GKE;
   * elsewhere it says nothing.
   *
   * @default - any
   */
  readonly maxClients?: number;
  /**
   * Whether to run on spot nodes.
   *
   * @default false
   */
  readonly spot?: boolean;
}

/** GPUs of AMD. */
export interface AmdGpuOptions {
  /**
   * How many GPUs one replica gets.
   *
   * @default 1
   */
  readonly count?: number;
}

/** GPUs of Intel. */
export interface IntelGpuOptions {
  /**
   * How many GPUs one replica gets.
   *
   * @default 1
   */
  readonly count?: number;
}

/** The options of all factories of `Gpu`, with defaults filled in. */
export interface GpuRequest {
  readonly kind: 'nvidia' | 'mig' | 'shared' | 'amd' | 'intel' | 'custom';
  readonly count: number;
  readonly model?: GpuModel;
  readonly profile?: string;
  readonly strategy?: string;
  readonly maxClients?: number;
  readonly spot?: boolean;
  readonly resourceName?: string;
}
