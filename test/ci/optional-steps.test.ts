import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { minutesOf, OPTIONAL, type OptionalStep, rotated } from '../../scripts/check/steps';

const TRAINING = resolve(__dirname, '..', 'training');

describe('steps that time may not allow', () => {
  const need = (minutes: number, isThere: boolean) => ({ minutes, isThere: () => isThere });
  const step = (...needs: OptionalStep['needs']): OptionalStep => ({ script: 'test:training', warmMinutes: 3, needs });

  test('take less where what they need is cached', () => {
    expect(minutesOf(step())).toBe(3);
    expect(minutesOf(step(need(5, true), need(8, true)))).toBe(3);
    expect(minutesOf(step(need(5, true), need(8, false)))).toBe(11);
    expect(minutesOf(step(need(5, false), need(8, false)))).toBe(16);
  });

  test('each come first once in as many runs as there are steps', () => {
    expect([0, 1, 2, 3].map((turn) => rotated(['a', 'b', 'c'], turn).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
    expect(rotated([], 7)).toEqual([]);
  });

  test('are the files of test/training, each of them once', () => {
    const files = readdirSync(TRAINING, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.test\.ts$/.test(name),
    );
    const matched = files.map((file) => OPTIONAL.filter(({ args = [] }) => join('training', file).includes(args[0])));
    expect(matched.map((steps) => steps.length)).toEqual(files.map(() => 1));
    expect(OPTIONAL).toHaveLength(files.length);
  });
});
