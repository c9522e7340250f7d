import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { quantity } from '../../lib/internal/quantity';
import { shmSize } from '../../lib/traits/shared-memory';
import { checkStartup, startupBudget } from '../../lib/traits/startup/startup-budget';
import { problemsOf, refuses } from './support';

describe('the start-up budget', () => {
  test('is what was asked for', () => {
    const startup = Duration.minutes(3);
    expect(startupBudget({ startup, delivery: 'image', gpus: 8, modelSize: '140G' })).toEqual({
      startupSeconds: 180,
      prepareSeconds: 0,
    });
  });

  test('is generous where nothing is known of the model', () => {
    expect(startupBudget({ delivery: 'image', gpus: 0 }).startupSeconds).toBe(600);
    expect(startupBudget({ delivery: 'server', gpus: 1 }).startupSeconds).toBe(1800);
  });

  test('follows the size: 1 GB from disk into a CPU server', () => {
    expect(startupBudget({ delivery: 'volume', gpus: 0, modelSize: '1G' })).toEqual({
      // 60 s and 10 s of reading, in whole minutes
      startupSeconds: 120,
      prepareSeconds: 0,
    });
  });

  test('counts a download by the server, and leaves that of an init container to the deadline', () => {
    // 140 GB: 300 s, 1400 s of reading, 2800 s of download
    expect(startupBudget({ delivery: 'server', gpus: 8, modelSize: '140G' })).toEqual({
      startupSeconds: 4500,
      prepareSeconds: 0,
    });
    expect(startupBudget({ delivery: 'init', gpus: 8, modelSize: '140G' })).toEqual({
      startupSeconds: 1740,
      prepareSeconds: 2820,
    });
    expect(startupBudget({ delivery: 'init', gpus: 0 }).prepareSeconds).toBeGreaterThan(0);
  });

  test('never shrinks with the size', () => {
    const size = fc.integer({ min: 1, max: 500 });
    const delivery = fc.constantFrom('image' as const, 'volume' as const, 'init' as const, 'server' as const);
    fc.assert(
      fc.property(size, size, delivery, fc.integer({ min: 0, max: 8 }), (a, b, from, gpus) => {
        const of = (gigabytes: number) => startupBudget({ delivery: from, gpus, modelSize: `${gigabytes}G` });
        const [less, more] = [of(Math.min(a, b)), of(Math.max(a, b))];
        expect(more.startupSeconds).toBeGreaterThanOrEqual(less.startupSeconds);
        expect(more.prepareSeconds).toBeGreaterThanOrEqual(less.prepareSeconds);
      }),
    );
  });

  refuses([
    ['a moment', (check) => checkStartup(check, Duration.seconds(1)), '', /10 to 86400/, /server answers/],
    ['days', (check) => checkStartup(check, Duration.days(2)), '', /10 to 86400/, /server answers/],
  ]);

  test('accepts what is right', () => {
    expect(problemsOf((check) => checkStartup(check, undefined))).toEqual([]);
    expect(problemsOf((check) => checkStartup(check, Duration.hours(1)))).toEqual([]);
  });
});

describe('shared memory', () => {
  test('is not needed by one GPU, and grows with their number', () => {
    expect(shmSize(0, '64Gi')).toBeUndefined();
    expect(shmSize(1, '64Gi')).toBeUndefined();
    expect(shmSize(2, '64Gi')).toBe('4Gi');
    expect(shmSize(8, undefined)).toBe('16Gi');
  });

  test('leaves the server most of its memory', () => {
    expect(shmSize(8, '32Gi')).toBe('8Gi');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 16 }), fc.integer({ min: 1, max: 2000 }), (gpus, gibibytes) => {
        expect(quantity(shmSize(gpus, `${gibibytes}Gi`)!)).toBeLessThanOrEqual((gibibytes * 2 ** 30) / 4);
      }),
    );
  });
});
