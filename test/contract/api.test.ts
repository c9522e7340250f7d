import * as ts from 'typescript';
import { type ApiType, exportedTypes, type Member, type TypeReference } from './support/assembly';
import { parse } from './support/source';
import { expectNone, filesUnder } from './support/tree';

/**
 * Types of cdk8s-plus that the public API may name: what a method gives, and every package of cdk8s-plus takes as it is.
 * Another would tie users to one package, since classes of two packages are different types.
 */
const CDK8S_PLUS = ['ServiceAccount'];

/** Words that Python would have to write with an underscore behind. */
const PYTHON_WORDS =
  /^(False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|self|try|while|with|yield)$/;

/** Kubernetes' own words for these fields; Python users write `from_`, and find what they know. */
const KUBERNETES_WORDS = ['from', 'except'];

let types: readonly ApiType[] = [];

test('jsii compiles lib/ into something', () => {
  types = exportedTypes();
  expect(types.length).toBeGreaterThan(3);
}, 120_000);

test('every exported type and member says what it is', () => {
  expectNone('write a doc comment: what it does, which Kubernetes field or object it becomes, the unit', [
    ...types.filter((type) => !type.docs?.summary).map((type) => type.name),
    ...everyMember()
      .filter(({ member }) => !member.docs?.summary)
      .map(printed),
  ]);
});

test('every optional prop says what happens without it', () => {
  expectNone(
    'write @default, a literal or `- behaviour in words`',
    optionalProps()
      .filter(({ member }) => !member.docs?.default)
      .map(printed),
  );
  expectNone(
    '@default is a literal (as TypeScript writes it), or `- ` and words',
    optionalProps()
      .filter(({ member }) => member.docs?.default && !isDefault(member.docs.default))
      .map((one) => `${printed(one)}: ${one.member.docs?.default}`),
  );
});

test('no type is a union', () => {
  expectNone(
    'other languages lose the types; offer a class with factories, or two props',
    everyUse()
      .filter(({ used }) => isUnion(used))
      .map(({ type, member }) => printed({ type, member })),
  );
});

test('enum members are in capitals', () => {
  expectNone(
    'write ALL_CAPS',
    everyMember()
      .filter(({ type, member }) => type.kind === 'enum' && !/^[A-Z][A-Z0-9_]*$/.test(member.name))
      .map(printed),
  );
});

test('of cdk8s-plus, the API names what every package of it takes, and nothing else', () => {
  const foreign = everyUse().flatMap(({ type, member, used }) =>
    fqnsIn(used)
      .filter((fqn) => fqn.startsWith('cdk8s-plus') && !CDK8S_PLUS.includes(fqn.split('.')[1]))
      .map((fqn) => `${printed({ type, member })} names ${fqn}`),
  );
  expectNone('take an interface of lib/values/cdk8s-plus.ts, give any', foreign);
});

test('no name is a word of Python', () => {
  const named = [...everyMember(), ...everyParameter()].filter(
    ({ member }) =>
      !KUBERNETES_WORDS.includes(member.name) &&
      PYTHON_WORDS.test(member.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  );
  expectNone('choose another name', named.map(printed));
});

test('no member is named like its class', () => {
  expectNone(
    'C# cannot have both; choose another name',
    everyMember()
      .filter(({ type, member }) => type.kind !== 'enum' && member.name.toLowerCase() === type.name.toLowerCase())
      .map(printed),
  );
});

test('no method is overloaded', () => {
  const exported = new Set(types.filter(({ kind }) => kind === 'class').map(({ name }) => name));
  expectNone(
    'only the first signature would survive in other languages; offer two methods',
    filesUnder('lib').flatMap((file) => overloadsIn(parse(file), exported)),
  );
});

test('props are named as such, and so are interfaces with behaviour', () => {
  const interfaces = types.filter(({ kind }) => kind === 'interface');
  expectNone(
    'a struct has no I; an interface with methods has one',
    interfaces.filter((type) => /^I[A-Z]/.test(type.name) === !!type.datatype).map(({ name }) => name),
  );
});

interface Found {
  readonly type: ApiType;
  readonly member: Member;
}

function everyMember(): Found[] {
  return types.flatMap((type) =>
    [...(type.members ?? []), ...(type.properties ?? []), ...(type.methods ?? [])].map((member) => ({ type, member })),
  );
}

function everyParameter(): Found[] {
  return types.flatMap((type) =>
    [...(type.methods ?? []).flatMap((method) => method.parameters ?? []), ...(type.initializer?.parameters ?? [])].map(
      (member) => ({ type, member }),
    ),
  );
}

function optionalProps(): Found[] {
  return everyMember().filter(({ type, member }) => type.datatype && member.optional);
}

/** Every place where a type is used, with the member that uses it. */
function everyUse(): (Found & { used: TypeReference })[] {
  return [
    ...everyMember().map((one) => ({ ...one, used: one.member.type ?? one.member.returns?.type })),
    ...everyParameter().map((one) => ({ ...one, used: one.member.type })),
  ].flatMap(({ used, ...one }) => (used ? [{ ...one, used }] : []));
}

function isUnion(type: TypeReference): boolean {
  return !!type.union || (!!type.collection && isUnion(type.collection.elementtype));
}

function fqnsIn(type: TypeReference): string[] {
  if (type.collection) return fqnsIn(type.collection.elementtype);
  return [...(type.fqn ? [type.fqn] : []), ...(type.union?.types ?? []).flatMap(fqnsIn)];
}

function isDefault(text: string): boolean {
  if (/^- \S/.test(text)) return true;
  if (/^undefined\b/.test(text)) return false;
  return /^(-?\d[\d_.]*|true|false|null|'[^']*'|"[^"]*"|\[.*\]|\{.*\}|[A-Z]\w*(\.\w+)+(\(.*\))?)$/s.test(text);
}

function overloadsIn(source: ts.SourceFile, exported: ReadonlySet<string>): string[] {
  return source.statements.filter(ts.isClassDeclaration).flatMap((declaration) => {
    if (!declaration.name || !exported.has(declaration.name.text)) return [];
    const bodiless = declaration.members
      .filter(ts.isMethodDeclaration)
      .filter((method) => !method.body && !method.modifiers?.some((m) => m.kind === ts.SyntaxKind.AbstractKeyword));
    return bodiless.map((method) => `${declaration.name?.text}.${method.name.getText()}`);
  });
}

function printed({ type, member }: Found): string {
  return `${type.name}.${member.name}`;
}
