import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import fc from 'fast-check';
import { MlApp } from '../../../lib';
import { podSecurityFaults } from '../../../lib/rules/cluster/pod-security';
import { runRules } from '../../../lib/rules/run';
import { callsIn } from '../../support/arbitrary-recipes';
import { arbitraryTarget } from '../../support/arbitrary-service';
import { HAS_SCHEMAS, schemasOf } from '../../support/openapi';
import {
  arbitraryPlace,
  arbitrarySet,
  RANDOM_CONSTRUCTS,
  type RandomSet,
  shown,
} from '../../support/random-constructs';
import { misshapen, tryOut } from '../../support/random-trial';
import { tally } from '../../support/tally';

const RUNS = Number(process.env.FUZZ_RUNS ?? 600);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const ALL = RANDOM_CONSTRUCTS.reduce((sum, { share }) => sum + share, 0);

/** What is wrong with the manifests that synth made of a set. */
function faultsOf({ target, props }: RandomSet, charts: readonly Chart[]): string[] {
  const objects: any[] = charts.flatMap((chart) => chart.toJson());
  const located = objects.map((manifest) => ({ manifest, where: manifest.kind }));
  const findings = runRules(located, { minor: target.minor }).filter(({ waived }) => waived === undefined);
  const relaxed = callsIn(props).some(({ call }) => call === 'PodSecurity.relaxed');
  return [
    ...findings
      .filter(({ rule }) => !ASKED_FOR.includes(rule))
      .map((one) => `${one.rule}: ${one.object} ${one.prop} ${one.got} expected ${one.expected}`),
    ...(HAS_SCHEMAS ? objects.flatMap((object) => schemasOf(target.minor).faults(object)) : []),
    ...objects.flatMap(({ kind, spec }) =>
      kind === 'Deployment' ? podFaults(spec.template.spec, target, relaxed) : [],
    ),
  ];
}

/**
 * Rules that object to what was asked for: a quota, less than "restricted", one limit, a metric of a container that somebody
 * else would have to add to the pod, a metric without monitoring, a way in without a policy.
 */
const ASKED_FOR = [
  'quota-too-small',
  'pod-refused-by-quota',
  'quota-without-limit-range',
  'pod-security',
  'disk-limit-of-some',
  'hpa-without-request',
  'metric-not-scraped',
  'closed-by-network-policy',
  'quota-count-exceeded',
];

function podFaults(pod: any, { minor }: RandomSet['target'], relaxed: boolean): string[] {
  const without = [...pod.containers, ...(pod.initContainers ?? [])].filter(
    ({ resources }) => !resources.requests.cpu || !resources.requests.memory,
  );
  return [
    ...(relaxed ? [] : podSecurityFaults(pod, 'restricted', { minor }).map((fault) => JSON.stringify(fault))),
    ...without.map(({ name }) => `${name} says not what it needs`),
  ];
}

describe.each(RANDOM_CONSTRUCTS)('random props of $name', (construct) => {
  const runs = Math.ceil((RUNS * construct.share) / ALL);
  const places = fc.constantFrom(...fc.sample(arbitraryPlace, { seed: SEED, numRuns: 20 }));
  let accepted = 0;
  afterAll(() => console.log(`${accepted} of ${runs} sets of ${construct.name} accepted, seed ${SEED}`));

  it('are either refused in the shared shape, or become manifests that no rule objects to', () => {
    fc.assert(
      fc.property(arbitrarySet(construct, arbitraryTarget, places), (set) => {
        const { error, faults, charts } = tryOut(new App({ outdir: 'unused' }), set, 'random', 'place');
        if (error === undefined) accepted += 1;
        const all = [...faults, ...(error === undefined ? faultsOf(set, charts) : [])];
        if (all.length > 0) throw new Error(`${all.join('\n')}\nwith ${shown(set)}`);
      }),
      { numRuns: runs, seed: SEED },
    );
    tally('prop sets', runs);
    // a generator that is refused every time, or never, would prove nothing
    expect(accepted).toBeGreaterThan(runs / 10);
    expect(accepted).toBeLessThan(runs);
  });

  it('an MlApp writes all of it, or nothing and says why', () => {
    const folder = mkdtempSync(join(tmpdir(), 'random-'));
    const sets = fc.sample(arbitrarySet(construct, arbitraryTarget, places), { seed: SEED, numRuns: 60 });
    const outcomes = sets.map((set, i) => writeWith(set, join(folder, `${i}`)));
    rmSync(folder, { recursive: true });
    tally('prop sets', sets.length);
    expect(outcomes.flat()).toEqual([]);
  });
});

function writeWith(set: RandomSet, outdir: string): string[] {
  const app = new MlApp({ outdir });
  const { error, charts } = tryOut(app, set, 'random', 'place');
  const written = () => (existsSync(outdir) ? readdirSync(outdir) : []);
  try {
    if (error !== undefined) throw error;
    app.synth();
    return written().length === charts.length ? [] : [`${written().length} files of ${charts.length} charts`];
  } catch (failure) {
    return [...misshapen(failure), ...written().map((file) => `${file} is left`)].map(
      (one) => `${one}\nwith ${shown(set)}`,
    );
  }
}
