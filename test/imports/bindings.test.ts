import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { VerticalPodAutoscalerSpec } from '../../imports/autoscaling.k8s.io';
import type { CronJobSpec } from '../../imports/batch.volcano.sh';
import type { ExternalSecretSpec } from '../../imports/external-secrets.io';
import type { HttpRouteSpec } from '../../imports/gateway.networking.k8s.io';
import type { JobSetSpec } from '../../imports/jobset.x-k8s.io';
import type { MpiJobSpec, PyTorchJobSpec } from '../../imports/kubeflow.org';
import type { ClusterQueueSpec, ClusterQueueV1Beta1Spec } from '../../imports/kueue.x-k8s.io';
import type { PodMonitorSpec, ServiceMonitorSpec } from '../../imports/monitoring.coreos.com';
import type { RayJobSpec } from '../../imports/ray.io';
import type { TrainingRuntimeSpec, TrainJobSpec } from '../../imports/trainer.kubeflow.org';
import type { PodTemplateSpec } from '../../lib/internal/kubernetes';
import type { Plain } from '../../lib/internal/plain';
import { generateBindings, SCHEMAS } from '../../scripts/import';

const IMPORTS = resolve(__dirname, '../../imports');

test('the committed bindings are what the schemas give, byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-bindings-'));
  try {
    const files = generateBindings(folder);
    expect(files).toEqual(
      readdirSync(IMPORTS)
        .filter((file) => file.endsWith('.ts'))
        .sort(),
    );
    expect(readdirSync(folder).sort()).toEqual(files);
    for (const file of files) {
      expect({ file, text: readFileSync(join(folder, file), 'utf8') }).toEqual({
        file,
        text: readFileSync(join(IMPORTS, file), 'utf8'),
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('each schema file is named for the one API group in it', () => {
  for (const file of readdirSync(SCHEMAS)) {
    const groups = [...readFileSync(join(SCHEMAS, file), 'utf8').matchAll(/^ {2}group: (.+)$/gm)].map(
      ([, name]) => name,
    );
    expect([...new Set(groups)]).toEqual([file.replace(/\.yaml$/, '')]);
  }
});

test('plain literals have the types of the bindings', () => {
  const autoscaler: Plain<VerticalPodAutoscalerSpec> = {
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'server' },
    updatePolicy: { updateMode: 'Off' },
    resourcePolicy: { containerPolicies: [{ containerName: '*', maxAllowed: { memory: '2Gi' } }] },
  };
  const route: Plain<HttpRouteSpec> = {
    parentRefs: [{ name: 'public', namespace: 'gateways' }],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        backendRefs: [{ name: 'server', port: 80, weight: 1 }],
      },
    ],
  };
  const secret: Plain<ExternalSecretSpec> = {
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
    data: [{ secretKey: 'TOKEN', remoteRef: { key: 'models', property: 'token' } }],
  };
  const monitor: Plain<ServiceMonitorSpec> = {
    selector: { matchLabels: { app: 'server' } },
    endpoints: [{ port: 'http' }],
  };
  const pods: Plain<PodMonitorSpec> = { selector: {}, podMetricsEndpoints: [{ port: 'metrics' }] };
  // @ts-expect-error a mode that the schema does not know
  const wrong: Plain<VerticalPodAutoscalerSpec>['updatePolicy'] = { updateMode: 'Auto' };
  for (const value of [autoscaler, route, secret, monitor, pods, wrong]) expect(value).toBeDefined();
});

test('plain literals of training jobs take pods as Kubernetes types them', () => {
  const template: PodTemplateSpec = {
    spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'image' }] },
  };
  const gang: Plain<JobSetSpec> = {
    replicatedJobs: [{ name: 'worker', replicas: 1, template: { spec: { completionMode: 'Indexed', template } } }],
    failurePolicy: { maxRestarts: 3, rules: [{ name: 'config', action: 'FailJobSet' }] },
  };
  const runtime: Plain<TrainingRuntimeSpec> = { mlPolicy: { numNodes: 2, torch: {} }, template: { spec: gang } };
  const job: Plain<TrainJobSpec> = {
    runtimeRef: { kind: 'TrainingRuntime', name: 'own' },
    trainer: { env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } } }] },
  };
  const pytorch: Plain<PyTorchJobSpec> = {
    pytorchReplicaSpecs: { Master: { replicas: 1, restartPolicy: 'ExitCode', template } },
    runPolicy: { cleanPodPolicy: 'Running', backoffLimit: 3 },
  };
  const mpi: Plain<MpiJobSpec> = {
    mpiReplicaSpecs: { Launcher: { replicas: 1, template } },
    mpiImplementation: 'OpenMPI',
  };
  const recurring: Plain<CronJobSpec> = {
    schedule: '0 2 * * *',
    jobTemplate: { spec: { tasks: [{ name: 'worker', replicas: 2, template }], plugins: { svc: [] } } },
  };
  const ray: Plain<RayJobSpec> = {
    entrypoint: 'python train.py',
    rayClusterSpec: { headGroupSpec: { rayStartParams: {}, template } },
  };
  const queue: Plain<ClusterQueueSpec> = { cohortName: 'all', namespaceSelector: {} };
  const older: Plain<ClusterQueueV1Beta1Spec> = { cohort: 'all' };
  // @ts-expect-error the field of the older version
  const wrong: Plain<ClusterQueueSpec> = { cohort: 'all' };
  for (const value of [gang, runtime, job, pytorch, mpi, recurring, ray, queue, older, wrong])
    expect(value).toBeDefined();
});
