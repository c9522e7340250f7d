import type { Checker } from '../errors';
import type { ObjectPlan } from '../object-plan';
import { nearest } from '../spelling';
import { isObject } from './json';
import { isRemoval } from './list';
import { type Manifest, patchManifest } from './manifest';

/**
 * Applies the user's merge patches to finished object plans and refuses what cannot arrive; returns the patched plans.
 * A patch may add fields to the metadata that a plan does not have by itself.
 *
 * @param check at the prop `overrides`
 * @param overrides patches by `Kind`, or by `Kind/name` where there are several objects of the kind
 */
export function overridePlans(
  check: Checker,
  plans: readonly ObjectPlan[],
  overrides: Readonly<Record<string, unknown>>,
  { kubernetesMinor }: { kubernetesMinor: number },
): readonly ObjectPlan[] {
  const keys = keysInOrder(check, plans, overrides);
  if (keys.length === 0) return plans;
  return plans.map((plan) =>
    keys
      .filter((key) => key === plan.kind || key === keyOf(plan))
      .reduce((patched, key) => patchPlan(check.at(key), patched, overrides[key], kubernetesMinor), plan),
  );
}

/** The keys that mean an object, patches of a kind before those of one object; others are refused. */
function keysInOrder(
  check: Checker,
  plans: readonly ObjectPlan[],
  overrides: Readonly<Record<string, unknown>>,
): string[] {
  const count = (kind: string) => plans.filter((plan) => plan.kind === kind).length;
  const alone = new Set(plans.map(({ kind }) => kind).filter((kind) => count(kind) === 1));
  const known = new Set([...alone, ...plans.map(keyOf)]);
  const keys = Object.keys(overrides);
  for (const key of keys.filter((one) => !known.has(one))) {
    // of several objects of one kind each has to be named
    const shown = [...known].filter((one) => !alone.has(one.split('/')[0]) || !one.includes('/'));
    const near = nearest(key, shown, { strict: false });
    const expected = `the kind of an object that this construct makes: ${shown.join(', ')}`;
    check.at(key).refuse(key, expected, near ? `write ${near}` : 'name one of them, or Kind/name');
  }
  return keys.filter((key) => known.has(key)).sort((a, b) => Number(a.includes('/')) - Number(b.includes('/')));
}

function keyOf({ kind, metadata }: ObjectPlan): string {
  return `${kind}/${metadata.name}`;
}

function patchPlan(check: Checker, plan: ObjectPlan, patch: unknown, minor: number): ObjectPlan {
  const manifest: Manifest = { ...plan.fields, apiVersion: plan.apiVersion, kind: plan.kind, metadata: plan.metadata };
  const { apiVersion, kind, metadata, ...fields } = patchManifest(check, manifest, patch, minor);
  const late = plan.late?.filter((path) => !reaches(patch, path.split('.')));
  return {
    ...plan,
    apiVersion,
    kind,
    metadata: metadata as ObjectPlan['metadata'],
    fields,
    ...(late && { late }),
  };
}

/** True where the patch sets or removes the value at the path: then it is not decided later. */
function reaches(patch: unknown, path: readonly string[]): boolean {
  if (path.length === 0 || isRemoval(patch) || !isObject(patch)) return true;
  if (patch.$patch === 'replace') return true;
  return path[0] in patch && reaches(patch[path[0]], path.slice(1));
}
