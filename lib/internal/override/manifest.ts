import type { Checker } from '../errors';
import { checkJson, isObject, type JsonObject, kindOf, words } from './json';
import { isRemoval } from './list';
import { mergeValue } from './merge';
import { ANY, Place } from './place';
import { isOfKubernetes, kindType, releaseOf } from './schema';

/** An object of Kubernetes as plain data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/**
 * The object with a user's patch merged into it. What could not arrive in a cluster is refused at its path below `check`:
 * values that are no JSON, fields that the schema does not have, entries of lists that there are not.
 *
 * @param minor the minor of Kubernetes that the object is for
 */
export function patchManifest(check: Checker, manifest: Manifest, patch: unknown, minor: number): Manifest {
  if (!isPatch(check, patch) || !checkKind(check, manifest, patch)) return manifest;
  const apiVersion = (patch.apiVersion ?? manifest.apiVersion) as string;
  const type = kindType(apiVersion, manifest.kind);
  const source = { check, release: releaseOf(apiVersion, manifest.kind) };
  const place = new Place(source, type ?? ANY, minor, type === undefined);
  const merged = mergeValue(manifest, patch, place) as Manifest;
  // what the object has already may not be in another version
  if (apiVersion !== manifest.apiVersion) mergeValue(undefined, merged, place);
  const { metadata } = merged;
  if (!isObject(metadata) || typeof metadata.name !== 'string')
    check
      .at('metadata')
      .at('name')
      .refuse(words('a removal'), 'the name of the object', 'leave it out, or give another name');
  return merged;
}

/** True for a patch of an object; what is none is refused. */
function isPatch(check: Checker, patch: unknown): patch is JsonObject {
  if (isObject(patch) && !isRemoval(patch)) return checkJson(check, patch);
  check.refuse(kindOf(patch), 'a plain JSON object with the fields to change', 'write { field: value }');
  return false;
}

/** Refuses a patch that would make an object of another kind. */
function checkKind(check: Checker, { kind, apiVersion }: Manifest, patch: JsonObject): boolean {
  const isSameKind = !('kind' in patch) || patch.kind === kind;
  if (!isSameKind)
    check.at('kind').refuse(words('another kind'), kind, 'leave it out: an override changes this object only');
  const given = patch.apiVersion;
  if (!('apiVersion' in patch) || given === apiVersion) return isSameKind;
  const isKnown = typeof given === 'string' && (kindType(given, kind) !== undefined || !isOfKubernetes(given));
  if (!isKnown)
    check
      .at('apiVersion')
      .refuse(words('another version'), `an API version that has the kind ${kind}`, `write ${apiVersion}`);
  return isSameKind && isKnown;
}
