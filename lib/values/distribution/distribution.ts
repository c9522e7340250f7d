import { checksArguments } from '../../internal/type-check';
import { custom, type DistributionDefinition, jax, mpi, pyTorch, ray, tensorFlow, xgboost } from './definition';
import type {
  CustomDistributionOptions,
  JaxOptions,
  MpiOptions,
  PyTorchOptions,
  RayOptions,
  TensorFlowOptions,
  XgboostOptions,
} from './options';

/**
 * How a training program runs in several pods: the roles, and how they find each other. Which system runs the pods is the
 * job's `engine`. The environment of each framework is in docs/training-job.md.
 *
 * @example
 * const distribution = Distribution.pyTorch({ nodes: 4, processesPerNode: 8 });
 */
export class Distribution {
  /**
   * PyTorch (`torchrun`, Accelerate, DeepSpeed with torchrun): `PET_*`, `MASTER_ADDR`, `MASTER_PORT`, `WORLD_SIZE`, and
   * `RANK` where a node runs one process.
   *
   * @param options nodes and processes
   */
  public static pyTorch(options: PyTorchOptions): Distribution {
    return new Distribution(pyTorch(options));
  }

  /**
   * TensorFlow: `TF_CONFIG`.
   *
   * @param options the roles, for example `{ workers: { replicas: 3 } }`
   */
  public static tensorFlow(options: TensorFlowOptions): Distribution {
    return new Distribution(tensorFlow(options));
  }

  /**
   * JAX: `JAX_COORDINATOR_ADDRESS`, which JAX reads, and `JAX_NUM_PROCESSES` and `JAX_PROCESS_ID`, which the program hands to
   * `jax.distributed.initialize`.
   *
   * @param options the nodes
   */
  public static jax(options: JaxOptions): Distribution {
    return new Distribution(jax(options));
  }

  /**
   * MPI: a host file for the launcher, for Open MPI 4 and 5.
   *
   * @param options launcher, workers and slots
   */
  public static mpi(options: MpiOptions): Distribution {
    return new Distribution(mpi(options));
  }

  /**
   * XGBoost: `XGBOOST_TRACKER_URI`, `XGBOOST_TRACKER_PORT`, `RANK` and `WORLD_SIZE`. XGBoost itself reads no environment
   * variable: the program hands them to `xgboost.collective`, or takes them as arguments, `$(XGBOOST_TRACKER_URI)`.
   *
   * @param options the nodes
   */
  public static xgboost(options: XgboostOptions): Distribution {
    return new Distribution(xgboost(options));
  }

  /**
   * Ray: a head, and workers that the driver uses.
   *
   * @param options head and workers
   */
  public static ray(options: RayOptions): Distribution {
    return new Distribution(ray(options));
  }

  /**
   * Roles of your own, with an environment from a fixed vocabulary: see `RoleValue`.
   *
   * @param options the roles
   */
  public static custom(options: CustomDistributionOptions): Distribution {
    return new Distribution(custom(options));
  }

  /** @internal */
  public readonly _definition: DistributionDefinition;

  private constructor(definition: DistributionDefinition) {
    this._definition = definition;
  }
}

checksArguments('Distribution', Distribution);
