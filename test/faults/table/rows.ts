import { Chart } from 'cdk8s';
import { type ClusterTarget, MlApp, MlNamespace, ModelService, type ModelServiceProps } from '../../../lib';
import { MINIMAL } from '../../support/service';

/** An app as a user has it, before something wrong is added to it. */
export interface Tree {
  readonly app: MlApp;
  /** A stock chart, with a construct called `taken` in it. */
  readonly chart: Chart;
  /** A namespace called `owned`, with a ServiceAccount called `trainer`. */
  readonly owned: MlNamespace;
  /** Whether the app was synthesized, successfully or not. */
  synthesized(): boolean;
}

export type Act = (tree: Tree) => unknown;

/** What is wrong, in words, and what a user writes. */
export type Rows = { readonly [what: string]: Act };

export function makeTree(outdir: string): Tree {
  const app = new MlApp({ outdir });
  const chart = new Chart(app, 'chart');
  new Chart(chart, 'taken');
  const owned = new MlNamespace(app, 'owned', { serviceAccounts: ['trainer'] });
  const synth = jest.spyOn(app, 'synth');
  return { app, chart, owned, synthesized: () => synth.mock.calls.length > 0 };
}

/** A model service with the required props, changed by `props`. */
export function service(props: Partial<ModelServiceProps>, target?: ClusterTarget): Act {
  return ({ app, chart }) => {
    target?.applyTo(app);
    new ModelService(chart, 'churn', { ...MINIMAL, ...props });
  };
}
