import fc from 'fast-check';
import { bytes, parseQuantity } from '../../lib/internal/quantity';

describe('quantities', () => {
  test.each([
    ['500m', 0.5],
    ['2', 2],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1E3', 1000],
    ['2Gi', 2 * 2 ** 30],
    ['1k', 1000],
    ['1M', 1e6],
    ['1P', 1e15],
    ['-1', -1],
  ])('%s is %d', (text, value) => expect(parseQuantity(text)).toBeCloseTo(value, 9));

  test.each(['', 'abc', '1GB', '1 Gi', '1gi', '1K', '1,5', '1.2.3', 'Gi', '1e', '0x10', '16Ei', '1E', '1e9999999'])(
    '%p is none',
    (text) => expect(parseQuantity(text)).toBeUndefined(),
  );

  test('bytes never lose any', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 45 }), (value) => {
        const back = parseQuantity(bytes(value)) as number;
        expect(back).toBeGreaterThanOrEqual(value);
        expect(back - value).toBeLessThan(2 ** 20);
      }),
    );
  });
});
