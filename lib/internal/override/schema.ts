import { GROUPS } from '../schema/groups';
import { type Fields, type ObjectType, parseFields } from './notation';

const loaded = new Map<string, Readonly<Record<string, string>>>();
const parsed = new Map<string, Fields>();
const ANYTHING: Fields = { byName: new Map(), open: true };

/** The type of a kind, or `undefined` where the tables do not have it. */
export function kindType(apiVersion: string, kind: string): ObjectType | undefined {
  const type: ObjectType = {
    kind: 'object',
    file: fileOf(apiVersion),
    name: `${apiVersion.split('/').at(-1)}.${kind}`,
  };
  if (lineOf(type) === undefined) return undefined;
  // types that are only a part of objects are in the tables too
  return fieldsOf(type).byName.has('apiVersion') ? type : undefined;
}

/** What the objects of the type may hold. */
export function fieldsOf(type: ObjectType): Fields {
  const key = `${type.file}/${type.name}`;
  let fields = parsed.get(key);
  if (fields === undefined) {
    const line = lineOf(type);
    if (line === undefined) fields = ANYTHING;
    else fields = line.startsWith('=') ? fieldsOf({ ...type, name: line.slice(1) }) : parseFields(type, line);
    parsed.set(key, fields);
  }
  return fields;
}

/** The release of a custom resource whose fields the tables have; `undefined` for kinds of Kubernetes itself. */
export function releaseOf(apiVersion: string, kind: string): string | undefined {
  const file = fileOf(apiVersion);
  return Object.hasOwn(GROUPS, file) ? GROUPS[file].releases?.[typeName(apiVersion, kind)] : undefined;
}

/** True for the API groups of Kubernetes itself: of these the tables have every version. */
export function isOfKubernetes(apiVersion: string): boolean {
  const file = fileOf(apiVersion);
  return Object.hasOwn(GROUPS, file) && GROUPS[file].releases === undefined;
}

function typeName(apiVersion: string, kind: string): string {
  return `${apiVersion.split('/').at(-1)}.${kind}`;
}

function fileOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : 'core';
}

function lineOf({ file, name }: ObjectType): string | undefined {
  if (!Object.hasOwn(GROUPS, file)) return undefined;
  let types = loaded.get(file);
  if (types === undefined) {
    types = GROUPS[file].types();
    loaded.set(file, types);
  }
  return Object.hasOwn(types, name) ? types[name] : undefined;
}
