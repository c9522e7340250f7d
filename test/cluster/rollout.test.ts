import { Gpu, ModelServer, type ModelServiceProps, ModelSource } from '../../lib';
import { ControlPlane } from './plane/control-plane';
import { addNodes } from './plane/nodes';
import { sleep } from './plane/processes';
import { MINIMAL_SERVICE } from './support/charts';
import { podsIn } from './support/pods';
import { prune } from './support/prune';
import { Scenario } from './support/scenario';

const NEW_IMAGE = 'registry.test/model:2.0.0';
const GPU_SERVICE: ModelServiceProps = {
  image: 'registry.test/llm:1.0.0',
  server: ModelServer.vllm(),
  model: ModelSource.inImage('/models/llm'),
  compute: { cpu: '4', memory: '16Gi', gpu: Gpu.nvidia({ count: 1 }) },
  replicas: 4,
};

describe('rollouts', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'rollout', controllers: 'all', scheduler: true, kubelets: true });
    await addNodes(plane, [
      ...['a', 'b', 'c'].map((zone) => ({ name: `cpu-${zone}`, zone })),
      ...['a', 'b'].map((zone) => ({
        name: `gpu-${zone}`,
        zone,
        gpus: 2,
        labels: { 'nvidia.com/gpu.present': 'true' },
      })),
    ]);
  });

  afterAll(() => plane?.stop());

  it('a new image never leaves fewer ready pods than asked for', async () => {
    const scenario = new Scenario(plane, 'new-image');
    await scenario.running({ ...MINIMAL_SERVICE, replicas: 4 });
    const watch = await scenario.watched(async () => {
      await scenario.running({ ...MINIMAL_SERVICE, replicas: 4, image: NEW_IMAGE });
    });
    expect(watch.states).toBeGreaterThan(12);
    expect(watch.leastReady).toBe(4);
  });

  it('a new config neither, and rollout undo brings the old config back, also after pruning', async () => {
    const scenario = new Scenario(plane, 'new-config');
    const props = { ...MINIMAL_SERVICE, replicas: 3 };
    const before = await scenario.running({ ...props, config: { THRESHOLD: '0.5' } });
    const first = await scenario.configInUse();
    let after = before;
    const watch = await scenario.watched(async () => {
      after = await scenario.running({ ...props, config: { THRESHOLD: '0.9' } });
    });
    expect(watch.leastReady).toBe(3);
    expect((await scenario.configInUse()).data).toEqual({ THRESHOLD: '0.9' });

    await prune(plane, before, after);
    await scenario.kubectl('rollout', 'undo', 'deployment/model');
    await scenario.mustEnd();
    expect(await scenario.configInUse()).toEqual(first);
    expect(first.data).toEqual({ THRESHOLD: '0.5' });
  });

  it('a config of a name of its own comes back by applying the old manifests, and only so', async () => {
    const scenario = new Scenario(plane, 'stable-config');
    const props = { ...MINIMAL_SERVICE, replicas: 3, names: { config: 'settings' } };
    await scenario.running({ ...props, config: { THRESHOLD: '0.5' } });
    const watch = await scenario.watched(() => scenario.running({ ...props, config: { THRESHOLD: '0.9' } }));
    expect(watch.mostPods).toBeGreaterThan(3);
    await scenario.kubectl('rollout', 'undo', 'deployment/model');
    await scenario.mustEnd();
    expect((await scenario.configInUse()).data).toEqual({ THRESHOLD: '0.9' });
    await scenario.running({ ...props, config: { THRESHOLD: '0.5' } });
    expect((await scenario.configInUse()).data).toEqual({ THRESHOLD: '0.5' });
  });

  it('an image that never gets ready takes no ready pod away', async () => {
    const scenario = new Scenario(plane, 'broken-image');
    await scenario.running({ ...MINIMAL_SERVICE, replicas: 4 });
    const watch = await scenario.watched(async () => {
      await scenario.apply({ ...MINIMAL_SERVICE, replicas: 4, image: 'registry.test/never-ready:1' });
      expect((await scenario.rolloutEnds(8)).code).not.toBe(0);
    });
    expect(watch.mostPods).toBeGreaterThan(4);
    expect(watch.leastReady).toBe(4);
  });

  describe('when every GPU is taken', () => {
    const allGpusTaken = async (scenario: Scenario) => {
      await scenario.running(GPU_SERVICE);
      expect(await podsIn(plane, scenario.namespace)).toHaveLength(4);
    };
    const removed = async (scenario: Scenario) => {
      await plane.kubectl.run(['delete', 'namespace', scenario.namespace, '--timeout=60s']);
    };

    it('a rollout finishes, with one pod fewer at most', async () => {
      const scenario = new Scenario(plane, 'full');
      await allGpusTaken(scenario);
      const watch = await scenario.watched(() => scenario.running({ ...GPU_SERVICE, image: NEW_IMAGE }));
      expect(watch.leastReady).toBe(3);
      const images = (await podsIn(plane, 'full')).map((pod) => pod.spec.containers[0].image);
      expect(new Set(images)).toEqual(new Set([NEW_IMAGE]));
      await removed(scenario);
    });

    it('a rollout that wants one GPU more does not: the check sees a deadlock', async () => {
      const scenario = new Scenario(plane, 'deadlock');
      const rollingUpdate = { maxSurge: 1, maxUnavailable: 0 };
      const deadlocked = { ...GPU_SERVICE, overrides: { Deployment: { spec: { strategy: { rollingUpdate } } } } };
      await scenario.running(deadlocked);
      await scenario.apply({ ...deadlocked, image: NEW_IMAGE });
      await sleep(2000);
      expect((await scenario.rolloutEnds(10)).code).not.toBe(0);
      await removed(scenario);
    });
  });
});
