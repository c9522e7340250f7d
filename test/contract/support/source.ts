import { join, posix } from 'node:path';
import * as ts from 'typescript';
import { filesUnder, ROOT, read } from './tree';

/** One import or re-export statement. */
export interface ImportArrow {
  readonly from: string;
  /** The file of the repository, or the name of the package. */
  readonly to: string;
  readonly inside: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
}

const parsed = new Map<string, ts.SourceFile>();

export function parse(file: string): ts.SourceFile {
  let source = parsed.get(file);
  if (!source) {
    source = ts.createSourceFile(join(ROOT, file), read(file), ts.ScriptTarget.Latest, true);
    parsed.set(file, source);
  }
  return source;
}

/** Every arrow out of a file: imports, re-exports, `import()` of modules and of types, and `require`. */
export function importsOf(file: string): ImportArrow[] {
  const source = parse(file);
  const arrows: ImportArrow[] = [];
  const add = (at: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const inside = specifier.text.startsWith('.');
    const line = source.getLineAndCharacterOfPosition(at.getStart()).line + 1;
    arrows.push({ from: file, to: inside ? resolve(file, specifier.text) : specifier.text, inside, typeOnly, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, importsTypesOnly(node));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, exportsTypesOnly(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    else if (ts.isExternalModuleReference(node)) add(node, node.expression, false);
    else if (ts.isCallExpression(node) && loadsModule(node)) add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return arrows;
}

function importsTypesOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((e) => e.isTypeOnly);
}

function exportsTypesOnly(node: ts.ExportDeclaration): boolean {
  if (node.isTypeOnly) return true;
  const clause = node.exportClause;
  return !!clause && ts.isNamedExports(clause) && clause.elements.every((e) => e.isTypeOnly);
}

function loadsModule(node: ts.CallExpression): boolean {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(node.expression) && node.expression.text === 'require';
}

function resolve(file: string, specifier: string): string {
  const path = posix.normalize(posix.join(posix.dirname(file), specifier)).replace(/\/$/, '');
  const known = sources();
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => known.has(candidate)) ?? path;
}

let all: Set<string> | undefined;

function sources(): Set<string> {
  all ??= new Set(['lib', 'imports', 'apps', 'test', 'bench', 'scripts'].flatMap((folder) => filesUnder(folder)));
  return all;
}
