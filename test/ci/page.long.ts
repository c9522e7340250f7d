import { load } from 'js-yaml';
import { compileWhereStale } from '../contract/support/assembly';
import { snippetsIn } from '../contract/support/markdown';
import { read } from '../contract/support/tree';
import { filesOfPage, Project } from './project';

/** docs/ci.md, followed to the letter: what it says of a changed chart is what happens. */

const WORKFLOW = '.github/workflows/ci.yaml';
const { [WORKFLOW]: workflow, ...files } = filesOfPage();
const steps: { run?: string }[] = (load(workflow) as any).jobs.charts.steps;
const commands = steps.flatMap(({ run }) => run ?? []);
const [INSTALL, TEST, ...DIST] = commands;
const CHECK_DIST = DIST.join(' && ');

let project: Project;

beforeAll(() => {
  compileWhereStale();
  project = new Project(files);
  project.must('npm test');
  project.must('npm run synth');
  project.commit();
}, 180_000);

afterAll(() => project?.remove());

afterEach(() => project.must('git reset -q --hard && git clean -qfd'));

test('the workflow on the page is that of this repository, and so are the commands', () => {
  expect(workflow).toBe(read(WORKFLOW));
  const shown = snippetsIn('docs/ci.md', 'sh').at(-1)?.code.split('\n');
  expect(shown).toEqual(commands);
  expect([INSTALL, TEST]).toEqual(['npm ci', 'npm test -- --ci']);
  const { scripts } = JSON.parse(read('package.json'));
  expect(Object.keys(JSON.parse(files['package.json']).scripts).filter((script) => !(script in scripts))).toEqual([]);
});

test('the snapshot holds the YAML of each environment', () => {
  expect(project.list('__snapshots__')).toEqual(['serving.test.ts.snap']);
  const snapshot = project.read('__snapshots__/serving.test.ts.snap');
  const environments = snapshot.split(/^exports/m).slice(1);
  expect(environments).toHaveLength(2);
  for (const environment of environments)
    expect(environment).toMatch(/\napiVersion: v1\nkind: Namespace\n[\s\S]*\n---\n[\s\S]*\n {2}replicas: [13]\n/);
});

test('nothing changed: each command succeeds', () => {
  project.must(TEST);
  project.must(CHECK_DIST);
}, 60_000);

describe('a changed chart', () => {
  beforeEach(() => project.change('serving.ts', 'replicas: 3', 'replicas: 4'));

  test('fails the snapshot test, which prints the diff and writes nothing', () => {
    const before = project.read('__snapshots__/serving.test.ts.snap');
    const { status, output } = project.run(TEST);
    expect(status).toBe(1);
    for (const line of shownFailure()) expect(linesOf(output)).toContain(line);
    expect(project.read('__snapshots__/serving.test.ts.snap')).toBe(before);
  }, 60_000);

  test('fails the check of dist/, which prints the diff', () => {
    const { status, output } = project.run(CHECK_DIST);
    expect(status).toBe(1);
    expect(output).toMatch(/^- {2}replicas: 3\n\+ {2}replicas: 4$/m);
    expect(output).toContain('+++ b/dist/serving/prod/ml-serving.k8s.yaml');
    expect(output).not.toContain('dist/serving/dev');
  }, 60_000);
});

test('a new environment fails both: a file that git does not know, and a test without a snapshot', () => {
  project.change(
    'serving.ts',
    "new Environment('dev'",
    "new Environment('stage', { settings: { replicas: 2 } }),\n  new Environment('dev'",
  );
  const dist = project.run(CHECK_DIST);
  expect(dist.status).toBe(1);
  expect(dist.output).toContain('+++ b/dist/serving/stage/ml-serving.k8s.yaml');
  const before = project.read('__snapshots__/serving.test.ts.snap');
  const { status, output } = project.run(TEST);
  expect(status).toBe(1);
  expect(output).toContain('serving, stage');
  expect(project.read('__snapshots__/serving.test.ts.snap')).toBe(before);
}, 60_000);

/** The lines of the failure that the page shows; it leaves some out at the dots. */
function shownFailure(): string[] {
  const [{ code }] = snippetsIn('docs/ci.md', 'text');
  return linesOf(code).filter((line) => line !== '...');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
