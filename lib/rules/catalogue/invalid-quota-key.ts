import { own, record } from '../../internal/json';
import { nearest } from '../../internal/spelling';
import type { Rule } from '../rule';

/** https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
const KNOWN = [
  'configmaps',
  'cpu',
  'ephemeral-storage',
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'memory',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
  'requests.storage',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
];

export const invalidQuotaKey: Rule = {
  id: 'invalid-quota-key',
  severity: 'error',
  title: 'A ResourceQuota counts a resource that does not exist, or in a way that is never enforced',
  why: 'The API server refuses an unknown name without a domain. The limit of a device such as nvidia.com/gpu is enforced only under requests.nvidia.com/gpu: any other key is accepted and has no effect.',
  fix: 'Write requests.<device> for devices, count/<plural>.<group> for objects, and the names of the API reference for all else.',
  good: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {requests.nvidia.com/gpu: "8"}}
`,
  bad: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: ml}
spec: {hard: {limits.nvidia.com/gpu: "8"}}
`,
  kinds: ['/ResourceQuota'],
  object(quota, report) {
    for (const key of Object.keys(record(own(quota.spec, 'hard')))) {
      const instead = replacementOf(key);
      if (instead === undefined) continue;
      report({
        item: quota,
        prop: `spec.hard[${key}]`,
        got: key,
        expected: 'a resource that a ResourceQuota counts',
        fix: instead ? `write ${instead}` : `remove it from ${quota.title}, or use a name of the API reference`,
      });
    }
  },
};

/** What to write instead of a key; empty where nothing is near, undefined where the key is right. */
function replacementOf(key: string): string | undefined {
  if (KNOWN.includes(key) || /^(requests\.)?hugepages-/.test(key)) return undefined;
  if (/^((requests|limits)\.)?gpus?$/i.test(key))
    return 'requests.nvidia.com/gpu, or requests. and the name of another device';
  if (!key.includes('/')) return nearest(key, KNOWN, { strict: true }) ?? '';
  if (/^(count\/|requests\.)|\.storageclass\.storage\.k8s\.io\/|\.deviceclass\.resource\.k8s\.io\//.test(key))
    return undefined;
  return `requests.${key.replace(/^limits\./, '')}`;
}
