import { budget, container, custom, deployment, findings, hpa, job, object, objects, onCpu, pod } from './support';

const cpu = (requests: object = { cpu: '1' }, limits: object = {}) => container({ resources: { requests, limits } });
const scaled = (name = 'scorer') =>
  object('keda.sh/v1alpha1', 'ScaledObject', 'k', { spec: { scaleTargetRef: { name } } });
const vpa = (spec: object, name = 'scorer') =>
  object('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', name, {
    spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'scorer' }, ...spec },
  });

describe('an autoscaler beside a number of replicas', () => {
  const rule = 'hpa-with-fixed-replicas';

  test('is told on the workload, for an HPA and for KEDA', () => {
    expect(findings(rule, [deployment({ replicas: 3 }), hpa()])[0].object).toBe('Deployment ml/scorer');
    expect(objects(rule, [deployment({ replicas: 3 }), scaled()])).toBe(true);
    expect(objects(rule, [deployment({ replicas: 0 }), hpa()])).toBe(true);
    expect(objects(rule, [deployment(), hpa()])).toBe(false);
    expect(objects(rule, [deployment({ replicas: 3 })])).toBe(false);
    expect(objects(rule, [deployment({ replicas: 3 }), hpa({}, 'other')])).toBe(false);
  });

  test('initial replicas are waived with a reason', () => {
    const initial = deployment({ replicas: 3 });
    initial.metadata.annotations = { 'cdk8s-ml.io/waive-hpa-with-fixed-replicas': 'for the first apply' };
    expect(objects(rule, [initial, hpa()])).toBe(false);
  });
});

describe('a metric of the pods', () => {
  const rule = 'metric-not-scraped';
  const on = (name: string) => ({
    metrics: [{ type: 'Pods', pods: { metric: { name }, target: { type: 'AverageValue', averageValue: '5' } } }],
  });

  test('needs monitoring, except where an exporter of the node reports it', () => {
    expect(objects(rule, [deployment(), hpa(on('queue_length'))])).toBe(true);
    expect(objects(rule, [deployment(), hpa(on('DCGM_FI_DEV_GPU_UTIL'))])).toBe(false);
  });
});

describe('a target', () => {
  const rule = 'autoscaler-without-target';

  test('is found by kind, name and namespace', () => {
    expect(objects(rule, [hpa()])).toBe(true);
    expect(objects(rule, [hpa(), deployment()])).toBe(false);
    expect(objects(rule, [hpa({ scaleTargetRef: { kind: 'StatefulSet', name: 'scorer' } }), deployment()])).toBe(true);
    const elsewhere = deployment();
    elsewhere.metadata.namespace = 'other';
    expect(objects(rule, [hpa(), elsewhere])).toBe(true);
    expect(objects(rule, [hpa()], { existing: ['Deployment/scorer'] })).toBe(false);
  });

  test('may be a custom resource', () => {
    const target = { apiVersion: 'ray.io/v1', kind: 'RayService', name: 'anything' };
    expect(objects(rule, [hpa({ scaleTargetRef: target }), custom('ray.io/v1', 'RayService')])).toBe(false);
  });

  test('is needed by KEDA and by a VPA too', () => {
    expect([objects(rule, [scaled()]), objects(rule, [scaled(), deployment()])]).toEqual([true, false]);
    expect([objects(rule, [vpa({})]), objects(rule, [vpa({}), deployment()])]).toEqual([true, false]);
  });
});

