import { findProject, type Project } from './support/project';
import { runUnitTests, titleOf, unitTests } from './support/unit-tests';

/** The tests under tests/, which are written in Python as its users write them. */

const project = findProject() as Project;
const suite = project ? describe : describe.skip;

suite.each(unitTests())('$file', ({ file, names }) => {
  let outcomes: Record<string, string | null>;

  beforeAll(() => {
    outcomes = runUnitTests(project, file);
  });

  test('holds no test that is not listed here', () => {
    expect(Object.keys(outcomes).sort()).toEqual([...names].sort());
  });

  test.each(names.map((name) => [titleOf(name), name]))('%s', (_title, name) => {
    const failure = outcomes[name];
    if (failure) throw Object.assign(new Error(), { stack: failure });
    expect(failure).toBeNull();
  });
});
