import { Duration } from 'cdk8s';
import {
  Autoscaling,
  MlApp,
  MlNamespace,
  ModelServer,
  ModelService,
  Monitoring,
  NetworkAccess,
  NetworkPeer,
} from '../../lib';
import { ENVIRONMENTS } from './environments';

/** The FastAPI service that is beside this file, called by the pods that decide on loans. */
export function creditRisk(): MlApp[] {
  return ENVIRONMENTS.map((environment) => {
    const app = new MlApp({ name: 'credit-risk', environment });
    const namespace = new MlNamespace(app, 'credit-risk');
    const { logLevel, scaling, hasPrometheus } = environment.differences;

    new ModelService(namespace, 'credit-risk', {
      image: 'ghcr.io/your-org/credit-risk:1.0.0',
      server: ModelServer.fastApi({
        app: 'service:app',
        port: 8080,
        healthPath: '/ready',
        livenessPath: '/health',
        metricsPath: '/metrics',
      }),
      compute: { cpu: '250m', memory: '512Mi' },
      startup: Duration.minutes(2),
      drain: Duration.seconds(30),
      config: { MODEL_PATH: '/app/models/credit_risk.joblib', LOG_LEVEL: logLevel },
      replicas: scaling ? undefined : 1,
      autoscaling: scaling && Autoscaling.onCpu({ ...scaling, utilization: 70 }),
      // it calls nobody: its model is in the image
      access: NetworkAccess.allow({ from: [NetworkPeer.namespace('loans')], egress: [] }),
      monitoring: hasPrometheus ? Monitoring.serviceMonitor() : undefined,
    });
    return app;
  });
}
