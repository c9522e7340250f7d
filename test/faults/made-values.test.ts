import * as lib from '../../lib';
import { FUNCTIONS } from '../../lib/internal/signatures';
import { positions } from './support/positions';
import { propOf, SHAPE, tryAt, tryWithout } from './support/trial';
import { VALID } from './support/valid';

// functions without right arguments are named by types.test.ts
const ALL = positions().filter(({ called }) => called in VALID);

/** Places that take a value of a class with factories, and that class. */
const PLACES = ALL.flatMap((place) => {
  const { kind, name } = place.type as { kind: string; name: string };
  const type = kind === 'class' ? (lib as any)[name] : undefined;
  return type && !(`new ${name}` in FUNCTIONS) ? [{ place, name, type }] : [];
});

/** The factories and constants that a user sees in the class, found in the class itself. */
function membersOf(type: any): { factories: string[]; constants: string[] } {
  const names = Object.getOwnPropertyNames(type).filter((name) => !name.startsWith('_') && name !== 'of');
  return {
    factories: names.filter((name) => typeof type[name] === 'function').sort(),
    constants: names.filter((name) => type[name] instanceof type),
  };
}

test('what new makes of a class with factories is refused, with their names', () => {
  expect(new Set(PLACES.map(({ name }) => name)).size).toBeGreaterThan(25);
  const faults = PLACES.flatMap(({ place, name, type }) => {
    const { message = 'accepted' } = tryAt(place, new type({}, {}));
    const { factories, constants } = membersOf(type);
    const sound =
      SHAPE.test(message) &&
      message.includes(`\n  ${propOf(place)}\n`) &&
      message.includes(`a value of ${name} that a factory made`) &&
      [...factories, ...constants].every((member) => message.includes(`.${member}`));
    return sound ? [] : [`${place.called} ${place.prop}: ${message}`];
  });
  expect(faults).toEqual([]);
});

test('the name of a constant or of a factory as text is answered with it', () => {
  const faults = PLACES.flatMap(({ place, name, type }) => {
    const { factories, constants } = membersOf(type);
    return [...constants, ...factories].flatMap((member) => {
      const { message = 'accepted' } = tryAt(place, member.toLowerCase().replace('_', ' '));
      return message.includes(`fix       write ${name}.${member}`) ? [] : [`${place.called} ${place.prop}: ${message}`];
    });
  });
  expect(faults).toEqual([]);
});

test('a factory that was not called is answered with its call', () => {
  const faults = PLACES.flatMap(({ place, name, type }) =>
    membersOf(type).factories.flatMap((member) => {
      const { message = 'accepted' } = tryAt(place, type[member]);
      return message.includes(`fix       call it: ${name}.${member}(`) ? [] : [`${place.called}: ${message}`];
    }),
  );
  expect(faults).toEqual([]);
});

test('a factory without the options that it needs says what they are, and how it is called', () => {
  const options = ALL.filter(
    ({ called, way, type, optional }) =>
      !called.startsWith('new ') && way.length === 1 && type.kind === 'struct' && !optional,
  );
  expect(options.length).toBeGreaterThan(40);
  const faults = options.flatMap((place) => {
    const { message = 'accepted' } = tryWithout(place);
    const says = /expected {2}an object(, \{ \w|: \w)/.test(message) && message.includes(`write ${place.called}(`);
    return says ? [] : [`${place.called}: ${message}`];
  });
  expect(faults).toEqual([]);
});
