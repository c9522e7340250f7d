import type { Checker } from '../internal/errors';
import { checksArguments } from '../internal/type-check';
import { Cloud } from './cluster-target';
import { AMD_GPU, INTEL_GPU, NVIDIA_GPU } from './defaults';
import { checkGpu, type GpuSpec } from './gpu-check';
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
   * The model that the nodes must have: a node selector (or required node affinity, where the model goes by several
   * labels) in the words of the cluster's cloud.
   *
   * @default - any
   */
  readonly model?: GpuModel;
  /**
   * Whether to run on spot (preemptible) nodes: selects them and tolerates their taint. What marks spot nodes is not known
   * on a generic cluster, where it is refused.
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

/** The graphics processors of one replica: an extended resource, and the nodes that have it. */
export class Gpu {
  /** Whole NVIDIA GPUs: `nvidia.com/gpu`. */
  public static nvidia(options: NvidiaGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'nvidia', ...options, count: options.count ?? NVIDIA_GPU.values.count });
  }

  /** Slices of an NVIDIA GPU: `nvidia.com/mig-<profile>`; on GKE `nvidia.com/gpu` on nodes with such a partition size. */
  public static nvidiaMig(options: NvidiaMigOptions): Gpu {
    return new Gpu({ kind: 'mig', ...options, count: options.count ?? NVIDIA_GPU.values.count });
  }

  /** One share of an NVIDIA GPU: `nvidia.com/gpu.shared`; on GKE `nvidia.com/gpu` on nodes that share their GPUs. */
  public static nvidiaShared(options: NvidiaSharedGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'shared', ...options, count: 1 });
  }

  /** AMD GPUs: `amd.com/gpu`. */
  public static amd(options: AmdGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'amd', count: options.count ?? AMD_GPU.values.count });
  }

  /** Intel GPUs: `gpu.intel.com/i915`. */
  public static intel(options: IntelGpuOptions = {}): Gpu {
    return new Gpu({ kind: 'intel', count: options.count ?? INTEL_GPU.values.count });
  }

  /**
   * Any other extended resource that a device plugin offers.
   *
   * @param resourceName the resource, for example `example.com/npu`
   * @param count how many of them one replica gets; 1 without
   */
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

  /**
   * The extended resource in `resources`.
   * @internal
   */
  public _resourceName(cloud: Cloud = Cloud.GENERIC): string {
    const { kind, profile, resourceName } = this._spec;
    switch (kind) {
      case 'nvidia':
        return 'nvidia.com/gpu';
      // GKE offers slices and shares as whole GPUs of nodes that are labelled so:
      // https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi and .../timesharing-gpus
      case 'mig':
        return cloud === Cloud.GKE ? 'nvidia.com/gpu' : `nvidia.com/mig-${profile}`;
      case 'shared':
        return cloud === Cloud.GKE ? 'nvidia.com/gpu' : 'nvidia.com/gpu.shared';
      case 'amd':
        return 'amd.com/gpu';
      case 'intel':
        return 'gpu.intel.com/i915';
      case 'custom':
        return resourceName!;
    }
  }

  /**
   * Memory of all GPUs of a replica in GiB, where it is known; a slice has the memory that its profile names.
   * @internal
   */
  public get _memoryGib(): number | undefined {
    const { kind, profile, model } = this._spec;
    const slice = kind === 'mig' ? Number(/\.(\d+)gb/.exec(profile!)?.[1]) : undefined;
    const one = slice ?? model?.memoryGib;
    return one === undefined ? undefined : one * this.count;
  }

  /**
   * Refuses what no node of the cloud can offer.
   * @internal
   */
  public _check(check: Checker, cloud: Cloud = Cloud.GENERIC): void {
    checkGpu(check, this._spec, cloud);
  }
}

checksArguments('Gpu', Gpu);
