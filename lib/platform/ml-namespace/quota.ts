import type { Checker } from '../../internal/errors';
import { keyFault } from '../../internal/names';
import { parseQuantity } from '../../internal/quantity';
import { type AmountKind, checkAmount, checkCount, checkOrder } from './amounts';
import type { NamespaceQuota } from './quota-props';

/** Where each prop goes in `spec.hard`, https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
const AMOUNTS = {
  cpu: ['requests.cpu', 'cpu'],
  cpuLimit: ['limits.cpu', 'cpu'],
  memory: ['requests.memory', 'memory'],
  memoryLimit: ['limits.memory', 'memory'],
  storage: ['requests.storage', 'memory'],
  ephemeralStorage: ['requests.ephemeral-storage', 'memory'],
} as const satisfies Record<string, [resource: string, kind: AmountKind]>;

const COUNTS = {
  gpus: 'requests.nvidia.com/gpu',
  pods: 'pods',
  jobs: 'count/jobs.batch',
  claims: 'persistentvolumeclaims',
  loadBalancers: 'services.loadbalancers',
  nodePorts: 'services.nodeports',
} as const;

/** Other names that the API has for what a prop says. */
const SYNONYMS: Record<string, keyof NamespaceQuota> = {
  cpu: 'cpu',
  memory: 'memory',
  'count/pods': 'pods',
  'count/persistentvolumeclaims': 'claims',
};

const entries = <T extends object>(table: T) => Object.entries(table) as [keyof T & string, T[keyof T & string]][];

/** `spec.hard` of the ResourceQuota. */
export function hardLimits(quota: NamespaceQuota): Record<string, string> {
  const hard: Record<string, string> = { ...quota.hard };
  for (const [prop, [resource]] of entries(AMOUNTS)) if (quota[prop] !== undefined) hard[resource] = quota[prop];
  for (const [prop, resource] of entries(COUNTS)) if (quota[prop] !== undefined) hard[resource] = String(quota[prop]);
  return hard;
}

/** Refuses what the API server would refuse, and bounds that contradict each other. */
export function checkQuota(check: Checker, quota: NamespaceQuota): void {
  const values = Object.fromEntries(
    entries(AMOUNTS).map(([prop, [, kind]]) => [prop, checkAmount(check.at(prop), quota[prop], kind)]),
  );
  for (const [prop] of entries(COUNTS)) checkCount(check.at(prop), quota[prop]);
  const amount = (prop: keyof typeof AMOUNTS) => ({ prop, text: quota[prop], value: values[prop] });
  checkOrder(check, amount('cpu'), amount('cpuLimit'));
  checkOrder(check, amount('memory'), amount('memoryLimit'));
  checkOrder(check, amount('ephemeralStorage'), hardAmount(quota, 'limits.ephemeral-storage'));
  for (const [resource, text] of Object.entries(quota.hard ?? {}))
    checkHardEntry(check.at('hard').at(resource), resource, text);
}

function hardAmount({ hard = {} }: NamespaceQuota, resource: string) {
  const text = Object.hasOwn(hard, resource) ? hard[resource] : undefined;
  return { prop: `hard['${resource}']`, text, value: text === undefined ? undefined : parseQuantity(text) };
}

function checkHardEntry(check: Checker, resource: string, text: string): void {
  const prop = propOf(resource);
  if (prop) check.refuse(text, `the prop ${prop} for this resource`, `move it to ${prop}`);
  else if (keyFault(resource) || !(resource.includes('/') || STANDARD.test(resource)))
    check.refuse(resource, 'the name of a resource', 'see `kubectl explain resourcequota`');
  else if (!Number.isInteger(checkAmount(check, text, 'any') ?? 0))
    check.refuse(text, 'a whole number', 'give the number of them, or bytes with a unit');
}

/** What has no slash in its name and no prop: https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
const STANDARD =
  /^(configmaps|replicationcontrollers|resourcequotas|secrets|services|(limits\.)?ephemeral-storage|(requests\.)?hugepages-.+)$/;

function propOf(resource: string): string | undefined {
  if (Object.hasOwn(SYNONYMS, resource)) return SYNONYMS[resource];
  return (
    entries(AMOUNTS).find(([, [name]]) => name === resource)?.[0] ??
    entries(COUNTS).find(([, name]) => name === resource)?.[0]
  );
}
