import { existingNamespace, mlNamespace } from './ml-namespace';
import { modelService } from './model-service';
import type { SharedProps } from './shared-props';
import { trainingJobs } from './training-job';
import type { TestedConstruct, TestedWorkload } from './types';

/** Every workload on every engine; a line here gives it all tests that workloads share. */
export const WORKLOADS: readonly TestedWorkload[] = [modelService, ...trainingJobs];

/** Every construct of the public API. */
export const CONSTRUCTS: readonly TestedConstruct[] = [mlNamespace, existingNamespace, ...WORKLOADS];

/** `ModelService on kubernetes`: the title of a construct's tests. */
export function titleOf({ name, engine }: TestedConstruct): string {
  return engine ? `${name} on ${engine}` : name;
}

/** Rows for `describe.each`: the workloads that take all of these props. */
export function workloadsWith(...props: (keyof SharedProps)[]): [title: string, workload: TestedWorkload][] {
  return takingAll(WORKLOADS, props);
}

/** Those of the workloads that take all of the props, with their titles. */
export function takingAll(
  workloads: readonly TestedWorkload[],
  props: readonly (keyof SharedProps)[],
): [title: string, workload: TestedWorkload][] {
  const taking = workloads.filter(({ refuses = {} }) => props.every((prop) => !(prop in refuses)));
  return taking.map((workload) => [titleOf(workload), workload]);
}
