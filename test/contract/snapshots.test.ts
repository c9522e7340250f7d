import { loadAll } from 'js-yaml';
import { CONSTRUCTS, titleOf } from '../support/workloads';
import { expectNone, filesInGit, ROOT, read } from './support/tree';

/** A reviewer reads what an app or a construct makes as YAML: of each there has to be a snapshot, and no other. */

interface App {
  readonly name: string;
  readonly environments: readonly string[];
}

const apps: App[] = filesInGit()
  .flatMap((file) => /^apps\/([^/]+)\/environments\.ts$/.exec(file)?.[1] ?? [])
  .map((name) => {
    const { ENVIRONMENTS } = require(`${ROOT}/apps/${name}/environments`) as { ENVIRONMENTS: { name: string }[] };
    return { name, environments: ENVIRONMENTS.map((environment) => environment.name) };
  });

test('every app has a snapshot of each environment, in a file of its own', () => {
  expect(apps.length).toBeGreaterThan(0);
  for (const { name, environments } of apps)
    expect(namesIn(`test/apps/__snapshots__/${name}.test.ts.snap`)).toEqual(
      environments.map((environment) => `${name}, ${environment} 1`).sort(),
    );
});

test('every construct has a snapshot with the fewest props and with every prop', () => {
  const expected = CONSTRUCTS.flatMap((construct) =>
    ['every prop', 'the fewest props'].map((props) => `${titleOf(construct)} with ${props} 1`),
  );
  expect(namesIn('test/constructs/__snapshots__/snapshots.test.ts.snap')).toEqual(expected.sort());
});

test('a snapshot is the YAML of Kubernetes objects', () => {
  const files = filesInGit().filter((file) => file.endsWith('.snap'));
  const texts = files.flatMap((file) => Object.values(snapshotsIn(file)));
  expect(texts.length).toBeGreaterThan(apps.length);
  for (const text of texts)
    for (const object of loadAll(text))
      expect(object).toEqual(expect.objectContaining({ apiVersion: expect.any(String), kind: expect.any(String) }));
});

test('snapshots are in git, and no other files are in their folders', () => {
  const files = filesInGit().filter((file) => file.includes('__snapshots__/'));
  expectNone(
    'delete it, or commit the test that it belongs to',
    files.filter((file) => !filesInGit().includes(file.replace('__snapshots__/', '').replace(/\.snap$/, ''))),
  );
});

function snapshotsIn(file: string): { readonly [name: string]: string } {
  const exports: { [name: string]: string } = {};
  new Function('exports', read(file))(exports);
  return exports;
}

function namesIn(file: string): string[] {
  return Object.keys(snapshotsIn(file)).sort();
}
