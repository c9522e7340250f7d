import { checksArguments } from '../../internal/type-check';
import { efaFabric, type FabricDefinition, rdmaFabric } from './definition';
import type { EfaOptions, RdmaOptions } from './options';

/**
 * A fast network between the pods of a run. Each pod that trains takes its adapters as an extended resource, and NCCL is told
 * to use them. Nothing of this is set where no fabric is declared.
 */
export class Fabric {
  /**
   * InfiniBand or RoCE, through a device plugin. Where NCCL cannot use the adapters the run fails, instead of going on over
   * TCP.
   *
   * @param options the resource, and which adapters are used
   */
  public static rdma(options: RdmaOptions): Fabric {
    return new Fabric(rdmaFabric(options));
  }

  /**
   * The Elastic Fabric Adapters of AWS: resource `vpc.amazonaws.com/efa`. The image needs libfabric and its plugin for NCCL.
   *
   * @param options how many
   */
  public static efa(options: EfaOptions = {}): Fabric {
    return new Fabric(efaFabric(options));
  }

  /** @internal */
  public readonly _definition: FabricDefinition;

  private constructor(definition: FabricDefinition) {
    this._definition = definition;
  }
}

checksArguments('Fabric', Fabric);
