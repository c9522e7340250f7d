/** Who may make an object that the manifests refer to, and in which namespace it is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Item } from '../../lib/rules/cluster/item';
import { makesUnknownObjects } from '../../lib/rules/cluster/operator-products';
import { budget, container, custom, deployment, findings, hpa, job, object, objects, pod, service } from './support';

type Json = Record<string, any>;

/** The object, without a namespace: `helm -n`, Argo CD and Flux fill it in. */
function anywhere(made: Json): Json {
  const { namespace, ...metadata } = made.metadata;
  return { ...made, metadata };
}

function inNamespace(made: Json, namespace: string): Json {
  return { ...made, metadata: { ...made.metadata, namespace } };
}

const needsSecret = pod({ containers: [container({ envFrom: [{ secretRef: { name: 'db' } }] })] });
const secret = object('v1', 'Secret', 'db', { stringData: {} });
const ingress = object('networking.k8s.io/v1', 'Ingress', 'i', {
  spec: { defaultBackend: { service: { name: 'scorer', port: { number: 80 } } } },
});
const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'p', {
  spec: { podSelector: { matchLabels: { app: 'scorer' } } },
});

describe('an object without a namespace may be in any', () => {
  test.each<[string, string, Json, Json]>([
    ['a Secret', 'missing-secret', needsSecret, secret],
    ['a Service of an Ingress', 'missing-service', ingress, service()],
    ['the pods of a Service', 'selector-without-pods', service(), deployment()],
    ['the pods of a budget', 'selector-without-pods', budget({ maxUnavailable: 1 }), deployment()],
    ['the pods of a policy', 'network-policy-without-pods', policy, deployment()],
    ['the target of an autoscaler', 'autoscaler-without-target', hpa(), deployment()],
  ])('%s', (_name, rule, from, to) => {
    expect(objects(rule, [from, to])).toBe(false);
    expect(objects(rule, [anywhere(from), to])).toBe(false);
    expect(objects(rule, [from, anywhere(to)])).toBe(false);
    expect(objects(rule, [anywhere(from), anywhere(to)])).toBe(false);
    // both named, and different: that is an error
    expect(objects(rule, [from, inNamespace(to, 'other')])).toBe(true);
    expect(objects(rule, [from])).toBe(true);
    expect(objects(rule, [anywhere(from)])).toBe(true);
  });

  test('which is no overlap of selectors, because it may be another one', () => {
    const second = anywhere(deployment({}, {}, 'second'));
    second.spec = deployment().spec;
    expect(objects('selector-overlap', [deployment(), second])).toBe(false);
    expect(objects('service-for-several-workloads', [service(), deployment(), second])).toBe(false);
  });

  test('but an object of the cluster is in none', () => {
    const role = object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'db', {});
    expect(objects('missing-secret', [needsSecret, anywhere(role)])).toBe(true);
  });
});

describe('tests of a Helm chart', () => {
  const hook = (value: string) => pod({}, { labels: { app: 'scorer' }, annotations: { 'helm.sh/hook': value } });

  test('are no workloads of a Service', () => {
    const named = { ...hook('test'), metadata: { ...hook('test').metadata, name: 'test' } };
    expect(objects('service-for-several-workloads', [service(), deployment(), named])).toBe(false);
    expect(objects('selector-without-pods', [service(), hook('test')])).toBe(true);
    expect(objects('selector-without-pods', [service(), hook('test-success,post-install')])).toBe(true);
    expect(objects('selector-without-pods', [service(), hook('pre-install')])).toBe(false);
  });
});

