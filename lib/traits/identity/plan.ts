import type { IServiceAccountObject } from '../../values/cdk8s-plus';
import { TOKEN_DEFAULTS } from '../defaults';
import type {
  AksIdentityOptions,
  DedicatedIdentityOptions,
  EksIdentityOptions,
  GkeIdentityOptions,
  TokenOptions,
} from './options';

/** The factory that was called, and its arguments. */
export type IdentityVariant =
  | ({ readonly type: 'dedicated' } & DedicatedIdentityOptions)
  | ({ readonly type: 'existing'; readonly name: string } & TokenOptions)
  | ({ readonly type: 'object'; readonly account: IServiceAccountObject } & TokenOptions)
  | ({ readonly type: 'gke' } & GkeIdentityOptions)
  | ({ readonly type: 'eks' } & EksIdentityOptions)
  | ({ readonly type: 'aks' } & AksIdentityOptions);

/** Facts that an identity depends on. */
export interface IdentityContext {
  /** Name of the ServiceAccount, where the workload creates one. */
  readonly name: string;
}

/** Fields of the pods, and the ServiceAccount. */
export interface IdentityPlan {
  readonly serviceAccountName: string;
  readonly mountToken: boolean;
  readonly podLabels: Record<string, string>;
  /** The ServiceAccount that the workload creates; nothing where it exists or is created elsewhere. */
  readonly create?: { readonly name: string; readonly annotations: Record<string, string> };
  /** Name of a ServiceAccount that must exist, for `cdk8s-ml.io/expects`. */
  readonly expects?: string;
}

export function planIdentity(variant: IdentityVariant, { name }: IdentityContext): IdentityPlan {
  const mountToken = variant.mountToken ?? TOKEN_DEFAULTS.values.mountToken;
  if (variant.type === 'existing')
    return { serviceAccountName: variant.name, mountToken, podLabels: {}, expects: variant.name };
  if (variant.type === 'object') return { serviceAccountName: variant.account.name, mountToken, podLabels: {} };
  return {
    serviceAccountName: name,
    mountToken,
    // the webhook of Entra Workload ID reads its label on the pods, not on the ServiceAccount:
    // https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
    podLabels: variant.type === 'aks' ? { 'azure.workload.identity/use': 'true' } : {},
    create: { name, annotations: { ...cloudAnnotations(variant), ...variant.annotations } },
  };
}

function cloudAnnotations(variant: IdentityVariant): Record<string, string> {
  switch (variant.type) {
    case 'gke':
      return { 'iam.gke.io/gcp-service-account': variant.gcpServiceAccount };
    case 'eks':
      return { 'eks.amazonaws.com/role-arn': variant.roleArn };
    case 'aks':
      return {
        'azure.workload.identity/client-id': variant.clientId,
        ...(variant.tenantId === undefined ? {} : { 'azure.workload.identity/tenant-id': variant.tenantId }),
      };
    default:
      return {};
  }
}
