import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../contract/support/tree';
import { must } from './support/commands';
import { findProject, type Project } from './support/project';

/** The apps of apps/, written again in Python: their output is that of TypeScript, which dist/ holds. */

const project = findProject() as Project;
const suite = project ? describe : describe.skip;
const APPS = join(__dirname, 'apps');
const NAMES = ['churn-predictor', 'credit-risk', 'llm', 'ml-model', 'pytorch', 'training'];

suite('the apps in Python', () => {
  let folder: string;
  let summary: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-python-'));
    cpSync(APPS, folder, { recursive: true });
    summary = project.must(folder, ['main.py']);
  });

  afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

  test('are all of the apps', () => {
    expect(readdirSync(join(ROOT, 'dist')).sort()).toEqual(NAMES);
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(NAMES);
  });

  test.each(NAMES)('%s gives the bytes that TypeScript gives', (name) => {
    expect(filesIn(join(folder, 'dist', name))).toEqual(filesIn(join(ROOT, 'dist', name)));
  });

  test('tell what was written', () => {
    expect(summary).toMatch(/^app +environment +objects +files +written +changed +removed\n/);
    expect(summary).toMatch(/^churn-predictor +prod +\d+ +1 +1 +0 +0$/m);
  });

  test('change nothing when they run again', () => {
    expect(project.must(folder, ['main.py'])).toMatch(/^churn-predictor +prod +\d+ +1 +0 +0 +0$/m);
  });

  test('give the same under cdk8s synth', () => {
    const output = join(folder, 'synthesized');
    writeFileSync(
      join(folder, 'cdk8s.yaml'),
      `language: python\napp: ${project.python} main.py\noutput: synthesized\n`,
    );
    const cdk8s = join(ROOT, 'node_modules', '.bin', 'cdk8s');
    must(cdk8s, ['synth', '--check-upgrade=false'], { cwd: folder, env: project.environment });
    expect(filesIn(output)).toEqual(filesIn(join(ROOT, 'dist')));
  });

  test('satisfy a type checker', () => {
    expect(project.typeFaults(folder, ['main.py'])).toBe('');
  });
});

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, 'utf8')]),
  );
}
