import type { Definition } from '../../internal/definition';
import { checkIdentity } from './check';
import { type IdentityContext, type IdentityPlan, type IdentityVariant, planIdentity } from './plan';

export type IdentityDefinition = Definition<IdentityContext, IdentityPlan>;

export function defineIdentity(variant: IdentityVariant): IdentityDefinition {
  return { check: (check) => checkIdentity(check, variant), plan: (context) => planIdentity(variant, context) };
}

/** A ServiceAccount of the workload, without rights and without a token. */
export const defaultIdentity = defineIdentity({ type: 'dedicated' });
