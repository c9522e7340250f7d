import { show } from './errors';
import { asCall, constantsOf, factoriesOf, letters, meantBy } from './made-values';
import { ENUMS, FUNCTIONS } from './signatures';
import { fieldsOf, LARGEST, type Type } from './types';

interface Foreign {
  readonly words: string;
  readonly has: readonly string[];
  /** What `kind` says, where the value has it. */
  readonly kind?: string;
  readonly fix: string;
}

/** Interfaces, and types of other packages, by what we use of them: there may be two copies of these packages, too. */
export const FOREIGN: { readonly [name: string]: Foreign } = {
  ILinkTarget: {
    words: 'a construct that serves requests',
    // a workload that serves none has no URL
    has: ['url', 'targetPorts', 'allowFrom', 'toNetworkPolicyPeerConfig'],
    fix: 'give a ModelService',
  },
  'cdk8s.Duration': { words: 'a Duration', has: ['toSeconds'], fix: 'write it like Duration.seconds(30)' },
  'cdk8s.IResolver': { words: 'a resolver of cdk8s', has: ['resolve'], fix: 'make one, or leave it out' },
  'constructs.Construct': { words: 'a construct', has: ['node'], fix: 'give the app, or a chart or construct in it' },
  IConfigMapObject: object('ConfigMap'),
  IPolicyPeer: {
    words: 'a NetworkPolicy peer of cdk8s-plus',
    has: ['toNetworkPolicyPeerConfig'],
    fix: 'give a workload, or Pods, Namespaces or an IP block of cdk8s-plus',
  },
  ISecretObject: object('Secret'),
  IServiceAccountObject: object('ServiceAccount'),
};

function object(kind: string): Foreign {
  return { words: `a ${kind} of cdk8s-plus`, has: ['name'], kind, fix: 'give the construct' };
}

/** What would have been right, as a noun phrase. */
export function words(type: Type, value?: unknown): string {
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' ? 'text without NUL, other control characters and halves of characters' : 'text';
    case 'number':
      return typeof value === 'number' && Math.abs(value) > LARGEST ? `a number of at most ${LARGEST}` : 'a number';
    case 'boolean':
      return 'true or false';
    case 'list':
      return type.of.kind === 'string' ? 'a list of text' : 'a list';
    case 'map':
      return 'a map, { name: value }';
    case 'struct':
      return shapeOf(type.name, value);
    case 'enum':
      return `one of ${members(type.name).join(', ')}`;
    case 'class':
      return (
        FOREIGN[type.name]?.words ??
        `a value of ${type.name}${isInstanceOf(type.name, value) ? ' that a factory made' : ''}`
      );
    default:
      return 'a value';
  }
}

/** The props that have to be there, with what they are where nothing was given; some of them all where none has to. */
function shapeOf(struct: string, value: unknown): string {
  const fields = fieldsOf(struct);
  const required = fields.filter(({ optional }) => !optional);
  if (value === undefined && required.some(({ meaning }) => meaning))
    return `an object, { ${required.map(({ name, meaning }) => (meaning ? `${name}: ${meaning}` : name)).join('; ')} }`;
  const names = (required.length ? required : fields).map(({ name }) => name);
  return `an object, { ${names.slice(0, 6).join(', ')}${names.length > 6 ? ', ...' : ''} }`;
}

/** What to write instead. */
export function fixOf(type: Type, value: unknown): string {
  switch (type.kind) {
    case 'string':
      if (typeof value === 'string') return 'take them out; binary data is no text';
      return ['number', 'boolean', 'bigint'].includes(typeof value) ? `write '${value}'` : 'give text';
    case 'number':
      if (typeof value === 'number' && Math.abs(value) > LARGEST) return 'give a smaller number';
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
        ? `write it without quotes: ${Number(value)}`
        : 'give a number';
    case 'boolean':
      return value === 'true' || value === 'false' ? `write it without quotes: ${value}` : 'give true or false';
    case 'list':
      return typeof value === type.of.kind ? `put it into a list: [${show(value)}]` : 'give a list';
    case 'enum':
      return enumFix(type.name, value);
    case 'class':
      return FOREIGN[type.name]?.fix ?? valueFix(type.name, value);
    case 'map':
      return 'write it as { name: value }';
    default:
      return 'give an object';
  }
}

function members(name: string): string[] {
  return Object.keys(ENUMS[name]).map((member) => `${name}.${member}`);
}

/** The member that is meant: its name or its value, in another way of writing. */
function enumFix(name: string, value: unknown): string {
  const wanted = typeof value === 'string' ? letters(value) : '';
  const meant = Object.entries(ENUMS[name]).find((member) => member.some((one) => letters(String(one)) === wanted));
  return meant && wanted !== '' ? `write ${name}.${meant[0]}` : `use a member of ${name}`;
}

/** What is meant, or else the constants and factories that there are. */
function valueFix(name: string, value: unknown): string {
  if (typeof value === 'function' && value.name.startsWith(`${name}.`)) return `call it: ${asCall(value.name)}`;
  const meant = typeof value === 'string' ? meantBy(name, value) : [];
  if (meant.length > 0) return `write ${meant.join(' or ')}`;
  const constants = constantsOf(name);
  const made = `make one: ${`new ${name}` in FUNCTIONS ? `new ${name}(...)` : listed(name, factoriesOf(name))}`;
  return constants.length > 0 ? `use one of ${listed(name, constants)}, or ${made}` : made;
}

/** With the name of the class once: `Gpu.amd, .nvidia`. */
function listed(name: string, members: readonly string[]): string {
  return members.map((member, i) => (i === 0 ? `${name}.${member}` : `.${member}`)).join(', ');
}

/** True for what `new` made of a class whose factories are to be used. */
function isInstanceOf(name: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && value.constructor?.name === name;
}
