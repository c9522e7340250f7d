import type { IServiceAccount } from 'cdk8s-plus-28';
import type {
  AksIdentityOptions,
  DedicatedIdentityOptions,
  EksIdentityOptions,
  GkeIdentityOptions,
  Identity,
  TokenOptions,
} from './identity';

/** An identity as it was asked for. */
export type IdentityKind =
  | ({ readonly type: 'dedicated' } & DedicatedIdentityOptions)
  | ({ readonly type: 'existing'; readonly name: string } & TokenOptions)
  | ({ readonly type: 'object'; readonly account: IServiceAccount } & TokenOptions)
  | ({ readonly type: 'gke' } & GkeIdentityOptions)
  | ({ readonly type: 'eks' } & EksIdentityOptions)
  | ({ readonly type: 'aks' } & AksIdentityOptions);

/** What goes into the pods, and the ServiceAccount to make. */
export interface IdentityPlan {
  readonly serviceAccountName: string;
  readonly mountToken: boolean;
  readonly podLabels: Record<string, string>;
  /** The ServiceAccount to make; nothing where it exists or somebody else makes it. */
  readonly create?: { readonly name: string; readonly annotations: Record<string, string> };
  /** Set where it must exist already: its name, for `cdk8s-ml.io/expects`. */
  readonly expects?: string;
}

/** Who the pods are. */
export function identityPlan(_identity: Identity | undefined, _workloadName: string): IdentityPlan {
  throw new Error('not written yet');
}
