import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import * as lib from '../../../lib';
import { CONSTRUCTS } from '../../support/workloads';
import { newestChart, pathOf, place } from './places';
import { type Position, without, withValue } from './positions';
import { VALID } from './valid';

/** What a user meets: the message of the refusal, or else the objects that came of it. */
export interface Outcome {
  readonly message?: string;
  readonly objects: readonly any[];
  /** What stands in the tree that did not before. */
  readonly left: readonly string[];
}

/** Calls a function with arguments, gives what it makes to the construct that it is for, and renders that. */
export function tryOut(called: string, change: (args: any[]) => any[]): Outcome {
  const chart = newestChart();
  const inApp = CONSTRUCTS.some((construct) => construct.called === called && construct.within === 'app');
  const scope: Construct = inApp ? (chart.node.root as Construct) : chart;
  const given = VALID[called](scope);
  const before = constructsOf(chart);
  try {
    const objects = objectsOf(call(called, change(given), scope), chart);
    return { objects, left: [] };
  } catch (error) {
    const left = constructsOf(chart).filter((path) => !before.includes(path));
    return { message: error instanceof Error ? error.message : String(error), objects: [], left };
  }
}

function call(called: string, args: readonly any[], scope: Construct): unknown {
  const isNew = called.startsWith('new ');
  const [type, method] = called.replace('new ', '').split('.');
  const made = isNew ? new (lib as any)[type](...args) : (lib as any)[type][method](...args);
  place(called, made, scope);
  return made;
}

function objectsOf(made: unknown, chart: Chart): any[] {
  if (Chart.isChart(made)) return made.toJson();
  if (made instanceof lib.Environment) made.applyTo(chart);
  if (made instanceof App) return [];
  return chart.toJson();
}

function constructsOf(chart: Chart): string[] {
  return chart.node.root.node.findAll().map(({ node }) => node.path);
}

/** Puts a value at a place, as it would be written there. */
export function tryAt({ called, way }: Position, value: unknown): Outcome {
  return tryOut(called, (args) => withValue(args, way, value));
}

/** The same with the place left out. */
export function tryWithout({ called, way }: Position): Outcome {
  return tryOut(called, (args) => without(args, way));
}

/** The path by which an error names the place. */
export function propOf({ called, prop }: Position): string {
  return [pathOf(called), prop].filter(Boolean).join('.').replaceAll('.[', '[') || '(props)';
}

/** The head of a message, and then the four lines of each problem. */
export const SHAPE = /^.+: \d+ problems?\n( {2}\S.*\n {4}got {7}\S.*\n {4}expected {2}\S.*\n {4}fix {7}\S.*(\n|$))+$/;

/** Places of what no manifest should hold: values that are no JSON, and text that JavaScript made of such. */
export function nonsenseIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => nonsenseIn(one, `${path}[${i}]`));
  if (typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]')
    return Object.entries(value).flatMap(([key, one]) => [
      ...nonsenseIn(key, `${path}.(key)`),
      ...nonsenseIn(one, `${path}.${key}`),
    ]);
  const sound = ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  return !sound || STRAY.test(String(value)) ? [`${path}: ${String(value)}`] : [];
}

const STRAY = /\[object |\bundefined\b|\bNaN\b|\bInfinity\b|=> |Symbol\(/;
