import { App, Chart } from 'cdk8s';
import { type ClusterTarget, Manifests, ModelService, type ModelServiceProps } from '../../lib';
import { modelService } from './workloads/model-service';

/** The three props that are required; everything else is a default. */
export const MINIMAL: ModelServiceProps = modelService.minimal;

/** A stock chart for the given Kubernetes. */
export function stockChart(target?: ClusterTarget, namespace?: string): Chart {
  const app = new App();
  target?.applyTo(app);
  return new Chart(app, 'chart', { namespace });
}

/** What a service with the minimal props, changed by `props`, synthesizes to in a stock chart. */
export function manifestsOf(props: Partial<ModelServiceProps> = {}, target?: ClusterTarget): Manifests {
  const chart = stockChart(target);
  new ModelService(chart, 'churn', { ...MINIMAL, ...props });
  return Manifests.fromChart(chart);
}

/** The message of the error that the props are refused with. */
export function refusalOf(props: Partial<ModelServiceProps>, target?: ClusterTarget): string {
  try {
    manifestsOf(props, target);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the props were accepted');
}
