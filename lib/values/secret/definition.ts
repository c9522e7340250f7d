import type { Definition } from '../../internal/definition';
import { checkSecret } from './check';
import type { SecretRequest } from './options';
import { planSecret, type SecretPlan } from './plan';

export type SecretDefinition = Definition<void, SecretPlan>;

export function secretDefinition(request: SecretRequest): SecretDefinition {
  return { check: (check) => checkSecret(check, request), plan: () => planSecret(request) };
}