describe('objects that controllers make', () => {
  const severity = (rule: string, ...all: unknown[]) => findings(rule, all).map((finding) => finding.severity);
  const to = (name: string) =>
    object('networking.k8s.io/v1', 'Ingress', 'i', {
      spec: { defaultBackend: { service: { name, port: { number: 80 } } } },
    });

  test.each<[string, string, string, string]>([
    ['serving.kserve.io/v1beta1', 'InferenceService', 'iris', 'iris-predictor'],
    ['serving.kserve.io/v1alpha1', 'InferenceGraph', 'graph', 'graph'],
    ['ray.io/v1', 'RayCluster', 'ray', 'ray-head-svc'],
    ['ray.io/v1', 'RayService', 'llm', 'llm-serve-svc'],
    ['kubeflow.org/v1', 'PyTorchJob', 'train', 'train-master-0'],
    ['kubeflow.org/v1', 'Notebook', 'lab', 'lab'],
    ['jobset.x-k8s.io/v1alpha2', 'JobSet', 'train', 'train'],
    ['leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', 'vllm', 'vllm'],
    ['batch.volcano.sh/v1alpha1', 'Job', 'train', 'train'],
    ['feast.dev/v1', 'FeatureStore', 'store', 'feast-store-online'],
    ['opentelemetry.io/v1beta1', 'OpenTelemetryCollector', 'otel', 'otel-collector'],
    ['argoproj.io/v1alpha1', 'EventBus', 'default', 'eventbus-default-js-svc'],
  ])('%s %s makes the Service %s: %s', (apiVersion, kind, name, made) => {
    const maker = object(apiVersion, kind, name, { spec: {} });
    expect(severity('missing-service', to(made), maker)).toEqual([]);
    expect(severity('missing-service', to('other'), maker)).toEqual(['error']);
    expect(severity('missing-service', to(made), inNamespace(maker, 'other'))).toEqual(['error']);
  });

  test('a name that only begins alike is another', () => {
    const isvc = object('serving.kserve.io/v1beta1', 'InferenceService', 'iris', { spec: {} });
    expect(severity('missing-service', to('irises'), isvc)).toEqual(['error']);
  });

  test('names in the fields of a resource', () => {
    const canary = object('flagger.app/v1beta1', 'Canary', 'c', {
      spec: { targetRef: { kind: 'Deployment', name: 'api' } },
    });
    expect(severity('missing-service', to('api-primary'), canary)).toEqual([]);
    const issuer = object('cert-manager.io/v1', 'Issuer', 'le', {
      spec: { acme: { privateKeySecretRef: { name: 'db' } } },
    });
    expect(severity('missing-secret', needsSecret, issuer)).toEqual([]);
  });

  test('where anything may be made, a missing object is a warning that says by what', () => {
    const unknown = custom('example.org/v1', 'Database');
    const [finding] = findings('missing-secret', [needsSecret, unknown]);
    expect([finding.severity, finding.expected]).toEqual(['warning', expect.stringContaining('Database ml/anything')]);
    expect(finding.fix).toContain("cdk8s-ml.io/expects: 'Secret/db'");
    expect(severity('missing-secret', needsSecret, inNamespace(unknown, 'other'))).toEqual(['error']);
    const application = custom('argoproj.io/v1alpha1', 'Application');
    expect(severity('missing-secret', needsSecret, inNamespace(application, 'argocd'))).toEqual(['warning']);
    expect(severity('missing-secret', needsSecret, custom('monitoring.coreos.com/v1', 'ServiceMonitor'))).toEqual([
      'error',
    ]);
  });

  test('a program that may create Secrets: certificates of an admission webhook', () => {
    const role = (rule: object) => object('rbac.authorization.k8s.io/v1', 'Role', 'admission', { rules: [rule] });
    const certificates = role({ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'create'] });
    expect(severity('missing-secret', needsSecret, certificates)).toEqual(['warning']);
    expect(severity('missing-secret', needsSecret, inNamespace(certificates, 'other'))).toEqual(['error']);
    expect(severity('missing-secret', needsSecret, role({ resources: ['secrets'], verbs: ['get'] }))).toEqual([
      'error',
    ]);
    expect(severity('missing-secret', needsSecret, role({ resources: ['configmaps'], verbs: ['create'] }))).toEqual([
      'error',
    ]);
    const all = anywhere(object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'admin', {}));
    expect(severity('missing-secret', needsSecret, { ...all, rules: [{ resources: ['*'], verbs: ['*'] }] })).toEqual([
      'warning',
    ]);
  });

  test('a workflow makes objects only by its resource steps', () => {
    const workflow = (template: object) =>
      custom('argoproj.io/v1alpha1', 'Workflow', { spec: { templates: [template] } });
    expect(severity('missing-secret', needsSecret, workflow({ name: 'a', container: { image: 'i:1' } }))).toEqual([
      'error',
    ]);
    expect(severity('missing-secret', needsSecret, workflow({ name: 'a', resource: { action: 'create' } }))).toEqual([
      'warning',
    ]);
  });

  const INDEX = join(__dirname, '../../../shared/crds/index.json');
  (existsSync(INDEX) ? test : test.skip)(
    'every operator of ../shared is known: what else may make anything is listed here',
    () => {
      const index: { group: string; kind: string; scope: string }[] = JSON.parse(readFileSync(INDEX, 'utf8'));
      const unknown = index
        .filter(({ group, kind, scope }) => {
          const metadata = { name: 'x', namespace: scope === 'Namespaced' ? 'ml' : undefined };
          return makesUnknownObjects(new Item({ apiVersion: `${group}/v1`, kind, metadata }, '', 0)) !== 'nowhere';
        })
        .map(({ group, kind }) => `${group}/${kind}`);
      expect(unknown.sort()).toEqual([
        'argoproj.io/Application',
        'argoproj.io/ApplicationSet',
        'argoproj.io/Sensor',
        'helm.toolkit.fluxcd.io/HelmRelease',
        'kustomize.toolkit.fluxcd.io/Kustomization',
        'nvidia.com/ClusterPolicy',
        'nvidia.com/GPUCluster',
        'nvidia.com/NVIDIADriver',
      ]);
    },
  );
});

