import fc from 'fast-check';
import { ClusterTarget } from '../../lib';
import { ControlPlane } from './control-plane';
import { makeNamespace, randomServices, refusedObjects, refusedPodsOf, SEED } from './random-services';
import { Paths } from './server-side';

/** Those that the API server can emulate and the library knows; the older ones are checked against their OpenAPI. */
const MINORS = ['1.34', '1.35', '1.36'];
const RUNS = 300;

describe.each(MINORS)(`services for Kubernetes %s on an API server that behaves so, seed ${SEED}`, (minor) => {
  let plane: ControlPlane;
  let paths: Paths;
  const services = randomServices(RUNS, fc.constant(ClusterTarget.kubernetes(minor)));

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: `emulated-${minor}`, controllers: 'guard-rails', emulate: minor });
    paths = new Paths(plane.api);
    await makeNamespace(plane, paths);
  });

  afterAll(() => plane?.stop());

  it('keep every field', async () => {
    const known = await paths.served(services.flat());
    process.stderr.write(`cluster: ${minor}: ${known.length} objects of ${services.length} services\n`);
    expect(await refusedObjects(plane, paths, known)).toEqual([]);
  });

  it('make pods that are let in', async () => {
    expect(await refusedPodsOf(plane, services)).toEqual([]);
  });

  it('a field that is too new is dropped, and the check sees it', async () => {
    const [since, newest] = [Number(minor.slice(2)), 35];
    const problems = await refusedObjects(plane, paths, [autoscalerWithTolerance()]);
    expect(problems).toEqual(since < newest ? [expect.stringContaining('spec.behavior.scaleUp.tolerance')] : []);
  });
});

/** Tolerance is on by default from 1.35: https://kep.k8s.io/4951 */
function autoscalerWithTolerance() {
  const scaleUp = { tolerance: '50m', stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'tolerant', namespace: 'random' },
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
