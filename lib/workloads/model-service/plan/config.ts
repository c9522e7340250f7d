import type { Checker } from '../../../internal/errors';
import { contentHash } from '../../../internal/hash';
import { KEEP_ANNOTATIONS } from '../../../internal/labels';
import { checkConfigMapSize, refuseCredential } from '../../../internal/literal-data';
import { checkName } from '../../../internal/names';
import type { SecretPlan } from '../../../values/secret/plan';
import { MODEL_SERVICE_DEFAULTS } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';

/** One ConfigMap of the service. */
export interface ConfigPlan {
  /** Id of the construct that makes it. */
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, string>;
  /** True for a hashed name: the content never changes under it. */
  readonly immutable: boolean;
  readonly annotations: Record<string, string>;
  /** Set where the name is stable, so that the pods roll when the content changes. */
  readonly checksum?: string;
}

export function planConfig(name: string, props: ModelServiceProps): { env?: ConfigPlan; files?: ConfigPlan } {
  return {
    env: configMap('Config', `${name}-config`, props.config, props.names?.config, props),
    files: configMap('ConfigFiles', `${name}-files`, props.configFiles, props.names?.configFiles, props),
  };
}

function configMap(
  id: string,
  prefix: string,
  data: Record<string, string> | undefined,
  givenName: string | undefined,
  props: ModelServiceProps,
): ConfigPlan | undefined {
  if (!data || Object.keys(data).length === 0) return undefined;
  if (givenName)
    return { id, name: givenName, data, immutable: false, annotations: {}, checksum: contentHash(data, 16) };
  const keep = props.keepOldConfig ?? MODEL_SERVICE_DEFAULTS.values.keepOldConfig;
  return {
    id,
    name: `${prefix}-${contentHash(data)}`,
    data,
    immutable: true,
    annotations: keep ? KEEP_ANNOTATIONS : {},
  };
}

/** The ConfigMap of a sidecar's files, always by content. */
export function planSidecarConfig(
  name: string,
  sidecar: { readonly type: string; readonly name?: string },
  data: Record<string, string>,
  props: ModelServiceProps,
): ConfigPlan | undefined {
  const suffix = sidecar.name ?? sidecar.type;
  return configMap(`Config-${suffix}`, `${name}-${suffix}`, data, undefined, props);
}

export function checkConfig(check: Checker, props: ModelServiceProps): void {
  checkEntries(check.at('config'), props.config, 'configVariable');
  checkEntries(check.at('configFiles'), props.configFiles, 'key');
  checkEntries(check.at('env'), props.env, 'env');
  if (props.configPath !== undefined && !props.configPath.startsWith('/'))
    check.at('configPath').refuse(props.configPath, 'an absolute path', 'start it with /');
}

function checkEntries(
  check: Checker,
  data: Record<string, string> | undefined,
  rule: 'env' | 'configVariable' | 'key',
): void {
  const entries = Object.entries(data ?? {});
  for (const [key, value] of entries) {
    checkName(check.at(key), key, rule);
    if (typeof value !== 'string')
      check.at(key).refuse(value, 'a string: environment and files are text', `write '${String(value)}'`);
    else refuseCredential(check.at(key), key, value);
  }
  checkConfigMapSize(
    check,
    entries.map(([, value]) => value),
  );
}

/** Refuses a variable that is set in two places: which of the two wins is not for the reader of the YAML to know. */
export function checkVariables(check: Checker, props: ModelServiceProps, secrets: readonly SecretPlan[]): void {
  const owners = new Map<string, string>(Object.keys(props.config ?? {}).map((name) => [name, 'config']));
  const claim = (name: string, owner: string, at: Checker) => {
    const other = owners.get(name);
    if (other) at.refuse(name, `a variable that ${other} does not set too`, 'set it in one of the two');
    else owners.set(name, owner);
  };
  for (const name of Object.keys(props.env ?? {})) claim(name, 'env', check.at('env').at(name));
  secrets.forEach((secret, i) => {
    for (const { name } of secret.env) claim(name, `secrets[${i}]`, check.at('secrets').at(i));
  });
}
