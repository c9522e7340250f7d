import { App, Chart } from 'cdk8s';
import type { Compute } from '../../lib';
import { FUNCTIONS } from '../../lib/internal/signatures';
import { parametersOf } from '../../lib/internal/types';
import { refusalOf } from '../support/workloads/made';
import { entriesOf, given, takenRows } from '../support/workloads/rows';
import type { TestedConstruct } from '../support/workloads/types';
import { CONSTRUCTS, titleOf, workloadsWith } from '../support/workloads/with-toys';

/** Every fault in the props of a construct is in one error: nobody has to correct one to see the next. */

const TITLED = CONSTRUCTS.map((construct): [string, TestedConstruct] => [titleOf(construct), construct]);

/** The paths that one error reports for the props. */
function reported(construct: TestedConstruct, props: (scope: Chart) => object): string[] {
  const app = new App({ outdir: 'unused' });
  const chart = new Chart(app, 'chart');
  const scope = construct.within === 'app' ? app : chart;
  const message = refusalOf(() => construct.make(scope, 'faulty', { ...construct.minimal, ...props(chart) }));
  const paths = [...message.matchAll(/^ {2}(\S.*)$/gm)].map(([, path]) => path).sort();
  expect(message).toContain(`faulty: ${paths.length === 1 ? '1 problem' : `${paths.length} problems`}\n`);
  return [...new Set(paths)];
}

const sorted = (paths: readonly string[]) => [...paths].sort();

test('every construct of the API is in the table of constructs', () => {
  const placed = Object.keys(FUNCTIONS).filter((called) => {
    const names = parametersOf(called).map(({ name }) => name);
    return names[0] === 'scope' && names[1] === 'id';
  });
  expect(sorted(placed)).toEqual(sorted([...new Set(CONSTRUCTS.map(({ called }) => called))]));
});

describe.each(TITLED)('%s', (_title, construct) => {
  const rows = entriesOf(takenRows(construct));

  test.each(rows.map(([prop, { faulty }]) => [prop, faulty] as const))(
    '%s: one fault is one problem',
    (prop, fault) => {
      expect(reported(construct, (chart) => ({ ...fault.beside, [prop]: given(fault.value, chart) }))).toEqual([
        fault.at,
      ]);
    },
  );

  test('a fault in each prop: one error has all of them, and nothing that follows from them', () => {
    const faults = (chart: Chart) =>
      Object.fromEntries(rows.map(([prop, { faulty }]) => [prop, given(faulty.value, chart)]));
    expect(reported(construct, faults)).toEqual(sorted(rows.map(([, { faulty }]) => faulty.at)));
  });

  // a symbol is of no type that a prop has, and is where a plain JavaScript program would see the error
  test('a value of a wrong type in each prop: one error has all of them', () => {
    const wrong = () => Object.fromEntries(rows.map(([prop]) => [prop, Symbol(prop)]));
    expect(reported(construct, wrong)).toEqual(sorted(rows.map(([prop]) => prop)));
  });

  test.each([0, 1])('wrong types and faults in turn, the first at %i: one error has all of them', (first) => {
    const isWrong = (i: number) => i % 2 === first;
    const props = (chart: Chart) =>
      Object.fromEntries(
        rows.map(([prop, { faulty }], i) => [prop, isWrong(i) ? Symbol(prop) : given(faulty.value, chart)]),
      );
    expect(reported(construct, props)).toEqual(
      sorted(rows.map(([prop, { faulty }], i) => (isWrong(i) ? prop : faulty.at))),
    );
  });
});

describe.each(workloadsWith('labels', 'nodeSelector'))('%s, inside of one prop', (_title, workload) => {
  const { at, props } = workload.compute;
  const compute = props({ cpu: 500, memory: '512MB' } as unknown as Compute);
  const labels = { version: 1.0, 'my label': 'x' };

  test.each<[string, object, string[]]>([
    ['a number as CPU beside memory in MB', compute, [`${at}.cpu`, `${at}.memory`]],
    ['a number as label beside a key with a space', { labels }, ['labels.my label', 'labels.version']],
    ['both', { ...compute, labels }, [`${at}.cpu`, `${at}.memory`, 'labels.my label', 'labels.version']],
    ['a misspelt prop beside a fault', { nodeSelectr: {}, labels: { 'a b': 'c' } }, ['labels.a b', 'nodeSelectr']],
  ])('%s', (_what, given, paths) => {
    expect(reported(workload, () => given)).toEqual(sorted(paths));
  });
});
