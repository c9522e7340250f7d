import type { Checker } from './errors';
import { contentHash } from './hash';

/** The rules that Kubernetes has for names, https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const RULES = {
  /** RFC 1123 label: namespaces, pods' host names, containers, volumes. */
  label: { shape: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, max: 63, words: 'lower case letters, digits and hyphens' },
  /** RFC 1035 label: Services up to Kubernetes 1.33 must start with a letter. */
  service: {
    shape: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    max: 63,
    words: 'lower case letters, digits and hyphens, a letter first',
  },
  /** RFC 1123 subdomain: most objects. */
  subdomain: {
    shape: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    max: 253,
    words: 'lower case letters, digits, hyphens and dots',
  },
  /** IANA service name: names of ports. */
  port: {
    shape: /^(?=.*[a-z])[a-z0-9]([a-z0-9]|-(?!-))*(?<!-)$/,
    max: 15,
    words: 'lower case letters, digits and single hyphens, with a letter',
  },
  /** Names of environment variables, as every shell can read them. */
  env: { shape: /^[A-Za-z_][A-Za-z0-9_]*$/, max: 1024, words: 'letters, digits and underscores, no digit first' },
  /** The same as keys of a ConfigMap. */
  configVariable: {
    shape: /^[A-Za-z_][A-Za-z0-9_]*$/,
    max: 253,
    words: 'letters, digits and underscores, no digit first',
  },
  /** Keys of ConfigMaps and Secrets. */
  key: {
    shape: /^(?!\.\.?$)(?!\.\.)[-._a-zA-Z0-9]+$/,
    max: 253,
    words: 'letters, digits, hyphens, underscores and dots',
  },
} as const;

export type NameRule = keyof typeof RULES;

/** Why `name` is not legal under the rule, or `undefined` where it is. */
export function nameFault(name: string, rule: NameRule): string | undefined {
  const { shape, max, words } = RULES[rule];
  if (typeof name === 'string' && name.length <= max && shape.test(name)) return undefined;
  return `at most ${max} characters: ${words}${rule === 'label' || rule === 'service' || rule === 'subdomain' ? ', alphanumeric at both ends' : ''}`;
}

/** Rules of what becomes the key of a map. */
const KEYS: readonly NameRule[] = ['env', 'configVariable', 'key'];

/** Refuses a name that the API server would refuse. */
export function checkName(check: Checker, name: string, rule: NameRule, fix = 'choose a name of that form'): void {
  const fault = nameFault(name, rule) ?? (KEYS.includes(rule) ? inheritedFault(name) : undefined);
  if (fault) check.refuse(name, fault, fix);
}

/**
 * A legal label that stands for the text and for no other: the text itself where it is one, else what is legal of it, and a
 * hash, since `a.b` and `a-b`, or two long texts with one beginning, would be the same without.
 */
export function shortName(text: string): string {
  if (nameFault(text, 'label') === undefined) return text;
  const legal = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 54)
    .replace(/-+$/, '');
  return `${legal}-${contentHash(text)}`;
}

const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const LABEL_NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Legal in Kubernetes, but cdk8s takes a map with such a key (`constructor`) for something else, and cannot render it. */
function inheritedFault(key: string): string | undefined {
  return key in Object.prototype ? 'another name: every object of JavaScript has this one already' : undefined;
}

/** Why the key is not legal for a label or annotation, or `undefined` where it is. */
export function keyFault(key: string): string | undefined {
  const [prefix, name, ...rest] = key.includes('/') ? key.split('/') : [undefined, key];
  if (rest.length > 0 || name === undefined || name.length > 63 || !LABEL_NAME.test(name))
    return 'a key of at most 63 letters, digits, hyphens, underscores and dots, with an optional DNS prefix before one slash';
  if (prefix !== undefined && nameFault(prefix, 'subdomain')) return 'a prefix that is a DNS name';
  return undefined;
}

/** Why the text is not legal as the value of a label, or `undefined` where it is. */
export function labelValueFault(value: string): string | undefined {
  if (typeof value === 'string' && value.length <= 63 && LABEL_VALUE.test(value)) return undefined;
  return 'a string of at most 63 letters, digits, hyphens, underscores and dots, alphanumeric at both ends';
}

/** Refuses labels that the API server would refuse. */
export function checkLabels(check: Checker, labels: Record<string, string> = {}): void {
  for (const [key, value] of Object.entries(labels)) {
    const ofKey = keyFault(key) ?? inheritedFault(key);
    const fault = ofKey ?? labelValueFault(value);
    if (fault) check.at(key).refuse(ofKey ? key : value, fault, 'use a legal label, or an annotation for free text');
  }
}

/** Refuses annotations that the API server would refuse. */
export function checkAnnotations(check: Checker, annotations: Record<string, string> = {}): void {
  for (const [key, value] of Object.entries(annotations)) {
    // as the API server does: of annotations, capitals in the prefix are legal
    const ofKey = keyFault(key.toLowerCase()) ?? inheritedFault(key);
    const fault = ofKey ?? (typeof value === 'string' ? undefined : 'a string');
    if (fault) check.at(key).refuse(ofKey ? key : value, fault, 'use a legal key, and text as the value');
  }
  const size = Object.entries(annotations).reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
  if (size > MOST_ANNOTATIONS)
    check.refuse(`${size} bytes`, 'at most 255 KiB of annotations', 'put large texts into configFiles, or on a volume');
}

/** The API server's limit for all annotations of an object is 256 KiB; the rest is for those that the library adds. */
const MOST_ANNOTATIONS = 255 * 1024;
