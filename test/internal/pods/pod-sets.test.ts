import * as fc from 'fast-check';
import { containersOf } from '../../../lib/internal/pods/containers';
import { POD_KINDS } from '../../../lib/internal/pods/pod-kinds';
import { holdsPods, type PodSet, podSetsOf } from '../../../lib/internal/pods/pod-sets';

const template = (name = 'main') => ({ metadata: { labels: { app: 'x' } }, spec: { containers: [{ name }] } });
const jobTemplate = (spec: object = {}) => ({ spec: { template: template(), ...spec } });

/** What a set says of its pods, short enough for a table. */
const summary = ({ name, path, count }: PodSet) => [name, path, count];

function sets(apiVersion: string, kind: string, spec: object): readonly PodSet[] {
  return podSetsOf({ apiVersion, kind, metadata: { name: 'x' }, spec });
}

const rayCluster = (group: object, rest: object = {}) => ({
  headGroupSpec: { template: template() },
  workerGroupSpecs: [{ groupName: 'gpu', template: template(), ...group }],
  ...rest,
});

describe('where pods are and how many run', () => {
  test.each<[string, string, object, unknown[][]]>([
    ['v1', 'Pod', { containers: [] }, [['', '', 1]]],
    ['v1', 'ReplicationController', { replicas: 2, template: template() }, [['', 'spec.template', 2]]],
    ['apps/v1', 'Deployment', { template: template() }, [['', 'spec.template', 1]]],
    ['apps/v1', 'Deployment', { replicas: 0, template: template() }, [['', 'spec.template', 0]]],
    ['apps/v1', 'Deployment', { replicas: 'two', template: template() }, [['', 'spec.template', 1]]],
    ['apps/v1', 'StatefulSet', { replicas: 3, template: template() }, [['', 'spec.template', 3]]],
    ['apps/v1', 'DaemonSet', { template: template() }, [['', 'spec.template', 1]]],
    ['batch/v1', 'Job', { template: template() }, [['', 'spec.template', 1]]],
    ['batch/v1', 'Job', { parallelism: 8, completions: 4, template: template() }, [['', 'spec.template', 4]]],
    ['batch/v1', 'Job', { parallelism: 4, completions: 8, template: template() }, [['', 'spec.template', 4]]],
    ['batch/v1', 'Job', { parallelism: 0, template: template() }, [['', 'spec.template', 0]]],
    ['batch/v1', 'CronJob', { jobTemplate: jobTemplate() }, [['', 'spec.jobTemplate.spec.template', 1]]],
    [
      'jobset.x-k8s.io/v1alpha2',
      'JobSet',
      {
        replicatedJobs: [
          { name: 'driver', template: jobTemplate() },
          { name: 'worker', replicas: 2, template: jobTemplate({ parallelism: 4, completions: 4 }) },
        ],
      },
      [
        ['driver', 'spec.replicatedJobs[driver].template.spec.template', 1],
        ['worker', 'spec.replicatedJobs[worker].template.spec.template', 8],
      ],
    ],
    [
      'kubeflow.org/v1',
      'PyTorchJob',
      { pytorchReplicaSpecs: { Master: { template: template() }, Worker: { replicas: 7, template: template() } } },
      [
        ['Master', 'spec.pytorchReplicaSpecs.Master.template', 1],
        ['Worker', 'spec.pytorchReplicaSpecs.Worker.template', 7],
      ],
    ],
    [
      'kubeflow.org/v2beta1',
      'MPIJob',
      { mpiReplicaSpecs: { Launcher: { template: template() }, Worker: { replicas: 2, template: template() } } },
      [
        ['Launcher', 'spec.mpiReplicaSpecs.Launcher.template', 1],
        ['Worker', 'spec.mpiReplicaSpecs.Worker.template', 2],
      ],
    ],
    [
      'trainer.kubeflow.org/v1alpha1',
      'TrainJob',
      { runtimeRef: { name: 'torch' }, trainer: { numNodes: 4, image: 'i' } },
      [['trainer', 'spec.trainer', 4]],
    ],
    [
      'trainer.kubeflow.org/v1alpha1',
      'ClusterTrainingRuntime',
      {
        mlPolicy: { numNodes: 3 },
        template: {
          spec: {
            replicatedJobs: [
              { name: 'dataset', template: jobTemplate() },
              {
                name: 'node',
                template: {
                  metadata: { labels: { 'trainer.kubeflow.org/trainjob-ancestor-step': 'trainer' } },
                  ...jobTemplate(),
                },
              },
            ],
          },
        },
      },
      [
        ['dataset', 'spec.template.spec.replicatedJobs[dataset].template.spec.template', 1],
        ['node', 'spec.template.spec.replicatedJobs[node].template.spec.template', 3],
      ],
    ],
    [
      'batch.volcano.sh/v1alpha1',
      'CronJob',
      { jobTemplate: { spec: { tasks: [{ name: 'w', replicas: 2, template: template() }] } } },
      [['w', 'spec.jobTemplate.spec.tasks[w].template', 2]],
    ],
    [
      'ray.io/v1',
      'RayCluster',
      rayCluster({ replicas: 2, numOfHosts: 4 }),
      [
        ['head', 'spec.headGroupSpec.template', 1],
        ['gpu', 'spec.workerGroupSpecs[gpu].template', 8],
      ],
    ],
    [
      'ray.io/v1',
      'RayJob',
      { rayClusterSpec: rayCluster({ minReplicas: 3 }), submitterPodTemplate: template() },
      [
        ['head', 'spec.rayClusterSpec.headGroupSpec.template', 1],
        ['gpu', 'spec.rayClusterSpec.workerGroupSpecs[gpu].template', 3],
        ['submitter', 'spec.submitterPodTemplate', 1],
      ],
    ],
    [
      'leaderworkerset.x-k8s.io/v1',
      'LeaderWorkerSet',
      { replicas: 2, leaderWorkerTemplate: { size: 4, workerTemplate: template() } },
      [['worker', 'spec.leaderWorkerTemplate.workerTemplate', 8]],
    ],
    [
      'leaderworkerset.x-k8s.io/v1',
      'LeaderWorkerSet',
      { replicas: 2, leaderWorkerTemplate: { size: 4, leaderTemplate: template(), workerTemplate: template() } },
      [
        ['leader', 'spec.leaderWorkerTemplate.leaderTemplate', 2],
        ['worker', 'spec.leaderWorkerTemplate.workerTemplate', 6],
      ],
    ],
    [
      'serving.kserve.io/v1beta1',
      'InferenceService',
      { predictor: { minReplicas: 2, model: { image: 'i' } }, transformer: { containers: [{ image: 'i' }] } },
      [
        ['predictor', 'spec.predictor', 2],
        ['transformer', 'spec.transformer', 1],
      ],
    ],
    [
      'argoproj.io/v1alpha1',
      'Workflow',
      {
        templates: [
          { name: 'all', dag: {} },
          { name: 'train', container: { image: 'i' } },
        ],
      },
      [['train', 'spec.templates[train]', 1]],
    ],
    [
      'kubeflow.org/v1beta1',
      'Experiment',
      {
        parallelTrialCount: 2,
        trialTemplate: { trialSpec: { apiVersion: 'batch/v1', kind: 'Job', spec: { template: template() } } },
      },
      [['', 'spec.trialTemplate.trialSpec.spec.template', 2]],
    ],
    ['argoproj.io/v1alpha1', 'Rollout', { replicas: 5, template: template() }, [['', 'spec.template', 5]]],
    ['argoproj.io/v1alpha1', 'Rollout', { workloadRef: { name: 'x' } }, []],
    ['apps/v2', 'Other', { template: template() }, []],
    ['example.org/v1', 'Deployment', { template: template() }, []],
  ])('%s %s %j', (apiVersion, kind, spec, expected) => {
    expect(sets(apiVersion, kind, spec).map(summary)).toEqual(expected);
  });

  test('a template is the one in the manifest, at its keys', () => {
    const manifest = {
      apiVersion: 'batch.volcano.sh/v1alpha1',
      kind: 'Job',
      spec: { tasks: [{ name: 'a', template: template() }, { template: template('b') }] },
    };
    const [, second] = podSetsOf(manifest);
    expect(second.keys).toEqual(['spec', 'tasks', 1, 'template']);
    expect(second.template).toBe(manifest.spec.tasks[1].template);
    expect([second.path, second.specPath, second.composed]).toEqual([
      'spec.tasks[1].template',
      'spec.tasks[1].template.spec',
      false,
    ]);
  });

  test('an object that scales itself says its most', () => {
    const most = (spec: object) => sets('ray.io/v1', 'RayCluster', spec).map(({ maxCount }) => maxCount);
    expect(most(rayCluster({ replicas: 1, maxReplicas: 8 }))).toEqual([undefined, undefined]);
    expect(most(rayCluster({ replicas: 1, maxReplicas: 8, numOfHosts: 2 }, { enableInTreeAutoscaling: true }))).toEqual(
      [undefined, 16],
    );
    expect(most(rayCluster({ maxReplicas: 2 ** 31 - 1 }, { enableInTreeAutoscaling: true }))[1]).toBeUndefined();
    const predictor = (scale: object) =>
      sets('serving.kserve.io/v1beta1', 'InferenceService', { predictor: { model: {}, ...scale } })[0].maxCount;
    expect([predictor({ maxReplicas: 4 }), predictor({ minReplicas: 2, maxReplicas: 0 })]).toEqual([4, undefined]);
  });

  test('what runs apart, what others use and what is not whole is marked', () => {
    const wait = (status: string) => ({ name: 'b', dependsOn: [{ name: 'a', status }], template: jobTemplate() });
    const jobSet = (status: string) =>
      sets('jobset.x-k8s.io/v1alpha2', 'JobSet', { replicatedJobs: [wait(status)] })[0].separate;
    expect([jobSet('Complete'), jobSet('Ready')]).toEqual([true, false]);
    const templates = { templates: [{ name: 'a', container: { image: 'i' } }] };
    expect(sets('argoproj.io/v1alpha1', 'WorkflowTemplate', templates)[0]).toMatchObject({
      reusable: true,
      separate: true,
    });
    expect(sets('apps/v1', 'DaemonSet', { template: template() })[0].perNode).toBe(true);
    const isvc = (model: object) =>
      sets('serving.kserve.io/v1beta1', 'InferenceService', { predictor: { model } })[0].partial;
    expect([isvc({ image: 'i' }), isvc({ storageUri: 's3://x' })]).toEqual([false, true]);
  });
});

