import type { Construct } from 'constructs';
import type { ClusterTarget } from '../../values/cluster-target';
import type { GuardRails } from '../../values/guard-rails';

/** Where a workload is planned. */
export interface WorkloadContext {
  readonly scope: Construct;
  readonly id: string;
  readonly target: ClusterTarget;
  readonly rails?: GuardRails;
}
