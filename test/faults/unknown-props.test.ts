import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import {
  Environment,
  MlApp,
  MlNamespace,
  type MlNamespaceProps,
  ModelServer,
  ModelService,
  type ModelServiceProps,
  Probe,
} from '../../lib';
import { STRUCTS } from '../../lib/internal/signatures';
import { fieldsOf, namesOf } from '../../lib/internal/types';
import { type Audience, unknownProps } from '../../lib/internal/unknown-props';
import { everyNth, often } from '../support/effort';
import { SEED } from '../support/seed';
import { MINIMAL } from '../support/service';
import { tally } from '../support/tally';
import { type Position, positions } from './support/positions';
import { propOf, SHAPE, tryOut } from './support/trial';
import { VALID } from './support/valid';

/** Every way in which a name is usually written wrong; none of them a name of the struct itself. */
function misspelt(name: string, struct: string): string[] {
  const letters = [...name];
  const all = [
    ...letters.map((_, i) => name.slice(0, i) + name.slice(i + 1)),
    ...letters.map((letter, i) => name.slice(0, i) + letter + name.slice(i)),
    ...letters.slice(1).map((letter, i) => name.slice(0, i) + letter + name[i] + name.slice(i + 2)),
    name.toUpperCase(),
    name.toLowerCase(),
    name[0].toUpperCase() + name.slice(1),
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    name.endsWith('s') ? name.slice(0, -1) : `${name}s`,
    ...(name.endsWith('y') ? [`${name.slice(0, -1)}ies`] : []),
  ];
  return [...new Set(all)].filter((one) => one !== '' && !namesOf(struct).has(one));
}

const ALL = Object.keys(STRUCTS).flatMap((struct) =>
  fieldsOf(struct).flatMap(({ name }) => misspelt(name, struct).map((written) => ({ struct, name, written }))),
);

/** An English word of its own, which the props of a subclass may well have. */
const OTHER_WORDS = ['mode'];

/** Whether a name is what another one becomes by the same slip: then either may be meant. */
function isMeant(suggested: string, name: string, written: string, struct: string): boolean {
  return suggested === name || (namesOf(struct).has(suggested) && misspelt(suggested, struct).includes(written));
}

test.each<Audience>(['value', 'construct'])(
  'every misspelt name is refused, with the name that was meant (%s)',
  (to) => {
    const tried = everyNth(4, ALL);
    const faults = tried.flatMap(({ struct, name, written }) => {
      if (to === 'construct' && OTHER_WORDS.includes(written)) return [];
      const [problem, ...more] = unknownProps(struct, { [written]: 1 }, to);
      const isRight = isMeant(problem?.fix.split(/[ ;]/)[1] ?? '', name, written, struct);
      return isRight &&
        more.length === 0 &&
        problem.name === written &&
        problem.expected.startsWith(`a prop of ${struct}: `)
        ? []
        : [`${struct}.${written} for ${name}: ${problem?.fix ?? 'accepted'}`];
    });
    expect(faults).toEqual([]);
    tally('bad inputs', tried.length);
    console.log(
      `${tried.length} of ${ALL.length} misspelt names of ${Object.keys(STRUCTS).length} structs tried: all refused`,
    );
  },
);

/** Every place of the exported API that takes props or options. */
const PLACES = positions().flatMap((place) =>
  place.type.kind === 'struct' ? [{ ...place, struct: place.type.name }] : [],
);

type Edit = (options: Record<string, unknown>) => object;

/** The arguments with the props at the place changed; made where there are none. */
function edited(args: readonly any[], way: Position['way'], edit: Edit): any[] {
  const copy: any = Array.isArray(args) ? [...args] : { ...(args as object) };
  const [first, ...rest] = way;
  const empty = typeof rest[0] === 'number' ? [] : {};
  copy[first] = rest.length === 0 ? edit(copy[first] ?? {}) : edited(copy[first] ?? empty, rest, edit);
  return copy;
}

