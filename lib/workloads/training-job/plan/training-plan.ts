import type { PodPlan } from '../../../pod/plan';
import type { FailurePlan } from '../../../traits/failure/plan';
import type { QueuePlan, TopologyPlan } from '../../../traits/queue/plan';
import type { SchedulePlan } from '../../../traits/schedule/plan';
import type { ClaimPlan } from '../../../traits/training-data/plan';
import type { DistributionRole, ElasticPlan, Framework } from '../../../values/distribution/plan';
import type { WorkloadPlan } from '../../shared/plan';
import type { StarterPlan } from '../schedule/plan';

/** One role of a run with its pods, the environment of the rendezvous included. */
export interface RolePlan extends Pick<DistributionRole, 'name' | 'kind' | 'replicas' | 'ports' | 'endsRun'> {
  readonly pod: PodPlan;
}

/** Everything that is decided about a training job. Engines write it as objects, and see nothing else. */
export interface TrainingPlan extends WorkloadPlan {
  /**
   * Name of the object that runs, of its headless Service and of its NetworkPolicy. While the plan is made it stands for
   * the name: the hash is not known before all objects are.
   */
  readonly run: string;
  /** Labels of the pods of this run, which Services and policies of the run select. */
  readonly runSelector: Readonly<Record<string, string>>;
  readonly framework: Framework;
  /** In the order of ranks: pod 0 of the first role has the rendezvous. `pod` of the plan is that of the first role. */
  readonly roles: readonly RolePlan[];
  readonly processesPerNode: number;
  readonly elastic?: ElasticPlan;
  /** Port of the rendezvous. */
  readonly port: number;
  /** Folder of the SSH keys of MPI. */
  readonly sshPath?: string;
  /** Version of Ray. */
  readonly rayVersion?: string;
  /** Whether GitOps tools leave replaced ConfigMaps. */
  readonly keepsOldConfig: boolean;
  readonly failure: FailurePlan;
  /** Longest time of an attempt or of the run, as the engine can bound it. */
  readonly deadlineSeconds: number;
  /** Set where the objects are removed after the run. */
  readonly ttlSeconds?: number;
  readonly queue?: QueuePlan;
  readonly topology?: TopologyPlan;
  readonly schedule?: SchedulePlan;
  /** Set where the engine has no schedule for the run. */
  readonly starter?: StarterPlan;
  readonly claims: readonly ClaimPlan[];
  /** True where the cluster knows `podReplacementPolicy` of a Job. */
  readonly canHoldReplacements: boolean;
  /** True where several pods of the run connect to each other. */
  readonly isGang: boolean;
}
