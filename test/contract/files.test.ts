import * as ts from 'typescript';
import { importsOf, parse } from './support/source';
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

test('the public door, and those behind it, re-export and do nothing else', () => {
  const doors = doorsFrom('lib/index.ts');
  expect(doors.length).toBeGreaterThan(3);
  expectNone(
    "an index.ts that the public door leads to holds `export ... from '...'` only",
    doors.flatMap((file) =>
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

/** This index.ts, and every other that it leads to. */
function doorsFrom(file: string): string[] {
  const next = importsOf(file)
    .map(({ to }) => to)
    .filter((to) => to.endsWith('/index.ts'));
  return [file, ...next.flatMap(doorsFrom)];
}

/** Lines where an error is made and thrown; not those that throw on what they caught, or a signal of their own. */
function throwsIn(source: ts.SourceFile): number[] {
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && /^(new )?\w*Error\b/.test(node.expression.getText()))
      lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}
