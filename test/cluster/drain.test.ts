import { MlNamespace, ModelService, Spread } from '../../lib';
import { ControlPlane } from './plane/control-plane';
import { addNodes } from './plane/nodes';
import { MINIMAL_SERVICE } from './support/charts';
import { podsIn } from './support/pods';
import { Scenario } from './support/scenario';
import { synthesize } from './support/synth';

const ZONES = ['a', 'b', 'c'];

describe('nodes and namespaces', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'drain', controllers: 'all', scheduler: true, kubelets: true });
    await addNodes(
      plane,
      ZONES.flatMap((zone) => [1, 2].map((number) => ({ name: `${zone}${number}`, zone }))),
    );
  });

  // The next drain must meet nothing but its own pods.
  afterEach(async () => {
    await plane.kubectl.run(['delete', 'deployments,poddisruptionbudgets', '--all', '--all-namespaces']);
    await plane.until('empty', async () => (await plane.api.get('/api/v1/pods')).items.length === 0);
    for (const node of ZONES.flatMap((zone) => [`${zone}1`, `${zone}2`])) await plane.kubectl.run(['uncordon', node]);
  });

  afterAll(() => plane?.stop());

  const drain = (node: string, seconds: number) => {
    const flags = ['--ignore-daemonsets', '--delete-emptydir-data', `--timeout=${seconds}s`];
    return plane.kubectl.run(['drain', node, ...flags]);
  };
  const nodeOf = async (namespace: string) => (await podsIn(plane, namespace))[0].spec.nodeName;
  const zonesOf = async (namespace: string) => {
    return new Set((await podsIn(plane, namespace)).map((pod) => pod.spec.nodeName[0]));
  };

  it.each([
    ['by default', undefined],
    ['with a hard spread', Spread.hard()],
  ])('replicas are spread over the zones %s', async (name, spread) => {
    const scenario = new Scenario(plane, name.replaceAll(' ', '-'));
    await scenario.running({ ...MINIMAL_SERVICE, replicas: 3, spread });
    expect(await zonesOf(scenario.namespace)).toEqual(new Set(ZONES));
  });

  it('a drain ends and takes one pod at a time', async () => {
    const scenario = new Scenario(plane, 'drained');
    await scenario.running({ ...MINIMAL_SERVICE, replicas: 4 });
    const [first, second] = [await nodeOf('drained'), 'b1'];
    const watch = await scenario.watched(async () => {
      const outcomes = await Promise.all([...new Set([first, second, 'c1'])].map((node) => drain(node, 60)));
      expect(outcomes.map((outcome) => outcome.code)).toEqual(outcomes.map(() => 0));
    });
    expect(watch.leastReady).toBeGreaterThanOrEqual(3);
    await scenario.mustEnd();
  });

  it('a drain ends though the model never got ready', async () => {
    const scenario = new Scenario(plane, 'unready');
    await scenario.apply({ ...MINIMAL_SERVICE, replicas: 2, image: 'registry.test/never-ready:1' });
    await plane.until('running, though not ready', async () => {
      const pods = await podsIn(plane, 'unready');
      return pods.length === 2 && pods.every((pod) => pod.status.phase === 'Running');
    });
    expect((await drain(await nodeOf('unready'), 30)).code).toBe(0);
  });

  it('a budget that asks for every replica blocks the drain: the check sees it', async () => {
    const scenario = new Scenario(plane, 'blocked');
    const budget = { spec: { minAvailable: 2, maxUnavailable: null } };
    await scenario.running({ ...MINIMAL_SERVICE, replicas: 2, overrides: { PodDisruptionBudget: budget } });
    expect((await drain(await nodeOf('blocked'), 8)).code).not.toBe(0);
  });

  it('a single replica has no budget to block the drain', async () => {
    const scenario = new Scenario(plane, 'single');
    await scenario.running({ ...MINIMAL_SERVICE, replicas: 1 });
    expect((await drain(await nodeOf('single'), 30)).code).toBe(0);
  });

  it('the quota of a namespace refuses the pod that is one too many, and no other', async () => {
    const folder = synthesize(plane, 'quota', (app) => {
      const namespace = new MlNamespace(app, 'tight', { quota: { pods: 2 } });
      new ModelService(namespace, 'model', { ...MINIMAL_SERVICE, replicas: 3 });
    });
    expect((await plane.kubectl.applyServerSide(folder.path)).code).toBe(0);
    const refusals = async () => {
      const { items } = await plane.api.get('/api/v1/namespaces/tight/events');
      return items.filter((event: any) => event.reason === 'FailedCreate' && event.message.includes('exceeded quota'));
    };
    await plane.until('refused', async () => (await refusals()).length > 0);
    await plane.until('running with two', async () => (await podsIn(plane, 'tight')).length === 2);
  });
});
