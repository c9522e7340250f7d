import type { EnvVar, ResourceRequirements } from '../../internal/kubernetes';
import type { ClusterTarget } from '../cluster-target';
import type { GuardRails } from '../guard-rails';
import { CONFIG_MAP_KEY } from './defaults';
import type { ConfigMapKeyOptions, ResourceValueOptions } from './options';

/** The factory that was called, and its arguments. */
export type EnvValueVariant =
  | { readonly type: 'field'; readonly path: string }
  | ({ readonly type: 'resource'; readonly resource: string } & ResourceValueOptions)
  | ({
      readonly type: 'configMap';
      readonly name: string;
      readonly key: string;
      /** True where the ConfigMap is an object of this app. */
      readonly isMade: boolean;
    } & ConfigMapKeyOptions);

/** Facts about the container that a value depends on. */
export interface EnvValueContext {
  readonly target: ClusterTarget;
  /** Not given where the amounts are at fault. */
  readonly resources?: ResourceRequirements;
  readonly rails?: GuardRails;
}

/** Where the value of a variable comes from. */
export interface EnvValuePlan {
  readonly valueFrom: NonNullable<EnvVar['valueFrom']>;
  /** `Kind/name:KEY` of the object that has to exist beside the manifests, where one does. */
  readonly needs?: string;
}

/** The source of a variable's value. */
export function planEnvValue(variant: EnvValueVariant): EnvValuePlan {
  switch (variant.type) {
    case 'field':
      return { valueFrom: { fieldRef: { fieldPath: variant.path } } };
    case 'resource': {
      const { resource, divisor } = variant;
      return { valueFrom: { resourceFieldRef: { resource, ...(divisor === undefined ? {} : { divisor }) } } };
    }
    case 'configMap': {
      const { name, key, isMade, optional = CONFIG_MAP_KEY.values.optional } = variant;
      return {
        valueFrom: { configMapKeyRef: { name, key, ...(optional ? { optional } : {}) } },
        needs: isMade || optional ? undefined : `ConfigMap/${name}:${key}`,
      };
    }
  }
}
