import { Duration } from 'cdk8s';
import {
  Autoscaling,
  Exposure,
  MlApp,
  MlNamespace,
  ModelServer,
  ModelService,
  NetworkAccess,
  NetworkPeer,
  Probe,
  Rollout,
  SecretSource,
} from '../../lib';
import { ENVIRONMENTS } from './environments';

/** Private networks, carrier-grade NAT and link-local addresses, where clouds answer with the credentials of the node. */
const NOT_PUBLIC = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/** A churn model behind a load balancer, scaled on CPU, with every number of its operators' table. */
export function churnPredictor(): MlApp[] {
  return ENVIRONMENTS.map((environment) => {
    const app = new MlApp({ name: 'churn-predictor', environment });
    const serving = new MlNamespace(app, 'ml-serving');

    new ModelService(serving, 'churn-predictor', {
      image: 'ghcr.io/your-org/churn-predictor:1.0.0',
      server: ModelServer.http({ port: 8000, healthPath: '/health' }),
      compute: { cpu: '500m', cpuLimit: '2000m', memory: '512Mi', memoryLimit: '2Gi' },
      config: {
        MODEL_PATH: '/app/models/churn_model.pkl',
        LOG_LEVEL: 'INFO',
        MLFLOW_TRACKING_URI: 'http://mlflow-server.ml-serving.svc.cluster.local:5000',
      },
      secrets: [
        SecretSource.existing('churn-predictor-secrets', { keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] }),
      ],
      probes: {
        liveness: Probe.http({
          path: '/health',
          initialDelay: Duration.seconds(30),
          period: Duration.seconds(15),
          failureThreshold: 3,
        }),
        readiness: Probe.http({
          path: '/health',
          initialDelay: Duration.seconds(20),
          period: Duration.seconds(10),
          failureThreshold: 3,
        }),
      },
      drain: Duration.seconds(30),
      rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable: 0 }),
      exposure: Exposure.loadBalancer({ port: 80 }),
      access: NetworkAccess.allow({
        egress: [
          // MLflow, which is in the same namespace
          { to: [NetworkPeer.sameNamespace()], ports: [5000] },
          // S3 has many addresses, which change, but they are public ones
          { to: [NetworkPeer.cidr('0.0.0.0/0', NOT_PUBLIC)], ports: [443] },
        ],
      }),
      autoscaling: Autoscaling.onCpu({ ...environment.sizing, utilization: 70 }),
      names: {
        container: 'api',
        config: 'churn-predictor-config',
        service: 'churn-predictor-svc',
        autoscaler: 'churn-predictor-hpa',
      },
      labels: { app: 'churn-predictor', version: '1.0.0' },
      overrides: {
        Deployment: {
          metadata: {
            annotations: {
              'cdk8s-ml.io/waive-hpa-with-fixed-replicas':
                'the first rollout must start with as many pods as the traffic needs; applies are rare and made outside the peak',
            },
          },
        },
      },
    });
    return app;
  });
}
