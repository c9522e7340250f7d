import { LabelSelector } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Checker } from '../../internal/errors';
import { contentHash } from '../../internal/hash';
import type { NetworkPolicySpec } from '../../internal/kubernetes';
import type { ObjectPlan } from '../../internal/object-plan';
import { allOrNothing } from '../../internal/scope';
import { peersOfConstruct } from '../../traits/network-access/peer-plan';
import type { IPolicyPeer } from '../../values/cdk8s-plus';
import { GUARD_RAILS } from '../../values/guard-rails';
import { admissionSpec, egressSpec, linkPolicyName } from './admission';
import { emitObjects, type LateValues } from './emitter';
import type { LinkPlan } from './link';
import { policyOf } from './objects';
import type { WorkloadPlan } from './plan';

/**
 * What all workloads are: pods that cdk8s-plus can select and admit, with a name. A workload checks and decides everything
 * before it is made, and then makes its objects.
 */
export abstract class Workload extends Construct implements IPolicyPeer {
  /** @internal */
  protected _plan!: WorkloadPlan;

  /** The additional policies: their content by direction and peer. */
  private readonly made = new Map<string, string>();

  /**
   * @param scope a chart, or a construct in one
   * @param id names the workload and its objects, unless `name` says otherwise
   */
  protected constructor(scope: Construct, id: string) {
    super(scope, id);
  }

  /** Name of the workload, and of its objects unless `names` says otherwise. */
  public get workloadName(): string {
    return this._plan.name;
  }

  /**
   * The labels and the namespace of the pods, for `Service`, `NetworkPolicy` and `Pods` of cdk8s-plus: a `PodSelectorConfig`.
   * It has no type, so that the workload is an `IPodSelector` to every cdk8s-plus package.
   */
  public toPodSelectorConfig(): any {
    const { selector, namespace } = this._plan;
    return {
      labelSelector: LabelSelector.of({ labels: { ...selector } }),
      namespaces: namespace ? { names: [namespace] } : undefined,
    };
  }

  /** The pods as a peer in a `NetworkPolicy` of any cdk8s-plus package: a `NetworkPolicyPeerConfig`. */
  public toNetworkPolicyPeerConfig(): any {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The workload itself, which selects its pods: an `IPodSelector` of any cdk8s-plus package. */
  public toPodSelector(): any {
    return this;
  }

  /** Container ports that callers connect to; none where the pods serve no requests. */
  public abstract get targetPorts(): number[];

  /**
   * Lets the pods of a peer connect to the ports of this workload: a NetworkPolicy in addition to the workload's own, named
   * `<workload>-from-<peer>`. Where the peer can connect already, nothing is made.
   *
   * @param peer another workload, or a peer of any cdk8s-plus package
   */
  public allowFrom(peer: IPolicyPeer): void {
    const at = Checker.for(this).at('allowFrom');
    const from = typeof peer?.toNetworkPolicyPeerConfig === 'function' ? peersOfConstruct(peer) : [];
    if (from.length === 0)
      at.refuse(peer, 'a peer that selects pods or addresses', 'give a workload, or Pods or an IP block of cdk8s-plus');
    if (this.targetPorts.length === 0)
      at.refuse(peer, 'a workload that serves requests: this one has no port', 'leave the call out');
    at.done();
    const spec = admissionSpec(this._plan, from, this.targetPorts, GUARD_RAILS.get(this));
    if (spec) this.addPolicy('from', peer, spec);
  }

  /**
   * Makes the objects of the workload; where that fails, nothing of it stays in the tree.
   * @internal
   */
  protected _make(
    plan: WorkloadPlan,
    objects: readonly ObjectPlan[],
    links: readonly LinkPlan[],
    late: LateValues = {},
  ): void {
    this._plan = plan;
    allOrNothing(this, () => {
      emitObjects(this, objects, late);
      for (const { target } of links) this.follow(target);
    });
  }

  /** The policies that one link needs: egress here, admission there. */
  private follow(target: LinkPlan['target']): void {
    const spec = egressSpec(this._plan, peersOfConstruct(target), target.targetPorts, GUARD_RAILS.get(this));
    if (spec) this.addPolicy('to', target, spec);
    target.allowFrom(this);
  }

  /** Makes a policy once. Two peers of one name have different pods: the second policy has a hash in its name. */
  private addPolicy(direction: 'from' | 'to', peer: IPolicyPeer, spec: NetworkPolicySpec): void {
    const content = contentHash(spec);
    const named = `${direction}-${this.nameOfPeer(peer)}`;
    const other = (this.made.get(named) ?? content) === content ? named : `${named}-${content}`;
    if (this.made.has(other)) return;
    this.made.set(other, content);
    const id = `NetworkPolicy-${other}`;
    const name = linkPolicyName(this._plan.names.networkPolicy, other);
    emitObjects(this, [policyOf(this._plan, id, name, spec)]);
  }

  /** With its namespace where that is another one: two namespaces may have callers of one name. */
  private nameOfPeer(peer: IPolicyPeer): string {
    const name = peer instanceof Workload ? peer.workloadName : peer.node.id;
    const namespace = peer instanceof Workload ? peer._plan.namespace : undefined;
    return namespace === undefined || namespace === this._plan.namespace ? name : `${namespace}-${name}`;
  }
}
