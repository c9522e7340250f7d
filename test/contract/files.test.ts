import * as ts from 'typescript';
import { parse } from './support/source';
import { expectNone, filesUnder, read } from './support/tree';

const LONGEST = 400;
const MEDIAN = 150;

const lengths = ['lib', 'apps', 'scripts', 'bench']
  .flatMap((folder) => filesUnder(folder))
  .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }));

test(`no file is longer than ${LONGEST} lines`, () => {
  expectNone(
    'split the file where it does two things',
    lengths.filter(({ lines }) => lines > LONGEST).map(({ file, lines }) => `${file} has ${lines} lines`),
  );
});

test(`most files of lib/ are shorter than ${MEDIAN} lines`, () => {
  const sorted = lengths
    .filter(({ file }) => file.startsWith('lib/'))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(MEDIAN);
});

test('index files re-export, and do nothing else', () => {
  const indexes = filesUnder('lib').filter((file) => file.endsWith('/index.ts'));
  expect(indexes).toContain('lib/index.ts');
  expectNone(
    "an index.ts holds `export ... from '...'` only",
    indexes.flatMap((file) =>
      parse(file)
        .statements.filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
        .map((statement) => `${file}: ${statement.getText().split('\n')[0]}`),
    ),
  );
});

test('what can go wrong for a user is thrown in the one shape', () => {
  /** Files that throw by themselves, each for a reason. */
  const allowed: Record<string, string> = {
    'lib/internal/errors.ts': 'the one place',
    'lib/internal/quantity.ts': 'a mistake of the library itself: text that was not checked',
    'lib/testing/failure.ts': 'assertions of tests',
    'lib/testing/objects.ts': 'validations of constructs, worded as stock cdk8s words them',
  };
  expectNone(
    'refuse through Checker of lib/internal/errors.ts instead of throwing',
    filesUnder('lib')
      .filter((file) => !(file in allowed))
      .flatMap((file) => throwsIn(parse(file)).map((line) => `${file}:${line} throws`)),
  );
});

/** Lines of `throw`, except of what was caught (`throw error`). */
function throwsIn(source: ts.SourceFile): number[] {
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && !ts.isIdentifier(node.expression))
      lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}