describe('pods that are not whole, or not run by their object', () => {
  test('what a runtime or another object brings is not missing', () => {
    const mounts = [{ name: 'data', mountPath: '/data' }];
    const spec = { predictor: { model: { storageUri: 's3://a/b', volumeMounts: mounts } } };
    const isvc = object('serving.kserve.io/v1beta1', 'InferenceService', 'i', { spec });
    expect(objects('missing-volume', [isvc])).toBe(false);
    const custom_ = { predictor: { containers: [container({ volumeMounts: mounts })] } };
    expect(findings('missing-volume', [{ ...isvc, spec: custom_ }]).map((f) => f.severity)).toEqual(['warning']);
  });

  test('volumes that controllers add', () => {
    const mounted = (name: string) => ({
      spec: { containers: [container({ volumeMounts: [{ name, mountPath: '/x' }] })] },
    });
    const mpi = (name: string) =>
      object('kubeflow.org/v2beta1', 'MPIJob', 'm', {
        spec: { mpiReplicaSpecs: { Launcher: { template: mounted(name) } } },
      });
    expect([objects('missing-volume', [mpi('ssh-auth')]), objects('missing-volume', [mpi('data')])]).toEqual([
      false,
      true,
    ]);
    const claims = (rest: object) =>
      object('jobset.x-k8s.io/v1alpha2', 'JobSet', 'j', {
        spec: { replicatedJobs: [{ name: 'w', template: { spec: { template: mounted('checkpoints') } } }], ...rest },
      });
    const volumeClaimPolicies = [{ templates: [{ metadata: { name: 'checkpoints' } }] }];
    expect([
      objects('missing-volume', [claims({})]),
      objects('missing-volume', [claims({ volumeClaimPolicies })]),
    ]).toEqual([true, false]);
  });

  test('placeholders of workflows are no names', () => {
    const containerOf = { image: 'i:1', envFrom: [{ secretRef: { name: '{{inputs.parameters.secret}}' } }] };
    const workflow = custom('argoproj.io/v1alpha1', 'Workflow', {
      spec: { templates: [{ name: 'a', container: containerOf }] },
    });
    expect(objects('missing-secret', [workflow])).toBe(false);
    const wrong = { ...containerOf, envFrom: [{ secretRef: { name: 'db' } }] };
    const step = custom('argoproj.io/v1alpha1', 'Workflow', { spec: { templates: [{ name: 'a', container: wrong }] } });
    expect(findings('missing-secret', [step])[0].prop).toBe('spec.templates[a].container.envFrom[0].secretRef');
  });

  test('a runtime of the whole cluster refers to Secrets of namespaces that it does not know', () => {
    const template = { spec: { containers: [container({ envFrom: [{ secretRef: { name: 'db' } }] })] } };
    const spec = { template: { spec: { replicatedJobs: [{ name: 'node', template: { spec: { template } } }] } } };
    const runtime = object('trainer.kubeflow.org/v1alpha1', 'ClusterTrainingRuntime', 'r', { spec });
    expect(objects('missing-secret', [anywhere(runtime)])).toBe(false);
    expect(objects('missing-secret', [{ ...runtime, kind: 'TrainingRuntime' }])).toBe(true);
  });

  test('a job of a namespace is one of its workloads', () => {
    expect(
      objects('missing-secret', [job({}, { containers: [container({ envFrom: [{ secretRef: { name: 'db' } }] })] })]),
    ).toBe(true);
  });
});
