import * as fc from 'fast-check';
import { quantity } from '../../lib/internal/quantity';
import { Cloud, type Compute, Gpu } from '../../lib/values';
import { computeDefinition } from '../../lib/values/compute/definition';
import { fixesOf, problemsOf } from './support';

const cloud = Cloud.GENERIC;
const faults = (compute: Partial<Compute>) =>
  fixesOf((check) => computeDefinition({ cpu: '1', memory: '1Gi', ...compute }).check(check, { cloud }));
const resources = (compute: Compute) => computeDefinition(compute).plan({ cloud }).resources;

test.each([
  { cpu: '500m', memory: '512Mi' },
  { cpu: '0.5', memory: '1.5Gi', cpuLimit: '2000m', memoryLimit: '2Gi' },
  { cpu: '2', cpuLimit: '2', memory: '2G', memoryLimit: '2Gi' },
  { cpu: '1', memory: '1000000k', ephemeralStorage: '10Gi', ephemeralStorageLimit: '20Gi' },
  { cpu: '1e0', memory: '1e9' },
])('%j is accepted', (compute) => {
  expect(faults(compute)).toEqual([]);
});

test.each([
  [{ cpu: '500Mi' }, "cpu: leave the unit of bytes out: '500m' or '500'"],
  [{ cpu: '2G' }, "cpu: leave the unit of bytes out: '2m' or '2'"],
  [{ cpu: '0' }, 'cpu: give the container some CPU'],
  [{ cpu: '-1' }, 'cpu: give the container some CPU'],
  [{ cpu: '0.0005' }, "cpu: round to whole millicores: '1m'"],
  [{ cpu: '0.1234' }, "cpu: round to whole millicores: '124m'"],
  [{ cpu: '1500u' }, "cpu: round to whole millicores: '2m'"],
  [{ cpu: '2000' }, "cpu: no node has as many cores; write '2000m' if millicores were meant"],
  [{ cpu: '500 m' }, "cpu: write '500m'"],
  [{ cpu: '0,5' }, "cpu: write '0.5'"],
  [{ cpu: '2 vCPUs' }, "cpu: write '2'"],
  [{ cpu: '500x' }, "cpu: write '500m' for thousandths of a core, '500' for whole ones"],
  [{ memory: '1,5G i' }, "memory: write a number and a unit: 'Mi' or 'Gi'"],
  [{ memory: '1,5GB' }, "memory: write '1.5Gi'"],
  [{ cpu: '500M' }, "cpu: leave the unit of bytes out: '500m' or '500'"],
  [{ cpu: '2 cores' }, "cpu: write '2'"],
  [{ cpu: 'two' }, "cpu: write a number, with 'm' for thousandths of a core"],
  [{ cpu: 2 as never }, "cpu: write it as text: '2'"],
  [{ memory: '512m' }, "memory: 'm' means thousandths of a byte; write '512Mi'"],
  [{ memory: '512MB' }, "memory: write '512Mi'"],
  [{ memory: '2GB' }, "memory: write '2Gi'"],
  [{ memory: '4g' }, "memory: write '4Gi'"],
  [{ memory: '512mib' }, "memory: write '512Mi'"],
  [{ memory: '2 Gi' }, "memory: write '2Gi'"],
  [{ memory: '1.5GiB' }, "memory: write '1.5Gi'"],
  [{ memory: 'lots' }, "memory: write a number and a unit: 'Mi' or 'Gi'"],
  [{ memory: '512' }, "memory: add the unit: '512Mi' or '512Gi'"],
  [{ memory: '0' }, 'memory: give it more than nothing'],
  [{ memory: '-1Gi' }, 'memory: give it more than nothing'],
  [{ memory: '5u' }, "memory: write '5Mi' or '5Gi'"],
  [{ memory: 512 as never }, "memory: write it as text with a unit: '512Mi' or '512Gi'"],
  [{ cpuLimit: '500m' }, 'cpuLimit: raise the limit, or lower compute.cpu'],
  [{ memoryLimit: '1G' }, 'memoryLimit: raise the limit, or lower compute.memory'],
  [{ ephemeralStorage: '10GB' }, "ephemeralStorage: write '10Gi'"],
  [
    { ephemeralStorage: '2Gi', ephemeralStorageLimit: '1Gi' },
    'ephemeralStorageLimit: raise the limit, or lower compute.ephemeralStorage',
  ],
  [
    { gpu: Gpu.nvidia({ count: 0.5 }) },
    'gpu.count: give 1 or more; a part of a GPU is Gpu.nvidiaMig or Gpu.nvidiaShared, none is to leave gpu out',
  ],
])('%j is refused, and says what was surely meant', (compute, fix) => {
  expect(faults(compute)).toEqual([fix]);
});

