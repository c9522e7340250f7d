import type { IConstruct } from 'constructs';
import { Checker } from '../internal/errors';
import { checkName } from '../internal/names';
import { ScopeKey } from '../internal/scope';
import { checkArguments, isType } from '../internal/type-check';
import { ClusterTarget } from './cluster-target';

/** How manifests get into a cluster. */
export enum Delivery {
  /** `kubectl apply`, by hand or in a CI job. */
  KUBECTL = 'kubectl',
  /** Argo CD, which creates an object again that its Application names and the cluster does not have. */
  ARGO_CD = 'argo-cd',
  /** Flux, which does the same with what its Kustomization names. */
  FLUX = 'flux',
}

/** The cluster and the settings of an environment. */
export interface EnvironmentProps {
  /**
   * The cluster of this environment.
   *
   * @default - plain Kubernetes 1.33
   */
  readonly cluster?: ClusterTarget;
  /**
   * How manifests get into the cluster. With Argo CD or Flux, an object that deletes itself is created again.
   *
   * @default Delivery.KUBECTL
   */
  readonly delivery?: Delivery;
  /**
   * Whatever else the apps differ by, read back with `setting`. TypeScript users may extend the class instead and
   * have the compiler check the names.
   *
   * @default - none
   */
  readonly settings?: { [name: string]: any };
}

const SCOPE = new ScopeKey<Environment>('Environment');

/**
 * An environment that the same apps are synthesized for (`dev`, `prod`, `minikube`): a name, a cluster, and settings by
 * which the apps differ. One `MlApp` is made for each. Any construct finds its own with `Environment.of`.
 *
 * @example
 * const prod = new Environment('prod', {
 *   cluster: ClusterTarget.kubernetes('1.34'),
 *   settings: { replicas: 3 },
 * });
 * const replicas: number = prod.setting('replicas');
 */
export class Environment {
  /** The environment of a construct: the nearest that was set above it, or one named `default`. */
  public static of(scope: IConstruct): Environment {
    return SCOPE.get(scope) ?? new Environment('default');
  }

  /** The cluster of this environment. */
  public readonly cluster: ClusterTarget;

  /** How manifests get into the cluster. */
  public readonly delivery: Delivery;

  private readonly settings: { [name: string]: any };

  /**
   * @param name names the output folder; a DNS label
   * @param props what the environment is made of
   */
  public constructor(
    /** The name, which is also that of the output folder. */
    public readonly name: string,
    props: EnvironmentProps = {},
  ) {
    const check = Checker.named('Environment');
    checkArguments(check, 'new Environment', [name, props]);
    checkName(check.at('name'), name, 'label');
    check.done();
    this.cluster = props.cluster ?? ClusterTarget.kubernetes('1.33');
    this.delivery = props.delivery ?? Delivery.KUBECTL;
    this.settings = props.settings ?? {};
  }

  /** Makes this the environment, and its cluster the target, of everything at and below `scope`. */
  public applyTo(scope: IConstruct): void {
    SCOPE.set(scope, this);
    this.cluster.applyTo(scope);
  }

  /**
   * What was set under the name; an error that lists the names where nothing was.
   *
   * @param name the name of the setting
   */
  public setting(name: string): any {
    if (!Object.hasOwn(this.settings, name)) {
      const known = Object.keys(this.settings).sort().join(', ') || 'none';
      const check = Checker.named(`Environment ${this.name}`).at(`settings.${name}`);
      check.refuse(undefined, `a setting of this environment (there are: ${known})`, `add '${name}' to its settings`);
      check.done();
    }
    return this.settings[name];
  }
}

isType('Environment', Environment);
