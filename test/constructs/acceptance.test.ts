import { ClusterTarget, type Manifests } from '../../lib';
import { podSecurityFaults } from '../../lib/rules/cluster/pod-security';
import { runRules } from '../../lib/rules/run';
import { describeWithSchemas, MINORS, schemasOf } from '../support/openapi';
import { podTemplatesOf } from '../support/pod-templates';
import { ID, made, madeWithAll, madeWithFewest, refusalOf } from '../support/workloads/made';
import { allProps, entriesOf, given, leavesTrace, takenRows } from '../support/workloads/rows';
import type { TestedConstruct } from '../support/workloads/types';
import { CONSTRUCTS, titleOf, WORKLOADS } from '../support/workloads/with-toys';

const K133 = ClusterTarget.kubernetes('1.33');
const TITLED = CONSTRUCTS.map((construct): [string, TestedConstruct] => [titleOf(construct), construct]);
const json = (manifests: Manifests) => JSON.stringify(manifests.all());

describe.each(TITLED)('%s with every prop', (_title, construct) => {
  const manifests = madeWithAll(construct, K133);
  const exclusive = construct.exclusive ?? [];
  const rows = entriesOf(takenRows(construct)).filter(([, { trace }]) => trace !== undefined);

  test('each value shows in the manifests', () => {
    const together = rows.filter(([prop]) => !exclusive.includes(prop));
    expect(together.filter(([, row]) => !leavesTrace(row, json(manifests))).map(([prop]) => prop)).toEqual([]);
  });

  test('the values do not show without their props', () => {
    const without = json(madeWithFewest(construct, K133));
    const shown = rows.filter(([, row]) => typeof row.trace === 'string' && leavesTrace(row, without));
    expect(shown.map(([prop]) => prop)).toEqual(SAME_AS_DEFAULT[construct.name] ?? []);
  });

  test('the value of a prop that excludes others shows without those', () => {
    const alone = rows.filter(([prop]) => exclusive.includes(prop));
    const hidden = alone.filter(([prop, row]) => {
      const props = (scope: any) => ({ ...construct.minimal, [prop]: given(row.value, scope) });
      return !leavesTrace(row, json(made(construct, props, K133)));
    });
    expect(hidden.map(([prop]) => prop)).toEqual([]);
  });

  test('the order of the props makes no difference', () => {
    const reversed = (scope: any) => Object.fromEntries(Object.entries(allProps(construct, scope)).reverse());
    expect(made(construct, reversed, K133).yaml()).toBe(manifests.yaml());
  });

  test('no rule of MlApp finds an error in it', () => {
    expect(errorsOf(manifests)).toEqual([]);
  });
});

/** Props whose default is the value that `every prop` gives: nothing else can be given beside the others. */
const SAME_AS_DEFAULT: { readonly [construct: string]: readonly string[] } = { MlNamespace: ['defaultDenyIngress'] };

describe.each(TITLED)('%s with the fewest props', (_title, construct) => {
  test('no rule of MlApp finds an error in it', () => {
    expect(errorsOf(madeWithFewest(construct))).toEqual([]);
  });

  test('each of them is required', () => {
    const accepted = Object.keys(construct.minimal).filter((prop) => {
      const message = refusalOf(() => made(construct, () => ({ ...construct.minimal, [prop]: undefined })));
      return !message.includes(`\n  ${prop}\n`);
    });
    expect(accepted).toEqual([]);
  });
});

describeWithSchemas('what the constructs make is of the API of the cluster', () => {
  test.each(TITLED)('%s with the fewest props, on every minor', (_title, construct) => {
    const faults = MINORS.flatMap((minor) => {
      const manifests = madeWithFewest(construct, ClusterTarget.kubernetes(`1.${minor}`));
      return schemaFaults(manifests, minor).map((fault) => `1.${minor}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  test.each(TITLED)('%s with every prop', (_title, construct) => {
    expect(schemaFaults(madeWithAll(construct, K133), 33)).toEqual([]);
  });

  test.each(TITLED)('%s: a field that is in no API is found', (_title, construct) => {
    const broken = madeWithAll(construct, K133)
      .all()
      .map((object) => ({ ...object, spce: {} }));
    const found = broken.filter((object) => schemasOf(33).faults(object).includes(`${object.kind}.spce: unknown`));
    expect(found).toEqual(broken);
  });
});

describe.each(WORKLOADS.map((one) => [titleOf(one), one] as const))('pods of %s', (_title, workload) => {
  test.each([
    ['the fewest props', madeWithFewest],
    ['every prop', madeWithAll],
  ])('with %s pass Pod Security "restricted"', (_props, make) => {
    const pods = make(workload, K133).all().flatMap(podTemplatesOf);
    expect(pods.length).toBeGreaterThan(0);
    expect(pods.flatMap(({ spec }) => podSecurityFaults(spec, 'restricted', { minor: 33 }))).toEqual([]);
  });
});

test('the constructs are found under the names that they are given', () => {
  const named = WORKLOADS.filter((workload) => !madeWithFewest(workload).find('*', { metadata: { name: ID } }).length);
  expect(named.map(titleOf)).toEqual([]);
});

function errorsOf(manifests: Manifests): string[] {
  const located = manifests.all().map((manifest) => ({ manifest, where: manifest.kind }));
  return runRules(located, { minor: 33 })
    .filter(({ severity, waived }) => severity === 'error' && waived === undefined)
    .map(({ rule, object }) => `${rule}: ${object}`);
}

function schemaFaults(manifests: Manifests, minor: number): string[] {
  return manifests.all().flatMap((object) => schemasOf(minor).faults(object));
}
