import type { Crd } from '../../../scripts/schemas/custom-resources';
import type { Definitions, RawSchema } from '../../../scripts/schemas/model';

export type Raw = RawSchema;

/** What the schema says of a value, in the words of the tables. */
export function kindIn(raw: Raw, definitions: Definitions = {}): string {
  if (raw.$ref) {
    const name = raw.$ref.replace('#/definitions/', '');
    return /\.(Quantity|IntOrString)$/.test(name) ? 'quantity' : kindIn(definitions[name], definitions);
  }
  if (raw['x-kubernetes-int-or-string'] || raw.format === 'int-or-string') return 'quantity';
  if (raw.properties) return 'object';
  if (raw.type === 'array') return 'list';
  if (typeof raw.additionalProperties === 'object') return 'map';
  return raw.type === 'string' ? 'text' : raw.type === 'object' ? 'any' : (raw.type ?? 'any');
}

/** The schema of each version of a custom resource that is served, without the status, and with what every object has. */
export function customResourcesIn(crds: readonly Crd[]): { apiVersion: string; kind: string; schema: Raw }[] {
  return crds.flatMap(({ spec: { group, names, versions } }) =>
    versions
      .filter(({ served }) => served)
      .map(({ name, schema }) => {
        const { status, ...own } = schema.openAPIV3Schema.properties ?? {};
        const text = { type: 'string' };
        const object = { type: 'object' };
        const properties = {
          ...own,
          apiVersion: text,
          kind: text,
          metadata: object,
          ...(status && { status: object }),
        };
        return { apiVersion: `${group}/${name}`, kind: names.kind, schema: { ...schema.openAPIV3Schema, properties } };
      }),
  );
}
