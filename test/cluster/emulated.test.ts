import fc from 'fast-check';
import { ClusterTarget } from '../../lib';
import { SEED } from '../support/seed';
import { tally } from '../support/tally';
import { ControlPlane } from './plane/control-plane';
import { classesOf, placeOnServer, RandomServer } from './random/server';
import { applicable, problemsOf, randomPlaces, randomSets, reports } from './random/sets';
import { rewrittenFields } from './support/manifests';
import { applyObject, inParallel, Paths } from './support/server-side';

/** Those that the API server can emulate and the library knows; the older ones are checked against their OpenAPI. */
const MINORS = ['1.34', '1.35', '1.36'];
const AMOUNT = { perProp: 4.5, minimum: 40 };

describe.each(MINORS)(`constructs for Kubernetes %s on an API server that behaves so, seed ${SEED}`, (minor) => {
  let plane: ControlPlane;
  let paths: Paths;
  let server: RandomServer;
  const places = randomPlaces(20);
  const sets = randomSets(AMOUNT, fc.constant(ClusterTarget.kubernetes(minor)), places);
  const applied = applicable(sets, places);

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: `emulated-${minor}`, controllers: 'guard-rails', emulate: minor });
    paths = new Paths(plane.api);
    server = new RandomServer(plane, paths);
    await server.makeTheirs([
      ...classesOf(applied.flatMap(({ synth }) => synth.objects)),
      ...places.flatMap(({ id, place }) => placeOnServer(place, id)),
    ]);
  });

  afterAll(() => plane?.stop());

  it('keep every field, and their pods are let in', async () => {
    process.stderr.write(`cluster: ${minor}: ${applied.length} of ${sets.length} prop sets are applied\n`);
    const problems = await inParallel(applied, 6, (one) => problemsOf(server, one));
    const failures = applied.flatMap((one, i): [typeof one, string[]][] =>
      problems[i].length > 0 ? [[one, problems[i]]] : [],
    );
    tally('prop sets', sets.length, failures.length);
    expect(await reports(failures, server)).toEqual([]);
  });

  it('a field that is too new is dropped, and the check sees it', async () => {
    const [since, newest] = [Number(minor.slice(2)), 35];
    const object = autoscalerWithTolerance();
    const { problems: refusals, live } = await applyObject(plane.api, paths, object, true);
    const problems = [...refusals, ...(live ? rewrittenFields(object, live) : [])];
    expect(problems).toEqual(since < newest ? [expect.stringContaining('spec.behavior.scaleUp.tolerance')] : []);
  });
});

/** Tolerance is on by default from 1.35: https://kep.k8s.io/4951 */
function autoscalerWithTolerance() {
  const scaleUp = { tolerance: '50m', stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'tolerant', namespace: 'default' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'model' },
      minReplicas: 1,
      maxReplicas: 3,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
      behavior: { scaleUp },
    },
  };
}

const policies = [{ type: 'Pods', value: 4, periodSeconds: 60 }];
