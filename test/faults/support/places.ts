import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Cloud, ClusterTarget } from '../../../lib';
import { CONSTRUCTS } from '../../support/workloads';
import type { Receiver, TestedConstruct } from '../../support/workloads/types';

/** The construct that takes the values of a factory, and where: as said for the factory, or for its class. */
function receiverOf(factory: string): { construct: TestedConstruct; receiver: Receiver<any> } | undefined {
  for (const name of [factory, factory.split('.')[0]]) {
    const construct = CONSTRUCTS.find(({ receives }) => name in receives);
    if (construct) return { construct, receiver: construct.receives[name] };
  }
  return undefined;
}

/** The path at which an error names a value of the factory; empty where no construct takes such values. */
export function pathOf(factory: string): string {
  return receiverOf(factory)?.receiver.at ?? '';
}

/** A chart for a cluster that has all that the library can ask for. */
export function newestChart(): Chart {
  const app = new App({ outdir: 'unused' });
  ClusterTarget.kubernetes('1.36', { cloud: Cloud.AKS }).applyTo(app);
  return new Chart(app, 'chart');
}

/** Gives a value to the construct that it is for, if there is one. */
export function place(factory: string, value: unknown, scope: Construct): void {
  const found = receiverOf(factory);
  if (!found) return;
  const { construct, receiver } = found;
  construct.make(scope, 'made', { ...construct.minimal, ...receiver.props(value) });
}
