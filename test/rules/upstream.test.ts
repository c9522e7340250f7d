/** Our tables against the sources they were made from: Kubernetes' OpenAPI and the CRDs in ../shared. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { builtInApi, customApi } from '../../lib/rules/cluster/api-versions';
import { isBuiltInGroup } from '../../lib/rules/cluster/unseen-pods';
import { CONTAINER_VALUES, POD_VALUES, SPEC_VALUES, type ValueTree } from '../../lib/rules/cluster/values';

const SHARED = join(__dirname, '../../../shared');
const present = existsSync(join(SHARED, 'openapi')) && existsSync(join(SHARED, 'crds/index.json'));

if (!present) {
  const missing =
    '../shared/openapi and ../shared/crds are not here: the tables of the rules are not compared with them';
  if (process.env['CI']) throw new Error(missing);
  console.warn(missing);
}

const MINORS = [28, 29, 30, 31, 32, 33, 34, 35, 36];

interface Served {
  readonly apiVersion: string;
  readonly group: string;
  readonly kind: string;
}

/** The objects that can be created in a minor. */
function served(minor: number): Served[] {
  const file = join(SHARED, `openapi/v1.${minor}/swagger.json.gz`);
  const { paths } = JSON.parse(gunzipSync(readFileSync(file)).toString());
  const found = new Map<string, Served>();
  for (const [path, operations] of Object.entries<any>(paths)) {
    const post = operations.post;
    const type = post?.['x-kubernetes-group-version-kind'];
    if (!type || post['x-kubernetes-action'] !== 'post' || /\{name\}/.test(path)) continue;
    const apiVersion = type.group ? `${type.group}/${type.version}` : type.version;
    found.set(`${apiVersion}/${type.kind}`, {
      apiVersion,
      group: type.group,
      kind: type.kind,
    });
  }
  return [...found.values()];
}

/** Requests that have no object behind them. */
const NOT_STORED = /Review$/;

(present ? describe : describe.skip)('the tables agree with upstream on', () => {
  const byMinor = new Map(MINORS.map((minor) => [minor, present ? served(minor) : []]));

  test('which API versions each Kubernetes serves', () => {
    const all = new Map([...byMinor.values()].flat().map((s) => [`${s.apiVersion}/${s.kind}`, s]));
    for (const [minor, now] of byMinor) {
      const names = new Set(now.map((s) => `${s.apiVersion}/${s.kind}`));
      for (const [name, { apiVersion, kind }] of all) {
        if (NOT_STORED.test(kind)) continue;
        const { since = 0, removed = Infinity } = builtInApi(apiVersion, kind) ?? {};
        const told = minor >= since && minor < removed;
        // an alpha version that is to come is off anyway: only those that went need a line
        const toCome = /alpha/.test(apiVersion) && told && !wasServed(name, minor);
        if (!toCome) expect([minor, name, told]).toEqual([minor, name, names.has(name)]);
      }
    }
  });

  function wasServed(name: string, before: number): boolean {
    return MINORS.some((m) => m < before && byMinor.get(m)!.some((s) => `${s.apiVersion}/${s.kind}` === name));
  }

  test('which groups are built in', () => {
    for (const { group } of [...byMinor.values()].flat()) expect([group, isBuiltInGroup(group)]).toEqual([group, true]);
    for (const { group } of crds()) expect([group, isBuiltInGroup(group)]).toEqual([group, false]);
  });

  test('which versions of custom resources are deprecated or not served', () => {
    // kinds that only older releases have are kept apart in folders of their own
    for (const { group, kind, versions } of crds().filter(({ file }) => !file.includes('/legacy-')))
      for (const { name, served: on, deprecated } of versions) {
        // of all of Kueue this kind alone is not marked
        if (kind === 'MultiKueueConfig') continue;
        const known = customApi(`${group}/${name}`, kind) !== undefined;
        expect([group, kind, name, known]).toEqual([group, kind, name, !on || deprecated === true]);
      }
  });
});

/** The schema at a path of a definition, `*` being every entry of a list. */
function fieldAt(definitions: any, name: string, path: readonly string[]): any {
  const resolved = (schema: any): any =>
    schema?.$ref ? definitions[schema.$ref.replace('#/definitions/', '')] : schema;
  let at = definitions[name];
  for (const key of path) {
    const from = resolved(at);
    at = key === '*' ? from?.items : from?.properties?.[key];
  }
  return resolved(at);
}

/** Paths to the lists of values of a tree. */
function leaves(tree: ValueTree, path: readonly string[] = []): string[][] {
  return Object.entries(tree).flatMap(([field, below]) =>
    Array.isArray(below) ? [[...path, field]] : leaves(below as ValueTree, [...path, field]),
  );
}

(present ? describe : describe.skip)('the fields of the tables are fields of Kubernetes', () => {
  const definitions = present
    ? JSON.parse(gunzipSync(readFileSync(join(SHARED, 'openapi/v1.36/swagger.json.gz'))).toString()).definitions
    : {};

  const SPECS: [string, string, ValueTree][] = [
    ['PodSpec', 'io.k8s.api.core.v1.PodSpec', POD_VALUES],
    ['Container', 'io.k8s.api.core.v1.Container', CONTAINER_VALUES],
    ...Object.entries(SPEC_VALUES).map(([id, tree]): [string, string, ValueTree] => {
      const [group, kind] = id.split('/');
      const version = kind === 'HorizontalPodAutoscaler' ? 'v2' : 'v1';
      return [id, `io.k8s.api.${group.split('.')[0] || 'core'}.${version}.${kind}Spec`, tree];
    }),
  ];

  test.each(SPECS)('%s', (_id, definition, tree) => {
    for (const path of leaves(tree)) {
      const schema = fieldAt(definitions, definition, path);
      expect([path.join('.'), schema?.type]).toEqual([path.join('.'), 'string']);
    }
  });

  test('lists have the keys by which their entries are told apart', () => {
    const keysOf = (definition: string, field: string) =>
      definitions[definition].properties[field]['x-kubernetes-list-map-keys'];
    for (const [field, keys] of [
      ['imagePullSecrets', ['name']],
      ['hostAliases', ['ip']],
      ['topologySpreadConstraints', ['topologyKey', 'whenUnsatisfiable']],
      ['resourceClaims', ['name']],
    ] as const)
      expect([field, keysOf('io.k8s.api.core.v1.PodSpec', field)]).toEqual([field, keys]);
    for (const [field, keys] of [
      ['env', ['name']],
      ['ports', ['containerPort', 'protocol']],
      ['volumeMounts', ['mountPath']],
      ['volumeDevices', ['devicePath']],
    ] as const)
      expect([field, keysOf('io.k8s.api.core.v1.Container', field)]).toEqual([field, keys]);
    expect(keysOf('io.k8s.api.core.v1.ServiceSpec', 'ports')).toEqual(['port', 'protocol']);
  });
});

interface Crd {
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly { name: string; served: boolean; deprecated?: boolean }[];
}

function crds(): Crd[] {
  return JSON.parse(readFileSync(join(SHARED, 'crds/index.json'), 'utf8'));
}
