import type { Checker } from '../internal/errors';
import { Cloud } from './cluster-target';
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
   * The model that the nodes must have, as a node selector in the words of the cluster's cloud.
   *
   * @default - any
   */
  readonly model?: GpuModel;
  /**
   * Whether to run on spot (preemptible) nodes: selects them and tolerates their taint. Not known on a generic cluster.
   *
   * @default false
   */
  readonly spot?: boolean;
}

/** Slices of one NVIDIA GPU, cut in hardware (MIG). */
export interface NvidiaMigOptions extends NvidiaGpuOptions {
  /** The slice's profile: compute slices, then memory, for example `1g.10gb`. */
  readonly profile: string;
}

/** A GPU of NVIDIA that several containers take turns on (time-slicing or MPS). */
export interface NvidiaSharedGpuOptions {
  /**
   * The model that the nodes must have.
   *
   * @default - any
   */
  readonly model?: GpuModel;
  /**
   * How GKE shares the GPU, `cloud.google.com/gke-gpu-sharing-strategy`: `time-sharing` or `mps`. Other clusters have it
   * in the device plugin's configuration.
   *
   * @default - `time-sharing` on GKE
   */
  readonly strategy?: string;
  /**
   * Most containers that share one GPU of the nodes, `cloud.google.com/gke-max-shared-clients-per-gpu` on GKE.
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

/** @internal */
export interface GpuSpec {
  readonly kind: 'nvidia' | 'mig' | 'shared' | 'amd' | 'intel' | 'custom';
  readonly count: number;
  readonly model?: GpuModel;
  readonly profile?: string;
  readonly strategy?: string;
  readonly maxClients?: number;
  readonly spot?: boolean;
  readonly resourceName?: string;
}

/** The graphics processors of one replica: an extended resource, and the nodes that have it. */
export class Gpu {
  /** Whole NVIDIA GPUs: `nvidia.com/gpu`. */
  public static nvidia(options: NvidiaGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'nvidia', count: 1, ...options });
  }

  /** Slices of an NVIDIA GPU: `nvidia.com/mig-<profile>`, or a node selector on GKE. */
  public static nvidiaMig(options: NvidiaMigOptions): Gpu {
    return new Gpu({ kind: 'mig', count: 1, ...options });
  }

  /** One share of an NVIDIA GPU: `nvidia.com/gpu.shared`, or a node selector on GKE. */
  public static nvidiaShared(options: NvidiaSharedGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'shared', count: 1, ...options });
  }

  /** AMD GPUs: `amd.com/gpu`. */
  public static amd(options: AmdGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'amd', count: 1, ...options });
  }

  /** Intel GPUs: `gpu.intel.com/i915`. */
  public static intel(options: IntelGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'intel', count: 1, ...options });
  }

  /** Any other extended resource that a device plugin offers, for example `example.com/npu`. */
  public static custom(resourceName: string, count: number = 1): Gpu {
    return new Gpu({ kind: 'custom', resourceName, count });
  }

  /** How many of them one replica gets. */
  public readonly count: number;

  /** @internal */
  public readonly _spec: GpuSpec;

  private constructor(spec: GpuSpec) {
    this._spec = spec;
    this.count = spec.count;
  }

  /** @internal */
  public _resourceName(_cloud: Cloud = Cloud.GENERIC): string {
    return 'nvidia.com/gpu';
  }

  /** @internal */
  public _check(_check: Checker, _cloud: Cloud = Cloud.GENERIC): void {}
}