test('a misspelt name is refused at every place that props are given at, by its path', () => {
  const trials = PLACES.flatMap((place) =>
    fieldsOf(place.struct).flatMap(({ name }) =>
      misspelt(name, place.struct).map((written) => ({ place, name, written })),
    ),
  ).filter(({ written }) => !OTHER_WORDS.includes(written));
  const runs = Math.min(often(400), trials.length);
  const [some] = fc.sample(fc.shuffledSubarray(trials, { minLength: runs, maxLength: runs }), {
    seed: SEED,
    numRuns: 1,
  });
  const faults = some.flatMap(({ place, name, written }) => {
    const { message = 'accepted', left } = tryOut(place.called, (args) =>
      edited(args, place.way, ({ [name]: value = 'x', ...others }) => ({ ...others, [written]: value })),
    );
    const outer = propOf(place) === '(props)' ? '' : `${propOf(place)}.`;
    const isSound = SHAPE.test(message) && left.length === 0;
    const lines = message.split('\n');
    const at = lines.indexOf(`  ${outer}${written}`);
    const [, suggested = ''] = /^ {4}fix {7}write (\w+)/.exec(lines[at + 3] ?? '') ?? [];
    const isNamed = at > 0 && isMeant(suggested, name, written, place.struct);
    return isSound && isNamed ? [] : [`${place.called} ${outer}${written} for ${name}: ${message}`];
  });
  expect({ seed: SEED, faults }).toEqual({ seed: SEED, faults: [] });
  tally('bad inputs', some.length);
  console.log(`${some.length} of ${trials.length} misspelt names tried at ${PLACES.length} places; seed ${SEED}`);
});

test('what nobody asked for is refused in options, and in props of a construct only where it is near a prop', () => {
  const faults = PLACES.flatMap((place) => {
    const isConstruct = place.called.startsWith('new ') && place.way.length === 1;
    const { message } = tryOut(place.called, (args) =>
      edited(args, place.way, (options) => ({ ...options, zebra: 7 })),
    );
    const isRefused = /zebra\n {4}got {7}7\n {4}expected {2}a prop of \w+: .+\n {4}fix {7}leave it out/.test(
      message ?? '',
    );
    return isRefused !== isConstruct && (message === undefined) === isConstruct ? [] : [`${place.called}: ${message}`];
  });
  expect(faults).toEqual([]);
});

/** Whose options are given on as they are; what a construct holds inside of its props is looked through entry by entry. */
const GIVEN_ON = PLACES.filter(
  ({ called, way }) => !(called.startsWith('new ') && way.length > 1) && called !== 'ClusterTarget.fromKubectl',
);

test.each<[string, Edit]>([
  ['undefined under a name that is none', (options) => ({ ...options, zebra: undefined, Replica: undefined })],
  ['symbols', (options) => ({ ...options, [Symbol('zebra')]: 1 })],
  ['what is not enumerable', (options) => Object.defineProperty({ ...options }, 'zebra', { value: 1 })],
  ['props without a prototype', (options) => Object.assign(Object.create(null), options)],
  ['inherited props', (options) => Object.create(options)],
  [
    'an instance of a class, with getters and fields of its own',
    (options) => {
      class Options {
        readonly ownNote = 'mine';
        protected readonly zebra = 1;
        helper() {
          return this.ownNote;
        }
      }
      for (const [key, value] of Object.entries(options))
        Object.defineProperty(Options.prototype, key, { get: () => value, enumerable: false });
      return new Options();
    },
  ],
])('%s: no fault at any place, and no other outcome', (_, edit) => {
  const faults = GIVEN_ON.flatMap((place) => {
    const options = tryOut(place.called, (args) => edited(args, place.way, (given) => ({ ...given })));
    const changed = tryOut(place.called, (args) => edited(args, place.way, edit));
    return JSON.stringify(changed) === JSON.stringify(options) ? [] : [`${place.called}: ${changed.message}`];
  });
  expect(faults).toEqual([]);
});

