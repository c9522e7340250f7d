import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterTarget, MlApp } from '../../../lib';
import { asksForLess, cook } from '../../support/arbitrary-recipes';
import { makePlace, shown } from '../../support/random-constructs';
import { SEED } from '../../support/seed';
import type { ControlPlane } from '../plane/control-plane';
import { drift, refusedOrWarned } from '../support/acceptance';
import { readManifests } from '../support/manifests';
import { namespaceOf } from './server';
import type { Numbered } from './sets';

/** kubectl takes a fifth of a second for each object. */
const SAMPLE = 25;

/**
 * Writes a few of the sets with an MlApp, applies them for real with kubectl, and then again: what changes the second
 * time. One in each namespace, so that names and quotas of two do not meet.
 */
export async function steadyProblems(plane: ControlPlane, applied: readonly Numbered[]): Promise<string[]> {
  const path = mkdtempSync(join(plane.folder, 'steady-'));
  const app = new MlApp({ outdir: path, rules: false });
  ClusterTarget.kubernetes('1.36').applyTo(app);
  const sample = sampleOf(applied);
  for (const { set, id, placeId } of sample) {
    const chart = makePlace(app, placeId, set.place);
    set.target.applyTo(chart);
    set.construct.make(chart, id, cook(set.props, chart));
  }
  app.synth();
  const folder = { name: 'steady', path, objects: readManifests(path) };
  const problems = [...(await refusedOrWarned(plane, folder)), ...(await drift(plane, folder))];
  const kinds = new Set(folder.objects.map(({ kind }) => kind)).size;
  process.stderr.write(`cluster: ${folder.objects.length} objects of ${kinds} kinds applied twice\n`);
  return problems.map((problem) => `TEST_SEED=${SEED}: ${problem}\n  from ${culprits(problem, sample)}`);
}

function culprits(problem: string, sample: readonly Numbered[]): string {
  const guilty = sample.filter(({ set, placeId }) => problem.includes(`${namespaceOf(set.place, placeId)}/`));
  return guilty.map(({ id, set }) => `${id}: ${shown(set)}`).join('\n  ');
}

function sampleOf(applied: readonly Numbered[]): Numbered[] {
  const places = new Set<string>();
  const fit = applied.filter(({ set, synth, placeId }) => {
    if (set.construct.within === 'app' || set.place.kind === 'stock' || places.has(placeId)) return false;
    // who asks for less than "restricted" is warned, without a word on whom the warning is about
    if (asksForLess(set.props)) return false;
    // a fixed node port may be that of another, or of one that the server chose before
    if (synth.objects.some((object) => JSON.stringify(object).includes('"nodePort"'))) return false;
    places.add(placeId);
    return true;
  });
  return fit.slice(0, SAMPLE);
}
