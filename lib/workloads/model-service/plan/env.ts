import type { Checker } from '../../../internal/errors';
import type { EnvFromSource, EnvVar } from '../../../internal/kubernetes';
import type { SecretPlan } from '../../../values/secret/plan';
import type { ModelServiceProps } from '../model-service-props';
import type { ConfigPlan } from './config';
import type { ServiceFacts } from './facts';

/** The server's environment: what the profile needs, what the user set, secrets by reference. The user's wins. */
export function planEnv(
  props: ModelServiceProps,
  facts: ServiceFacts,
  secrets: readonly SecretPlan[],
  profileEnv: Record<string, string>,
): EnvVar[] {
  const plain = { HOME: facts.profile.home, ...profileEnv, ...props.env };
  // what the config map sets would be hidden by a variable of the container, which Kubernetes prefers
  const visible = Object.entries(plain).filter(
    ([name]) => !(props.config && name in props.config) || name in (props.env ?? {}),
  );
  const token = facts.source?.hub?.token;
  return [
    ...visible.map(([name, value]) => ({ name, value })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...(token ? [token] : []),
    ...secrets.flatMap((secret) => secret.env),
  ];
}

/** Refuses a variable that a secret sets and the server, its model or the library as well: the API server would, too. */
export function checkEnv(check: Checker, env: readonly EnvVar[] = []): void {
  const names = env.map(({ name }) => name);
  for (const name of new Set(names.filter((one, i) => names.indexOf(one) !== i)))
    check.refuse(name, 'a variable that server and model do not set too', 'set it in one of the two');
}

/** Config maps taken in whole: ours, then those of others. */
export function planEnvFrom(props: ModelServiceProps, config: ConfigPlan | undefined): EnvFromSource[] {
  const names = [...(config ? [config.name] : []), ...(props.configMaps ?? []).map((map) => map.name)];
  return names.map((name) => ({ configMapRef: { name } }));
}
