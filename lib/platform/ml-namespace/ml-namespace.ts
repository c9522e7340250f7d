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
 * A Kubernetes namespace with Pod Security, network policies, quota and access. It is a `Chart`: objects in it are written to the
 * same file and belong to the namespace.
 *
 * Becomes a Namespace with Pod Security labels, NetworkPolicies that deny traffic by default and, on request, a ResourceQuota with
 * a matching LimitRange, ServiceAccounts and RoleBindings of groups. Cluster-scoped objects in it get no namespace. The default
 * name of an object is made from the ids below the chart, without a hash.
 *
 * @example
 * const app = new MlApp();
 * const serving = new MlNamespace(app, 'ml-serving', {
 *   quota: { cpu: '64', memory: '256Gi', gpus: 8 },
 *   viewers: ['risk-analysts'],
 * });
 */
export class MlNamespace extends Chart implements IPolicyPeer {
  /**
   * A namespace that another repository owns: no object of the namespace itself is written.
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
   * Creates another chart, and so another file, in the same namespace. It depends on this chart, whose file has the Namespace.
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
   * Creates an additional ServiceAccount, without a token.
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
   * The default name of an object: the ids below this chart, joined by hyphens. Names of cluster-scoped objects begin with the id of
   * the chart, because they must be unique in the cluster.
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
