import { arbitraryTarget } from '../support/arbitrary-service';
import { ControlPlane } from './control-plane';
import { crdDatabase } from './crd-database';
import { makeNamespace, randomServices, refusedObjects, refusedPodsOf, SEED } from './random-services';
import { Paths } from './server-side';

const RUNS = Number(process.env.CLUSTER_RUNS ?? 1000);

describe(`random model services, seed ${SEED}`, () => {
  let plane: ControlPlane;
  let paths: Paths;
  const services = randomServices(RUNS, arbitraryTarget);

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'random', controllers: 'guard-rails', database: await crdDatabase() });
    paths = new Paths(plane.api);
    await makeNamespace(plane, paths);
    const objects = services.flat().length;
    process.stderr.write(
      `cluster: seed ${SEED}: ${RUNS} prop sets, ${services.length} accepted by synth, ${objects} objects\n`,
    );
  });

  afterAll(() => plane?.stop());

  it('are accepted without a warning, and stored as they are written', async () => {
    expect(await refusedObjects(plane, paths, services.flat())).toEqual([]);
  });

  it('make pods that are let in', async () => {
    expect(await refusedPodsOf(plane, services)).toEqual([]);
  });
});
