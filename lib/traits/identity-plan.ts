import type { IServiceAccount } from 'cdk8s-plus-28';
import type { Checker } from '../internal/errors';
import { checkAnnotations, checkName } from '../internal/names';
import { TOKEN_DEFAULTS } from './defaults';
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

/** https://cloud.google.com/iam/docs/service-account-overview: 6 to 30 characters, then the project's domain. */
const GOOGLE_ACCOUNT = /^([a-z][a-z0-9-]{4,28}[a-z0-9]|\d+-compute)@[a-z0-9.-]+\.gserviceaccount\.com$/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html; the role may have a path. */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refuses names that the API server would refuse, and what a cloud would not know. */
export function checkIdentity(check: Checker, kind: IdentityKind): void {
  if (kind.type === 'object') return;
  if (kind.type === 'existing') {
    checkName(check, kind.name, 'subdomain', 'name the ServiceAccount');
    return;
  }
  checkAnnotations(check.at('annotations'), kind.annotations);
  if (kind.type === 'gke' && !GOOGLE_ACCOUNT.test(kind.gcpServiceAccount))
    check
      .at('gcpServiceAccount')
      .refuse(
        kind.gcpServiceAccount,
        "a Google service account's e-mail (its name has 6 to 30 characters)",
        'write it like name@project.iam.gserviceaccount.com',
      );
  if (kind.type === 'eks' && !ROLE_ARN.test(kind.roleArn))
    check
      .at('roleArn')
      .refuse(kind.roleArn, 'the ARN of an IAM role', 'write it like arn:aws:iam::111122223333:role/churn-predictor');
  if (kind.type !== 'aks') return;
  for (const prop of ['clientId', 'tenantId'] as const)
    if (kind[prop] !== undefined && !UUID.test(kind[prop]))
      check.at(prop).refuse(kind[prop], 'a UUID', 'copy it from the identity (az identity show)');
}

/**
 * Who the pods are.
 *
 * @param name of the ServiceAccount that is made, where one is made
 */
export function identityPlan(identity: Identity | undefined, name: string): IdentityPlan {
  const kind: IdentityKind = identity?._kind ?? { type: 'dedicated' };
  const mountToken = kind.mountToken ?? TOKEN_DEFAULTS.values.mountToken;
  if (kind.type === 'existing') return { serviceAccountName: kind.name, mountToken, podLabels: {}, expects: kind.name };
  if (kind.type === 'object') return { serviceAccountName: kind.account.name, mountToken, podLabels: {} };
  return {
    serviceAccountName: name,
    mountToken,
    // the webhook of Entra Workload ID looks at the pods for its own label, not at the ServiceAccount:
    // https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
    podLabels: kind.type === 'aks' ? { 'azure.workload.identity/use': 'true' } : {},
    create: { name, annotations: { ...cloudAnnotations(kind), ...kind.annotations } },
  };
}

function cloudAnnotations(kind: IdentityKind): Record<string, string> {
  switch (kind.type) {
    case 'gke':
      return { 'iam.gke.io/gcp-service-account': kind.gcpServiceAccount };
    case 'eks':
      return { 'eks.amazonaws.com/role-arn': kind.roleArn };
    case 'aks':
      return {
        'azure.workload.identity/client-id': kind.clientId,
        ...(kind.tenantId === undefined ? {} : { 'azure.workload.identity/tenant-id': kind.tenantId }),
      };
    default:
      return {};
  }
}
