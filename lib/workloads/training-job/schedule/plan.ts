import type { NetworkPolicySpec } from '../../../internal/kubernetes';
import type { PodPlan } from '../../../pod/plan';

/** A pod that starts runs on engines whose objects no CronJob can make: a CronJob runs it, and it makes the object. */
export interface StarterPlan {
  /** Name of its ServiceAccount, Role, RoleBinding, ConfigMap and NetworkPolicy. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly pod: PodPlan;
  readonly policy: NetworkPolicySpec;
}
