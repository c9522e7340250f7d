/** Our tables against the sources they were made from: Kubernetes' OpenAPI and the CRDs in ../shared. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { builtInApi, customApi } from '../../lib/rules/cluster/api-versions';
import { isBuiltInGroup } from '../../lib/rules/cluster/unseen-pods';

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

interface Crd {
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly { name: string; served: boolean; deprecated?: boolean }[];
}

function crds(): Crd[] {
  return JSON.parse(readFileSync(join(SHARED, 'crds/index.json'), 'utf8'));
}
