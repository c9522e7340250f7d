import fc from 'fast-check';
import type { ContainerBounds, MlNamespaceProps, NamespaceQuota } from '../../../lib';
import { near, nearNumbers, nearQuantities, QUANTITY_FORMS } from './near';
import { namespace, type Row } from './row';

const row = (
  what: string,
  at: string,
  standIn: string,
  random: fc.Arbitrary<string>,
  make: (value: string) => MlNamespaceProps,
  more: Partial<Row<string>> = {},
): Row<string> => ({ what, at, standIn, random, make: namespace(make), ...more });

const key = fc.oneof(near(['a', 'team', 'example.com/team', 'a.b_c-d', 'A1'], 63));
const group = fc.oneof(
  near(['team', 'team-a', 'oidc:ml', 'CN=ml,OU=x', 'a/b', 'team@example.com', 'system:masters'], 300),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

const hard = (what: string, prop: keyof NamespaceQuota, standIn: string) =>
  row(what, `quota.${prop}`, standIn, nearQuantities, (value) => ({ quota: { [prop]: value } }), {
    always: QUANTITY_FORMS,
    kinds: ['ResourceQuota'],
  });

const bound = (what: string, prop: keyof ContainerBounds, standIn: string) =>
  row(what, `containers.${prop}`, standIn, nearQuantities, (value) => ({ containers: { [prop]: value } }), {
    always: QUANTITY_FORMS,
  });

const counted = (prop: 'gpus' | 'pods' | 'jobs'): Row<number> => ({
  what: `the quota of ${prop}`,
  at: `quota.${prop}`,
  standIn: 37,
  make: namespace((value: number) => ({ quota: { [prop]: value } })),
  random: nearNumbers(0, 1) as fc.Arbitrary<number>,
});

/** What a namespace is described with. */
export const NAMESPACE_ROWS: readonly Row[] = [
  row('the key of a label of a namespace', 'labels', 'stand-in', key, (k) => ({ labels: { [k]: 'x' } })),
  row('the value of a label of a namespace', 'labels', 'stand-in', near(['', 'a', 'a_b.c'], 63), (v) => ({
    labels: { team: v },
  })),
  row('the key of an annotation of a namespace', 'annotations', 'stand-in', key, (k) => ({
    annotations: { [k]: 'x' },
  })),
  row(
    'the value of an annotation of a namespace',
    'annotations',
    'stand-in',
    group,
    (v) => ({ annotations: { a: v } }),
    {
      always: ['x'.repeat(2 ** 18 + 1)],
    },
  ),
  row(
    'the version of Pod Security',
    'podSecurityVersion',
    'v1.33',
    near(['v1.33', 'latest', 'v1.0', 'v1.100', 'v2.0', 'v1.033']),
    (podSecurityVersion) => ({ podSecurityVersion }),
  ),
  ...(['admins', 'editors', 'viewers'] as const).map((prop) =>
    row(`a group of ${prop}`, prop, 'stand-in', group, (one) => ({ [prop]: [one] })),
  ),
  hard('the quota of CPU', 'cpu', '123m'),
  hard('the quota of the limits of CPU', 'cpuLimit', '123m'),
  hard('the quota of memory', 'memory', '123Mi'),
  hard('the quota of storage', 'storage', '123Mi'),
  row(
    'an entry of the quota',
    'quota.hard',
    'count/stand-in',
    near([
      'count/secrets',
      'count/pods',
      'secrets',
      'configmaps',
      'requests.example.com/npu',
      'limits.cpu',
      'gpu',
      'a/b',
      'hugepages-2Mi',
      'count/deployments.apps',
      'gold.storageclass.storage.k8s.io/requests.storage',
      'limits.example.com/npu',
      'example.com/npu',
      'requests.hugepages-2Mi',
    ]),
    (name) => ({ quota: { hard: { [name]: '1' } } }),
    { kinds: ['ResourceQuota'] },
  ),
  row(
    'the number of an entry of the quota',
    'quota.hard',
    '123',
    nearQuantities,
    (value) => ({ quota: { hard: { 'count/secrets': value } } }),
    {
      always: QUANTITY_FORMS,
    },
  ),
  row(
    'the bytes of an entry of the quota',
    'quota.hard',
    '123Mi',
    nearQuantities,
    (value) => ({ quota: { hard: { 'gold.storageclass.storage.k8s.io/requests.storage': value } } }),
    {
      always: QUANTITY_FORMS,
    },
  ),
  ...(['gpus', 'pods', 'jobs'] as const).map(counted),
  bound('the CPU of a container', 'cpu', '123m'),
  bound('the most memory of a container', 'maxMemory', '123Mi'),
  bound('the least memory of a container', 'minMemory', '123Mi'),
  row('the largest claim', 'maxClaimSize', '123Mi', nearQuantities, (maxClaimSize) => ({ maxClaimSize }), {
    always: QUANTITY_FORMS,
  }),
];
