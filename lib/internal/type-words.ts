import { show } from './errors';
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
      return shapeOf(type.name);
    case 'enum':
      return `one of ${members(type.name).join(', ')}`;
    case 'class':
      return FOREIGN[type.name]?.words ?? `a value of ${type.name}`;
    default:
      return 'a value';
  }
}

/** The props that have to be there; some of them all where none has to. */
function shapeOf(struct: string): string {
  const fields = fieldsOf(struct);
  const required = fields.filter(({ optional }) => !optional);
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
      return `use a member of ${type.name}`;
    case 'class':
      return FOREIGN[type.name]?.fix ?? factoriesOf(type.name);
    case 'map':
      return 'write it as { name: value }';
    default:
      return 'give an object';
  }
}

function members(name: string): string[] {
  return Object.keys(ENUMS[name]).map((member) => `${name}.${member}`);
}

function factoriesOf(name: string): string {
  if (`new ${name}` in FUNCTIONS) return `make one: new ${name}(...)`;
  const all = Object.keys(FUNCTIONS).filter((called) => called.startsWith(`${name}.`));
  // the table has no factories without parameters
  if (all.length === 0) return `call a factory of ${name}`;
  return `make one: ${all.map((called, i) => (i === 0 ? called : called.slice(name.length))).join(', ')}`;
}
