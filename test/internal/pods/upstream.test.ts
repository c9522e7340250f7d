/** The table of pods against the CRDs in ../shared: each path is where the CRD keeps a pod, and no place is left out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { CUSTOM_PODS } from '../../../lib/internal/pods/pod-kinds';

const CRDS = join(__dirname, '../../../../shared/crds');
const present = existsSync(join(CRDS, 'index.json'));

if (!present) {
  const missing = '../shared/crds is not here: the table of pods is not compared with it';
  if (process.env['CI']) throw new Error(missing);
  console.warn(missing);
}

/** Kinds whose CRD leaves the place of the pods open. */
const OPEN = /^kubeflow\.org\/(Experiment|Trial)$/;
/** In the table by what their projects document: no CRD of them is in ../shared. */
const WITHOUT_CRD = ['argoproj.io/ClusterWorkflowTemplate'];
/** Places that look like a pod and are none: defaults of the templates that follow. */
const NO_PODS = /\.templateDefaults\./;

(present ? describe : describe.skip)('the table of pods agrees with the CRD of', () => {
  const files = new Map<string, any[]>();
  const rows = Object.entries(CUSTOM_PODS).filter(([id]) => !WITHOUT_CRD.includes(id) && !OPEN.test(id));

  test.each(rows)('%s', (id, places) => {
    const schema = schemaOf(id);
    const paths = places.map(({ path }) => path);
    for (const path of paths) expect([path, isPod(schemaAt(schema, path))]).toEqual([path, true]);
    const inSchema = podsIn(schema).filter((path) => !NO_PODS.test(path));
    expect(inSchema.filter((path) => !paths.some((known) => path === known || path.startsWith(`${known}.`)))).toEqual(
      [],
    );
  });

  test('no other kind', () => {
    const index: { group: string; kind: string }[] = JSON.parse(readFileSync(join(CRDS, 'index.json'), 'utf8'));
    const others = index.map(({ group, kind }) => `${group}/${kind}`).filter((id) => !(id in CUSTOM_PODS));
    // of what is left, only these files speak of containers at all
    const withPods = others.filter((id) => /\bcontainers:/.test(textOf(id)) && podsIn(schemaOf(id)).length > 0);
    expect(withPods).toEqual([]);
  });

  function entryOf(id: string) {
    const index: { file: string; group: string; kind: string }[] = JSON.parse(
      readFileSync(join(CRDS, 'index.json'), 'utf8'),
    );
    return index.find(({ group, kind }) => `${group}/${kind}` === id)!;
  }

  function textOf(id: string): string {
    return readFileSync(join(CRDS, entryOf(id).file), 'utf8');
  }

  function schemaOf(id: string): any {
    const { file, kind } = entryOf(id);
    const documents = files.get(file) ?? (loadAll(textOf(id)) as any[]);
    files.set(file, documents);
    const crd = documents.find((d) => d?.kind === 'CustomResourceDefinition' && d.spec.names.kind === kind);
    const version = crd.spec.versions.find((v: any) => v.storage) ?? crd.spec.versions[0];
    return version.schema.openAPIV3Schema;
  }
});

function schemaAt(schema: any, path: string): any {
  let at = schema;
  for (const key of path.split('.')) at = key === '*' ? (at?.items ?? at?.additionalProperties) : at?.properties?.[key];
  return at;
}

/** A template, a pod's spec, or a step of a workflow; some CRDs leave the fields of a pod open. */
function isPod(schema: any): boolean {
  if (!schema) return false;
  const fields = schema.properties?.spec?.properties ?? schema.properties ?? {};
  return (
    ['containers', 'container', 'image'].some((field) => field in fields) || isOpen(schema.properties?.spec ?? schema)
  );
}

function isOpen(schema: any): boolean {
  return schema?.['x-kubernetes-preserve-unknown-fields'] === true;
}

/** Paths of everything in a schema that has a list of containers. */
function podsIn(schema: any, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null || /^status/.test(path)) return [];
  if (schema.properties?.containers?.type === 'array') return [path];
  const at = (key: string) => (path ? `${path}.${key}` : key);
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => podsIn(inner, at(key))),
    ...podsIn(schema.items, at('*')),
    ...podsIn(schema.additionalProperties, at('*')),
  ];
}
