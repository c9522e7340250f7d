import { App, Chart } from 'cdk8s';
import {
  Autoscaling,
  CacheVolume,
  Exposure,
  Gpu,
  Manifests,
  ModelServer,
  ModelService,
  ModelSource,
  Monitoring,
  ScalingMetric,
  VerticalAutoscaling,
  VolumeAccess,
} from '../lib';
import { SERVING_ENGINES } from '../lib/workloads/model-service/engines/serving-engine';
import { TRAINING_ENGINES } from '../lib/workloads/training-job/engines/training-engine';

/** A diagram in Mermaid of the objects that a `ModelService` makes, and of how they name each other, read from manifests. */
export function diagram(): string {
  const objects = [...objectsOf('made', { autoscaling }), ...objectsOf('other', { verticalAutoscaling })];
  const kinds = [...new Set(objects.map(({ kind }) => kind))].sort();
  const edges = [...new Set(objects.flatMap(edgesOf))].sort();
  return [
    '```mermaid',
    'flowchart LR',
    '  callers([callers]) --> Ingress',
    ...kinds.map((kind) => `  ${kind}${DEFAULT_KINDS.includes(kind) ? `[${kind}]` : `[${kind}]:::asked`}`),
    '  Deployment --> pods([pods])',
    ...edges.map((edge) => `  ${edge}`),
    '  classDef asked stroke-dasharray: 4 4',
    '```',
  ].join('\n');
}

/** The constructs, and the engines that each runs on. */
export function constructsTable(): string {
  const titles = (engines: readonly { readonly id: string; readonly title: string }[]) =>
    engines.map(({ title }) => title).join(', ');
  return [
    '| construct | describes | engines |',
    '|---|---|---|',
    `| [ModelService](docs/model-service.md) | a model that answers requests | ${titles(SERVING_ENGINES)} |`,
    `| [TrainingJob](docs/training-job.md) | a training run, in one pod or many | ${titles(TRAINING_ENGINES)} |`,
    '| [MlNamespace](docs/namespaces.md) | a namespace with quota, Pod Security and default-deny networking | |',
    '| [MlApp](docs/synth.md) | an app for each environment: checked, and written whole or not at all | |',
  ].join('\n');
}

type Props = ConstructorParameters<typeof ModelService>[2];

const autoscaling = Autoscaling.onMetrics({ minReplicas: 2, maxReplicas: 4, metrics: [ScalingMetric.vllmQueue(5)] });
const verticalAutoscaling = VerticalAutoscaling.off();

function objectsOf(namespace: string, more: Partial<Props>): any[] {
  const chart = new Chart(new App(), 'chart', { namespace });
  new ModelService(chart, 'model', {
    ...BASE,
    config: { A: 'b' },
    cache: CacheVolume.claim({ size: '10Gi', storageClass: 'shared', access: VolumeAccess.READ_WRITE_MANY }),
    exposure: Exposure.ingress({ host: 'models.example.com', className: 'nginx' }),
    monitoring: Monitoring.serviceMonitor(),
    ...more,
  });
  return Manifests.fromChart(chart).all();
}

const BASE: Props = {
  image: 'ghcr.io/your-org/model:1.0.0',
  server: ModelServer.vllm(),
  model: ModelSource.inImage('/models/llm'),
  compute: { cpu: '4', memory: '16Gi', gpu: Gpu.nvidia({ count: 1 }) },
};

/** What is made when nothing is asked for but the required props. */
const DEFAULT_KINDS: readonly string[] = (() => {
  const chart = new Chart(new App(), 'chart');
  new ModelService(chart, 'model', {
    image: BASE.image,
    server: ModelServer.http({ port: 8000, healthPath: '/health' }),
    compute: { cpu: '1', memory: '1Gi' },
  });
  return Manifests.fromChart(chart)
    .all()
    .map(({ kind }) => kind);
})();

/** What an object names, as arrows; what selects the pods by labels points at the pods. */
function edgesOf({ kind, spec = {} }: any): string[] {
  const target = spec.scaleTargetRef?.kind ?? spec.targetRef?.kind;
  if (target) return [`${kind} -->|scales| ${target}`];
  switch (kind) {
    case 'Deployment': {
      const { containers, volumes = [], serviceAccountName } = spec.template.spec;
      const sources = [...containers.flatMap((one: any) => one.envFrom ?? []), ...volumes];
      return [
        ...(serviceAccountName ? [`${kind} --> ServiceAccount`] : []),
        ...(sources.some((one: any) => one.configMapRef ?? one.configMap) ? [`${kind} --> ConfigMap`] : []),
        ...(sources.some((one: any) => one.persistentVolumeClaim) ? [`${kind} --> PersistentVolumeClaim`] : []),
      ];
    }
    case 'Service':
      return spec.selector ? [`${kind} --> pods`] : [];
    case 'Ingress':
      return [`${kind} --> Service`];
    case 'ServiceMonitor':
      return [`${kind} -->|scrapes| Service`];
    case 'PodDisruptionBudget':
      return [`${kind} -->|protects| pods`];
    case 'NetworkPolicy':
      return [`${kind} -->|admits to| pods`];
    default:
      return [];
  }
}
