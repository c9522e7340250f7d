import { type Json, own, record, word } from '../../internal/json';
import { quantityOf } from '../../internal/pods/pod-demand';
import type { Item } from '../cluster/item';
import type { Fault, Rule } from '../rule';

export const illegalResources: Rule = {
  id: 'illegal-resources',
  severity: 'error',
  title: 'The requests and limits of a container are not legal',
  why: 'The API server refuses the workload. A request is at most the limit; GPUs and other devices are whole, with the limit equal to the request.',
  fix: "Write quantities like '500m' and '2Gi', requests at most the limits, and devices under limits alone.",
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      resources: {requests: {cpu: 500m, memory: 2Gi}, limits: {memory: 2Gi, nvidia.com/gpu: 1}}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      resources: {requests: {cpu: 500m, memory: 4Gi}, limits: {memory: 2Gi}}
`,
  *check(cluster) {
    for (const pods of cluster.pods) {
      const { item, set, spec, containers } = pods;
      for (const container of containers)
        yield* resources(item, record(own(container.spec, 'resources')), `${container.path}.resources`);
      yield* resources(item, record(own(spec, 'resources')), `${set.specPath}.resources`);
    }
  },
};

function* resources(item: Item, found: Json, at: string): Iterable<Fault> {
  const requests = record(own(found, 'requests'));
  const limits = record(own(found, 'limits'));
  let readable = true;
  for (const [field, amounts] of [
    ['requests', requests],
    ['limits', limits],
  ] as const)
    for (const [resource, written] of Object.entries(amounts)) {
      const amount = quantityOf(written);
      if (amount !== undefined && amount >= 0) continue;
      readable = false;
      const expected = "a quantity like '500m', '2' or '4Gi'";
      yield { item, prop: `${at}.${field}[${resource}]`, got: written, expected, fix: 'write it as a quantity' };
    }
  if (!readable) return;
  for (const resource of new Set([...Object.keys(requests), ...Object.keys(limits)])) {
    const request = quantityOf(own(requests, resource));
    const limit = quantityOf(own(limits, resource));
    if (isDevice(resource)) yield* device(item, resource, request, limit, at);
    else if (request !== undefined && limit !== undefined && request > limit)
      yield {
        item,
        prop: `${at}.requests[${resource}]`,
        got: requests[resource],
        expected: `at most the limit, ${word(limits[resource])}`,
        fix: `raise limits.${resource} or lower requests.${resource}`,
      };
  }
}

/** Extended resources and huge pages cannot be promised twice. */
function isDevice(resource: string): boolean {
  return resource.startsWith('hugepages-') || (resource.includes('/') && !resource.includes('kubernetes.io/'));
}

function* device(
  item: Item,
  resource: string,
  request: number | undefined,
  limit: number | undefined,
  at: string,
): Iterable<Fault> {
  const prop = `${at}.limits[${resource}]`;
  if (limit === undefined)
    yield {
      item,
      prop,
      got: undefined,
      expected: `the ${resource} that it requests`,
      fix: `move ${resource} under limits`,
    };
  else if (!Number.isInteger(limit))
    yield { item, prop, got: limit, expected: 'a whole number', fix: `ask for whole ${resource}` };
  else if (request !== undefined && request !== limit)
    yield { item, prop, got: limit, expected: `the same as the request, ${request}`, fix: 'leave the request out' };
}
