import { checkBytes } from '../../internal/checks/quantities';
import type { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { CacheContext, CacheVariant } from './plan';

const SINGLE_NODE = ['ReadWriteOnce', 'ReadWriteOncePod'];

/** Refuses a cache that pods would wait for without end, or that they could not write to. */
export function checkCache(check: Checker, variant: CacheVariant, context: CacheContext): void {
  if (variant.type === 'ephemeral') {
    checkBytes(check.at('sizeLimit'), variant.sizeLimit);
    return;
  }
  if (variant.name !== undefined) checkName(check.at('name'), variant.name, 'subdomain');
  if (variant.type === 'claim') {
    checkBytes(check.at('size'), variant.size);
    // an empty storage class means a volume that an administrator made
    if (variant.storageClass) checkName(check.at('storageClass'), variant.storageClass, 'subdomain');
  }
  checkAccess(check.at('access'), variant.access, context);
}

function checkAccess(check: Checker, access: string | undefined, { maxReplicas, surge = 0 }: CacheContext): void {
  if (access === 'ReadOnlyMany')
    check.refuse(
      access,
      'a claim that the server can write to',
      'use READ_WRITE_MANY, or mount the claim as a model source',
    );
  if (access === undefined || maxReplicas === undefined) return;
  const pods = maxReplicas + surge;
  if (SINGLE_NODE.includes(access) && pods > 1)
    check.refuse(
      access,
      `a claim that ${pods} pods can mount wherever they run (${maxReplicas} replicas${surge ? ', and those that a rollout adds' : ''})`,
      maxReplicas > 1
        ? 'use READ_WRITE_MANY, or CacheVolume.ephemeral() for a cache of each pod'
        : 'use READ_WRITE_MANY, or a rollout that adds no pod, like Rollout.recreate()',
    );
}
