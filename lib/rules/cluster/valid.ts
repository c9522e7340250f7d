import { keyFault, labelValueFault, type NameRule, nameFault } from '../../internal/names';
import { remembered } from '../../internal/remember';

/** Why the key is not valid for a label, or undefined where it is. */
export const labelKeyFault = remembered(keyFault);

/** The same for an annotation: the API server compares its key in lower case. */
export const annotationKeyFault = remembered((key) => keyFault(key.toLowerCase()));

const valueFault = remembered(labelValueFault);

/** Why a label is not valid, or undefined where it is. */
export function labelFault(key: string, value: unknown): string | undefined {
  const ofKey = labelKeyFault(key);
  if (ofKey) return ofKey;
  return typeof value === 'string' ? valueFault(value) : labelValueFault(value as string);
}

const nameFaults: Readonly<Record<'label' | 'service' | 'subdomain' | 'port', (name: string) => string | undefined>> = {
  label: remembered((name) => nameFault(name, 'label')),
  service: remembered((name) => nameFault(name, 'service')),
  subdomain: remembered((name) => nameFault(name, 'subdomain')),
  port: remembered((name) => nameFault(name, 'port')),
};

export type CheckedName = keyof typeof nameFaults & NameRule;

/** Why a name is not valid, or undefined where it is. */
export function validNameFault(name: unknown, rule: CheckedName): string | undefined {
  return typeof name === 'string' ? nameFaults[rule](name) : nameFault(name as string, rule);
}
