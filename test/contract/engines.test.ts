import { importsOf } from './support/source';
import { expectNone, filesUnder, read } from './support/tree';

const workloads = filesUnder('lib/workloads');
const engines = workloads.filter((file) => /\/engines\/\w+\//.test(file));

test('engines see a finished plan and nothing else', () => {
  expect(engines.length).toBeGreaterThan(0);
  expectNone(
    'an engine decides nothing: let the plan decide, and read it',
    engines
      .flatMap(importsOf)
      .filter(({ to }) => /props|definition'?$|\/traits\/|\/values\/(?!servers\/profile)|\/internal\/errors/.test(to))
      .filter(({ to }) => !/\/engines\/definition\.ts$/.test(to))
      .map(({ from, to, line }) => `${from}:${line} imports ${to}`),
  );
});

test('engines make plain data: only the emitter makes constructs', () => {
  const makers = workloads.filter((file) => /new ApiObject\(|new Service\(|new (kplus|k8s)\./.test(read(file)));
  expect(makers).toEqual(['lib/workloads/shared/emitter.ts']);
});

test('a construct throws once, from the one pass over its props', () => {
  /** Files that throw for what is called later, on a construct that exists. */
  const later = [
    'lib/platform/ml-namespace/ml-namespace.ts',
    'lib/workloads/model-service/model-service.ts',
    'lib/workloads/shared/shared-objects.ts',
    'lib/workloads/shared/workload.ts',
  ];
  const throwing = [...workloads, ...filesUnder('lib/platform'), ...filesUnder('lib/pod'), ...filesUnder('lib/traits')]
    .filter((file) => /\.done\(\)/.test(read(file)))
    .sort();
  expect(throwing).toEqual(later);
});
