import { Autoscaling } from '../../../lib';
import { podsIn } from '../support/pods';
import { type AutoscalingScenario, SERVICE } from './scenario';

/** At the floor a drain may take one pod at a time, and also the only one: what keeps a service up is a floor of two. */
export async function evictionsAtTheFloor(run: AutoscalingScenario): Promise<void> {
  const autoscaling = (minReplicas: number) => Autoscaling.onCpu({ minReplicas, maxReplicas: 20, utilization: 70 });
  run.perMinute(100);
  await run.apply({ ...SERVICE, autoscaling: autoscaling(1) });
  await run.replicas.untilReady(1);
  await budgetAllows(run, 1);
  expect(await evictEach(run)).toEqual([201]);

  await run.apply({ ...SERVICE, autoscaling: autoscaling(2) });
  await run.replicas.until('2 replicas', (now) => now === 2);
  await run.replicas.untilReady(2);
  await budgetAllows(run, 1);
  expect((await evictEach(run)).toSorted()).toEqual([201, 429]);
  run.say('evictions: the only pod may go; of two, one');
}

async function budgetAllows(run: AutoscalingScenario, evictions: number): Promise<void> {
  const path = `/apis/policy/v1/namespaces/${run.namespace}/poddisruptionbudgets/model`;
  await run.plane.until(`${run.namespace}: budget`, async () => {
    const { metadata, status } = await run.plane.api.get(path);
    return status?.observedGeneration === metadata.generation && status.disruptionsAllowed === evictions;
  });
}

/** The status codes, one after another: 201 is an eviction, 429 the budget's refusal. */
async function evictEach(run: AutoscalingScenario): Promise<number[]> {
  const codes: number[] = [];
  for (const { metadata } of await podsIn(run.plane, run.namespace)) {
    const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: metadata.name } };
    const path = `/api/v1/namespaces/${run.namespace}/pods/${metadata.name}/eviction`;
    codes.push((await run.plane.api.request('POST', path, { body })).status);
  }
  return codes;
}
