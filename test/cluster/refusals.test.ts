import { tally } from '../support/tally';
import type { Manifest } from './plane/api';
import { ControlPlane } from './plane/control-plane';
import { crdDatabase } from './plane/crd-database';
import { objectsWithoutRefusal, RELAXED, RESTRICTED, recorded, singleProblems } from './refusals/render';
import { refusedPod } from './support/acceptance';
import { podTemplatesOf } from './support/manifests';
import { applyObject, inParallel, Paths } from './support/server-side';
import { verdictOnObject, worst } from './support/server-verdict';

// factories hand wrong types on to the constructs as they are, which then come out in the objects
jest.mock('../../lib/internal/type-check', () => {
  const actual = jest.requireActual('../../lib/internal/type-check');
  return { ...actual, checksArguments: actual.isType };
});

type Words = 'refused' | 'refused as pods' | 'warned of' | 'accepted' | 'not expressible';

describe('the table of wrong inputs, before the server', () => {
  let plane: ControlPlane;
  let paths: Paths;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'refusals', controllers: 'guard-rails', database: await crdDatabase() });
    paths = new Paths(plane.api);
    await makeNamespace(RESTRICTED, 'restricted');
    await makeNamespace(RELAXED, 'privileged');
  });

  afterAll(() => plane?.stop());

  it('is judged as it is on record', async () => {
    const rows = singleProblems();
    const verdicts = await inParallel(rows, 4, async ([what, act]): Promise<[string, Words]> => {
      return [what, await judge(objectsWithoutRefusal(act))];
    });
    const count = (verdict: Words) => verdicts.filter(([, one]) => one === verdict).length;
    tally('bad inputs', rows.length - count('not expressible'));
    const sums = (['refused', 'refused as pods', 'warned of', 'accepted', 'not expressible'] as const).map(
      (one) => `${count(one)} ${one}`,
    );
    process.stderr.write(`cluster: ${rows.length} wrong inputs: ${sums.join(', ')}\n`);
    expect(Object.fromEntries(verdicts)).toEqual(recorded());
  });

  async function judge(objects: Manifest[]): Promise<Words> {
    if (objects.length === 0) return 'not expressible';
    for (const namespace of new Set(objects.map(({ metadata }) => metadata.namespace)))
      if (/^[a-z0-9-]{1,63}$/.test(namespace)) await makeNamespace(namespace, 'restricted');
    const { kind } = worst(await Promise.all(objects.map((object) => verdictOnObject(plane, paths, object))));
    if (kind === 'refuses') return 'refused';
    const problems = await problemsOfPods(objects);
    if (problems.length > 0) return 'refused as pods';
    return kind === 'warns' ? 'warned of' : 'accepted';
  }

  /** Accounts and limits have to be there before a pod is judged. */
  async function problemsOfPods(objects: Manifest[]): Promise<string[]> {
    const templates = objects.flatMap(podTemplatesOf);
    if (templates.length === 0) return [];
    for (const object of objects)
      if (['ServiceAccount', 'LimitRange'].includes(object.kind)) await applyObject(plane.api, paths, object, false);
    return (await Promise.all(templates.map((template) => refusedPod(plane.api, template)))).flat();
  }

  async function makeNamespace(name: string, level: string): Promise<void> {
    const path = `/api/v1/namespaces/${name}`;
    if ((await plane.api.request('GET', path)).status === 200) return;
    const labels = { 'pod-security.kubernetes.io/enforce': level };
    await applyObject(plane.api, paths, { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }, false);
  }
});