describe('utilization needs requests', () => {
  const rule = 'hpa-without-request';
  const on = (podSpec: object, spec: object = { metrics: [onCpu] }) =>
    objects(rule, [deployment({}, podSpec), hpa(spec)]);

  test('on every container, sidecars included', () => {
    expect(on({ containers: [cpu()] })).toBe(false);
    expect(on({ containers: [container()] })).toBe(true);
    expect(on({ containers: [cpu(), container({ name: 'logs' })] })).toBe(true);
    expect(on({ initContainers: [container({ name: 'logs', restartPolicy: 'Always' })], containers: [cpu()] })).toBe(
      true,
    );
    expect(on({ initContainers: [container({ name: 'download' })], containers: [cpu()] })).toBe(false);
  });

  test('a limit is a request, and so is the default of a LimitRange or of the pod', () => {
    expect(on({ containers: [cpu({}, { cpu: '1' })] })).toBe(false);
    const range = (item: object) =>
      object('v1', 'LimitRange', 'd', { spec: { limits: [{ type: 'Container', ...item }] } });
    for (const [item, missing] of [
      [{ defaultRequest: { cpu: '100m' } }, false],
      [{ default: { cpu: '100m' } }, false],
      [{ min: { cpu: '100m' } }, false],
      [{ defaultRequest: { memory: '1Gi' } }, true],
    ] as const)
      expect([item, objects(rule, [deployment(), hpa({ metrics: [onCpu] }), range(item)])]).toEqual([item, missing]);
    expect(on({ resources: { requests: { cpu: '2' } }, containers: [container()] })).toBe(false);
  });

  test('an average value needs none', () => {
    const metric = {
      type: 'Resource',
      resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '500m' } },
    };
    expect(on({ containers: [container()] }, { metrics: [metric] })).toBe(false);
  });

  test('one container alone, if it is there', () => {
    const metric = (name: string) => ({
      metrics: [
        {
          type: 'ContainerResource',
          containerResource: { name: 'cpu', container: name, target: { type: 'Utilization', averageUtilization: 70 } },
        },
      ],
    });
    const containers = [cpu(), container({ name: 'logs' })];
    expect([
      on({ containers }, metric('api')),
      on({ containers }, metric('logs')),
      on({ containers }, metric('x')),
    ]).toEqual([false, true, true]);
  });

  test("KEDA's scaler on CPU is one", () => {
    const keda = object('keda.sh/v1alpha1', 'ScaledObject', 'k', {
      spec: {
        scaleTargetRef: { name: 'scorer' },
        triggers: [{ type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } }],
      },
    });
    expect([
      objects(rule, [keda, deployment()]),
      objects(rule, [keda, deployment({}, { containers: [cpu()] })]),
    ]).toEqual([true, false]);
  });
});

describe('HPA and VPA', () => {
  const fights = (spec: object, metrics: object[] = [onCpu]) =>
    objects('hpa-and-vpa', [deployment({}, { containers: [cpu()] }), hpa({ metrics }), vpa(spec)]);
  const memory = {
    type: 'Resource',
    resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
  };

  test('on one resource', () => {
    expect(fights({})).toBe(true);
    for (const updateMode of ['Auto', 'Initial', 'Recreate', 'InPlaceOrRecreate'])
      expect(fights({ updatePolicy: { updateMode } })).toBe(true);
    expect(fights({}, [memory])).toBe(true);
  });

  test('not where the VPA only recommends', () => {
    expect(fights({ updatePolicy: { updateMode: 'Off' } })).toBe(false);
  });

  test('not where it leaves the resource, or the container, alone', () => {
    const policy = (rest: object) => ({ resourcePolicy: { containerPolicies: [{ containerName: '*', ...rest }] } });
    expect(fights(policy({ controlledResources: ['memory'] }))).toBe(false);
    expect(fights(policy({ controlledResources: ['cpu'] }))).toBe(true);
    expect(fights(policy({ controlledResources: ['memory'] }), [onCpu, memory])).toBe(true);
    expect(fights(policy({ mode: 'Off' }))).toBe(false);
    const named = { containerName: 'api', controlledResources: ['memory'] };
    expect(fights({ resourcePolicy: { containerPolicies: [named] } })).toBe(false);
  });

  test('not where the HPA scales on something else', () => {
    const queue = {
      type: 'External',
      external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '10' } },
    };
    expect(fights({}, [queue])).toBe(false);
  });
});

test('two autoscalers on one workload', () => {
  expect(objects('two-autoscalers', [deployment(), hpa(), scaled()])).toBe(true);
  expect(objects('two-autoscalers', [deployment(), hpa(), scaled('other')])).toBe(false);
});

test('bounds', () => {
  for (const [spec, wrong] of [
    [{ minReplicas: 2, maxReplicas: 2 }, false],
    [{ minReplicas: 3, maxReplicas: 2 }, true],
    [{ maxReplicas: 0 }, true],
    [{ maxReplicas: undefined }, true],
  ] as const)
    expect([spec, objects('hpa-bounds', [hpa(spec)])]).toEqual([spec, wrong]);
});

