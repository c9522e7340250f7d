import type { Definition } from '../../internal/definition';
import { checksArguments } from '../../internal/type-check';
import type { IConfigMapObject } from '../cdk8s-plus';
import { checkEnvValue } from './check';
import type { ConfigMapKeyOptions, ResourceValueOptions } from './options';
import { type EnvValueContext, type EnvValuePlan, type EnvValueVariant, planEnvValue } from './plan';

/** Where the value of an environment variable comes from when the container starts: `env[].valueFrom`. */
export class EnvValue {
  /**
   * A field of the pod, `fieldRef`.
   *
   * @param path for example `metadata.name`, `metadata.namespace`, `spec.nodeName`, `status.podIP`, or an entry such as
   *   `metadata.labels['app.kubernetes.io/version']`
   */
  public static field(path: string): EnvValue {
    return new EnvValue({ type: 'field', path });
  }

  /**
   * An amount of the container, `resourceFieldRef`. A limit must be given, in `compute` or by the LimitRange of the namespace.
   *
   * @param resource `limits` or `requests`, a dot, and `cpu`, `memory` or `ephemeral-storage`
   * @param options the unit
   */
  public static resource(resource: string, options: ResourceValueOptions = {}): EnvValue {
    return new EnvValue({ type: 'resource', resource, ...options });
  }

  /**
   * A key of a ConfigMap that exists in the namespace, or that another tool creates there: `configMapKeyRef`. The workload
   * declares that it expects it. A change of the ConfigMap does not replace the pods.
   *
   * @param name name of the ConfigMap
   * @param key one of its keys
   * @param options whether it must exist
   */
  public static configMapKey(name: string, key: string, options: ConfigMapKeyOptions = {}): EnvValue {
    return new EnvValue({ type: 'configMap', name, key, isMade: false, ...options });
  }

  /**
   * A key of a ConfigMap of any cdk8s-plus package, made or imported in this app.
   *
   * @param configMap the ConfigMap
   * @param key one of its keys
   * @param options whether it must exist
   */
  public static fromConfigMap(configMap: IConfigMapObject, key: string, options: ConfigMapKeyOptions = {}): EnvValue {
    const isMade = !!configMap && 'apiObject' in configMap;
    return new EnvValue({ type: 'configMap', name: configMap?.name, key, isMade, ...options });
  }

  /** @internal */
  public readonly _definition: Definition<EnvValueContext, EnvValuePlan>;

  private constructor(variant: EnvValueVariant) {
    this._definition = {
      check: (check, context) => checkEnvValue(check, variant, context),
      plan: () => planEnvValue(variant),
    };
  }
}

checksArguments('EnvValue', EnvValue);
