import { App, Chart } from 'cdk8s';
import { Deployment, HorizontalPodAutoscaler, Metric, MetricTarget, ServiceType } from 'cdk8s-plus-28';

/** The same service from stock cdk8s-plus: image, port, Service and HPA are given, the rest are its defaults. */
export function writeStock(folder: string): void {
  const app = new App({ outdir: folder });
  const chart = new Chart(app, 'stock', { namespace: 'ml-serving' });
  const deployment = new Deployment(chart, 'churn-predictor', {
    containers: [{ image: 'ghcr.io/your-org/churn-predictor:1.0.0', portNumber: 8000 }],
  });
  deployment.exposeViaService({ serviceType: ServiceType.LOAD_BALANCER, ports: [{ port: 80, targetPort: 8000 }] });
  new HorizontalPodAutoscaler(chart, 'hpa', {
    target: deployment,
    minReplicas: 2,
    maxReplicas: 20,
    metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))],
  });
  app.synth();
}