const messageOf = (make: (chart: Chart) => unknown): string => {
  try {
    make(new Chart(new App({ outdir: 'unused' }), 'chart'));
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};
const refusalOf = (props: object) => messageOf((chart) => new ModelService(chart, 'churn', { ...MINIMAL, ...props }));

test('the message names the path, the value, the props and what to write', () => {
  expect(refusalOf({ replica: 3, compute: { cpu: '1', memory: '1Gi', memorylimit: '2Gi' } })).toBe(
    `chart/churn: 2 problems
  compute.memorylimit
    got       '2Gi'
    expected  a prop of Compute: memoryLimit, cpu, memory, ...
    fix       write memoryLimit
  replica
    got       3
    expected  a prop of ModelServiceProps: replicas, compute, image, ...
    fix       write replicas; a prop of your own that is meant by it stays out of what super is given`,
  );
});

test('one that is given twice is to be left out once', () => {
  expect(refusalOf({ compute: { cpu: '1', memory: '1Gi', Memory: '2Gi' } })).toContain(
    'leave it out: memory is given too',
  );
  // somebody's own prop, since the one that it could be is given
  expect(refusalOf({ replica: 3, replicas: 2 })).toBe('');
});

test('what is given in vain shows no credential', () => {
  const message = refusalOf({ compute: { cpu: '1', memory: '1Gi', password: 'hunter2hunter2' } });
  expect(message).toContain('compute.password');
  expect(message).not.toContain('hunter2');
});

test('props that come from JSON are read like any others', () => {
  expect(
    refusalOf(JSON.parse('{ "probes": { "readyness": {} }, "tolerations": [{ "key": "a", "efect": "NoSchedule" }] }')),
  ).toMatch(/probes\.readyness\n(.*\n)+.*write readiness\n(.*\n)*.*tolerations\[0\]\.efect\n(.*\n)+.*write effect/);
});

test('the options of a value are refused by the construct that it is given to', () => {
  expect(refusalOf({ probes: { liveness: Probe.http({ path: '/health', delay: 3 } as object) } })).toMatch(
    /probes\.liveness\.delay\n {4}got {7}3\n {4}expected {2}a prop of HttpProbeOptions: .*initialDelay/,
  );
  expect(refusalOf({ server: ModelServer.http({ port: 8000, healthpath: '/ready' } as any) })).toContain(
    'write healthPath',
  );
});

test('a construct of a user hands its own, wider props on', () => {
  interface MineProps extends ModelServiceProps {
    readonly team: string;
    readonly tier?: { readonly gold: boolean };
    readonly mode?: string;
    readonly project?: string;
    readonly train?: boolean;
  }
  class Mine extends ModelService {
    constructor(scope: Construct, id: string, props: MineProps) {
      super(scope, id, props);
      this.node.addMetadata('team', props.team);
    }
  }
  const mine = { ...MINIMAL, team: 'risk', tier: { gold: true }, mode: 'batch', project: 'p', train: true };
  expect(messageOf((chart) => new Mine(chart, 'churn', mine))).toBe('');
  expect(messageOf((chart) => new Mine(chart, 'churn', { ...mine, replica: 3 } as MineProps))).toContain(
    'write replicas',
  );
  class Team extends MlNamespace {
    constructor(
      scope: Construct,
      id: string,
      props: MlNamespaceProps & { readonly project: string; readonly costCenter: number },
    ) {
      super(scope, id, props);
    }
  }
  expect(
    new Team(new App({ outdir: 'unused' }), 'team', { project: 'p', costCenter: 7 }).toJson().length,
  ).toBeGreaterThan(1);
  class Platform extends MlApp {
    constructor(props: { readonly outdir: string; readonly region: string }) {
      super(props);
    }
  }
  expect(new Platform({ outdir: 'unused', region: 'eu' }).outdir).toBe('unused');
});

test('maps, maps in overrides, and settings hold any names', () => {
  const zebra = { zebra: 'a', Replica: 'b' };
  expect(refusalOf({ nodeSelector: zebra, labels: zebra, config: zebra, env: { ZEBRA: 'a' } })).toBe('');
  expect(refusalOf({ overrides: { Deployment: { metadata: { annotations: zebra } } } })).toBe('');
  expect(messageOf(() => new Environment('prod', { settings: { zebra: { replica: 1 } } }))).toBe('');
});

test('every right set of arguments is accepted', () => {
  expect(Object.keys(VALID).flatMap((called) => tryOut(called, (args) => args).message ?? [])).toEqual([]);
});
