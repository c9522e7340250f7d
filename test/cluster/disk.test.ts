import { MlNamespace, ModelService, ModelSource, Sidecar } from '../../lib';
import { ControlPlane } from './plane/control-plane';
import { addNodes } from './plane/nodes';
import { MINIMAL_SERVICE } from './support/charts';
import { podsIn } from './support/pods';
import { Scenario } from './support/scenario';
import { synthesize } from './support/synth';

/** A model that fits on the large node twice, and on the small one never. */
const LARGE_MODEL = ModelSource.http({ url: 'https://example.com/model.bin', size: '15Gi' });

describe('the disk of nodes', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'disk', controllers: 'all', scheduler: true, kubelets: true });
    await addNodes(plane, [
      { name: 'small', zone: 'a', disk: '10Gi' },
      { name: 'large', zone: 'b', disk: '40Gi' },
    ]);
  });

  afterAll(() => plane?.stop());

  const scheduled = ({ status }: any) => status?.conditions?.find(({ type }: any) => type === 'PodScheduled');

  it('a pod that downloads more than a node has free goes to another, or waits and says why', async () => {
    const scenario = new Scenario(plane, 'downloads');
    await scenario.apply({ ...MINIMAL_SERVICE, replicas: 3, model: LARGE_MODEL });
    await plane.until('three pods that the scheduler has seen', async () => {
      const pods = await podsIn(plane, 'downloads');
      return pods.length === 3 && pods.every(scheduled);
    });
    const pods = await podsIn(plane, 'downloads');
    expect(pods.map(({ spec }: any) => spec.nodeName ?? 'none').sort()).toEqual(['large', 'large', 'none']);
    const waiting = pods.find(({ spec }: any) => !spec.nodeName) as any;
    expect(scheduled(waiting).message).toContain('2 Insufficient ephemeral-storage');
  });

  it('what a quota counts is the model once, and little for the rest', async () => {
    const { path: folder } = synthesize(plane, 'counted', (app) => {
      const namespace = new MlNamespace(app, 'counted', { quota: { ephemeralStorage: '20Gi' } });
      const props = { ...MINIMAL_SERVICE, replicas: 1, model: LARGE_MODEL, sidecars: [Sidecar.fluentd({})] };
      return new ModelService(namespace, 'model', props);
    });
    expect(await plane.kubectl.applyServerSide(folder)).toMatchObject({ code: 0 });
    await plane.until('a pod', async () => (await podsIn(plane, 'counted')).length === 1);
    const path = '/api/v1/namespaces/counted/resourcequotas/quota';
    await plane.until('counted', async () => {
      const used = (await plane.api.get(path)).status?.used?.['requests.ephemeral-storage'];
      return used !== undefined && used !== '0';
    });
    const { used } = (await plane.api.get(path)).status;
    expect(Number.parseInt(used['requests.ephemeral-storage'], 10)).toBeLessThan(19 * 1024);
    expect(used['requests.ephemeral-storage']).toMatch(/^\d+Mi$/);
  });
});
