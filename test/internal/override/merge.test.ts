import { deploymentOf, fieldsAfter, messageOf, planOf, podPatch, refusedPaths } from './support';

const gone = { $patch: 'delete' };

describe('objects', () => {
  const plan = planOf('v1', 'ConfigMap', { data: { a: '1', b: '2' }, immutable: true });

  test('merge; null and the directive remove', () => {
    const patch = { ConfigMap: { data: { a: '3', b: null, c: '4' }, immutable: gone } };
    expect(fieldsAfter(plan, patch)).toEqual({ data: { a: '3', c: '4' } });
  });

  test('are replaced as a whole on request', () => {
    expect(fieldsAfter(plan, { ConfigMap: { data: { $patch: 'replace', c: '4' } } }).data).toEqual({ c: '4' });
  });

  test('keep nothing of null in what is new', () => {
    expect(fieldsAfter(plan, { ConfigMap: { binaryData: { a: null, b: 'eA==' } } }).binaryData).toEqual({ b: 'eA==' });
  });
});

describe('the lists of a pod merge by their keys', () => {
  const server = { name: 'server', image: 'a:1', ports: [{ name: 'http', containerPort: 80 }] };
  const plan = deploymentOf({
    containers: [server, { name: 'proxy', image: 'p:1' }],
    volumes: [{ name: 'tmp', emptyDir: {} }],
    hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }],
    topologySpreadConstraints: [{ topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway' }],
  });
  const podAfter = (pod: Record<string, unknown>) => fieldsAfter(plan, podPatch(pod)).spec.template.spec;

  test('a container by its name, and nothing else changes', () => {
    const { containers, ...rest } = podAfter({ containers: [{ name: 'server', tty: true }] });
    const { containers: _, ...others } = (plan.fields as any).spec.template.spec;
    expect(containers).toEqual([
      { ...server, tty: true },
      { name: 'proxy', image: 'p:1' },
    ]);
    expect(rest).toEqual(others);
  });

  test('entries are added and removed', () => {
    const pod = podAfter({
      containers: [
        { name: 'proxy', ...gone },
        { name: 'new', image: 'n:1' },
      ],
      volumes: [{ name: 'more', emptyDir: {} }],
    });
    expect(pod.containers.map((one: any) => one.name)).toEqual(['server', 'new']);
    expect(pod.volumes.map((one: any) => one.name)).toEqual(['tmp', 'more']);
  });

  test('a port by its name, or else by its number and protocol', () => {
    const ports = (list: unknown[]) => podAfter({ containers: [{ name: 'server', ports: list }] }).containers[0].ports;
    expect(ports([{ name: 'http', hostPort: 8080 }])).toEqual([{ name: 'http', containerPort: 80, hostPort: 8080 }]);
    expect(ports([{ containerPort: 80, protocol: 'TCP' }])).toEqual([
      { name: 'http', containerPort: 80, protocol: 'TCP' },
    ]);
    expect(ports([{ containerPort: 80, protocol: 'UDP' }])).toEqual([
      { name: 'http', containerPort: 80 },
      { containerPort: 80, protocol: 'UDP' },
    ]);
  });

  test('a mount by its path, since a volume may be mounted twice', () => {
    const mounts = [
      { name: 'a', mountPath: '/one' },
      { name: 'a', mountPath: '/two' },
    ];
    const mounted = deploymentOf({ containers: [{ ...server, volumeMounts: mounts }] });
    const patch = podPatch({ containers: [{ name: 'server', volumeMounts: [{ mountPath: '/two', readOnly: true }] }] });
    expect(fieldsAfter(mounted, patch).spec.template.spec.containers[0].volumeMounts).toEqual([
      mounts[0],
      { ...mounts[1], readOnly: true },
    ]);
  });

  test('a spread by its topology, where one key is enough to find it', () => {
    const hard = podAfter({ topologySpreadConstraints: [{ topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] });
    expect(hard.topologySpreadConstraints).toEqual([
      { topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' },
    ]);
  });

  test('are replaced as a whole on request', () => {
    const pod = podAfter({ containers: [{ $patch: 'replace' }, { name: 'only', image: 'o:1' }] });
    expect(pod.containers).toEqual([{ name: 'only', image: 'o:1' }]);
  });

  test('lists without keys are replaced', () => {
    const tolerant = deploymentOf({ containers: [server], tolerations: [{ key: 'a' }] });
    const patch = podPatch({ tolerations: [{ key: 'b', operator: 'Exists', effect: null }] });
    const { tolerations } = fieldsAfter(tolerant, patch).spec.template.spec;
    expect(tolerations).toEqual([{ key: 'b', operator: 'Exists' }]);
  });
});

describe('lists of other kinds merge by keys of their own', () => {
  const pods = { template: { spec: { containers: [{ name: 'node', image: 'a:1' }] } } };
  const jobs = { template: { spec: pods } };

  test('ports of a Service', () => {
    const ports = [
      { name: 'http', port: 80 },
      { name: 'dns', port: 53, protocol: 'UDP' },
    ];
    const after = fieldsAfter(planOf('v1', 'Service', { spec: { ports } }), {
      Service: {
        spec: {
          ports: [
            { name: 'http', nodePort: 30080 },
            { port: 53, protocol: 'UDP', targetPort: 'd' },
          ],
        },
      },
    });
    expect(after.spec.ports).toEqual([
      { ...ports[0], nodePort: 30080 },
      { ...ports[1], targetPort: 'd' },
    ]);
  });

  test('replicated jobs of a JobSet', () => {
    const replicatedJobs = [
      { name: 'leader', replicas: 1, ...jobs },
      { name: 'worker', replicas: 2, ...jobs },
    ];
    const plan = planOf('jobset.x-k8s.io/v1alpha2', 'JobSet', { spec: { replicatedJobs } });
    const patch = (job: Record<string, unknown>) => ({ JobSet: { spec: { replicatedJobs: [job] } } });
    expect(fieldsAfter(plan, patch({ name: 'worker', replicas: 5 })).spec.replicatedJobs).toEqual([
      replicatedJobs[0],
      { ...replicatedJobs[1], replicas: 5 },
    ]);
    const tty = { spec: { template: { spec: { containers: [{ name: 'node', tty: true }] } } } };
    const deep = fieldsAfter(plan, patch({ name: 'worker', template: tty })).spec.replicatedJobs[1];
    expect(deep.template.spec.template.spec.containers).toEqual([{ name: 'node', image: 'a:1', tty: true }]);
    expect(messageOf(plan, patch({ name: 'wroker', replicas: 5 }))).toMatch(
      /replicatedJobs\n\s+got\s+name: wroker\n\s+expected\s+one of worker, leader; a new one needs template\n\s+fix\s+write worker/,
    );
  });

  test.each([
    ['ray.io/v1', 'RayCluster', 'workerGroupSpecs', 'groupName', { template: pods.template }],
    ['batch.volcano.sh/v1alpha1', 'Job', 'tasks', 'name', { template: pods.template }],
    ['argoproj.io/v1alpha1', 'Workflow', 'templates', 'name', { container: { image: 'a:1' } }],
    ['autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'resourcePolicy', 'containerName', undefined],
    ['external-secrets.io/v1', 'ExternalSecret', 'data', 'secretKey', { remoteRef: { key: 'k' } }],
  ])('%s %s: %s by %s', (apiVersion, kind, field, key, content) => {
    const inList = (list: unknown[]) =>
      field === 'resourcePolicy' ? { resourcePolicy: { containerPolicies: list } } : { [field]: list };
    const listOf = (spec: any): any[] => (field === 'resourcePolicy' ? spec[field].containerPolicies : spec[field]);
    const entries = ['one', 'two'].map((name) => ({ [key]: name, ...content }));
    const plan = planOf(apiVersion, kind, { spec: inList(entries) });
    const [first, second] = listOf(fieldsAfter(plan, { [kind]: { spec: inList([{ [key]: 'two' }]) } }).spec);
    expect([first, second]).toEqual(entries);
    const removed = { [kind]: { spec: inList([{ [key]: 'one', ...gone }]) } };
    expect(listOf(fieldsAfter(plan, removed).spec)).toEqual([entries[1]]);
  });

  test('replicas of a TFJob are a map', () => {
    const replica = (replicas: number) => ({ replicas, ...pods });
    const plan = planOf('kubeflow.org/v1', 'TFJob', {
      spec: { tfReplicaSpecs: { Chief: replica(1), Worker: replica(2) } },
    });
    const after = fieldsAfter(plan, { TFJob: { spec: { tfReplicaSpecs: { Worker: { replicas: 5 } } } } });
    expect(after.spec.tfReplicaSpecs).toEqual({ Chief: replica(1), Worker: replica(5) });
  });

  test('pods of a kind of which only the imports have a schema', () => {
    const mounts = [
      { name: 'v', mountPath: '/a' },
      { name: 'v', mountPath: '/b' },
    ];
    const template = { spec: { containers: [{ name: 'mpi', image: 'm:1', volumeMounts: mounts }] } };
    const replicas = { Launcher: { template }, Worker: { replicas: 2, template } };
    const plan = planOf('kubeflow.org/v2beta1', 'MPIJob', { spec: { mpiReplicaSpecs: replicas } });
    const patch = (worker: unknown) => ({ MPIJob: { spec: { mpiReplicaSpecs: { Worker: worker } } } });
    const mount = { mountPath: '/b', readOnly: true };
    const pod = { spec: { containers: [{ name: 'mpi', volumeMounts: [mount] }] } };
    const after = fieldsAfter(plan, patch({ template: pod })).spec.mpiReplicaSpecs;
    expect(after.Worker.template.spec.containers[0].volumeMounts).toEqual([
      mounts[0],
      { ...mounts[1], readOnly: true },
    ]);
    expect(after.Launcher).toEqual(replicas.Launcher);
    expect(refusedPaths(plan, { MPIJob: { spec: { runPolicy: { managedBy: 'kueue', suspend: true } } } })).toEqual([]);
    expect(refusedPaths(plan, patch({ template: { spec: { dnsPolcy: 'Default' } } }))).toEqual([
      'MPIJob.spec.mpiReplicaSpecs.Worker.template.spec.dnsPolcy',
    ]);
  });

  test('supported formats of a ServingRuntime by name, or by name and version where there are several', () => {
    const formats = [
      { name: 'onnx', version: '1' },
      { name: 'sklearn', version: '0' },
      { name: 'sklearn', version: '1' },
    ];
    const spec = { containers: [{ name: 'k', image: 'k:1' }], supportedModelFormats: formats };
    const plan = planOf('serving.kserve.io/v1alpha1', 'ServingRuntime', { spec });
    const patch = (format: unknown) => ({ ServingRuntime: { spec: { supportedModelFormats: [format] } } });
    expect(fieldsAfter(plan, patch({ name: 'onnx', priority: 1 })).spec.supportedModelFormats[0]).toEqual({
      ...formats[0],
      priority: 1,
    });
    const after = fieldsAfter(plan, patch({ name: 'sklearn', version: '1', priority: 1 })).spec;
    expect(after.supportedModelFormats[2]).toEqual({ ...formats[2], priority: 1 });
    expect(refusedPaths(plan, patch({ name: 'sklearn', priority: 1 }))).toEqual([
      'ServingRuntime.spec.supportedModelFormats[sklearn]',
    ]);
  });
});

describe('where the API server takes anything', () => {
  const container = {
    name: 'trial',
    image: 't:1',
    volumeMounts: [
      { name: 'v', mountPath: '/a' },
      { name: 'v', mountPath: '/b' },
    ],
  };
  const job = { apiVersion: 'batch/v1', kind: 'Job', spec: { template: { spec: { containers: [container] } } } };
  const plan = planOf('kubeflow.org/v1beta1', 'Experiment', {
    spec: { parameters: [{ name: 'lr' }, { name: 'depth' }], trialTemplate: { trialSpec: job } },
  });

  test('the object in it still merges as what it is, and its fields are not checked', () => {
    const mount = { mountPath: '/b', readOnly: true };
    const pod = { containers: [{ name: 'trial', volumeMounts: [mount] }] };
    const patch = { spec: { template: { spec: pod }, parallelism: 'a placeholder', other: 1 } };
    const after = fieldsAfter(plan, { Experiment: { spec: { trialTemplate: { trialSpec: patch } } } });
    const { spec } = after.spec.trialTemplate.trialSpec;
    expect(spec).toMatchObject({ parallelism: 'a placeholder', other: 1 });
    expect(spec.template.spec.containers[0].volumeMounts).toEqual([
      { name: 'v', mountPath: '/a' },
      { name: 'v', mountPath: '/b', readOnly: true },
    ]);
  });

  test('entries that all have names are told apart by them', () => {
    const after = fieldsAfter(plan, {
      Experiment: { spec: { parameters: [{ name: 'lr', max: 1 }, { name: 'new' }] } },
    });
    expect(after.spec.parameters).toEqual([{ name: 'lr', max: 1 }, { name: 'depth' }, { name: 'new' }]);
  });

  test('a kind without a table takes every field', () => {
    const other = planOf('example.com/v1', 'Thing', { spec: { list: [{ name: 'a' }], flat: [1] } });
    expect(fieldsAfter(other, { Thing: { spec: { list: [{ name: 'a', x: 1 }], flat: [2], new: {} } } })).toEqual({
      spec: { list: [{ name: 'a', x: 1 }], flat: [2], new: {} },
    });
  });
});
