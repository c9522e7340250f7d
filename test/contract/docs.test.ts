import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as lib from '../../lib';
import { linksIn, pages, type Snippet, snippetsIn } from './support/markdown';
import { expectNone, filesUnder, ROOT, read } from './support/tree';

test('the TypeScript in the docs and in doc comments compiles against lib/', () => {
  const programs = pages().flatMap((page) => programsOf(snippetsIn(page, 'ts')));
  const examples = filesUnder('lib').flatMap(examplesIn);
  expect(programs.length).toBeGreaterThan(0);
  expect(examples.length).toBeGreaterThan(0);
  expectNone('a snippet or an @example does not compile', typeFaults([...programs, ...examples]));
}, 180_000);

test('every main class has an example', () => {
  const shown = filesUnder('lib')
    .flatMap(examplesIn)
    .map(({ name }) => name.replace(/^examples\//, ''));
  expectNone(
    'write @example in its doc comment',
    MAIN_CLASSES.filter((name) => !shown.includes(`${name}.ts`)),
  );
});

const MAIN_CLASSES = [
  'MlApp',
  'MlNamespace',
  'ModelService',
  'TrainingJob',
  'Environment',
  'ClusterTarget',
  'ModelServer',
];

test('links lead somewhere', () => {
  expectNone(
    'no such file in the repository',
    pages().flatMap((page) =>
      linksIn(page)
        .filter((target) => target.startsWith('..') || !existsSync(join(ROOT, target)))
        .map((target) => `${page} links to ${target}`),
    ),
  );
});

test('every page can be reached from the README', () => {
  const reached = new Set<string>();
  const visit = (page: string): void => {
    if (reached.has(page) || !pages().includes(page)) return;
    reached.add(page);
    linksIn(page).forEach((target) => {
      visit(target);
      visit(`${target}/README.md`);
    });
  };
  visit('README.md');
  expectNone(
    'link to the page from the README, or from a page that is linked',
    pages().filter((page) => page !== 'CHANGELOG.md' && !reached.has(page)),
  );
});

test('no page is over 2,000 words', () => {
  const long = pages().filter((page) => !NOT_READ_THROUGH.includes(page) && wordsIn(page) > 2000);
  expectNone('split the page', long);
});

/** The list of changes, and the catalogue of rules. */
const NOT_READ_THROUGH = ['CHANGELOG.md', 'docs/rules.md'];

function wordsIn(page: string): number {
  return read(page)
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
}

/** What examples may use without making it; an example in a doc comment has no imports either. */
const FIXTURES: Readonly<Record<string, string>> = {
  app: 'MlApp',
  namespace: 'MlNamespace',
  features: 'ModelService',
};

/** The `@example` of each exported class in a file, as a program. */
function examplesIn(page: string): Program[] {
  const comments = read(page).matchAll(/@example\n([\s\S]*?)\n \*\/\nexport (?:abstract )?class (\w+)/g);
  return [...comments].map(([, text, name]) => {
    const code = text.replace(/^ \* ?/gm, '');
    const fixtures = Object.entries(FIXTURES)
      .filter(([fixture]) => new RegExp(`\\b${fixture}\\b`).test(code) && !code.includes(`const ${fixture} `))
      .map(([fixture, type]) => `declare const ${fixture}: ${type};`);
    const whole = [...fixtures, code].join('\n');
    const used = Object.keys(lib).filter((exported) => new RegExp(`\\b${exported}\\b`).test(whole));
    return { page, name: `examples/${name}.ts`, text: `import { ${used.join(', ')} } from 'cdk8s-ml';\n${whole}\n` };
  });
}

/** A file for the compiler, whose lines stand where they stand in the page; those of one page are in one folder. */
interface Program {
  readonly page: string;
  readonly name: string;
  readonly text: string;
}

/**
 * A snippet with imports is a program of its own; one without goes on from those before it, in a scope of its own,
 * so that a page can explain in steps.
 */
function programsOf(snippets: readonly Snippet[]): Program[] {
  const groups: Snippet[][] = [];
  for (const snippet of snippets) {
    if (groups.length === 0 || snippet.name || /^import /m.test(snippet.code)) groups.push([snippet]);
    else groups[groups.length - 1].push(snippet);
  }
  return groups.map((group) => {
    const { file, line, name = `${line}.ts` } = group[0];
    return { page: file, name: `${file.replace(/[^A-Za-z0-9]/g, '-')}/${name}`, text: textOf(group) };
  });
}

function textOf([first, ...others]: readonly Snippet[]): string {
  let text = `${'\n'.repeat(first.line - 1)}${first.code}`;
  for (const { line, code } of others) {
    const missing = line - text.split('\n').length;
    text += `${'\n'.repeat(missing - 1)} {\n${code}`;
  }
  // without `export`, a file without imports would share its names with the others
  return `${text}${' }'.repeat(others.length)}\nexport {};\n`;
}

function typeFaults(programs: readonly Program[]): string[] {
  const folder = join(ROOT, 'build', 'snippets');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of programs) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const compilerOptions = {
    paths: { 'cdk8s-ml': ['../../lib/index.ts'], 'cdk8s-ml/testing/jest': ['../../lib/testing/jest.ts'] },
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, include: ['**/*.ts'] }),
  );
  return compile(folder)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => inPage(line, programs));
}

function compile(folder: string): string {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder, stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

function inPage(fault: string, programs: readonly Program[]): string {
  const [, name, line, rest] = /^(\S+?)\((\d+),\d+\): (.*)$/.exec(fault) ?? [];
  const page = programs.find((program) => program.name === name)?.page;
  return page ? `${page}:${line} ${rest}` : fault;
}
