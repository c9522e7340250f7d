import { dig, isRecord, type Json, list, own, record } from '../json';
import { counted, numberAt } from './counts';
import type { Composed, PodKinds, PodPlace, PodTemplate } from './pod-set';

/** Fields of a KServe component that hold one container each; all but `model` are the older form. */
const PREDICTOR_CONTAINERS = [
  'model',
  'sklearn',
  'xgboost',
  'tensorflow',
  'pytorch',
  'triton',
  'onnx',
  'huggingface',
  'pmml',
  'lightgbm',
  'paddle',
];
const EXPLAINER_CONTAINERS = ['art'];
/** https://github.com/kserve/kserve/blob/v0.20.0/pkg/constants/constants.go, InferenceServiceContainerName */
const KSERVE_CONTAINER = 'kserve-container';

/** A component (predictor, transformer, explainer) is a pod's spec with further fields, and often one container by its framework. */
function component(containerFields: readonly string[]): NonNullable<PodPlace['compose']> {
  return (value, path) => {
    const placed = new Map<unknown, string>();
    const containers = [...list(own(value, 'containers'))];
    for (const field of containerFields) {
      const framework = own(value, field);
      if (!isRecord(framework)) continue;
      const container = { name: KSERVE_CONTAINER, ...framework };
      placed.set(container, `${path}.${field}`);
      containers.push(container);
    }
    return specWithLabels(value, path, containers, placed);
  };
}

/** Pod specs that hold labels and annotations of the pods beside the fields of the spec. */
function specWithLabels(value: Json, path: string, containers: unknown[], placed: Map<unknown, string>): Composed {
  const { labels, annotations } = value;
  return { template: { metadata: { labels, annotations }, spec: { ...value, containers } }, specPath: path, placed };
}

/** A place that holds the pod's spec itself, without the metadata of a template. */
function bareSpec(spec: Json, path: string): Composed {
  return { template: { spec }, specPath: path };
}

/** Without an image, the ServingRuntime provides it, and all other fields of its container. */
function isWithoutImage({ spec }: PodTemplate): boolean {
  const containers = list(spec.containers);
  return containers.length === 0 || containers.some((container) => own(container, 'image') === undefined);
}

/** Components of an InferenceService at a path; KServe runs one replica by default. */
function inferenceComponent(path: string, name: string, containerFields: readonly string[] = []): PodPlace {
  const scaledBy = (field: string, fallback: number) => (manifest: Json, entry: Json) =>
    numberAt(path.includes('*') ? record(own(entry, name)) : record(dig(manifest, path)), field, fallback);
  const minimum = scaledBy('minReplicas', 1);
  const maximum = scaledBy('maxReplicas', 0);
  return {
    path,
    name,
    count: minimum,
    maxCount: (manifest, entry) => {
      const most = maximum(manifest, entry);
      return most > 0 ? Math.max(most, minimum(manifest, entry)) : undefined;
    },
    compose: component(containerFields),
    partial: isWithoutImage,
  };
}

const RUNTIME: PodPlace[] = [
  {
    path: 'spec',
    name: '',
    reusable: true,
    partial: true,
    compose: (spec, path) => specWithLabels(spec, path, list(spec.containers), new Map()),
  },
  { path: 'spec.workerSpec', name: 'worker', reusable: true, partial: true, compose: bareSpec },
];

/** Leader and workers; what is left out comes from a LLMInferenceServiceConfig, which may be KServe's own. */
function llm(options: Partial<PodPlace>): PodPlace[] {
  const replicasAt = (path: string) => (manifest: Json) => {
    const at = record(dig(manifest, path));
    return numberAt(at, 'replicas', numberAt(at, 'scaling.minReplicas', 1));
  };
  const place = (path: string, name: string, count: PodPlace['count']): PodPlace => ({
    path,
    name,
    count,
    partial: true,
    compose: bareSpec,
    ...options,
  });
  return [
    place('spec.template', '', replicasAt('spec')),
    place('spec.worker', 'worker', replicasAt('spec')),
    place('spec.prefill.template', 'prefill', replicasAt('spec.prefill')),
    place('spec.prefill.worker', 'prefill-worker', replicasAt('spec.prefill')),
    place('spec.router.scheduler.template', 'scheduler', () => 1),
  ];
}

const GROUPS = counted('spec.replicas');
const size = (manifest: Json) => Math.max(1, numberAt(manifest, 'spec.leaderWorkerTemplate.size', 1));
const hasLeader = (manifest: Json) => isRecord(dig(manifest, 'spec.leaderWorkerTemplate.leaderTemplate'));

export const SERVING_PODS: PodKinds = {
  // each replica is a group of `size` pods; the leader uses the workers' template where it has none
  'leaderworkerset.x-k8s.io/LeaderWorkerSet': [
    { path: 'spec.leaderWorkerTemplate.leaderTemplate', name: 'leader', count: GROUPS },
    {
      path: 'spec.leaderWorkerTemplate.workerTemplate',
      name: 'worker',
      count: (manifest) => GROUPS(manifest) * (size(manifest) - (hasLeader(manifest) ? 1 : 0)),
    },
  ],
  'serving.kserve.io/InferenceService': [
    inferenceComponent('spec.predictor', 'predictor', PREDICTOR_CONTAINERS),
    inferenceComponent('spec.transformer', 'transformer'),
    inferenceComponent('spec.explainer', 'explainer', EXPLAINER_CONTAINERS),
    inferenceComponent('spec.canary.*.predictor', 'predictor', PREDICTOR_CONTAINERS),
    {
      path: 'spec.predictor.workerSpec',
      name: 'worker',
      count: workersOfPredictor,
      partial: true,
      compose: bareSpec,
    },
  ],
  'serving.kserve.io/ServingRuntime': RUNTIME,
  'serving.kserve.io/ClusterServingRuntime': RUNTIME,
  'serving.kserve.io/LLMInferenceService': llm({}),
  'serving.kserve.io/LLMInferenceServiceConfig': llm({ reusable: true }),
  'mlops.seldon.io/Server': [
    { path: 'spec.podSpec', name: '', count: counted('spec.replicas'), partial: true, compose: bareSpec },
  ],
  'argoproj.io/Rollout': [
    { path: 'spec.template', name: '', selector: 'spec.selector', count: counted('spec.replicas') },
  ],
};

/** A predictor over several nodes: the head, and one worker less than its pipeline has stages, for each replica. */
function workersOfPredictor(manifest: Json): number {
  const stages = numberAt(manifest, 'spec.predictor.workerSpec.pipelineParallelSize', 2);
  return Math.max(0, stages - 1) * numberAt(manifest, 'spec.predictor.minReplicas', 1);
}
