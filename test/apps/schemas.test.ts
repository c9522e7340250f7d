import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Manifests } from '../../lib';
import { describeWithSchemas, schemasOf } from '../support/openapi';

const DIST = join(__dirname, '../../dist');
const folders = readdirSync(DIST).flatMap((app) =>
  readdirSync(join(DIST, app)).map((environment) => join(app, environment)),
);

describeWithSchemas('every committed manifest', () => {
  test.each(folders)('%s is of the API of its target, 1.33', (folder) => {
    const objects = Manifests.fromFiles(join(DIST, folder)).all();
    expect(objects.length).toBeGreaterThan(5);
    expect(objects.flatMap((object) => schemasOf(33).faults(object))).toEqual([]);
  });
});
