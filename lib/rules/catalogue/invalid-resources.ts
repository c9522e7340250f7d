import { type Json, own, record, word } from '../../internal/json';
import { quantityOf } from '../../internal/pods/pod-demand';
import { nearest } from '../../internal/spelling';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { isPlaceholder } from '../cluster/placeholder';
import type { Rule } from '../rule';

export const invalidResources: Rule = {
  id: 'invalid-resources',
  severity: 'error',
  title: 'The requests and limits of a container are not valid',
  why: 'The API server refuses the workload. A request is at most the limit; GPUs and other devices are whole numbers, with the limit equal to the request.',
  fix: "Write quantities like '500m' and '2Gi', requests at most the limits, and devices under limits only.",
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
  pods({ item, spec, set, containers }, report) {
    for (const container of containers)
      checkResources(report, item, own(container.spec, 'resources'), `${container.path}.resources`);
    checkResources(report, item, own(spec, 'resources'), `${set.specPath}.resources`);
  },
};

function checkResources(report: Report, item: Item, resources: unknown, at: string): void {
  if (resources === undefined) return;
  const requests = record(own(resources, 'requests'));
  const limits = record(own(resources, 'limits'));
  if (!checkQuantities(report, item, requests, `${at}.requests`)) return;
  if (!checkQuantities(report, item, limits, `${at}.limits`)) return;
  for (const resource of new Set([...Object.keys(requests), ...Object.keys(limits)])) {
    const request = quantityOf(own(requests, resource));
    const limit = quantityOf(own(limits, resource));
    if (isDevice(resource)) checkDevice(report, item, resource, request, limit, `${at}.limits[${resource}]`);
    else if (request !== undefined && limit !== undefined && request > limit)
      report({
        item,
        prop: `${at}.requests[${resource}]`,
        got: requests[resource],
        expected: `at most the limit, ${word(limits[resource])}`,
        fix: `raise limits.${resource} or lower requests.${resource}`,
      });
  }
}

/** True where all quantities can be read. */
function checkQuantities(report: Report, item: Item, amounts: Json, at: string): boolean {
  let readable = true;
  for (const resource of Object.keys(amounts)) {
    const written = amounts[resource];
    if (!checkResourceName(report, item, resource, at)) readable = false;
    const amount = quantityOf(written);
    if (amount !== undefined && amount >= 0) continue;
    readable = false;
    if (typeof written === 'string' && isPlaceholder(written)) continue;
    const expected = "a quantity like '500m', '2' or '4Gi'";
    report({ item, prop: `${at}[${resource}]`, got: written, expected, fix: 'write it as a quantity' });
  }
  return readable;
}

/** Names of containers' resources without a slash: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];

function checkResourceName(report: Report, item: Item, resource: string, at: string): boolean {
  if (STANDARD.includes(resource) || resource.includes('/') || resource.startsWith('hugepages-')) return true;
  const meant = /^gpus?$/i.test(resource)
    ? 'nvidia.com/gpu, or the name of another device'
    : nearest(resource, STANDARD, { strict: true });
  report({
    item,
    prop: `${at}[${resource}]`,
    got: resource,
    expected: `${STANDARD.join(', ')}, hugepages-<size>, or a name with its domain like 'nvidia.com/gpu'`,
    fix: meant ? `write ${meant}` : 'write the domain of the resource in front of its name',
  });
  return false;
}

/** Extended resources and huge pages cannot be overcommitted. */
function isDevice(resource: string): boolean {
  return resource.startsWith('hugepages-') || (resource.includes('/') && !resource.includes('kubernetes.io/'));
}

function checkDevice(
  report: Report,
  item: Item,
  resource: string,
  request: number | undefined,
  limit: number | undefined,
  prop: string,
): void {
  if (limit === undefined)
    report({
      item,
      prop,
      got: undefined,
      expected: `the ${resource} that it requests`,
      fix: `move ${resource} under limits`,
    });
  else if (!Number.isInteger(limit))
    report({ item, prop, got: limit, expected: 'a whole number', fix: `request a whole number of ${resource}` });
  else if (request !== undefined && request !== limit)
    report({ item, prop, got: limit, expected: `the same as the request, ${request}`, fix: 'remove the request' });
}
