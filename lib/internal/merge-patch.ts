/**
 * A merge patch for Kubernetes objects: objects merge, `null` or `$patch: delete` removes, and a list whose elements have
 * an identity (a container's name, a mount's path) merges element by element, as `kubectl patch` does; other lists are
 * replaced.
 */
type Json = unknown;
type JsonObject = Record<string, Json>;

/** Which field says which element of a list is meant, by the name of the list. */
const IDENTITY: Record<string, readonly string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  ports: ['name', 'containerPort', 'port'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
};

/** Patched copy of `target`; neither argument is changed. */
export function mergePatch(target: Json, patch: Json, list = ''): Json {
  if (Array.isArray(patch)) return mergeList(Array.isArray(target) ? target : [], patch, list);
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (isRemoval(value)) delete result[key];
    else result[key] = mergePatch(result[key], value, key);
  }
  return result;
}

/** The paths of a patch that are not found, with the patch's value, in the output. Empty where the patch arrived. */
export function missingFrom(output: Json, patch: Json, path = '', list = ''): string[] {
  if (isRemoval(patch)) return output === undefined ? [] : [path];
  if (Array.isArray(patch)) {
    if (!Array.isArray(output)) return [path];
    return patch.flatMap((element, i) => {
      const found = findElement(output, element, list);
      const where = `${path}[${identityOf(element, list)?.value ?? i}]`;
      if (isDirective(element)) return found === undefined ? [] : [where];
      return missingFrom(found ?? output[i], element, where);
    });
  }
  if (isObject(patch)) {
    if (!isObject(output)) return [path];
    return Object.entries(patch).flatMap(([key, value]) =>
      missingFrom(output[key], value, path ? `${path}.${key}` : key, key),
    );
  }
  return output === patch ? [] : [path];
}

/** Paths whose value JSON cannot hold, so that the patch could not arrive as it was meant. */
export function notJson(value: unknown, path = ''): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((v, i) => notJson(v, `${path}[${i}]`));
  if (isObject(value)) return Object.entries(value).flatMap(([k, v]) => notJson(v, path ? `${path}.${k}` : k));
  return [path];
}

function mergeList(target: readonly Json[], patch: readonly Json[], list: string): Json[] {
  if (patch.length === 0 || !patch.every((element) => identityOf(element, list))) return [...patch];
  const result = [...target];
  for (const element of patch as JsonObject[]) {
    const found = findElement(result, element, list);
    const { $patch: directive, ...content } = element;
    if (directive === 'delete') {
      if (found !== undefined) result.splice(result.indexOf(found), 1);
    } else if (found === undefined) result.push(mergePatch({}, content));
    else result[result.indexOf(found)] = mergePatch(found, content);
  }
  return result;
}

function findElement(elements: readonly Json[], element: Json, list: string): Json | undefined {
  const identity = identityOf(element, list);
  if (!identity) return undefined;
  return elements.find((e) => isObject(e) && e[identity.field] === identity.value);
}

function identityOf(element: Json, list: string): { field: string; value: Json } | undefined {
  if (!isObject(element)) return undefined;
  const field = (IDENTITY[list] ?? []).find((f) => element[f] !== undefined);
  return field === undefined ? undefined : { field, value: element[field] };
}

/** The directive of `kubectl patch` stands for null as well: jsii drops every None that a Python program puts into a map. */
function isRemoval(patch: Json): boolean {
  return patch === null || isDirective(patch);
}

function isDirective(patch: Json): boolean {
  return isObject(patch) && patch['$patch'] === 'delete';
}

function isObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
