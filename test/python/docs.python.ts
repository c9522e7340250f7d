import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pages, type Snippet, snippetsIn } from '../contract/support/markdown';
import { findProject, type Project } from './support/project';

/** Every program in Python on a page that users read is run; a block of text that follows it is what it prints. */

interface Program {
  readonly page: string;
  readonly line: number;
  readonly code: string;
  readonly prints?: string;
}

const project = findProject() as Project;
const suite = project ? describe : describe.skip;
const programs = pages().flatMap(programsOf);

suite('the Python in the docs', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-python-'));
  });

  afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

  test('is there', () => {
    expect(programs.filter(({ page }) => page === 'docs/python.md').length).toBeGreaterThan(3);
  });

  test.each(programs.map((program) => [`${program.page}:${program.line}`, program] as const))(
    '%s',
    (_title, program) => {
      const own = join(folder, String(programs.indexOf(program)));
      mkdirSync(own);
      writeFileSync(join(own, 'program.py'), program.code);
      const snippet = [join(__dirname, 'support', 'snippet.py'), 'program.py'];
      const printed = project.must(own, snippet, { PYTHONPATH: project.beside });
      if (program.prints !== undefined) expect(printed.trimEnd()).toBe(program.prints.trimEnd());
    },
  );

  test('is right to a type checker', () => {
    const own = join(folder, 'checked');
    mkdirSync(own);
    const names = programs.map(({ page, line }) => `${page.replace(/\W/g, '_')}_${line}.py`);
    for (const [i, name] of names.entries()) writeFileSync(join(own, name), programs[i].code);
    expect(project.typeFaults(own, names)).toBe('');
  });
});

/** As with TypeScript: a block without imports goes on from the one before it. */
function programsOf(page: string): Program[] {
  const found: Program[] = [];
  const texts = snippetsIn(page, 'text');
  for (const { line, code } of snippetsIn(page, 'python')) {
    const prints = texts.find((text) => follows(text, line, code))?.code;
    if (/^(import|from) /m.test(code) || found.length === 0) found.push({ page, line, code, prints });
    else {
      const before = found[found.length - 1];
      found[found.length - 1] = { ...before, code: `${before.code}\n${code}`, prints: prints ?? before.prints };
    }
  }
  return found;
}

/** Directly, with an empty line between the two at most. */
function follows(text: Snippet, line: number, code: string): boolean {
  const end = line + code.split('\n').length;
  return text.line === end + 3 || text.line === end + 2;
}
