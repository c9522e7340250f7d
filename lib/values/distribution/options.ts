import type { Compute } from '../compute/compute';
import type { Toleration } from '../toleration';
import type { RoleValue } from './role-value';

/** What one role of a distribution has in place of, or in addition to, what the job has. */
export interface RoleOptions {
  /**
   * Resources of one pod of the role.
   *
   * @default - the job's `compute`
   */
  readonly compute?: Compute;
  /**
   * Image of the role.
   *
   * @default - the job's `image`
   */
  readonly image?: string;
  /**
   * Command of the role.
   *
   * @default - the job's `command`
   */
  readonly command?: string[];
  /**
   * Arguments of the role.
   *
   * @default - the job's `args`
   */
  readonly args?: string[];
  /**
   * Labels that nodes must have, in addition to the job's: `nodeSelector`.
   *
   * @default - none
   */
  readonly nodeSelector?: { [label: string]: string };
  /**
   * Taints that the pods tolerate, in addition to the job's: `tolerations`.
   *
   * @default - none
   */
  readonly tolerations?: Toleration[];
}

/** A role with a number of pods. */
export interface ReplicatedRole extends RoleOptions {
  /** How many pods. */
  readonly replicas: number;
}

/** A role of a custom distribution. */
export interface CustomRole extends ReplicatedRole {
  /** Name of the role, part of the names of its pods: a DNS label, for example `server`. */
  readonly name: string;
  /**
   * TCP ports that other pods of the run connect to.
   *
   * @default - none
   */
  readonly ports?: RolePort[];
  /**
   * Environment whose values are known for each run or each pod only.
   *
   * @default - none
   */
  readonly env?: { [name: string]: RoleValue };
  /**
   * Whether the run ends successfully when this role does; the pods of other roles are then stopped.
   *
   * @default false
   */
  readonly endsRun?: boolean;
}

/** A port that pods of a run connect to. */
export interface RolePort {
  /** Name of the port. */
  readonly name: string;
  /** The number. */
  readonly port: number;
}

/** PyTorch on several nodes, or with several processes on one. */
export interface PyTorchOptions {
  /** Number of nodes: pods that each run the launcher. */
  readonly nodes: number;
  /**
   * Processes that the launcher starts on each node: `PET_NPROC_PER_NODE`.
   *
   * @default - the GPUs of a node, or 1 without
   */
  readonly processesPerNode?: number;
  /**
   * Fewest nodes with which an elastic run goes on: `PET_NNODES=<minNodes>:<nodes>`. The program must be started by
   * `torchrun`, and must load its last checkpoint when it starts again.
   *
   * @default - the run needs all its nodes
   */
  readonly minNodes?: number;
  /**
   * How often an elastic run may start its workers again: `PET_MAX_RESTARTS`.
   *
   * @default 3
   */
  readonly maxRestarts?: number;
  /**
   * Port of the rendezvous on node 0: `PET_MASTER_PORT`, `MASTER_PORT`.
   *
   * @default 29500
   */
  readonly port?: number;
}

/** TensorFlow with the roles of `TF_CONFIG`. */
export interface TensorFlowOptions {
  /**
   * The chief, which writes checkpoints; the run ends when it does. At most one pod.
   *
   * @default - none: worker 0 is the chief
   */
  readonly chief?: ReplicatedRole;
  /**
   * Workers.
   *
   * @default - none; a chief, or workers, must be given
   */
  readonly workers?: ReplicatedRole;
  /**
   * Parameter servers. They run until the others have ended.
   *
   * @default - none
   */
  readonly parameterServers?: ReplicatedRole;
  /**
   * The evaluator, which is no part of the cluster. At most one pod.
   *
   * @default - none
   */
  readonly evaluator?: ReplicatedRole;
  /**
   * Port of the TensorFlow servers.
   *
   * @default 2222
   */
  readonly port?: number;
}

/** JAX on several nodes. */
export interface JaxOptions {
  /** Number of nodes: processes of `jax.distributed`. */
  readonly nodes: number;
  /**
   * Port of the coordinator on node 0: part of `JAX_COORDINATOR_ADDRESS`.
   *
   * @default 29500
   */
  readonly port?: number;
}

/** MPI: a launcher that starts processes on workers over SSH. The image must have an SSH server and Open MPI. */
export interface MpiOptions {
  /** Workers. */
  readonly workers: ReplicatedRole;
  /**
   * The launcher, which runs `mpirun`.
   *
   * @default - the job's command, image and compute
   */
  readonly launcher?: RoleOptions;
  /**
   * Processes that each worker may run: slots of the host file.
   *
   * @default - the GPUs of a worker, or 1 without
   */
  readonly slotsPerWorker?: number;
  /**
   * Command of the workers: the SSH server.
   *
   * @default ['/usr/sbin/sshd', '-De']
   */
  readonly workerCommand?: string[];
  /**
   * Folder of the SSH keys, that of the user of the image: `sshAuthMountPath`.
   *
   * @default '/home/mpiuser/.ssh'
   */
  readonly sshPath?: string;
}

/** XGBoost on several nodes. */
export interface XgboostOptions {
  /** Number of nodes. */
  readonly nodes: number;
  /**
   * Port of the tracker on node 0.
   *
   * @default 29500
   */
  readonly port?: number;
}

/** Ray: a head and workers. The job's command is the driver, which runs beside the head. */
export interface RayOptions {
  /**
   * The head, which runs the driver and no training tasks.
   *
   * @default - the job's compute without its GPU
   */
  readonly head?: RoleOptions;
  /** Workers. */
  readonly workers: ReplicatedRole;
  /**
   * Version of Ray in the image: `rayVersion`.
   *
   * @default - not stated
   */
  readonly version?: string;
}

/** Roles of your own. */
export interface CustomDistributionOptions {
  /** The roles. Pod 0 of the first is the address that others usually connect to. */
  readonly roles: CustomRole[];
}
