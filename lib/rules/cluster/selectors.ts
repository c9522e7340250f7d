import { type Json, list, own, record, text, word } from '../../internal/json';
import type { PodRecord } from './pod-record';

/**
 * Labels that controllers put on each pod at run time (its ordinal, the hash of its template): no template has them, so a
 * selector's demand for one cannot be judged and counts as met.
 */
const AT_RUN_TIME = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'controller-revision-hash',
  'controller-uid',
  'pod-template-generation',
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly unknown[];
}

/** What a selector requires: `matchLabels` and `matchExpressions`, or the plain map of a Service. */
export function requirements(selector: unknown, plain = false): Requirement[] {
  const labels = record(plain ? selector : own(selector, 'matchLabels'));
  const found: Requirement[] = [];
  for (const key of Object.keys(labels))
    if (!AT_RUN_TIME.has(key)) found.push({ key, operator: 'In', values: [labels[key]] });
  if (plain) return found;
  for (const expression of list(own(selector, 'matchExpressions'))) {
    const key = text(own(expression, 'key'));
    const operator = text(own(expression, 'operator'));
    if (key !== undefined && operator !== undefined && !AT_RUN_TIME.has(key))
      found.push({ key, operator, values: list(own(expression, 'values')) });
  }
  return found;
}

export function matches(labels: Json, required: readonly Requirement[]): boolean {
  return required.every(({ key, operator, values }) => {
    const value = own(labels, key);
    switch (operator) {
      case 'In':
        return value !== undefined && values.includes(value);
      case 'NotIn':
        return value === undefined || !values.includes(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
      default:
        // the API server refuses an operator that does not exist
        return true;
    }
  });
}

/** Answers of at most this length are found as fast as they are looked up. */
const SHORT = 8;

/** The pods of one namespace by their labels: a selector costs as much as its rarest label, not as the namespace is large. */
export class LabelIndex {
  private readonly all: PodRecord[] = [];
  /** Pods by value, for the keys that selectors have used so far. */
  private readonly byKey = new Map<string, Map<unknown, PodRecord[]>>();
  /** Several rules use the selector of one object. */
  private readonly bySelector = new WeakMap<Json, readonly PodRecord[]>();
  private readonly byPlainSelector = new WeakMap<Json, readonly PodRecord[]>();
  /** Several objects may have equal selectors, which match many pods. */
  private readonly answers = new Map<string, readonly PodRecord[]>();

  add(pods: PodRecord): void {
    this.all.push(pods);
  }

  select(selector: Json, plain = false): readonly PodRecord[] {
    const bySelector = plain ? this.byPlainSelector : this.bySelector;
    const known = bySelector.get(selector);
    if (known) return known;
    const found = this.find(selector, plain);
    bySelector.set(selector, found);
    return found;
  }

  private find(selector: Json, plain: boolean): readonly PodRecord[] {
    const required = requirements(selector, plain);
    const candidates = this.candidates(required);
    if (candidates.length <= SHORT) return matching(candidates, required);
    const question = JSON.stringify(required.map(({ key, operator, values }) => [key, operator, values.map(asText)]));
    const answer = this.answers.get(question) ?? matching(candidates, required);
    this.answers.set(question, answer);
    return answer;
  }

  private candidates(required: readonly Requirement[]): readonly PodRecord[] {
    let fewest: readonly PodRecord[] = this.all;
    for (const { key, operator, values } of required) {
      if (operator !== 'In' || values.length !== 1) continue;
      const having = this.having(key).get(values[0]) ?? [];
      if (having.length < fewest.length) fewest = having;
    }
    return fewest;
  }

  private having(key: string): Map<unknown, PodRecord[]> {
    const known = this.byKey.get(key);
    if (known) return known;
    const made = new Map<unknown, PodRecord[]>();
    for (const pods of this.all) {
      const value = own(pods.labels, key);
      if (value === undefined) continue;
      const same = made.get(value);
      if (same) same.push(pods);
      else made.set(value, [pods]);
    }
    this.byKey.set(key, made);
    return made;
  }
}

function matching(pods: readonly PodRecord[], required: readonly Requirement[]): readonly PodRecord[] {
  return pods.filter(({ labels }) => matches(labels, required));
}

/** The type is part of the text: the label '1' differs from the number 1. */
function asText(value: unknown): string {
  return `${typeof value} ${word(value)}`;
}
