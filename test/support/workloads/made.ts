import { App, Chart } from 'cdk8s';
import { type ClusterTarget, Manifests } from '../../../lib';
import { type PodTemplate, podTemplatesOf } from '../pod-templates';
import { allProps } from './rows';
import type { TestedConstruct, TestedWorkload } from './types';

/** The id of the constructs that tests make. */
export const ID = 'subject';

/** Makes a construct in a new app, below a stock chart where it needs one, and gives its manifests. */
export function made(construct: TestedConstruct, props: (scope: Chart) => any, target?: ClusterTarget): Manifests {
  const app = new App({ outdir: 'unused' });
  target?.applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: 'serving' });
  const result = construct.make(construct.within === 'app' ? app : chart, ID, props(chart));
  return Manifests.fromConstruct(result);
}

/** What the fewest props become. */
export function madeWithFewest(construct: TestedConstruct, target?: ClusterTarget): Manifests {
  return made(construct, () => construct.minimal, target);
}

/** What all props become that can be given together. */
export function madeWithAll(construct: TestedConstruct, target?: ClusterTarget): Manifests {
  return made(construct, (scope) => allProps(construct, scope), target);
}

/** The pods of a workload, with the container that runs the image of the user. */
export interface MadePod extends PodTemplate {
  readonly container: any;
  /** Every container, init containers too. */
  readonly containers: any[];
  /** The object that has the pod template. */
  readonly owner: any;
}

/** What one workload becomes with the fewest props and some more. */
export class Trial {
  constructor(readonly workload: TestedWorkload) {}

  manifests(props: object = {}, target?: ClusterTarget): Manifests {
    return made(this.workload, () => ({ ...this.workload.minimal, ...props }), target);
  }

  pod(props: object = {}, target?: ClusterTarget): MadePod {
    return podOf(this.workload, this.manifests(props, target));
  }

  /** Makes the workload inside a chart, for example a namespace with guard rails. */
  make(chart: Chart, props: object = {}): Manifests {
    this.workload.make(chart, ID, { ...this.workload.minimal, ...props });
    return Manifests.fromChart(chart);
  }

  /** The message of the error that the props are refused with. */
  refusal(props: object, target?: ClusterTarget): string {
    return refusalOf(() => this.manifests(props, target));
  }

  /** The props for the compute of the user's container. */
  compute(compute: object): object {
    const { cpu = '500m', memory = '512Mi', ...more } = compute as { cpu?: string; memory?: string };
    return this.workload.compute.props({ cpu, memory, ...more });
  }
}

/** The pods of a workload among its manifests. */
export function podOf({ pod: { kind, container, at = '' } }: TestedWorkload, manifests: Manifests): MadePod {
  for (const owner of manifests.ofKind(kind))
    for (const template of podTemplatesOf(owner)) {
      const main = template.spec.containers.find(({ name }: any) => name === container);
      const containers = [...template.spec.containers, ...(template.spec.initContainers ?? [])];
      if (main && template.origin.includes(at)) return { ...template, container: main, containers, owner };
    }
  throw new Error(`no ${kind} has a container ${container}:\n${manifests.yaml()}`);
}

/** The message of the error that something ends with. */
export function refusalOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}
