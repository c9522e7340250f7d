import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import { ModelService, type ModelServiceProps } from '../../lib';
import { arbitraryProps, arbitraryTarget } from '../support/arbitrary-service';
import { refusedPod } from './acceptance';
import type { Manifest } from './api';
import { ControlPlane } from './control-plane';
import { crdDatabase } from './crd-database';
import { podTemplatesOf, rewrittenFields } from './manifests';
import { applyObject, inParallel, Paths } from './server-side';
import { objectsOf } from './synth';

const NAMESPACE = 'random';
const SEED = Number(process.env.CLUSTER_SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.CLUSTER_RUNS ?? 1000);

interface Accepted {
  readonly props: ModelServiceProps;
  readonly objects: Manifest[];
}

/** Synthesizes each set of props; what is refused at synth never reaches a cluster. */
function acceptedBySynth(): Accepted[] {
  const sets = fc.sample(fc.tuple(arbitraryProps, arbitraryTarget), { seed: SEED, numRuns: RUNS });
  return sets.flatMap(([props, target], index) => {
    const app = new App();
    target.applyTo(app);
    const chart = new Chart(app, 'chart', { namespace: NAMESPACE });
    try {
      new ModelService(chart, `s${index}`, props);
    } catch {
      return [];
    }
    return [{ props, objects: objectsOf(chart) }];
  });
}

describe('random model services', () => {
  let plane: ControlPlane;
  let paths: Paths;
  const services = acceptedBySynth();
  const shown = (problems: string[]) => ({ seed: SEED, problems: [...new Set(problems)].slice(0, 40) });

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'random', controllers: 'guard-rails', database: await crdDatabase() });
    paths = new Paths(plane.api);
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE, labels } };
    await applyObject(plane.api, paths, namespace, false);
    await applyObject(plane.api, paths, account('mine'), false);
    const objects = services.flatMap((service) => service.objects);
    process.stderr.write(
      `cluster: seed ${SEED}: ${RUNS} prop sets, ${services.length} accepted by synth, ${objects.length} objects\n`,
    );
  });

  afterAll(() => plane?.stop());

  it('are accepted without a warning, and stored as they are written', async () => {
    const objects = services.flatMap((service) => service.objects);
    const answers = await inParallel(objects, 8, async (object) => {
      // Accounts are made for real: the pods below need them.
      const { problems, live } = await applyObject(plane.api, paths, object, object.kind !== 'ServiceAccount');
      const rewritten = live ? rewrittenFields(object, live) : [];
      return [...problems, ...rewritten.map((each) => `${object.kind}/${object.metadata.name} ${each}`)];
    });
    expect(shown(answers.flat())).toEqual({ seed: SEED, problems: [] });
  });

  it('make pods that are let in', async () => {
    const confined = services.filter((service) => !runsAsImageUser(service.objects));
    const templates = confined.flatMap((service) => service.objects).flatMap(podTemplatesOf);
    const answers = await inParallel(templates, 8, (template) => refusedPod(plane.api, template));
    expect(shown(answers.flat())).toEqual({ seed: SEED, problems: [] });
  });
});

function account(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: NAMESPACE } };
}

function runsAsImageUser(objects: Manifest[]): boolean {
  return objects.flatMap(podTemplatesOf).some((template) => template.spec.securityContext?.runAsUser === undefined);
}
