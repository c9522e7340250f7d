import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Cloud, ClusterTarget } from '../../../lib';
import { CONSTRUCTS } from '../../support/workloads';
import type { Receiver, TestedConstruct } from '../../support/workloads/types';

/** The construct that takes values of a class, and where. */
function receiverOf(type: string): { construct: TestedConstruct; receiver: Receiver<any> } | undefined {
  const construct = CONSTRUCTS.find(({ receives }) => type in receives);
  return construct && { construct, receiver: construct.receives[type] };
}

/** The path at which an error names a value of the class; empty where no construct takes such values. */
export function pathOf(type: string): string {
  return receiverOf(type)?.receiver.at ?? '';
}

/** A chart for a cluster that has all that the library can ask for. */
export function newestChart(): Chart {
  const app = new App({ outdir: 'unused' });
  ClusterTarget.kubernetes('1.36', { cloud: Cloud.AKS }).applyTo(app);
  return new Chart(app, 'chart');
}

/** Gives a value to the construct that it is for, if there is one. */
export function place(type: string, value: unknown, scope: Construct): void {
  const found = receiverOf(type);
  if (!found) return;
  const { construct, receiver } = found;
  construct.make(scope, 'made', { ...construct.minimal, ...receiver.props(value) });
}
