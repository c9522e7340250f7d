import { dig, isRecord, type Json, list, own, record, text } from '../json';
import { podsOfJob } from './counts';
import type { Composed, PodKinds, PodPlace } from './pod-set';

/** Fields of a workflow that hold for each of its pods, where a template does not set its own: `field` in both. */
const INHERITED = [
  'activeDeadlineSeconds',
  'affinity',
  'automountServiceAccountToken',
  'dnsConfig',
  'dnsPolicy',
  'hostAliases',
  'hostNetwork',
  'imagePullSecrets',
  'nodeSelector',
  'resourceClaims',
  'schedulerName',
  'securityContext',
  'serviceAccountName',
  'tolerations',
];

/** https://argo-workflows.readthedocs.io/en/latest/fields/#template: one container is called `main`. */
const MAIN = 'main';

/** Templates of a workflow that run a pod; steps, DAGs, suspensions and requests of the controller run none. */
function podOfTemplate(specPath: string): NonNullable<PodPlace['compose']> {
  return (template, path, manifest) => {
    const placed = new Map<unknown, string>();
    const containers: Json[] = [];
    for (const field of ['container', 'script']) {
      const only = own(template, field);
      if (!isRecord(only)) continue;
      const container = { ...only, name: MAIN };
      placed.set(container, `${path}.${field}`);
      containers.push(container);
    }
    for (const [field, value] of [
      ['containerSet.containers', dig(template, 'containerSet.containers')],
      ['sidecars', own(template, 'sidecars')],
    ] as const)
      for (const [i, container] of list(value).entries()) {
        if (!isRecord(container)) continue;
        placed.set(container, `${path}.${field}[${text(own(container, 'name')) || i}]`);
        containers.push(container);
      }
    return containers.length === 0 ? undefined : composed(template, path, dig(manifest, specPath), containers, placed);
  };
}

function composed(
  template: Json,
  path: string,
  workflowSpec: unknown,
  containers: Json[],
  placed: ReadonlyMap<unknown, string>,
): Composed {
  const workflow = record(workflowSpec);
  const defaults = record(own(workflow, 'templateDefaults'));
  const inherited = (field: string) => own(template, field) ?? own(defaults, field) ?? own(workflow, field);
  const spec: Json = { restartPolicy: 'Never' };
  for (const field of INHERITED) if (inherited(field) !== undefined) spec[field] = inherited(field);
  const priorityClassName = inherited('priorityClassName') ?? own(workflow, 'podPriorityClassName');
  if (priorityClassName !== undefined) spec.priorityClassName = priorityClassName;
  const resources = inherited('podResources');
  if (resources !== undefined) spec.resources = resources;
  if (own(template, 'initContainers') !== undefined) spec.initContainers = template.initContainers;
  spec.containers = containers;
  spec.volumes = [
    ...list(own(template, 'volumes')),
    ...list(own(workflow, 'volumes')),
    ...list(own(workflow, 'volumeClaimTemplates')).map(claimVolume),
  ];
  return { template: { metadata: metadataOf(workflow, defaults, template), spec }, specPath: path, placed };
}

/** The controller makes the claim, and a volume with the name of its template. */
function claimVolume(claim: unknown): Json {
  return { name: dig(claim, 'metadata.name'), ephemeral: { volumeClaimTemplate: claim } };
}

function metadataOf(workflow: Json, defaults: Json, template: Json): Json {
  const merged = (field: string) => ({
    ...record(dig(workflow, `podMetadata.${field}`)),
    ...record(dig(defaults, `metadata.${field}`)),
    ...record(dig(template, `metadata.${field}`)),
  });
  return { labels: merged('labels'), annotations: merged('annotations') };
}

/** The graph of the workflow decides which templates run at the same time: none is added to another. */
function workflow(specPath: string, options: Partial<PodPlace> = {}): PodPlace[] {
  return [{ path: `${specPath}.templates.*`, compose: podOfTemplate(specPath), separate: true, ...options }];
}

const ANALYSIS: PodPlace[] = [
  {
    path: 'spec.metrics.*.provider.job.spec.template',
    count: (_manifest, metric) => podsOfJob(dig(metric, 'provider.job.spec')),
    reusable: true,
    separate: true,
  },
];

export const WORKFLOW_PODS: PodKinds = {
  'argoproj.io/Workflow': workflow('spec'),
  'argoproj.io/CronWorkflow': workflow('spec.workflowSpec'),
  'argoproj.io/WorkflowTemplate': workflow('spec', { reusable: true }),
  'argoproj.io/ClusterWorkflowTemplate': workflow('spec', { reusable: true }),
  'argoproj.io/AnalysisTemplate': ANALYSIS,
  'argoproj.io/ClusterAnalysisTemplate': ANALYSIS,
  // one Job at a time is the least that a queue needs; more of them wait for room
  'keda.sh/ScaledJob': [
    {
      path: 'spec.jobTargetRef.template',
      name: '',
      count: (scaledJob) => podsOfJob(dig(scaledJob, 'spec.jobTargetRef')),
    },
  ],
  'kubeflow.org/Notebook': [{ path: 'spec.template', name: '' }],
};
