import type { Compute } from '../compute/compute';
import type { Toleration } from '../toleration';

/** What a training program is distributed with. */
export type Framework = 'none' | 'pyTorch' | 'tensorFlow' | 'jax' | 'mpi' | 'xgboost' | 'ray' | 'custom';

/** What the pods of a role are for. */
export type RoleKind = 'node' | 'chief' | 'worker' | 'parameterServer' | 'evaluator' | 'launcher' | 'head' | 'custom';

/** One role of a distribution: pods that run the same program. */
export interface DistributionRole {
  /** Name of the role in names of pods: `node`, `chief`, `worker`, `ps`, `evaluator`, `launcher`, `head`; a DNS label. */
  readonly name: string;
  readonly kind: RoleKind;
  readonly replicas: number;
  /** In place of the job's. */
  readonly compute?: Compute;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  /** In addition to the job's. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  /** TCP ports that pods of the run connect to. */
  readonly ports: readonly { readonly name: string; readonly port: number }[];
  /** Environment with values that are known per run or per pod only. */
  readonly env: Readonly<Record<string, RoleValuePlan>>;
  /** True where the run ends when this role ends; without any, when all roles end. */
  readonly endsRun: boolean;
}

/** A value of the fixed vocabulary for the environment of roles. */
export type RoleValuePlan =
  /** Host name of a pod of the run. */
  | { readonly type: 'address'; readonly role: string; readonly index: number; readonly port?: number }
  /** Pods of all roles together, or of one. */
  | { readonly type: 'count'; readonly role?: string }
  /** Index of the pod in its role, from 0. */
  | { readonly type: 'index' }
  | { readonly type: 'text'; readonly text: string };

/** Elastic training: the number of nodes may change while the run lasts. */
export interface ElasticPlan {
  readonly minNodes: number;
  readonly maxNodes: number;
  /** How often the workers are started again without the run failing: `PET_MAX_RESTARTS`. */
  readonly maxRestarts: number;
}

/** Everything that is decided about a distribution, whichever engine runs it. */
export interface DistributionPlan {
  readonly framework: Framework;
  /** The role whose pod 0 the others connect to first. */
  readonly roles: readonly DistributionRole[];
  /** Processes that a launcher starts on each node: `PET_NPROC_PER_NODE`, slots of MPI. */
  readonly processesPerNode: number;
  readonly elastic?: ElasticPlan;
  /** Port of the rendezvous. */
  readonly port: number;
  /** Folder of the SSH keys of MPI. */
  readonly sshPath?: string;
  /** Version of Ray. */
  readonly rayVersion?: string;
}
