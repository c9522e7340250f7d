import { type App, Chart } from 'cdk8s';
import { MlNamespace, ModelServer, ModelService, type ModelServiceProps } from '../../../lib';

export const IMAGE = 'registry.test/model:1.0.0';

export const MINIMAL_SERVICE: ModelServiceProps = {
  image: IMAGE,
  server: ModelServer.http({ port: 8000, healthPath: '/health' }),
  compute: { cpu: '500m', memory: '512Mi' },
};

/** A service "model" in a namespace that is there already. */
export function serviceIn(app: App, namespace: string, props: ModelServiceProps): ModelService {
  return new ModelService(new Chart(app, 'service', { namespace }), 'model', props);
}

/** A namespace of its own with the service "model" in it. */
export function ownNamespace(app: App, namespace: string, props: ModelServiceProps): ModelService {
  return new ModelService(new MlNamespace(app, namespace), 'model', props);
}
