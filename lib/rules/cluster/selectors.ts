import { isRecord, type Json, list, own, record, text, word } from '../../internal/json';
import type { Pods } from './pods';

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

/** What a selector asks for: `matchLabels` and `matchExpressions`, or the plain map of a Service. */
export function requirements(selector: unknown, plain = false): Requirement[] {
  const labels = record(plain ? selector : own(selector, 'matchLabels'));
  const found: Requirement[] = Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  if (!plain)
    for (const expression of list(own(selector, 'matchExpressions'))) {
      if (!isRecord(expression)) continue;
      const key = text(own(expression, 'key'));
      const operator = text(own(expression, 'operator'));
      if (key !== undefined && operator !== undefined)
        found.push({ key, operator, values: list(own(expression, 'values')) });
    }
  return found.filter(({ key }) => !AT_RUN_TIME.has(key));
}

export function matches(labels: Json, wanted: readonly Requirement[]): boolean {
  return wanted.every(({ key, operator, values }) => {
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
        // an operator that does not exist is the API server's to refuse
        return true;
    }
  });
}

/** The pods of one namespace by their labels: a selector costs as much as its rarest label, not as the namespace is large. */
export class LabelIndex {
  private readonly all: Pods[] = [];
  private readonly byLabel = new Map<string, Pods[]>();
  private readonly answers = new Map<string, readonly Pods[]>();

  add(pods: Pods): void {
    this.all.push(pods);
    for (const [key, value] of Object.entries(pods.labels)) {
      if (typeof value !== 'string') continue;
      const label = `${key}=${value}`;
      const known = this.byLabel.get(label);
      if (known) known.push(pods);
      else this.byLabel.set(label, [pods]);
    }
  }

  /** The same selector is asked for by several rules, and often by several objects. */
  select(selector: unknown, plain = false): readonly Pods[] {
    const wanted = requirements(selector, plain);
    const question = JSON.stringify(wanted.map(({ key, operator, values }) => [key, operator, values.map(asText)]));
    const known = this.answers.get(question);
    if (known) return known;
    const answer = this.candidates(wanted).filter((pods) => matches(pods.labels, wanted));
    this.answers.set(question, answer);
    return answer;
  }

  private candidates(wanted: readonly Requirement[]): readonly Pods[] {
    let fewest: readonly Pods[] = this.all;
    for (const { key, operator, values } of wanted) {
      if (operator !== 'In' || values.length !== 1 || typeof values[0] !== 'string') continue;
      const having = this.byLabel.get(`${key}=${values[0]}`) ?? [];
      if (having.length < fewest.length) fewest = having;
    }
    return fewest;
  }
}

/** Values that differ are told apart by their type too: a label may be the text '1' and not the number. */
function asText(value: unknown): string {
  return `${typeof value} ${word(value)}`;
}