test('what is required must be there', () => {
  const compute = {} as Compute;
  expect(
    problemsOf((check) => computeDefinition(compute).check(check, { cloud })).map(({ prop, got }) => [prop, got]),
  ).toEqual([
    ['cpu', undefined],
    ['memory', undefined],
  ]);
});

test('all that is wrong is said at once', () => {
  const compute = { cpu: '1Gi', cpuLimit: 'x', memory: '1GB', memoryLimit: '0', gpu: Gpu.nvidia({ count: 99 }) };
  expect(faults(compute)).toHaveLength(5);
});

test('memory is not overcommitted, CPU has no limit, unless asked for', () => {
  expect(resources({ cpu: '500m', memory: '512Mi' })).toEqual({
    requests: { cpu: '500m', memory: '512Mi' },
    limits: { memory: '512Mi' },
  });
});

test('everything is printed as it was written', () => {
  const compute = {
    cpu: '0.50',
    cpuLimit: '2000m',
    memory: '1.5Gi',
    memoryLimit: '2048Mi',
    ephemeralStorage: '1e10',
    ephemeralStorageLimit: '20G',
    gpu: Gpu.nvidia({ count: 2 }),
  };
  expect(resources(compute)).toEqual({
    requests: { cpu: '0.50', memory: '1.5Gi', 'ephemeral-storage': '1e10', 'nvidia.com/gpu': '2' },
    limits: { cpu: '2000m', memory: '2048Mi', 'ephemeral-storage': '20G', 'nvidia.com/gpu': '2' },
  });
});

test('GPUs are equal in requests and limits, under the name that the cloud gives them', () => {
  const slice = { cpu: '1', memory: '1Gi', gpu: Gpu.nvidiaMig({ profile: '1g.10gb' }) };
  expect(resources(slice).limits).toEqual({ memory: '1Gi', 'nvidia.com/mig-1g.10gb': '1' });
  expect(computeDefinition(slice).plan({ cloud: Cloud.GKE }).resources.limits).toEqual({
    memory: '1Gi',
    'nvidia.com/gpu': '1',
  });
});

const cores = fc.oneof(
  fc.integer({ min: 1, max: 900_000 }).map((n) => ({ text: `${n}m`, value: n / 1000 })),
  fc.integer({ min: 1, max: 900 }).map((n) => ({ text: String(n), value: n })),
  fc.integer({ min: 1, max: 900 }).map((n) => ({ text: `${n / 1000}`, value: n / 1000 })),
);
const amounts = fc
  .record({ n: fc.integer({ min: 2, max: 4000 }), unit: fc.constantFrom('Mi', 'Gi', 'M', 'G', 'Ti', 'T') })
  .map(({ n, unit }) => `${n}${unit}`);

test('any whole number of millicores is accepted, and compared by value, not by text', () => {
  fc.assert(
    fc.property(cores, cores, (asked, most) => {
      const expected = asked.value <= most.value ? 0 : 1;
      expect(faults({ cpu: asked.text, cpuLimit: most.text })).toHaveLength(expected);
    }),
  );
});

test('any amount with a unit is accepted, and compared by value', () => {
  fc.assert(
    fc.property(amounts, amounts, (asked, most) => {
      const expected = quantity(asked) <= quantity(most) ? 0 : 1;
      expect(faults({ memory: asked, memoryLimit: most })).toHaveLength(expected);
    }),
  );
});

test('whatever is written, the answer is a problem or a value that Kubernetes reads', () => {
  const shape = /^[+]?(\d+\.?\d*|\.\d+)(m|[kMGTPE]i?|[KMGTPE]i|[eE][+-]?\d+)?$/;
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^[0-9.]{1,4}[a-zA-Z]{0,3}$/)), (text) => {
      if (faults({ memory: text }).length === 0) expect(text).toMatch(shape);
      if (faults({ cpu: text }).length === 0) expect(text).toMatch(shape);
    }),
  );
});

test('what a typo is corrected to is accepted', () => {
  const typos = fc
    .record({
      n: fc.integer({ min: 2, max: 999 }),
      unit: fc.constantFrom('MB', 'GB', 'mb', 'gb', 'g', 'MiB', 'GiB', 'mi', 'tb'),
    })
    .map(({ n, unit }) => `${n}${unit}`);
  fc.assert(
    fc.property(typos, (text) => {
      const [fix] = faults({ memory: text });
      const correction = /write '([^']+)'$/.exec(fix)?.[1];
      expect(faults({ memory: correction })).toEqual([]);
    }),
  );
});
