import fc from 'fast-check';
import { readDefinitions } from '../../../scripts/schemas';
import { KUBERNETES } from '../../../scripts/schemas/kinds';
import type { Definitions } from '../../../scripts/schemas/model';
import { often } from '../../support/effort';
import { describeWithSchemas, schemasOf } from '../../support/openapi';
import { objectsOf, spoiled } from './arbitrary-objects';
import { planOf, refusedPaths } from './support';

const RUNS = often(15);

/** Where overrides make an object of Kubernetes, what they refuse is what its schema refuses, and nothing else. */
describeWithSchemas('random objects of every kind', () => {
  let definitions: ReadonlyMap<number, Definitions>;
  beforeAll(() => {
    definitions = readDefinitions();
  });

  test.each([28, 33, 36])('are refused where the schema of Kubernetes 1.%i refuses them', (minor) => {
    const kinds = kindsIn(definitions.get(minor)!);
    expect(kinds.length).toBeGreaterThan(20);
    let refused = 0;
    for (const { name, apiVersion, kind } of kinds) {
      const how = fc.constantFrom('right', 'renamed', 'retyped', 'dropped');
      fc.assert(
        fc.property(objectsOf(name, definitions.get(minor)!), how, fc.nat(), (given, change, pick) => {
          const { apiVersion: _, kind: __, metadata = {}, ...right } = given;
          const fields = change === 'right' ? right : spoiled(right, pick, change as 'renamed');
          const object = { ...fields, apiVersion, kind, metadata: { ...metadata, name: 'web' } };
          const faults = schemasOf(minor).faults(object);
          const paths = refusedPaths(planOf(apiVersion, kind, {}), { [kind]: object }, minor);
          expect([faults, paths]).toEqual(
            faults.length > 0 ? [faults, expect.arrayContaining([expect.anything()])] : [[], []],
          );
          refused += faults.length > 0 ? 1 : 0;
        }),
        { numRuns: RUNS },
      );
    }
    expect(refused).toBeGreaterThan(kinds.length);
  });
});

function kindsIn(definitions: Definitions): { name: string; apiVersion: string; kind: string }[] {
  return Object.entries(definitions).flatMap(([name, schema]) =>
    (schema['x-kubernetes-group-version-kind'] ?? [])
      .filter(({ group, kind }) => KUBERNETES[group]?.includes(kind))
      .map(({ group, version, kind }) => ({ name, apiVersion: group ? `${group}/${version}` : version, kind })),
  );
}
