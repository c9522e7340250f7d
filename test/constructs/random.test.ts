import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import fc from 'fast-check';
import { MlApp } from '../../lib';
import { podSecurityFaults } from '../../lib/rules/cluster/pod-security';
import { runRules } from '../../lib/rules/run';
import { asksForLess, callsIn } from '../support/arbitrary-recipes';
import { EFFORT } from '../support/effort';
import { HAS_SCHEMAS, schemasOf } from '../support/openapi';
import { wholePodsOf } from '../support/pod-templates';
import {
  arbitraryPlace,
  arbitrarySet,
  arbitraryTarget,
  countOf,
  type RandomSet,
  shown,
} from '../support/random-constructs';
import { misshapen, tryOut } from '../support/random-trial';
import { SEED } from '../support/seed';
import { tally } from '../support/tally';
import { CONSTRUCTS, titleOf } from '../support/workloads/with-toys';

/** Sets that are made and held against rules and schemas, and sets that an MlApp writes to disk. */
const MADE = { perProp: 4 * EFFORT, minimum: 50 * EFFORT };
const WRITTEN = { perProp: EFFORT, minimum: 25 * EFFORT };

/** What is wrong with the manifests that synth made of a set. */
function faultsOf({ target, props }: RandomSet, charts: readonly Chart[]): string[] {
  const objects: any[] = charts.flatMap((chart) => chart.toJson());
  const located = objects.map((manifest) => ({ manifest, where: manifest.kind }));
  const findings = runRules(located, { minor: target.minor }).filter(({ waived }) => waived === undefined);
  const calls = callsIn(props).map(({ call }) => call);
  const askedFor = [
    ...ASKED_FOR,
    ...(calls.includes('NetworkAccess.unmanaged') ? ['closed-by-network-policy'] : []),
    // only the user knows where a metric of that name comes from
    ...(calls.includes('ScalingMetric.pods') ? ['metric-not-scraped'] : []),
  ];
  return [
    ...findings
      .filter(({ rule }) => !askedFor.includes(rule))
      .map((one) => `${one.rule}: ${one.object} ${one.prop} ${one.got} expected ${one.expected}`),
    ...(HAS_SCHEMAS ? objects.flatMap((object) => schemasOf(target.minor).faults(object)) : []),
    ...objects.flatMap(wholePodsOf).flatMap(({ spec }) => podFaults(spec, target, asksForLess(props))),
  ];
}

/**
 * Rules that object to what was asked for: a quota, less than "restricted", one limit, a metric of a container that somebody
 * else would have to add to the pod.
 */
const ASKED_FOR = [
  'quota-too-small',
  'pod-refused-by-quota',
  'quota-without-limit-range',
  'pod-security',
  'disk-limit-of-some',
  'hpa-without-request',
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

describe.each(CONSTRUCTS.map((one) => [titleOf(one), one] as const))('random props of %s', (title, construct) => {
  const runs = countOf(construct, MADE);
  const places = fc.constantFrom(...fc.sample(arbitraryPlace, { seed: SEED, numRuns: 20 }));
  let accepted = 0;
  afterAll(() => console.log(`${accepted} of ${runs} sets of ${title} accepted, seed ${SEED}`));

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
    const sets = fc.sample(arbitrarySet(construct, arbitraryTarget, places), {
      seed: SEED,
      numRuns: countOf(construct, WRITTEN),
    });
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
    const files = written().filter((file) => file.endsWith('.yaml'));
    return files.length === charts.length ? [] : [`${files.length} files of ${charts.length} charts`];
  } catch (failure) {
    return [...misshapen(failure), ...written().map((file) => `${file} is left`)].map(
      (one) => `${one}\nwith ${shown(set)}`,
    );
  }
}
