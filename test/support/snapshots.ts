import { Environment, type MlApp } from '../../lib';
import * as yaml from '../../lib/testing/jest';

expect.addSnapshotSerializer(yaml);

/**
 * A snapshot of each environment of an app, in the file of the test that calls this: what a change of the library does to
 * a real app is then a diff of YAML. `npx jest test/apps -u` writes them anew.
 */
export function matchesSnapshots(name: string, scenario: () => MlApp[]): void {
  const apps = scenario().map((app): [string, MlApp] => [`${name}, ${Environment.of(app)?.name}`, app]);
  // the name of a snapshot is that of its test
  test.each(apps)('%s', (_environment, app) => expect(app).toMatchSnapshot());
}
