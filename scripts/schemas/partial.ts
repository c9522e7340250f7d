import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Crd } from './custom-resources';
import type { RawSchema } from './model';

const IMPORTS = join(__dirname, '../../imports/schemas');

/**
 * Versions of custom resources whose definition is only in `imports/schemas`, which has the fields that the library makes
 * and no others: objects of these versions are open, so that other fields are taken.
 */
export function partialCrds(full: readonly Crd[]): Crd[] {
  const known = new Set(full.flatMap(versionsOf));
  return readdirSync(IMPORTS)
    .sort()
    .flatMap((file) => loadAll(readFileSync(join(IMPORTS, file), 'utf8')) as Crd[])
    .map((crd) => ({
      spec: { ...crd.spec, versions: crd.spec.versions.filter((one) => !known.has(nameOf(crd, one))) },
    }))
    .filter(({ spec }) => spec.versions.length > 0)
    .map(({ spec }) => ({
      spec: { ...spec, versions: spec.versions.map((one) => ({ ...one, schema: openedRoot(one.schema) })) },
    }));
}

function versionsOf(crd: Crd): string[] {
  return crd.spec.versions.map((version) => nameOf(crd, version));
}

function nameOf({ spec }: Crd, { name }: { readonly name: string }): string {
  return `${spec.group}/${name} ${spec.names.kind}`;
}

function openedRoot({ openAPIV3Schema }: { readonly openAPIV3Schema: RawSchema }): { openAPIV3Schema: RawSchema } {
  return { openAPIV3Schema: opened(openAPIV3Schema, '') };
}

function opened(schema: RawSchema, field: string): RawSchema {
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] && !schema.properties;
  // pods are not written out there
  if (isOpen && field === 'template') return { $ref: '#/definitions/io.k8s.api.core.v1.PodTemplateSpec' };
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(items && { items: opened(items, '') }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: openedValue(additionalProperties) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, opened(inner, name)])),
      'x-kubernetes-preserve-unknown-fields': true,
    }),
  };
}

/** The library writes quantities as text; the definitions take numbers too. */
function openedValue(schema: RawSchema): RawSchema {
  return schema.type === 'string' ? { 'x-kubernetes-int-or-string': true } : opened(schema, '');
}