describe('a budget that lets no pod go', () => {
  const blocks = (spec: object, ...others: unknown[]) => objects('budget-blocks-drain', [budget(spec), ...others]);

  test.each([
    [{ maxUnavailable: 0 }, 5, true],
    [{ maxUnavailable: '0%' }, 5, true],
    [{ maxUnavailable: 1 }, 1, false],
    [{ maxUnavailable: '1%' }, 2, false],
    [{ minAvailable: 1 }, 1, true],
    [{ minAvailable: 1 }, 2, false],
    [{ minAvailable: 2 }, 2, true],
    [{ minAvailable: 3 }, 2, true],
    [{ minAvailable: '100%' }, 5, true],
    // half of three is two, rounded up
    [{ minAvailable: '50%' }, 3, false],
    [{ minAvailable: '50%' }, 1, true],
    [{ minAvailable: '67%' }, 3, true],
    [{}, 3, false],
  ])('%j with %d replicas: %s', (spec, replicas, blocked) => {
    expect(blocks(spec, deployment({ replicas }))).toBe(blocked);
  });

  test('one replica is the default', () => {
    expect(blocks({ minAvailable: 1 }, deployment())).toBe(true);
  });

  test('the fewest pods of an autoscaler count', () => {
    expect(blocks({ minAvailable: 2 }, deployment(), hpa({ minReplicas: 2 }))).toBe(true);
    expect(blocks({ minAvailable: 2 }, deployment(), hpa({ minReplicas: 3 }))).toBe(false);
    expect(blocks({ minAvailable: 1 }, deployment(), hpa())).toBe(true);
    expect(blocks({ minAvailable: 1 }, deployment({ replicas: 5 }), hpa({ minReplicas: 1 }))).toBe(true);
    expect(blocks({ minAvailable: 1 }, deployment(), scaled())).toBe(true);
  });

  test('pods of DaemonSets and bare pods are not counted', () => {
    const daemons = { ...deployment(), kind: 'DaemonSet' };
    expect(blocks({ maxUnavailable: 0 }, daemons)).toBe(false);
    const bare = pod({}, { labels: { app: 'scorer' } });
    expect(blocks({ minAvailable: 1 }, bare)).toBe(false);
    expect(blocks({ minAvailable: 1 }, bare, deployment())).toBe(false);
  });

  test('the message says how many there are', () => {
    const [finding] = findings('budget-blocks-drain', [budget({ minAvailable: 2 }), deployment({ replicas: 2 })]);
    expect(finding).toMatchObject({
      prop: 'spec.minAvailable',
      got: 2,
      expected: 'less than 2, the fewest pods that it covers',
    });
    expect(finding.fix).toContain('Deployment ml/scorer');
  });
});

describe('rollouts', () => {
  test.each([
    [{ maxSurge: 0, maxUnavailable: 0 }, true],
    [{ maxSurge: '0%', maxUnavailable: 0 }, true],
    [{ maxSurge: 0, maxUnavailable: 1 }, false],
    [{ maxUnavailable: 0 }, false],
    [{ maxSurge: 0 }, false],
  ])('%j', (rollingUpdate, stuck) => {
    expect(objects('rollout-stuck', [deployment({ strategy: { type: 'RollingUpdate', rollingUpdate } })])).toBe(stuck);
  });

  test("a DaemonSet's surge is 0 by default", () => {
    const daemons = deployment({ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } });
    expect(objects('rollout-stuck', [{ ...daemons, kind: 'DaemonSet' }])).toBe(true);
  });
});

describe('stopping and restarting', () => {
  const fills = (preStop: object, seconds?: number) =>
    objects('pre-stop-exceeds-grace', [
      pod({ terminationGracePeriodSeconds: seconds, containers: [container({ lifecycle: { preStop } })] }),
    ]);

  test('a sleep leaves time to finish', () => {
    expect([fills({ sleep: { seconds: 30 } }), fills({ sleep: { seconds: 29 } })]).toEqual([true, false]);
    expect([fills({ sleep: { seconds: 60 } }, 60), fills({ sleep: { seconds: 60 } }, 90)]).toEqual([true, false]);
    expect(fills({ exec: { command: ['sh', '-c', 'sleep 30'] } })).toBe(true);
    expect(fills({ exec: { command: ['/bin/sleep', '10'] } })).toBe(false);
    expect(fills({ exec: { command: ['sh', '-c', 'drain && sleep 30'] } })).toBe(false);
  });

  test('liveness is at least as patient as readiness', () => {
    const probes = (liveness: object, readiness: object) =>
      objects('liveness-before-readiness', [
        pod({ containers: [container({ livenessProbe: liveness, readinessProbe: readiness })] }),
      ]);
    expect(probes({}, {})).toBe(false);
    expect(probes({ periodSeconds: 5 }, {})).toBe(true);
    expect(probes({ failureThreshold: 1 }, { failureThreshold: 2 })).toBe(true);
    expect(probes({ periodSeconds: 15, failureThreshold: 3 }, { periodSeconds: 10, failureThreshold: 3 })).toBe(false);
  });

  test('a restart policy fits its kind', () => {
    const rule = 'invalid-restart-policy';
    expect([objects(rule, [job()]), objects(rule, [job({}, { restartPolicy: 'OnFailure' })])]).toEqual([false, false]);
    expect([
      objects(rule, [job({}, { restartPolicy: 'Always' })]),
      objects(rule, [job({}, { restartPolicy: undefined })]),
    ]).toEqual([true, true]);
    expect([
      objects(rule, [deployment({}, { restartPolicy: 'Never' })]),
      objects(rule, [deployment({}, { restartPolicy: 'Always' })]),
    ]).toEqual([true, false]);
    expect(objects(rule, [pod({ restartPolicy: 'Never' })])).toBe(false);
  });
});
