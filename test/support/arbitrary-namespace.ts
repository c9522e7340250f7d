import fc from 'fast-check';
import type { ContainerBounds, NamespaceQuota } from '../../lib';
import { list, map, mostly, pick, propsOf, type Values, whole } from './arbitrary-recipes';
import { bytes, cores, subdomain } from './arbitrary-text';

const GIB = 1024;
const count = (max: number) => whole(0, max, -1, 1.5, '3');
export const level = mostly(pick('restricted', 'baseline', 'privileged'), 'strict', '');

export const quota: Values = propsOf<NamespaceQuota>({
  cpu: cores(2000, 200_000),
  cpuLimit: cores(200_000, 400_000),
  memory: bytes(8 * GIB, 900 * GIB),
  memoryLimit: bytes(900 * GIB, 2000 * GIB),
  gpus: count(64),
  storage: bytes(20 * GIB, 2000 * GIB),
  ephemeralStorage: bytes(20 * GIB, 2000 * GIB),
  pods: count(200),
  jobs: count(50),
  claims: count(20),
  loadBalancers: count(5),
  nodePorts: count(10),
  hard: map(
    mostly(
      pick(
        'requests.amd.com/gpu',
        'requests.example.com/npu',
        'limits.ephemeral-storage',
        'count/rayclusters.ray.io',
        'count/deployments.apps',
        'count/secrets',
        'configmaps',
        'services',
        'secrets',
        'gold.storageclass.storage.k8s.io/requests.storage',
        'requests.hugepages-2Mi',
      ),
      'cpu',
      'requests.cpu',
      'podz',
      'a b',
      'count/',
      '',
      'nvidia.com/gpu',
      'limits.nvidia.com/gpu',
    ),
    mostly(pick('10', '100', '4', '1k'), 'many', '-1', '', '1.5'),
    2,
  ),
});

export const containers: Values = propsOf<ContainerBounds>(
  {
    minCpu: cores(1, 50),
    cpu: cores(50, 200),
    cpuLimit: cores(200, 4000),
    maxCpu: cores(4000, 64_000),
    minMemory: bytes(2, 64),
    memory: bytes(64, 512),
    memoryLimit: bytes(512, 8 * GIB),
    maxMemory: bytes(8 * GIB, 64 * GIB),
  },
  [],
  6,
);

export const groups = list(
  mostly(
    fc.oneof(
      pick('team:ml', 'oidc:leads', 'arn:aws:iam::123456789012:role/ml', 'ml@example.com', 'Gruppe Ä', '日本'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => name.trim() !== ''),
    ),
    '',
    ' ',
    'system:authenticated',
  ),
  3,
);

const clusterRole = mostly(
  fc.oneof(pick('system:monitoring', 'cluster-admin', 'My Role', 'Ä', 'run_jobs', 'a.b'), subdomain),
  'admin',
  'a/b',
  '..',
  '',
  '%',
);

/** Groups by the name of a ClusterRole. */
export const clusterRoles = map(clusterRole, groups);

/** A version of the Pod Security Standards. */
export const version = mostly(pick('latest', 'v1.33', 'v1.28', 'v1.36'), '1.33', 'v1', 'v2.0', 'newest', 'v1.33.1');

export const claimSize = bytes(10 * GIB, 500 * GIB);
