import { dig, list, own, text } from '../../internal/json';
import { quantityOf } from '../../internal/pods/pod-demand';
import type { Item, ObjectType } from './item';
import type { Pods } from './pods';
import { productsOf } from './products';

/** What Kubernetes puts into every namespace, and a quota counts: https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
const IN_EVERY_NAMESPACE: Readonly<Record<string, number>> = { configmaps: 1, serviceaccounts: 1 };

const NONE: ReadonlyMap<string, number> = new Map();

/** How many objects of each kind the manifests create in each namespace, by the keys of a ResourceQuota. */
export class ObjectCounts {
  private readonly byNamespace = new Map<string, Map<ObjectType | string, number>>();

  add(item: Item, pods: readonly Pods[]): void {
    if (item.type.isClusterScoped) return;
    this.count(item, item.type, 1);
    if (item.type.id === '/Service') this.addService(item);
    else if (item.type.id === '/PersistentVolumeClaim') this.addStorage(item, item.spec, 1);
    else if (item.type.id === 'apps/StatefulSet') this.addClaims(item, pods[0]?.set.count ?? 0);
    else
      for (const { kind, anywhere } of productsOf(item))
        if (kind === 'Secret' && !anywhere) this.count(item, 'secrets', 1);
  }

  /** What the objects of a namespace need of a key, `services` or `count/jobs.batch`; undefined where it is no such key. */
  needed(namespace: string, key: string): number | undefined {
    const resource = key.startsWith('count/') ? key.slice('count/'.length) : key;
    // of pods, other rules know how many a workload runs
    if (resource === 'pods' || !(key.startsWith('count/') || COUNTED.has(key))) return undefined;
    let needed = IN_EVERY_NAMESPACE[resource] ?? 0;
    for (const [counted, count] of this.byNamespace.get(namespace) ?? NONE)
      if (counted === resource || (typeof counted !== 'string' && resourceOf(counted) === resource)) needed += count;
    return needed;
  }

  /** Services that need a load balancer, or a port of the nodes. */
  private addService(item: Item): void {
    const type = text(own(item.spec, 'type'));
    if (type === 'LoadBalancer') this.count(item, 'services.loadbalancers', 1);
    const hasNodePort = type === 'LoadBalancer' && own(item.spec, 'allocateLoadBalancerNodePorts') !== false;
    // each port of the Service takes one of the nodes
    if (type === 'NodePort' || hasNodePort)
      this.count(item, 'services.nodeports', list(own(item.spec, 'ports')).length);
  }

  /** Each replica has a claim of each template. */
  private addClaims(item: Item, replicas: number): void {
    for (const template of list(own(item.spec, 'volumeClaimTemplates'))) {
      this.count(item, 'persistentvolumeclaims', replicas);
      this.addStorage(item, own(template, 'spec'), replicas);
    }
  }

  private addStorage(item: Item, claim: unknown, times: number): void {
    this.count(item, 'requests.storage', (quantityOf(dig(claim, 'resources.requests.storage')) ?? 0) * times);
  }

  private count({ namespace }: Item, counted: ObjectType | string, amount: number): void {
    let counts = this.byNamespace.get(namespace);
    if (!counts) {
      counts = new Map();
      this.byNamespace.set(namespace, counts);
    }
    counts.set(counted, (counts.get(counted) ?? 0) + amount);
  }
}

/** `jobs.batch`; objects of several versions of one API count together. */
function resourceOf({ group, kind }: ObjectType): string {
  return group === '' ? pluralOf(kind) : `${pluralOf(kind)}.${group}`;
}

/** Keys without `count/`. */
const COUNTED = new Set([
  'configmaps',
  'persistentvolumeclaims',
  'replicationcontrollers',
  'requests.storage',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
]);

/** The plural of a kind, as the API server has it for its own kinds and for nearly all custom resources. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(s|x|ch|sh)$/.test(name)) return name === 'endpoints' ? name : `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
