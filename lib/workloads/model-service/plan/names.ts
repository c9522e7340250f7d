import type { Checker } from '../../../internal/errors';
import { checkName } from '../../../internal/names';
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

/** A hyphen and the hash of the pods' template, up to ten letters, are what a ReplicaSet's name has behind its Deployment's. */
const LONGEST_DEPLOYMENT = 253 - 11;

export function checkNames(check: Checker, id: string, props: ModelServiceProps): void {
  const name = nameOf(id, props);
  const fix =
    props.name === undefined ? 'choose another construct id, or set the name prop' : 'choose a name of that form';
  // the name is a Service's unless the user says otherwise, and a label's value always
  checkName(props.name === undefined ? check.at('id') : check.at('name'), name, 'service', fix);
  const { deployment } = props.names ?? {};
  if (deployment !== undefined && deployment.length > LONGEST_DEPLOYMENT && deployment.length <= 253)
    check
      .at('names')
      .at('deployment')
      .refuse(deployment, `at most ${LONGEST_DEPLOYMENT} characters: its ReplicaSets add 11`, 'shorten it');
  for (const [key, value] of Object.entries(props.names ?? {}))
    if (value !== undefined)
      checkName(
        check.at('names').at(key),
        value,
        key === 'service' ? 'service' : key === 'container' ? 'label' : 'subdomain',
      );
}
