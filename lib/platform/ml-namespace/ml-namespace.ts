import { type ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { groupOf, isClusterScoped } from '../../internal/cluster-scoped';
import { Checker } from '../../internal/errors';
import { objectNameBelowChart } from '../../internal/names-below';
import { planConstruct } from '../../internal/plan-construct';
import { checkPlace } from '../../internal/scope';
import type { IPolicyPeer } from '../../values/cdk8s-plus';
import { GUARD_RAILS, type GuardRails } from '../../values/guard-rails';
import { checkExisting, checkOwned, checkServiceAccount } from './check';
import { setNamespaces } from './namespaces-of-objects';
import { emitNamespace, serviceAccount } from './objects';
import { claimNamespace, refuseSecondOwner } from './owners';
import { type NamespacePlan, planExisting, planOwned } from './plan';
import type { ExistingNamespaceProps, MlNamespaceProps } from './props';

/** What a namespace that this chart does not own is made from, handed past the public props. */
const PLANS = new WeakMap<MlNamespaceProps, NamespacePlan>();

/**
 * A namespace and its guard rails: a chart that what stands in it is written to the same file with.
 *
 * Becomes a Namespace with Pod Security labels, the ServiceAccount `default` without a token, NetworkPolicies that deny
 * by default and, where asked for, a ResourceQuota with a matching LimitRange, further ServiceAccounts and RoleBindings
 * of groups. Objects below it get the namespace, nested charts' too; cluster-scoped ones get none. Names that are not
 * given are made of the ids below the chart, without a hash.
 */
export class MlNamespace extends Chart implements IPolicyPeer {
  /**
   * Places workloads in a namespace that another repository owns: nothing of the namespace itself is emitted.
   *
   * @param scope the app
   * @param id names the file, and the namespace unless `name` is given
   * @param props what is known of the namespace
   */
  public static existing(scope: Construct, id: string, props: ExistingNamespaceProps = {}): MlNamespace {
    const plan = planConstruct('MlNamespace.existing', [scope, id, props], (check, sound) => {
      const name = sound.name ?? id;
      checkExisting(check, name, sound);
      return planExisting(name, sound);
    });
    return MlNamespace.planned(scope, id, plan);
  }

  private static planned(scope: Construct, id: string, plan: NamespacePlan): MlNamespace {
    const props = {};
    PLANS.set(props, plan);
    return new MlNamespace(scope, id, props);
  }

  /** Name of the namespace. */
  public readonly namespaceName: string;

  private readonly rails: GuardRails;
  private readonly holder: Construct;
  private readonly peer: kplus.Namespaces;
  private namespaceObject?: ApiObject;

  /**
   * Makes the namespace.
   *
   * @param scope the app
   * @param id names the file, and the namespace unless `name` is given
   * @param props its guard rails
   */
  public constructor(scope: Construct, id: string, props: MlNamespaceProps = {}) {
    const { rails, owned } = PLANS.get(props) ?? planChecked(scope, id, props);
    super(scope, id, { namespace: rails.namespace, disableResourceNameHashes: true });
    this.namespaceName = rails.namespace;
    this.rails = rails;
    GUARD_RAILS.set(this, rails);
    this.holder = new Construct(this, 'guard-rails');
    if (owned) {
      claimNamespace(this, rails.namespace);
      this.namespaceObject = emitNamespace(this.holder, rails, owned);
    }
    this.peer = kplus.Namespaces.select(this.holder, 'peer', { names: [rails.namespace] });
    // the one moment that comes before serialization with every way of synthesis
    this.node.addValidation({
      validate: () => {
        setNamespaces(this);
        return [];
      },
    });
  }

  /**
   * Another chart, and so another file, in the same namespace and under the same guard rails. It is applied after this
   * one, whose file holds the Namespace.
   *
   * @param id names the file
   */
  public share(id: string): MlNamespace {
    const check = Checker.named(`${this.node.path}.share`);
    checkPlace(check, this.node.scope as Construct, id);
    check.done();
    const chart = MlNamespace.planned(this.node.scope as Construct, id, { rails: this.rails });
    if (this.namespaceObject) chart.node.addDependency(this.namespaceObject);
    chart.namespaceObject = this.namespaceObject;
    return chart;
  }

  /**
   * A further ServiceAccount without a token.
   *
   * @param name its name
   */
  public addServiceAccount(name: string): kplus.ServiceAccount {
    const check = Checker.for(this).at('serviceAccounts');
    const taken = this.holder.node.children.filter((c) => c instanceof kplus.ServiceAccount).map((c) => c.name);
    checkServiceAccount(check, name, taken);
    check.done();
    return serviceAccount(this.holder, name);
  }

  /**
   * The names that cdk8s gives to objects which have none: the ids below this chart. Cluster-scoped objects keep the
   * chart's id in front, since they share their names with the whole cluster.
   *
   * @param apiObject the object to name
   */
  public generateObjectName(apiObject: ApiObject): string {
    if (isClusterScoped(groupOf(apiObject.apiVersion), apiObject.kind)) return super.generateObjectName(apiObject);
    return objectNameBelowChart(apiObject) || super.generateObjectName(apiObject);
  }

  /** All pods of the namespace, as the peer of a NetworkPolicy of any cdk8s-plus package: a `NetworkPolicyPeerConfig`. */
  public toNetworkPolicyPeerConfig(): any {
    return this.peer.toNetworkPolicyPeerConfig();
  }

  /** All pods of the namespace, as cdk8s-plus selects them: an `IPodSelector`. */
  public toPodSelector(): any {
    return this.peer.toPodSelector();
  }

  /** The namespace, as cdk8s-plus selects it: a `NamespaceSelectorConfig`. */
  public toNamespaceSelectorConfig(): any {
    return { names: [this.namespaceName] };
  }
}

function planChecked(...args: readonly [scope: Construct, id: string, props: MlNamespaceProps]): NamespacePlan {
  const [scope, id] = args;
  return planConstruct('new MlNamespace', args, (check, props) => {
    const name = props.name ?? id;
    checkOwned(check, name, props);
    refuseSecondOwner(check.at('name'), scope, name);
    return planOwned(name, props);
  });
}
