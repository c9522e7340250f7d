import { credentialFault } from './credentials';
import { nearest } from './spelling';
import { fieldsOf, namesOf } from './types';

/** A prop that there is not: what the compiler of a TypeScript user calls an excess property. */
export interface UnknownProp {
  readonly name: string;
  readonly got: unknown;
  readonly expected: string;
  readonly fix: string;
}

/**
 * Whose props they are. What a construct is made with may hold more than the construct knows: a subclass hands its own,
 * wider props on to `super`. Nobody has a reason to put anything else into the options of a value.
 */
export type Audience = 'construct' | 'value';

/** Given under a name that is none, and so would be without any effect. */
export function unknownProps(struct: string, value: object, audience: Audience): UnknownProp[] {
  const names = namesOf(struct);
  const unknown = Object.keys(value).filter((key) => !names.has(key) && get(value, key) !== undefined);
  if (unknown.length === 0) return [];
  // an instance of a class may have fields of its own, as the props of a subclass may
  const isOpen = audience === 'construct' || !isPlain(value);
  const missing = [...names].filter((name) => get(value, name) === undefined);
  return unknown.flatMap((name) => {
    const meant = nearest(name, missing, { strict: isOpen });
    if (isOpen && meant === undefined) return [];
    const twin = meant ?? nearest(name, [...names], { strict: true });
    return [
      { name, got: shown(name, get(value, name)), expected: expected(struct, twin), fix: fix(meant, twin, audience) },
    ];
  });
}

function fix(meant: string | undefined, twin: string | undefined, audience: Audience): string {
  if (meant === undefined && twin === undefined) return 'leave it out, or write the one that was meant';
  if (meant === undefined) return `leave it out: ${twin} is given too`;
  if (audience === 'value') return `write ${meant}`;
  return `write ${meant}; a prop of your own that is meant by it stays out of what super is given`;
}

/** Where one is near, the others are of little interest. */
const FEW = 3;
const MANY = 20;

function expected(struct: string, near: string | undefined): string {
  const fields = [...fieldsOf(struct)].sort((a, b) => Number(a.optional) - Number(b.optional));
  const names = fields.map(({ name }) => name);
  const first = near === undefined ? names : [near, ...names.filter((name) => name !== near)];
  const shown = first.slice(0, near === undefined ? MANY : FEW);
  return `a prop of ${struct}: ${shown.join(', ')}${shown.length < names.length ? ', ...' : ''}`;
}

/** Written as `{ ... }`, or read from JSON, also in another realm (a `vm`, a test runner's). */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What stands under a name that nobody knows may be anything. */
function shown(name: string, value: unknown): unknown {
  return credentialFault(name, value) === undefined ? value : '(not shown: it looks like a credential)';
}

function get(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}
