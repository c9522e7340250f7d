import { Autoscaling, Manifests, MlApp, MlNamespace, ModelService, type ModelServiceProps } from '../../../lib';
import { MINIMAL } from '../../support/service';

const WAIVER = 'cdk8s-ml.io/waive-hpa-with-fixed-replicas';

function deploymentOf(props: Partial<ModelServiceProps>) {
  const app = new MlApp();
  const serving = new MlNamespace(app, 'serving');
  new ModelService(serving, 'churn', { ...MINIMAL, ...props });
  // with the rules, which refuse a fixed number beside an autoscaler
  app.synthYaml();
  return Manifests.fromChart(serving).get('Deployment', 'churn');
}

const autoscaling = (initialReplicas?: number) =>
  Autoscaling.onCpu({ minReplicas: 2, maxReplicas: 9, initialReplicas, utilization: 70 });

it('initialReplicas are accepted by the rules, and the YAML says what an apply does', () => {
  const { metadata, spec } = deploymentOf({ autoscaling: autoscaling(3) });
  expect(spec.replicas).toBe(3);
  expect(metadata.annotations[WAIVER]).toBe('initialReplicas is 3: an apply sets the number back to it');
});

it('the reason may be given in words of your own', () => {
  const annotations = { [WAIVER]: 'applied once, by hand' };
  const { metadata } = deploymentOf({
    autoscaling: autoscaling(3),
    overrides: { Deployment: { metadata: { annotations } } },
  });
  expect(metadata.annotations).toMatchObject(annotations);
});

it('nothing is waived that was not asked for', () => {
  expect(deploymentOf({ autoscaling: autoscaling() }).metadata.annotations?.[WAIVER]).toBeUndefined();
  expect(deploymentOf({ replicas: 3 }).metadata.annotations?.[WAIVER]).toBeUndefined();
  const replicas = { Deployment: { spec: { replicas: 3 } } };
  expect(() => deploymentOf({ autoscaling: autoscaling(), overrides: replicas })).toThrow('hpa-with-fixed-replicas');
});
