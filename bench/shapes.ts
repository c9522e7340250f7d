import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Distribution, ModelServer, ModelService, TrainingEngine, TrainingJob } from '../lib';

/** What an app of the benchmark is made of. */
export type Shape = 'charts' | 'one-chart' | 'chain' | 'model-services' | 'training-jobs';

/** Makes `count` services in an app, in the given shape: cdk8s-plus ones of four objects each, or ours. */
export function fill(app: Construct, shape: Shape, count: number): void {
  const single = shape === 'charts' || shape === 'chain' ? undefined : new Chart(app, 'all');
  let previous: Chart | undefined;
  for (let i = 0; i < count; i++) {
    const chart = single ?? new Chart(app, `service-${i}`);
    if (shape === 'model-services') modelService(chart, i);
    else if (shape === 'training-jobs') trainingJob(chart, i);
    else plusService(chart, single ? `-${i}` : '');
    if (shape === 'chain' && previous) chart.addDependency(previous);
    previous = chart;
  }
}

function plusService(chart: Chart, suffix: string): void {
  const config = new kplus.ConfigMap(chart, `config${suffix}`, { data: { MODEL: 'churn', THRESHOLD: '0.5' } });
  const deployment = new kplus.Deployment(chart, `deployment${suffix}`, {
    containers: [
      {
        image: 'ghcr.io/your-org/churn-predictor:1.0.0',
        portNumber: 8000,
        envVariables: { MODEL: kplus.EnvValue.fromConfigMap(config, 'MODEL') },
      },
    ],
  });
  new kplus.Service(chart, `service${suffix}`, { selector: deployment, ports: [{ port: 80, targetPort: 8000 }] });
  new kplus.HorizontalPodAutoscaler(chart, `hpa${suffix}`, { target: deployment, maxReplicas: 10 });
}

function modelService(chart: Chart, i: number): void {
  new ModelService(chart, `model-${i}`, {
    image: 'ghcr.io/your-org/churn-predictor:1.0.0',
    server: ModelServer.http({ port: 8000, healthPath: '/health' }),
    compute: { cpu: '500m', memory: '512Mi' },
    config: { MODEL: 'churn', THRESHOLD: '0.5' },
  });
}

const ENGINES = [
  TrainingEngine.kubernetes(),
  TrainingEngine.jobSet(),
  TrainingEngine.trainer(),
  TrainingEngine.trainingOperator(),
  TrainingEngine.volcano(),
  TrainingEngine.kubeRay(),
];

function trainingJob(chart: Chart, i: number): void {
  new TrainingJob(chart, `job-${i}`, {
    image: 'ghcr.io/your-org/trainer:1.0.0',
    command: ['torchrun', 'train.py'],
    compute: { cpu: '500m', memory: '512Mi' },
    config: { MODEL: 'churn', THRESHOLD: '0.5' },
    distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 1 }),
    engine: ENGINES[i % ENGINES.length],
  });
}
