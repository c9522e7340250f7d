import { type ImportArrow, importsOf } from './support/source';
import { expectNone, filesUnder, read } from './support/tree';

/** Which rooms of lib/ a room may import, beside itself. What is not listed is an arrow that points back. */
const MAY_IMPORT: Record<string, string[]> = {
  internal: [],
  values: ['internal'],
  pod: ['values', 'internal'],
  traits: ['pod', 'values', 'internal'],
  workloads: ['traits', 'pod', 'values', 'internal'],
  platform: ['traits', 'pod', 'values', 'internal'],
  rules: ['internal'],
  app: ['rules', 'values', 'testing', 'internal'],
  testing: ['internal'],
};

/** The rooms where objects of custom resources are made: these alone may know the generated types. */
const MAKES_CUSTOM_RESOURCES = ['workloads', 'platform', 'traits', 'pod'];

/** Packages that only give types to the library: what is published must not load them. */
const TYPES_ONLY = ['@kubernetes/client-node'];

/** Where circles of types are left. */
const IN_CIRCLES: readonly string[] = [
  'lib/app/ml-app.ts',
  'lib/rules/cluster/pod-security.ts',
  'lib/traits/sidecar.ts',
  'lib/values/secret-source.ts',
  'lib/workloads/model-service/engines/kubernetes/index.ts',
];

const lib = filesUnder('lib');
const arrows = lib.flatMap(importsOf);

test('every folder of lib/ is a room with known neighbours', () => {
  const rooms = [...new Set(lib.filter((file) => file.split('/').length > 2).map(roomOf))].sort();
  expectNone(
    'each room needs a line in MAY_IMPORT (and in the architecture)',
    rooms.filter((room) => !(room in MAY_IMPORT)),
  );
  expect(rooms.length).toBeGreaterThan(3);
});

test('imports between rooms point one way', () => {
  expectNone(
    'an import points back; move what is shared to a lower room',
    arrows
      .filter(({ from, to, inside }) => inside && to.startsWith('lib/') && from !== 'lib/index.ts')
      .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)))
      .map(printed),
  );
});

test('lib/ imports nothing that is not published with it', () => {
  expectNone(
    'only lib/ and the types in imports/ are there for whoever installs the package',
    arrows.filter(({ to, inside }) => inside && !/^(lib|imports)\//.test(to)).map(printed),
  );
});

test('the generated bindings are imported as types, where custom resources are made', () => {
  const bindings = arrows.filter(({ to, inside }) => inside && to.startsWith('imports/'));
  expectNone(
    'write `import type`: the generated classes drop what they do not know on the way out',
    bindings.filter(({ typeOnly }) => !typeOnly).map(printed),
  );
  expectNone(
    'only rooms that make custom resources know their types',
    bindings.filter(({ from }) => !MAKES_CUSTOM_RESOURCES.includes(roomOf(from))).map(printed),
  );
});

test('lib/ needs no package beside its peers', () => {
  const { peerDependencies = {}, bundledDependencies = [] } = JSON.parse(read('package.json'));
  const installed = [...Object.keys(peerDependencies), ...bundledDependencies];
  expectNone(
    'whoever installs the package does not get this one; use a peer dependency, or import types only',
    arrows
      .filter(({ to, inside }) => !inside && !to.startsWith('node:'))
      .filter(({ to, typeOnly }) => !installed.includes(packageOf(to)) && !(typeOnly && TYPES_ONLY.includes(to)))
      .map(printed),
  );
  expectNone(
    'types of the Kubernetes client are named in one place, lib/internal/kubernetes.ts',
    arrows.filter(({ from, to }) => TYPES_ONLY.includes(to) && from !== 'lib/internal/kubernetes.ts').map(printed),
  );
});

test('files do not import each other in a circle', () => {
  expectNone('what runs first in a circle is undefined for the other', circlesOf(arrows.filter((a) => !a.typeOnly)));
});

test('types do not make a circle either', () => {
  expectNone(
    'nothing of a circle can be read or moved alone: move what is shared to a file that both import',
    circlesOf(arrows).filter((circle) => !IN_CIRCLES.some((folder) => circle.includes(folder))),
  );
});

test('apps use the public door, as users do', () => {
  expectNone(
    "import from '../../lib', not from a room of it",
    filesUnder('apps')
      .flatMap(importsOf)
      .filter(({ to, inside }) => inside && to.startsWith('lib/') && to !== 'lib/index.ts')
      .map(printed),
  );
});

function roomOf(file: string): string {
  return file.split('/')[1];
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function printed({ from, to, line }: ImportArrow): string {
  return `${from}:${line} imports ${to}`;
}

/** One line for each set of files that reach each other, sorted. */
function circlesOf(imports: readonly ImportArrow[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, inside } of imports) if (inside) next.set(from, [...(next.get(from) ?? []), to]);
  const reach = new Map([...next.keys()].map((file) => [file, reachedFrom(file, next)]));
  const circles = [...reach].flatMap(([file, reached]) => {
    if (!reached.has(file)) return [];
    return [[...reached].filter((other) => reach.get(other)?.has(file)).sort()];
  });
  return [...new Set(circles.map((files) => files.join(' <-> ')))].sort();
}

function reachedFrom(file: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const todo = [...(next.get(file) ?? [])];
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    if (reached.has(one)) continue;
    reached.add(one);
    todo.push(...(next.get(one) ?? []));
  }
  return reached;
}
