import { Checker, ValidationError } from '../../../lib/internal/errors';
import type { ObjectPlan } from '../../../lib/internal/object-plan';
import { overridePlans } from '../../../lib/internal/override/plans';

/** A plan whose other fields are `fields`. */
export function planOf(apiVersion: string, kind: string, fields: Record<string, unknown>, name = 'web'): ObjectPlan {
  return { id: kind, apiVersion, kind, metadata: { name }, fields };
}

/** A Deployment with these fields in its pods' spec. */
export function deploymentOf(pod: Record<string, unknown>): ObjectPlan {
  return planOf('apps/v1', 'Deployment', { spec: { replicas: 2, template: { spec: pod } } });
}

/** A patch of the pods of a Deployment. */
export function podPatch(pod: Record<string, unknown>): Record<string, unknown> {
  return { Deployment: { spec: { template: { spec: pod } } } };
}

/** The plans after the overrides; throws what is refused. */
export function patched(
  plans: readonly ObjectPlan[],
  overrides: Record<string, unknown>,
  kubernetesMinor = 33,
): readonly ObjectPlan[] {
  const check = Checker.named('chart/web');
  const result = overridePlans(check.at('overrides'), plans, overrides, { kubernetesMinor });
  check.done();
  return result;
}

/** The fields of the one plan after the overrides. */
export function fieldsAfter(plan: ObjectPlan, overrides: Record<string, unknown>, kubernetesMinor = 33): any {
  return patched([plan], overrides, kubernetesMinor)[0].fields;
}

/** The prop of each problem, without the `overrides.` before it; nothing where nothing is refused. */
export function refusedPaths(plan: ObjectPlan, overrides: Record<string, unknown>, kubernetesMinor = 33): string[] {
  return problemsOf(plan, overrides, kubernetesMinor).map(({ prop }) => prop.replace('overrides.', ''));
}

/** The message of what is refused, or nothing. */
export function messageOf(plan: ObjectPlan, overrides: Record<string, unknown>, kubernetesMinor = 33): string {
  return errorOf(plan, overrides, kubernetesMinor)?.message ?? '';
}

export function problemsOf(plan: ObjectPlan, overrides: Record<string, unknown>, kubernetesMinor = 33) {
  return errorOf(plan, overrides, kubernetesMinor)?.problems ?? [];
}

function errorOf(plan: ObjectPlan, overrides: Record<string, unknown>, minor: number): ValidationError | undefined {
  try {
    patched([plan], overrides, minor);
    return undefined;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return error;
  }
}
