import type { Construct } from 'constructs';
import { propsOf, type Values, type ValuesOf } from '../arbitrary-recipes';
import type { Given, PropRow, PropRows, TestedConstruct } from './types';

/** Makes the value where it is a function. */
export function given<Value>(value: Given<Value>, scope: Construct): Value {
  return typeof value === 'function' ? (value as (scope: Construct) => Value)(scope) : value;
}

/** The legal values of the rows. */
export function valuesOf<Props>(rows: PropRows<Props>, scope: Construct): Required<Props> {
  return mapped(rows, (row) => given(row.value, scope)) as Required<Props>;
}

/** Every prop of a construct that can be given together with all others. */
export function allProps(construct: TestedConstruct, scope: Construct): any {
  return valuesOf(without(takenRows(construct), construct.exclusive ?? []), scope);
}

/** The rows of the props that are not refused by the engine. */
export function takenRows({ rows, refuses = {} }: TestedConstruct): PropRows<any> {
  return without(rows, Object.keys(refuses));
}

/** Random props of the rows. */
export function randomOf<Props>(rows: PropRows<Props>, required: (keyof Props)[] = [], inTen: 3 | 6 = 3): Values {
  return propsOf<Props>(mapped(rows, ({ random }) => random) as ValuesOf<Props>, required, inTen);
}

/** Whether the effect of the value is in the manifests. */
export function leavesTrace({ trace = '' }: PropRow<unknown>, json: string): boolean {
  return typeof trace === 'string' ? json.includes(trace) : trace(json);
}

/** The rows as a list. */
export function entriesOf(rows: PropRows<any>): [prop: string, row: PropRow<unknown>][] {
  return Object.entries(rows);
}

function mapped(rows: PropRows<any>, make: (row: PropRow<any>) => unknown): object {
  return Object.fromEntries(entriesOf(rows).map(([prop, row]) => [prop, make(row)]));
}

function without(rows: PropRows<any>, props: readonly PropertyKey[]): PropRows<any> {
  return Object.fromEntries(entriesOf(rows).filter(([prop]) => !props.includes(prop)));
}