describe('pods that are kept in another shape', () => {
  test('KServe: the framework is a container', () => {
    const spec = {
      predictor: {
        labels: { a: 'b' },
        nodeSelector: { gpu: 'true' },
        model: { modelFormat: { name: 'x' }, image: 'i' },
      },
    };
    const [set] = sets('serving.kserve.io/v1beta1', 'InferenceService', spec);
    expect(set.template.metadata?.labels).toEqual({ a: 'b' });
    expect(set.template.spec.nodeSelector).toEqual({ gpu: 'true' });
    expect(set.composed).toBe(true);
    expect(containersOf(set)).toEqual([
      {
        name: 'kserve-container',
        role: 'main',
        path: 'spec.predictor.model',
        spec: { name: 'kserve-container', modelFormat: { name: 'x' }, image: 'i' },
      },
    ]);
  });

  test('Argo: a template inherits from its workflow', () => {
    const [set] = sets('argoproj.io/v1alpha1', 'CronWorkflow', {
      workflowSpec: {
        serviceAccountName: 'runner',
        securityContext: { runAsNonRoot: true },
        podMetadata: { labels: { team: 'ml' } },
        volumes: [{ name: 'cache', emptyDir: {} }],
        volumeClaimTemplates: [{ metadata: { name: 'work' } }],
        templates: [
          {
            name: 'step',
            securityContext: { runAsUser: 1 },
            metadata: { labels: { step: 'a' } },
            initContainers: [{ name: 'init' }],
            containerSet: { containers: [{ name: 'a' }, { name: 'b' }] },
            sidecars: [{ name: 'proxy' }],
          },
        ],
      },
    });
    expect(set.template.metadata?.labels).toEqual({ team: 'ml', step: 'a' });
    expect(set.template.spec).toMatchObject({ serviceAccountName: 'runner', securityContext: { runAsUser: 1 } });
    expect(set.template.spec.volumes.map((v: { name: string }) => v.name)).toEqual(['cache', 'work']);
    const at = 'spec.workflowSpec.templates[step]';
    expect(containersOf(set).map(({ path, role }) => [path, role])).toEqual([
      [`${at}.initContainers[init]`, 'init'],
      [`${at}.containerSet.containers[a]`, 'main'],
      [`${at}.containerSet.containers[b]`, 'main'],
      [`${at}.sidecars[proxy]`, 'main'],
    ]);
  });

  test('TrainJob: the trainer is the container `node`', () => {
    const trainer = { image: 'i', resourcesPerNode: { limits: { 'nvidia.com/gpu': 8 } } };
    const [set] = sets('trainer.kubeflow.org/v1alpha1', 'TrainJob', { trainer });
    expect(set.partial).toBe(true);
    expect(containersOf(set)[0]).toMatchObject({
      name: 'node',
      path: 'spec.trainer',
      spec: { image: 'i', resources: trainer.resourcesPerNode },
    });
  });
});

test('the table knows kinds of the core group, and nothing of other names', () => {
  expect([holdsPods('', 'Pod'), holdsPods('apps', 'Deployment'), holdsPods('', 'Service')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([holdsPods('', 'constructor'), holdsPods('toString', '')]).toEqual([false, false]);
});

test('manifests of any shape are read without a crash', () => {
  for (const manifest of [undefined, null, [], 'x', {}, { kind: 1, apiVersion: 'v1' }])
    expect(podSetsOf(manifest)).toEqual([]);
  const ids = Object.keys(POD_KINDS);
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.jsonValue(), (id, spec) => {
      const [group, kind] = id.split('/');
      for (const set of podSetsOf({ apiVersion: group ? `${group}/v1` : 'v1', kind, spec })) {
        expect(set.count).toBeGreaterThanOrEqual(0);
        containersOf(set);
      }
    }),
  );
});
