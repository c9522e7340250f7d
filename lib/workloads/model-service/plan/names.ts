import type { Checker } from '../../../internal/errors';
import { checkName, type NameRule } from '../../../internal/names';
import { MODEL_SERVICE_NAMES_DEFAULTS } from '../defaults';
import type { ModelServiceNames, ModelServiceProps } from '../model-service-props';

/** Names of the objects; the config maps without a name of the user's get theirs from their content. */
export type NamesPlan = Required<Omit<ModelServiceNames, 'config' | 'configFiles'>> &
  Pick<ModelServiceNames, 'config' | 'configFiles'>;

export function nameOf(id: string, props: ModelServiceProps): string {
  return props.name ?? id;
}

export function planNames(name: string, names: ModelServiceNames = {}): NamesPlan {
  return {
    deployment: name,
    container: MODEL_SERVICE_NAMES_DEFAULTS.values.container,
    service: name,
    autoscaler: name,
    verticalAutoscaler: name,
    disruptionBudget: name,
    networkPolicy: name,
    serviceAccount: name,
    route: name,
    monitor: name,
    ...Object.fromEntries(Object.entries(names).filter(([, value]) => value !== undefined)),
  };
}

export function checkNames(check: Checker, id: string, props: ModelServiceProps): void {
  const name = nameOf(id, props);
  const fix =
    props.name === undefined ? 'choose another construct id, or set the name prop' : 'choose a name of that form';
  // the name is a Service's unless the user says otherwise, and a label's value always
  checkName(props.name === undefined ? check.at('id') : check.at('name'), name, 'service', fix);
  for (const [key, value] of Object.entries(props.names ?? {}))
    if (value !== undefined) checkName(check.at('names').at(key), value, RULES[key] ?? 'subdomain');
}

/** Pods are named after their Deployment, and the API server warns where that name cannot be the name of a host. */
const RULES: Readonly<Record<string, NameRule>> = { service: 'service', container: 'label', deployment: 'label' };
