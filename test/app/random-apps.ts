import { ApiObject, type App, type AppProps, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Construct, DependencyGroup } from 'constructs';
import * as fc from 'fast-check';

/** A construct of a random app, what is below it, and how it is called. */
interface Plant {
  readonly kind: 'chart' | 'group' | 'object';
  readonly id: string;
  readonly props: {
    readonly namespace?: string;
    readonly labels?: { [key: string]: string };
    readonly noHash: boolean;
  };
  readonly value: unknown;
  readonly below: readonly Plant[];
}

export interface RandomApp {
  readonly plants: readonly Plant[];
  /** Pairs of positions in the list of constructs; taken modulo its length. */
  readonly dependencies: readonly (readonly [number, number, boolean])[];
  readonly props: AppProps;
}

/** Text that stock writes well; see yaml.test.ts for the rest. */
const word = fc.string({ unit: fc.constantFrom(...'abc: -#"\'\n\\0é') }).filter((text) => !/^0b[-+]/.test(text));

/** cdk8s renders objects without a prototype as little as it does instances of classes. */
function map<T>(key: fc.Arbitrary<string>, entry: fc.Arbitrary<T>): fc.Arbitrary<{ [key: string]: T }> {
  return fc.dictionary(key, entry, { noNullPrototype: true, maxKeys: 4 });
}

const value = fc.oneof(word, fc.integer(), fc.boolean(), fc.constantFrom('0775', 'yes', 'a\nb\n'));
const id = fc.oneof(
  fc.constantFrom('1', '2', '10', 'default', 'Resource', 'a', 'b', 'web', 'A_b', 'x.y'),
  // a name such as 0b-1 is a number to Kubernetes' own reader, and stock leaves it bare
  fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom(...'abcdXYZ019') }).filter((one) => one !== '0b'),
);
const props = fc.record({
  namespace: fc.option(fc.constantFrom('ml', 'web'), { nil: undefined }),
  labels: fc.option(map(fc.constantFrom('team', 'z', 'app'), fc.constantFrom('x', 'y')), { nil: undefined }),
  noHash: fc.boolean(),
});

function plant(kind: Plant['kind'], below: fc.Arbitrary<Plant[]>): fc.Arbitrary<Plant> {
  return fc.record({ kind: fc.constant(kind), id, props, value: fc.constant(null), below });
}

const plants = fc.letrec<{ top: Plant; chart: Plant; inner: Plant }>((tie) => ({
  top: fc.oneof({ weight: 3, arbitrary: tie('chart') }, plant('group', fc.array(tie('chart'), { maxLength: 3 }))),
  chart: plant('chart', fc.array(tie('inner'), { maxLength: 5 })),
  inner: fc.record({
    kind: fc.constantFrom('chart' as const, 'group' as const, 'object' as const, 'object' as const, 'object' as const),
    id,
    props,
    value: map(fc.constantFrom('data', 'spec', 'b', 'a'), fc.oneof(value, fc.array(value), map(word, value))),
    below: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('inner'), { maxLength: 3 })),
  }),
})).top;

export const randomApp: fc.Arbitrary<RandomApp> = fc.record({
  plants: fc.array(plants, { maxLength: 6 }),
  dependencies: fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.boolean()), { maxLength: 10 }),
  props: fc.record(
    {
      yamlOutputType: fc.constantFrom(
        YamlOutputType.FILE_PER_APP,
        YamlOutputType.FILE_PER_CHART,
        YamlOutputType.FILE_PER_CHART,
        YamlOutputType.FILE_PER_RESOURCE,
        YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
      ),
      outputFileExtension: fc.constantFrom('.yaml', '.k8s.yaml', '.json'),
      recordConstructMetadata: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});

/** Makes the constructs of a random app in `app`; the same every time. */
export function build(app: App, random: RandomApp): void {
  const all: Construct[] = [];
  for (const plant of random.plants) grow(app, plant, all);
  const inCharts = all.filter((construct) => isInChart(construct));
  for (const [from, to, grouped] of inCharts.length ? random.dependencies : []) {
    const [source, target] = [inCharts[from % inCharts.length], inCharts[to % inCharts.length]];
    if (source === target) continue;
    // backwards from time to time, mostly not: else nearly every app would have a cycle
    const forwards = all.indexOf(source) > all.indexOf(target) || (from + to) % 5 === 0;
    const [later, sooner] = forwards ? [source, target] : [target, source];
    later.node.addDependency(grouped ? new DependencyGroup(sooner) : sooner);
  }
}

function grow(scope: Construct, plant: Plant, all: Construct[]): void {
  if (scope.node.tryFindChild(plant.id)) return;
  const construct = make(scope, plant, all.length);
  all.push(construct);
  for (const below of plant.below) grow(construct, below, all);
}

function make(scope: Construct, { kind, id: name, props: given, value: body }: Plant, count: number): Construct {
  if (kind === 'group') return new Construct(scope, name);
  if (kind === 'chart') {
    const { namespace, labels, noHash } = given;
    return new Chart(scope, name, { namespace, labels, disableResourceNameHashes: noHash });
  }
  const object = new ApiObject(scope, name, {
    apiVersion: count % 2 ? 'v1' : 'apps/v1',
    kind: ['ConfigMap', 'Deployment', 'CronJob'][count % 3],
    metadata: count % 4 ? { annotations: { made: `${count}` } } : { name: `object-${count}`, labels: given.labels },
    ...(body as object),
    lazy: Lazy.any({ produce: () => [count, { of: `id ${name}` }] }),
  });
  if (count % 3 === 0) object.addJsonPatch(JsonPatch.add('/patched', { z: 1, a: [null, 'x'] }));
  return object;
}

function isInChart(construct: Construct): boolean {
  return construct.node.scopes.some((scope) => Chart.isChart(scope));
}
