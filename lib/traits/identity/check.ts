import type { Checker } from '../../internal/errors';
import { checkAnnotations, checkName } from '../../internal/names';
import type { IdentityVariant } from './plan';

/** https://cloud.google.com/iam/docs/service-account-overview: 6 to 30 characters, then the project's domain. */
const GOOGLE_ACCOUNT = /^([a-z][a-z0-9-]{4,28}[a-z0-9]|\d+-compute)@[a-z0-9.-]+\.gserviceaccount\.com$/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html; the role may have a path. */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refuses names that the API server would refuse, and accounts that do not exist in a cloud. */
export function checkIdentity(check: Checker, variant: IdentityVariant): void {
  if (variant.type === 'object') return;
  if (variant.type === 'existing') {
    checkName(check, variant.name, 'subdomain', 'name the ServiceAccount');
    return;
  }
  checkAnnotations(check.at('annotations'), variant.annotations);
  if (variant.type === 'gke' && !GOOGLE_ACCOUNT.test(variant.gcpServiceAccount))
    check
      .at('gcpServiceAccount')
      .refuse(
        variant.gcpServiceAccount,
        "a Google service account's e-mail (its name has 6 to 30 characters)",
        'write it like name@project.iam.gserviceaccount.com',
      );
  if (variant.type === 'eks' && !ROLE_ARN.test(variant.roleArn))
    check
      .at('roleArn')
      .refuse(
        variant.roleArn,
        'the ARN of an IAM role',
        'write it like arn:aws:iam::111122223333:role/churn-predictor',
      );
  if (variant.type !== 'aks') return;
  for (const prop of ['clientId', 'tenantId'] as const)
    if (variant[prop] !== undefined && !UUID.test(variant[prop]))
      check.at(prop).refuse(variant[prop], 'a UUID', 'copy it from the identity (az identity show)');
}
