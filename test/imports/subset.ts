/** The keywords that our schemas use: each is compared below, so one that is not listed must be added there first. */
export interface Schema {
  description?: string;
  type?: string;
  format?: string;
  enum?: string[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
}

const KEYWORDS = new Set([
  'description',
  'type',
  'format',
  'enum',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'x-kubernetes-preserve-unknown-fields',
]);

/**
 * Where `ours` would take an object that `upstream` has no place for: empty when each object of the structure of ours
 * is one of upstream's too. Upstream may say more of single values (patterns, bounds, CEL), which types cannot carry.
 */
export function differences(ours: Schema, upstream: any, path = ''): string[] {
  if (!upstream) return [`${path}: upstream has no such field`];
  if (ours['x-kubernetes-preserve-unknown-fields']) return openDifferences(ours, upstream, path);
  const own = new Set(ours.required ?? []);
  return [
    ...Object.keys(ours)
      .filter((keyword) => !KEYWORDS.has(keyword))
      .map((keyword) => `${path}: keyword ${keyword} is not compared`),
    ...(takesType(upstream, ours.type) ? [] : [`${path}: ${ours.type} is not ${upstream.type}`]),
    ...(ours.format === upstream.format ? [] : [`${path}: format ${ours.format} is not ${upstream.format}`]),
    ...enumDifferences(ours, upstream, path),
    ...(upstream.required ?? [])
      .filter((name: string) => !own.has(name))
      .map((name: string) => `${path}.${name}: required upstream`),
    ...[...own].filter((name) => !ours.properties?.[name]).map((name) => `${path}.${name}: required, but not a field`),
    ...Object.entries(ours.properties ?? {}).flatMap(([name, schema]) =>
      differences(schema, upstream.properties?.[name], `${path}.${name}`),
    ),
    ...(ours.items ? differences(ours.items, upstream.items, `${path}[]`) : []),
    ...(ours.additionalProperties ? mapDifferences(ours.additionalProperties, upstream, path) : []),
  ];
}

function takesType(upstream: any, type?: string): boolean {
  if (upstream.type !== undefined) return upstream.type === type;
  return (upstream.anyOf ?? []).some((alternative: Schema) => alternative.type === type);
}

function enumDifferences(ours: Schema, upstream: any, path: string): string[] {
  if (upstream.enum === undefined) return [];
  if (ours.enum === undefined) return [`${path}: upstream takes ${upstream.enum.join(', ')} only`];
  return ours.enum
    .filter((value) => !upstream.enum.includes(value))
    .map((value) => `${path}: upstream has no ${value}`);
}

/** Types that Kubernetes itself defines, by a field that only they have: `lib/internal/kubernetes.ts` has their types. */
const KUBERNETES_TYPES: { readonly [type: string]: (upstream: any) => boolean } = {
  PodTemplateSpec: ({ properties }) => properties?.spec?.properties?.containers !== undefined,
  Affinity: ({ properties }) => properties?.nodeAffinity !== undefined,
  SecurityContext: ({ properties }) => properties?.runAsNonRoot !== undefined,
  Toleration: ({ properties }) => properties?.tolerationSeconds !== undefined,
  Volume: ({ properties }) => properties?.emptyDir !== undefined,
  VolumeMount: ({ properties }) => properties?.mountPath !== undefined,
};

/** An object that ours leaves open has no fields of its own, and is one that the library types as Kubernetes does. */
function openDifferences(ours: Schema, upstream: any, path: string): string[] {
  if (ours.properties || ours.additionalProperties) return [`${path}: open, with fields of its own`];
  const known = Object.values(KUBERNETES_TYPES).some((matches) => matches(upstream));
  return known ? [] : [`${path}: open, but no type of Kubernetes`];
}

function mapDifferences(values: Schema, upstream: any, path: string): string[] {
  if (!upstream.additionalProperties) return [`${path}: not a map upstream`];
  return differences(values, upstream.additionalProperties, `${path}{}`);
}
