import { extname } from 'node:path';
import * as ts from 'typescript';
import { parse } from './support/source';
import { expectNone, filesInGit, filesUnder, ROOT, read } from './support/tree';

const TEXT = /^\.(ts|cts|mts|js|cjs|mjs|json|md|ya?ml|sh|py|txt|toml|cfg|ini)$/;

const files = filesInGit().filter(
  (file) => TEXT.test(extname(file)) || /(^|\/)(\.ci\/run|\.npmrc|Dockerfile)$/.test(file),
);

test('no test is skipped, focused or left for later', () => {
  expectNone(
    'run the test, or delete it; a skip stands in a condition, where a tool or ../shared may be missing',
    filesUnder('test').flatMap((file) => switchedOff(parse(file)).map((text) => `${file}:${text}`)),
  );
});

test('nothing is left to do', () => {
  const words = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
  expectNone(
    'do it, or file it',
    files.filter((file) => !isFixed(file)).flatMap((file) => linesOf(file, (line) => words.test(line))),
  );
});

test('no path of one machine', () => {
  const machine = [ROOT, ['/work', 'main'].join('/'), ['/work', 'shared'].join('/'), ['/tmp', 'work'].join('/')];
  expectNone(
    'write paths from the root of the repository',
    files.flatMap((file) => linesOf(file, (line) => machine.some((path) => line.includes(path)))),
  );
});

test('no address of a package registry', () => {
  const registry = new RegExp(['registry\\.npm' + 'js', '^registry\\s*=', 'npm\\.pkg\\.', '_auth' + 'Token'].join('|'));
  expectNone(
    'the machine that installs says where packages come from',
    files.flatMap((file) => linesOf(file, (line) => registry.test(line))),
  );
  expectNone(
    'the lock file names versions and hashes, not addresses; .npmrc has npm leave them out',
    linesOf('package-lock.json', (line) => line.includes('"resolved"')),
  );
});

test('the change log says what is new', () => {
  expect(filesInGit()).toContain('CHANGELOG.md');
  expect(read('CHANGELOG.md')).toMatch(/^## .*(Unreleased|\d+\.\d+\.\d+)/m);
});

test('the licence is there in full', () => {
  expect(read('LICENSE')).toContain('Apache License');
  expect(read('LICENSE')).toContain('END OF TERMS AND CONDITIONS');
});

/** Tests that do not run; `.skip` under a condition is allowed, the rest is not. */
function switchedOff(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = node.getText();
    const off =
      (ts.isPropertyAccessExpression(node) && /^(it|test|describe)\.(only|skip|todo)$/.test(text)) ||
      (ts.isIdentifier(node) && ts.isCallExpression(node.parent) && /^([xf](it|describe)|xtest)$/.test(text));
    if (off && !(text.endsWith('.skip') && isUnderCondition(node)))
      found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isUnderCondition(node: ts.Node): boolean {
  return !!ts.findAncestor(node, (above) => ts.isIfStatement(above) || ts.isConditionalExpression(above));
}

/** Not written by us: generated bindings, and the lock file. */
function isFixed(file: string): boolean {
  return file === 'package-lock.json' || /^imports\/.*\.ts$/.test(file);
}

function linesOf(file: string, wrong: (line: string) => boolean): string[] {
  return read(file)
    .split('\n')
    .flatMap((line, index) => (wrong(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : []));
}
