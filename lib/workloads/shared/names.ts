import type { Checker } from '../../internal/errors';
import { checkName, type NameRule } from '../../internal/names';
import { checkNameBelowChart, nameBelowChart } from '../../internal/names-below';
import type { WorkloadContext } from './context';
import type { WorkloadNames } from './workload-props';

/** Names of the objects that every workload makes; hashed ConfigMaps get theirs from their content. */
export type WorkloadNamesPlan = Required<Omit<WorkloadNames, 'config' | 'configFiles'>> &
  Pick<WorkloadNames, 'config' | 'configFiles'>;

/** Rules of the names that every workload has. */
const RULES: Readonly<Record<keyof WorkloadNames, NameRule>> = {
  container: 'label',
  config: 'subdomain',
  configFiles: 'subdomain',
  networkPolicy: 'subdomain',
  serviceAccount: 'subdomain',
};

/** The workload's name, and those of its objects. */
export type NamesPlan<Key extends string> = { readonly name: string } & WorkloadNamesPlan &
  Readonly<Record<Key, string>>;

/**
 * Names all objects after the workload, unless the user says otherwise.
 *
 * @param own names of the objects that this kind of workload makes in addition, with the rule of each
 * @param container usual name of the main container
 */
export function planNames<Key extends string>(
  check: Checker,
  { scope, id }: WorkloadContext,
  props: { readonly name?: string; readonly names?: WorkloadNames },
  own: Readonly<Record<Key, NameRule>>,
  container: string,
): NamesPlan<Key> {
  const name = props.name ?? nameBelowChart(scope, id);
  // the name is a Service's unless the user says otherwise, and a label's value always
  if (props.name === undefined) checkNameBelowChart(check, scope, id, 'service');
  else checkName(check.at('name'), name, 'service', 'choose a name of that form');
  const given = Object.entries(props.names ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const rules: Readonly<Record<string, NameRule>> = own;
  for (const [key, value] of given)
    checkName(check.at('names').at(key), value, rules[key] ?? RULES[key as keyof WorkloadNames] ?? 'subdomain');
  const names: Record<string, string> = { name, networkPolicy: name, serviceAccount: name, container };
  for (const key of Object.keys(own)) names[key] = name;
  for (const [key, value] of given) names[key] = value;
  return names as NamesPlan<Key>;
}
