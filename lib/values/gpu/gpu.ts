import { checksArguments } from '../../internal/type-check';
import { AMD_GPU, INTEL_GPU, NVIDIA_GPU } from './defaults';
import { type GpuDefinition, gpuDefinition } from './definition';
import type {
  AmdGpuOptions,
  GpuRequest,
  IntelGpuOptions,
  NvidiaGpuOptions,
  NvidiaMigOptions,
  NvidiaSharedGpuOptions,
} from './options';

/**
 * The graphics processors of one replica: an extended resource, and the nodes that have it.
 *
 * @example
 * const gpu = Gpu.nvidia({ count: 4, model: GpuModel.H100_80GB });
 */
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
  public readonly _definition: GpuDefinition;

  private constructor(request: GpuRequest) {
    this.count = request.count;
    this._definition = gpuDefinition(request);
  }
}

checksArguments('Gpu', Gpu);
