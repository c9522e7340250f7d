import { Duration } from 'cdk8s';
import { Gpu, Spread } from '../../../lib';
import type { Type } from '../../../lib/internal/types';

/** Something wrong that a program without a type checker gives: what it is, and the value. */
export type Wrong = readonly [what: string, value: unknown];

const NOTHING: Wrong = ['null', null];
const ODD: readonly Wrong[] = [
  NOTHING,
  ['a function', () => 'x'],
  ['a symbol', Symbol('x')],
  ['a promise', Promise.resolve('x')],
  ['a date', new Date(0)],
];

const TEXTS: readonly Wrong[] = [
  ['text', 'x'],
  ['empty text', ''],
];
const NUMBERS: readonly Wrong[] = [
  ['a number', 5],
  ['zero', 0],
];
const MAPS: readonly Wrong[] = [
  ['an object', { a: 'b' }],
  ['an empty object', {}],
];
const LISTS: readonly Wrong[] = [
  ['a list', ['x']],
  ['an empty list', []],
];
const SWITCHES: readonly Wrong[] = [
  ['true', true],
  ['false', false],
];

/** Values of another type than the one that is wanted: each must be refused. */
export function wrongFor(type: Type): readonly Wrong[] {
  switch (type.kind) {
    case 'string':
      return [...ODD, ...NUMBERS, ...SWITCHES, ...MAPS, ...LISTS];
    case 'number':
      return [
        ...ODD,
        ...TEXTS,
        ...SWITCHES,
        ...MAPS,
        ...LISTS,
        ['a number in quotes', '5'],
        ['not a number', Number.NaN],
        ['infinity', Number.POSITIVE_INFINITY],
        ['a big integer', 5n],
      ];
    case 'boolean':
      return [...ODD, ...TEXTS, ...NUMBERS, ...MAPS, ...LISTS, ['true in quotes', 'true']];
    case 'list':
      return [
        ...ODD,
        ...TEXTS,
        ...NUMBERS,
        ...SWITCHES,
        ...MAPS,
        ['a set', new Set(['x'])],
        ...[undefined, ...wrongFor(type.of).map(([, value]) => value)].map(
          (value): Wrong => ['a wrong element', [value]],
        ),
      ];
    case 'map':
      return [
        ...ODD,
        ...TEXTS,
        ...NUMBERS,
        ...SWITCHES,
        ...LISTS,
        ['a Map', new Map([['a', 'b']])],
        ...(type.of.kind === 'any' ? [] : [undefined, ...wrongFor(type.of).map(([, value]) => value)]).map(
          (value): Wrong => ['a wrong value', { A: value }],
        ),
      ];
    case 'enum':
      return [...ODD, ...TEXTS, ['a number', 99], ...SWITCHES, ...MAPS, ...LISTS];
    case 'struct':
      return [
        ...ODD,
        ...TEXTS,
        ...NUMBERS,
        ...SWITCHES,
        ...LISTS,
        ['a Map', new Map()],
        ['another value', Spread.soft()],
      ];
    case 'class':
      return [
        ...ODD,
        ...TEXTS,
        ...NUMBERS,
        ...SWITCHES,
        ...MAPS,
        ...LISTS,
        ['another value', type.name === 'Gpu' ? Spread.soft() : Gpu.nvidia()],
        ...(type.name === 'cdk8s.Duration' ? [] : [['a duration', Duration.seconds(5)] as Wrong]),
      ];
    case 'any':
      return [];
  }
}

/** Values of the right type that nobody wants: refused, or else what comes of them has to make sense. */
export function oddFor(type: Type): readonly Wrong[] {
  switch (type.kind) {
    case 'string':
      return [
        ['empty text', ''],
        ['a space', ' '],
        ['a line end', 'a\nb'],
        ['NUL', 'a\0b'],
        ['an escape sequence', '\x1b[31mred'],
        ['half a character', 'a\ud83d'],
        ['a long text', 'x'.repeat(5000)],
        ['a prototype', '__proto__'],
        ['a key of every object', 'constructor'],
      ];
    case 'number':
      return [-1, 0, 0.5, 1e9, 2 ** 31, 2 ** 53, 1e21, -0, Number.MIN_VALUE].map((n): Wrong => [`the number ${n}`, n]);
    case 'list':
      return [['an empty list', []], ...oddFor(type.of).map(([what, value]): Wrong => [`${what} in a list`, [value]])];
    case 'map':
      return [
        ['an empty map', {}],
        ['an empty key', { '': 'x' }],
        ['a key of two lines', { 'a\nb': 'x' }],
        ['a key of every object', { constructor: 'x', toString: 'y' }],
        ['a key of a prototype', JSON.parse('{"__proto__": "x"}')],
        ...oddFor(type.of).map(([what, value]): Wrong => [`${what} in a map`, { A: value }]),
      ];
    case 'boolean':
      return SWITCHES;
    case 'class':
      return type.name === 'cdk8s.Duration'
        ? [0, 1, 1500, 1e3, 36e5, 1e12].map((ms): Wrong => [`${ms} milliseconds`, Duration.millis(ms)])
        : [];
    default:
      return [];
  }
}
