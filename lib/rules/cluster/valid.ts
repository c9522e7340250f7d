import { keyFault, labelValueFault } from '../../internal/names';

/** Keys and texts come again in thousands of objects; this many of each are remembered, which bounds the memory. */
const REMEMBERED = 5000;

const keys = new Map<string, string | undefined>();
const validValues = new Set<string>();

/** Why the key is not valid for a label, or undefined where it is. */
export function labelKeyFault(key: string): string | undefined {
  if (keys.has(key)) return keys.get(key);
  const fault = keyFault(key);
  if (keys.size < REMEMBERED) keys.set(key, fault);
  return fault;
}

/** The same for an annotation: the API server compares its key in lower case. */
export function annotationKeyFault(key: string): string | undefined {
  return labelKeyFault(key.toLowerCase());
}

/** Why a label is not valid, or undefined where it is. */
export function labelFault(key: string, value: unknown): string | undefined {
  const ofKey = labelKeyFault(key);
  if (ofKey) return ofKey;
  if (typeof value === 'string' && validValues.has(value)) return undefined;
  const fault = labelValueFault(value as string);
  if (!fault && validValues.size < REMEMBERED) validValues.add(value as string);
  return fault;
}
