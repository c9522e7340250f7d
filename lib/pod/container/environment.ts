import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { EnvFromSource, EnvVar } from '../../internal/kubernetes';
import { checkName } from '../../internal/names';
import type { EnvValueContext, EnvValuePlan } from '../../values/env-value/plan';
import type { SecretPlan } from '../../values/secret/plan';
import type { ConfigMapPlan } from './config-maps';
import type { ContainerProps } from './props';

/** Environment that the kind of container needs. */
export interface OwnEnvironment {
  /** Plain values, which the user's replace. */
  readonly values?: Readonly<Record<string, string>>;
  /** Variables that come before all others, since `$(NAME)` in a value expands names that are earlier only. */
  readonly first?: readonly EnvVar[];
  /** Variables by reference. */
  readonly references?: readonly EnvVar[];
}

/** Secrets of a container, with the place where each was given. */
export type GivenSecrets = readonly { readonly at: Checker; readonly plan: SecretPlan }[];

/** Variables by reference of the user, by name. */
export type GivenVariables = ReadonlyMap<string, EnvValuePlan>;

/** Checks and decides `variables`. */
export function decideVariables(
  check: Checker,
  { variables = {} }: ContainerProps,
  context: EnvValueContext,
): GivenVariables {
  const at = check.at('variables');
  return new Map(
    Object.entries(variables).flatMap(([name, value]): [string, EnvValuePlan][] => {
      checkName(at.at(name), name, 'env');
      // one of a wrong type was reported with the types
      const plan = value && decide(at.at(name), value._definition, context);
      return plan ? [[name, plan]] : [];
    }),
  );
}

/**
 * Refuses a variable that is set in two places: the reader of the YAML cannot know which of them wins, and the API server
 * refuses two entries of one name.
 */
export function checkVariables(
  check: Checker,
  props: ContainerProps,
  own: OwnEnvironment,
  secrets: GivenSecrets,
): void {
  const owners = new Map<string, string>(Object.keys(props.config ?? {}).map((name) => [name, 'config']));
  const claim = (name: string, owner: string, at: Checker) => {
    const other = owners.get(name);
    if (other) at.refuse(name, `a variable that ${other} does not set too`, 'set it in one of the two');
    else owners.set(name, owner);
  };
  for (const name of Object.keys(props.env ?? {})) claim(name, 'env', check.at('env').at(name));
  for (const name of Object.keys(props.variables ?? {})) claim(name, 'variables', check.at('variables').at(name));
  // the user's env, variables and config may replace what the container needs; a secret cannot, since both stand in env[]
  const byReference = [...(own.first ?? []), ...(own.references ?? [])];
  const names = [...Object.keys(own.values ?? {}), ...byReference.map(({ name }) => name)];
  for (const name of names) if (!owners.has(name)) owners.set(name, 'the library');
  secrets.forEach(({ at, plan }, i) => {
    for (const { name } of plan.env) claim(name, `secrets[${i}]`, at);
  });
}

/**
 * `env` of the container: what it needs, what the user set, then secrets by reference. The user's values win. References
 * stand before plain values, which can then name them.
 */
export function planEnv(
  props: ContainerProps,
  own: OwnEnvironment,
  variables: GivenVariables,
  secrets: GivenSecrets,
): EnvVar[] {
  const given = new Set([...Object.keys(props.env ?? {}), ...variables.keys()]);
  const isOwn = (name: string) => !given.has(name);
  // what the ConfigMap sets would be hidden by a variable of the container, which Kubernetes prefers
  const values = Object.entries(own.values ?? {}).filter(
    ([name]) => isOwn(name) && !(props.config && name in props.config),
  );
  return [
    ...(own.first ?? []).filter(({ name }) => isOwn(name)),
    ...[...variables].map(([name, { valueFrom }]) => ({ name, valueFrom })).sort(byName),
    ...[...values, ...Object.entries(props.env ?? {})].map(([name, value]) => ({ name, value })).sort(byName),
    ...(own.references ?? []).filter(({ name }) => isOwn(name)),
    ...secrets.flatMap(({ plan }) => plan.env),
  ];
}

function byName(a: EnvVar, b: EnvVar): number {
  return a.name < b.name ? -1 : 1;
}

/** `envFrom` of the container: the ConfigMap of its `config`, then those of others. */
export function planEnvFrom(props: ContainerProps, config: ConfigMapPlan | undefined): EnvFromSource[] {
  const names = [...(config ? [config.name] : []), ...(props.configMaps ?? []).map((map) => map.name)];
  return names.map((name) => ({ configMapRef: { name } }));
}
