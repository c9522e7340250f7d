import { tally } from '../support/tally';
import { ControlPlane } from './plane/control-plane';
import { crdDatabase } from './plane/crd-database';
import { countCrds } from './plane/crds';
import { applyInOneGo, drift, refusedOrWarned, refusedPods, removeAgain } from './support/acceptance';
import { DIST, manifestFolders, podTemplatesOf } from './support/manifests';

const folders = manifestFolders(DIST);

describe('what dist/ holds', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({
      name: 'accepted',
      controllers: 'guard-rails',
      database: await crdDatabase(),
    });
    const crds = await countCrds(plane.api);
    const objects = folders.flatMap((folder) => folder.objects);
    const pods = objects.flatMap(podTemplatesOf);
    tally('manifests', objects.length);
    process.stderr.write(
      `cluster: ${objects.length} objects, ${pods.length} pod templates in ${folders.length} folders; ${crds} CRDs\n`,
    );
  });

  afterAll(() => plane?.stop());

  it('is not empty', () => {
    expect(folders).not.toEqual([]);
  });

  describe.each(folders)('$name', (folder) => {
    afterAll(() => removeAgain(plane, folder));

    it('is accepted by server-side apply without a warning', async () => {
      expect(await refusedOrWarned(plane, folder)).toEqual([]);
    });

    it('makes pods that Pod Security, quotas and limits let in, without a token', async () => {
      expect(await refusedPods(plane, folder.objects)).toEqual([]);
    });

    it('changes nothing when applied again', async () => {
      expect(await drift(plane, folder)).toEqual([]);
    });

    it('is applied by one kubectl apply to an empty cluster, and a second has nothing to do', async () => {
      await removeAgain(plane, folder);
      expect(await applyInOneGo(plane, folder)).toEqual([]);
    });
  });
});
