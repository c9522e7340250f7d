import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SCHEMAS } from '../../scripts/import';

type Json = Record<string, any>;

/** The collection of upstream CRDs has one CRD of a name: for MPIJob that of `v1`, and we write `v2beta1`. */
const NOT_COLLECTED: Readonly<Record<string, readonly string[]>> = { 'mpijobs.kubeflow.org': ['v2beta1'] };

/** Changes whenever one of the schemas does that stand in for versions that are not collected. */
export function standIns(): string {
  return JSON.stringify({ stored: Object.keys(NOT_COLLECTED).flatMap((name) => ourVersions(name)) });
}

/**
 * The CRD with the versions that the collection lacks, from our own schemas: test/training compares those with the CRD of
 * the module that it builds. What ours leave open, such as pod templates, is as in the version that upstream has.
 */
export function withOurVersions(crd: Json): Json {
  const missing = ourVersions(crd.metadata.name);
  if (missing.length === 0) return crd;
  const [upstream] = crd.spec.versions;
  const added = missing.map(({ schema, ...version }) => ({
    ...version,
    // what an object of this version has beside the fields of another would be dropped
    storage: true,
    schema: { openAPIV3Schema: filledIn(schema.openAPIV3Schema, upstream.schema.openAPIV3Schema) },
  }));
  const others = crd.spec.versions.map((version: Json) => ({ ...version, storage: false }));
  return { ...crd, spec: { ...crd.spec, versions: [...others, ...added] } };
}

function ourVersions(name: string): Json[] {
  const wanted = NOT_COLLECTED[name] ?? [];
  if (wanted.length === 0) return [];
  const documents = readdirSync(SCHEMAS).flatMap(
    (file) => loadAll(readFileSync(join(SCHEMAS, file), 'utf8')) as Json[],
  );
  const own = documents.filter(({ metadata }) => metadata.name === name);
  return own.flatMap(({ spec }) => spec.versions.filter((version: Json) => wanted.includes(version.name)));
}

function filledIn(ours: Json, upstream: Json | undefined): Json {
  if (ours['x-kubernetes-preserve-unknown-fields']) return upstream ?? ours;
  const { properties, additionalProperties, items } = ours;
  return {
    ...ours,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries<Json>(properties).map(([key, field]) => [key, filledIn(field, upstream?.properties?.[key])]),
      ),
    }),
    ...(additionalProperties && {
      additionalProperties: filledIn(additionalProperties, upstream?.additionalProperties),
    }),
    ...(items && { items: filledIn(items, upstream?.items) }),
  };
}
