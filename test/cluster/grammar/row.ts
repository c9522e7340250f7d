import { App, Chart } from 'cdk8s';
import type fc from 'fast-check';
import { ClusterTarget, MlNamespace, type MlNamespaceProps, ModelService, type ModelServiceProps } from '../../../lib';
import type { Problem } from '../../../lib/internal/errors';
import { MINIMAL } from '../../support/service';
import type { Manifest } from '../plane/api';
import { objectsOf } from '../support/synth';

/** The namespace that rows are judged in. */
export const NAMESPACE = 'grammar';

/** A field of which both sides judge many values. */
export interface Row<T extends string | number = any> {
  readonly what: string;
  /** Where the library refuses it: this prop, or one below. */
  readonly at: string;
  /** A harmless value that stands for the others, wherever it comes out. */
  readonly standIn: T;
  readonly make: (chart: Chart, value: T) => MlNamespace | undefined;
  readonly random: fc.Arbitrary<T>;
  /** Tried in every run, beside those in `stricter`. */
  readonly always?: readonly T[];
  /** What the server takes and the library refuses on purpose. Nothing else may be so. */
  readonly stricter?: readonly Stricter<T>[];
  /** Kinds that are sent; all that hold the value unless given. */
  readonly kinds?: readonly string[];
}

export interface Stricter<T> {
  readonly why: string;
  /** Values of the kind: of these, at least one must be as it says. */
  readonly such: readonly T[];
  readonly when: (value: T) => boolean;
}

export function stricter<T extends string | number>(
  why: string,
  when: T extends string ? RegExp | ((value: T) => boolean) : (value: T) => boolean,
  ...such: T[]
): Stricter<T> {
  const applies = when instanceof RegExp ? (value: T) => when.test(value as string) : when;
  return { why, such, when: applies as (value: T) => boolean };
}

/** Makes a model service of the props that hold a value. */
export function service<T>(props: (value: T) => Partial<ModelServiceProps>): (chart: Chart, value: T) => undefined {
  return (chart, value) => {
    new ModelService(chart, 'served', { ...MINIMAL, ...props(value) });
  };
}

/** Makes a namespace of the props that hold a value. */
export function namespace<T>(props: (value: T) => MlNamespaceProps): (chart: Chart, value: T) => MlNamespace {
  return (chart, value) => new MlNamespace(chart.node.root as App, 'made', { name: NAMESPACE, ...props(value) });
}

/** The objects that come of a value, or the problems that it is refused with. */
export function made<T extends string | number>(row: Row<T>, value: T): Manifest[] | readonly Problem[] {
  const app = new App();
  ClusterTarget.kubernetes('1.36').applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: NAMESPACE });
  try {
    return objectsOf(row.make(chart, value) ?? chart);
  } catch (error) {
    const { problems } = error as { problems?: readonly Problem[] };
    if (!problems) throw new Error(`${row.what} ${JSON.stringify(value)}: ${(error as Error).stack}`);
    return problems;
  }
}

export function isRefused(outcome: Manifest[] | readonly Problem[]): outcome is readonly Problem[] {
  return outcome.some((one) => 'expected' in one && 'fix' in one);
}

/** The objects in which the stand-in occurs, with the value in its place: in text, in keys, and as a number. */
export function withValue<T extends string | number>(row: Row<T>, objects: Manifest[], value: T): Manifest[] {
  return objects.filter((object) => occurs(row, object)).map((object) => put(row, object, value) as Manifest);
}

function occurs<T extends string | number>(row: Row<T>, object: Manifest): boolean {
  return JSON.stringify(put(row, object, (typeof row.standIn === 'string' ? '' : -1) as T)) !== JSON.stringify(object);
}

function put<T extends string | number>(row: Row<T>, node: unknown, value: T): unknown {
  const inText = (text: string): string => {
    if (typeof row.standIn === 'string') return text.split(row.standIn).join(String(value));
    return text.replace(/^(-?[\d.]+)(%|s|m)?$/, (all, digits, unit = '') =>
      digits === String(row.standIn) ? `${value}${unit}` : all,
    );
  };
  if (typeof node === 'string') return inText(node);
  if (typeof node === 'number') return node === row.standIn ? value : node;
  if (Array.isArray(node)) return node.map((one) => put(row, one, value));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [inText(key), put(row, one, value)]));
}
