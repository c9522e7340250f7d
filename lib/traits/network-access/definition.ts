import type { Definition } from '../../internal/definition';
import { checkAccess } from './check';
import { type AccessContext, type AccessPlan, type AccessVariant, planAccess } from './plan';

export type AccessDefinition = Definition<AccessContext, AccessPlan>;

export function defineAccess(variant: AccessVariant): AccessDefinition {
  return {
    check: (check, context) => checkAccess(check, variant, context),
    plan: (context) => planAccess(variant, context),
  };
}

/** Pods of the same namespace, and the callers that the exposure needs. */
export const defaultAccess = defineAccess({ type: 'some' });
