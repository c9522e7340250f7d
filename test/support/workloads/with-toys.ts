import { CONSTRUCTS as EXPORTED, WORKLOADS as EXPORTED_WORKLOADS, takingAll } from '.';
import { cronContainer } from './cron-container';
import type { SharedProps } from './shared-props';
import type { TestedConstruct, TestedWorkload } from './types';

export { titleOf } from '.';

/** The workloads of the API, and the toy: what it gets from the shared kit passes the same tests. */
export const WORKLOADS: readonly TestedWorkload[] = [...EXPORTED_WORKLOADS, cronContainer];

export const CONSTRUCTS: readonly TestedConstruct[] = [...EXPORTED, cronContainer];

/** Rows for `describe.each`: the workloads that take all of these props. */
export function workloadsWith(...props: (keyof SharedProps)[]): [title: string, workload: TestedWorkload][] {
  return takingAll(WORKLOADS, props);
}
