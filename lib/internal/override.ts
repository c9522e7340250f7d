import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Checker } from './errors';
import { mergePatch, missingFrom, notJson } from './merge-patch';
import type { ObjectPlan } from './object-plan';

type Manifest = Record<string, any>;

/** Objects of a workload by kind, or by `kind/name` where it has several of one kind. */
export function objectsByKind(owner: IConstruct): Map<string, ApiObject> {
  const objects = owner.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
  const result = new Map<string, ApiObject>();
  for (const object of objects) {
    const alone = objects.filter((o) => o.kind === object.kind).length === 1;
    if (alone) result.set(object.kind, object);
    result.set(`${object.kind}/${object.name}`, object);
  }
  return result;
}

/** Applies a user's merge patches to the finished objects of a workload; refuses what no object answers to. */
export function overrideObjects(owner: IConstruct, overrides: Record<string, unknown>, check: Checker): void {
  const objects = objectsByKind(owner);
  for (const [key, patch] of Object.entries(overrides)) {
    const object = objects.get(key);
    if (!object) {
      const known = [...objects.keys()].filter((k) => !k.includes('/') || !objects.has(k.split('/')[0])).join(', ');
      check
        .at(key)
        .refuse(key, `the kind of an object that this construct makes: ${known}`, 'name one of them, or Kind/name');
      continue;
    }
    const faulty =
      typeof patch === 'object' && patch !== null && !Array.isArray(patch) ? notJson(patch) : ['(all of it)'];
    if (faulty.length > 0)
      check
        .at(key)
        .refuse(
          patch,
          `a plain JSON object (not so: ${faulty.join(', ')})`,
          'write text, numbers, booleans, lists and maps; null removes a field',
        );
    else overrideManifest(object, patch as Manifest);
  }
}

/** Merges the patch into what the object serializes to, and fails at synth where it did not arrive. */
export function overrideManifest(object: ApiObject, patch: Manifest): void {
  // the instance's toJson is the one place that every way of synthesis passes, after lazy values and JSON patches
  const original = object.toJson.bind(object);
  object.toJson = () => {
    const merged = mergePatch(original(), patch) as Manifest;
    const check = Checker.for(object.node.scope ?? object)
      .at('overrides')
      .at(object.kind);
    refuseInventedContainers(merged, check);
    for (const path of missingFrom(merged, patch))
      check.refuse(path, 'the patched value at this path of the output', 'check the path against the manifest');
    check.done();
    return sorted(merged);
  };
}

/** A misspelt container name would append a container without an image, which only the API server refuses. */
function refuseInventedContainers(manifest: Manifest, check: Checker): void {
  const pod = manifest.spec?.template?.spec;
  for (const list of ['containers', 'initContainers']) {
    const containers: Manifest[] = pod?.[list] ?? [];
    const known = containers.filter((c) => c.image).map((c) => c.name);
    for (const container of containers)
      if (!container.image)
        check
          .at(`spec.template.spec.${list}`)
          .refuse(
            container.name,
            `one of ${known.join(', ') || 'no containers'}, or an image for a new one`,
            'name an existing container, or give the new one an image',
          );
  }
}

function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  if (process.env.CDK8S_DISABLE_SORT) return value;
  const first = ['apiVersion', 'kind', 'metadata'].filter(
    (k) => k in value && 'kind' in value && 'apiVersion' in value,
  );
  const rest = Object.keys(value)
    .filter((k) => !first.includes(k))
    .sort();
  return Object.fromEntries([...first, ...rest].map((k) => [k, sorted(value[k])]));
}

/** Applies the user's merge patches to finished object plans and refuses what cannot arrive. */
export function overridePlans(
  check: Checker,
  plans: readonly ObjectPlan[],
  overrides: Readonly<Record<string, unknown>>,
  _context: { readonly kubernetesMinor: number },
): readonly ObjectPlan[] {
  const result = [...plans];
  for (const [key, patch] of Object.entries(overrides)) {
    const [kind, name] = key.split('/');
    const found = result.flatMap((plan, i) =>
      plan.kind === kind && (!name || plan.metadata.name === name) ? [i] : [],
    );
    const faulty =
      typeof patch === 'object' && patch !== null && !Array.isArray(patch) ? notJson(patch) : ['(all of it)'];
    if (found.length !== 1)
      check
        .at(key)
        .refuse(
          key,
          `the kind of an object that this construct makes: ${plans.map((plan) => plan.kind).join(', ')}`,
          'name one of them, or Kind/name',
        );
    else if (faulty.length > 0)
      check
        .at(key)
        .refuse(
          patch,
          `a plain JSON object (not so: ${faulty.join(', ')})`,
          'write text, numbers, booleans, lists and maps; null removes a field',
        );
    else {
      const plan = result[found[0]];
      const { metadata, ...fields } = mergePatch({ metadata: plan.metadata, ...plan.fields }, patch) as Manifest;
      result[found[0]] = { ...plan, metadata, fields };
    }
  }
  return result;
}
