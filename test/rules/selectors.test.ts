import {
  budget,
  checkObjects,
  container,
  custom,
  deployment,
  findings,
  job,
  object,
  objects,
  pod,
  service,
} from './support';

describe('selectors that match nothing', () => {
  const rule = 'selector-without-pods';

  test('of a Service and a budget', () => {
    expect(objects(rule, [service()])).toBe(true);
    expect(objects(rule, [budget()])).toBe(true);
    expect(objects(rule, [service(), deployment()])).toBe(false);
    expect(objects(rule, [budget({ maxUnavailable: 1 }), deployment()])).toBe(false);
    expect(objects(rule, [service({ selector: { app: 'scorer', tier: 'x' } }), deployment()])).toBe(true);
  });

  test('pods of another namespace do not count', () => {
    const elsewhere = deployment();
    elsewhere.metadata.namespace = 'other';
    expect(objects(rule, [service(), elsewhere])).toBe(true);
  });

  test('a Service without a selector, or for another name, has its endpoints from elsewhere', () => {
    for (const spec of [{ selector: undefined }, { selector: {} }, { type: 'ExternalName', externalName: 'a.b' }])
      expect(objects(rule, [service(spec)])).toBe(false);
  });

  test('a budget with an empty selector means all pods', () => {
    expect(objects(rule, [budget({ selector: {} }), deployment()])).toBe(false);
    expect(objects(rule, [budget({ selector: {} })])).toBe(true);
  });

  test('labels that controllers put on pods are taken as there', () => {
    const labels = { app: 'scorer', 'statefulset.kubernetes.io/pod-name': 'scorer-0' };
    expect(objects(rule, [service({ selector: labels }), deployment()])).toBe(false);
    expect(objects(rule, [service({ selector: { 'job-name': 'train' } }), job()])).toBe(false);
    expect(objects(rule, [service({ selector: { 'job-name': 'test' } }), job()])).toBe(true);
  });

  test('where a custom resource may make pods, nothing is said', () => {
    const inference = custom('serving.kserve.io/v1beta1', 'InferenceService');
    expect(objects(rule, [service(), inference])).toBe(false);
    expect(objects(rule, [service(), custom('example.com/v1', 'Widget')])).toBe(false);
    expect(objects(rule, [service(), custom('example.com/v1', 'Widget', { metadata: { namespace: 'other' } })])).toBe(
      true,
    );
    for (const inert of [
      'external-secrets.io/v1 ExternalSecret',
      'monitoring.coreos.com/v1 ServiceMonitor',
      'argoproj.io/v1alpha1 AnalysisTemplate',
    ]) {
      const [apiVersion, kind] = inert.split(' ');
      expect(objects(rule, [service(), custom(apiVersion, kind)])).toBe(true);
    }
  });

  test.each([
    ['In', { key: 'app', operator: 'In', values: ['scorer', 'x'] }, true],
    ['In, not', { key: 'app', operator: 'In', values: ['x'] }, false],
    ['NotIn', { key: 'app', operator: 'NotIn', values: ['x'] }, true],
    ['NotIn, not', { key: 'app', operator: 'NotIn', values: ['scorer'] }, false],
    ['NotIn, absent', { key: 'tier', operator: 'NotIn', values: ['x'] }, true],
    ['Exists', { key: 'app', operator: 'Exists' }, true],
    ['Exists, not', { key: 'tier', operator: 'Exists' }, false],
    ['DoesNotExist', { key: 'tier', operator: 'DoesNotExist' }, true],
    ['DoesNotExist, not', { key: 'app', operator: 'DoesNotExist' }, false],
  ])('matchExpressions: %s', (_name, expression, matches) => {
    const selective = budget({ selector: { matchExpressions: [expression] }, maxUnavailable: 1 });
    expect(objects(rule, [selective, deployment()])).toBe(!matches);
  });

  test('a workload that is expected makes the pods', () => {
    const to = (expects: string) => ({
      ...service(),
      metadata: { ...service().metadata, annotations: { 'cdk8s-ml.io/expects': expects } },
    });
    expect(objects(rule, [to('Deployment/scorer')])).toBe(false);
    expect(objects(rule, [to('RayCluster/scorer')])).toBe(false);
    expect(objects(rule, [to('Secret/scorer')])).toBe(true);
  });

  test('a NetworkPolicy is a warning, and silent where it means all', () => {
    const policy = (podSelector: object) =>
      object('networking.k8s.io/v1', 'NetworkPolicy', 'p', { spec: { podSelector } });
    const found = (...all: unknown[]) => findings('network-policy-without-pods', all);
    expect(found(policy({}))).toEqual([]);
    expect(found(policy({ matchLabels: { app: 'scorer' } }), deployment())).toEqual([]);
    const named = policy({ matchLabels: { app: 'x' } });
    expect(found(named, deployment())[0].severity).toBe('warning');
    named.metadata.annotations = { 'cdk8s-ml.io/expects': 'Deployment/x' };
    expect(found(named, deployment())).toEqual([]);
  });
});

describe('selectors of workloads', () => {
  test('must match their own template', () => {
    const rule = 'selector-misses-template';
    expect(objects(rule, [deployment({ selector: { matchLabels: { app: 'x' } } })])).toBe(true);
    expect(objects(rule, [deployment({ selector: undefined })])).toBe(true);
    expect(objects(rule, [deployment({ selector: {} })])).toBe(true);
    const rollout = object('argoproj.io/v1alpha1', 'Rollout', 'r', {
      spec: { template: { spec: { containers: [] } } },
    });
    expect(objects(rule, [rollout, job()])).toBe(false);
  });

  const rule = 'selector-overlap';
  const labelled = (name: string, labels: object, selector: object = labels) =>
    deployment(
      { selector: { matchLabels: selector }, template: { metadata: { labels }, spec: { containers: [container()] } } },
      {},
      name,
    );

  test('must not match those of another', () => {
    const both = [labelled('a', { app: 's' }), labelled('b', { app: 's' })];
    expect(findings(rule, both).map(({ object }) => object)).toEqual(['Deployment ml/a', 'Deployment ml/b']);
    const oneWay = [labelled('a', { app: 's' }), labelled('b', { app: 's', track: 'canary' })];
    expect(findings(rule, oneWay).map(({ object }) => object)).toEqual(['Deployment ml/a']);
    expect(
      objects(rule, [labelled('a', { app: 's', track: 'stable' }), labelled('b', { app: 's', track: 'canary' })]),
    ).toBe(false);
  });

  test('may match the pods of a Job, which no selector counts', () => {
    const trainer = job({
      template: {
        metadata: { labels: { app: 'scorer' } },
        spec: { restartPolicy: 'Never', containers: [container()] },
      },
    });
    expect(objects(rule, [deployment(), trainer])).toBe(false);
    // but the Service sends it requests
    expect(findings('service-for-several-workloads', [deployment(), trainer, service()])[0].severity).toBe('warning');
  });

  test('namespaces keep them apart', () => {
    const other = deployment();
    other.metadata.namespace = 'other';
    expect(objects(rule, [deployment(), other])).toBe(false);
  });

  test('a budget is for one workload, unless it means all', () => {
    const two = [labelled('a', { part: 's', app: 'a' }), labelled('b', { part: 's', app: 'b' })];
    expect(findings(rule, [...two, budget({ selector: { matchLabels: { part: 's' } } })])[0].object).toBe(
      'PodDisruptionBudget ml/scorer',
    );
    expect(objects(rule, [...two, budget({ selector: {} })])).toBe(false);
  });
});

test('a Service for the two tracks of a canary is a warning that can be waived', () => {
  const track = (name: string) =>
    deployment(
      {
        selector: { matchLabels: { app: 'scorer', track: name } },
        template: { metadata: { labels: { app: 'scorer', track: name } }, spec: { containers: [container()] } },
      },
      {},
      name,
    );
  const all = [track('stable'), track('canary'), service()];
  expect(checkObjects(all).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['service-for-several-workloads', 'warning'],
  ]);
  all[2].metadata.annotations = { 'cdk8s-ml.io/waive-service-for-several-workloads': 'a canary' };
  expect(checkObjects(all)).toEqual([]);
});

test('a workload that is there twice is one to its Service', () => {
  expect(checkObjects([deployment(), deployment(), service()]).map(({ rule }) => rule)).toEqual(['duplicate-object']);
});

test('a headless Service that names the members of a gang may have those of several Jobs', () => {
  const rule = 'service-for-several-workloads';
  const role = (name: string) => {
    const one = job({}, {}, name);
    one.spec.template.metadata = { labels: { app: 'scorer', role: name } };
    return one;
  };
  const headless = (spec: object) => [role('chief'), role('worker'), service({ clusterIP: 'None', ...spec })];
  expect(objects(rule, headless({}))).toBe(true);
  expect(objects(rule, headless({ publishNotReadyAddresses: true }))).toBe(false);
});

test('Pods behind one Service are its replicas', () => {
  const bare = (name: string) => ({ ...pod({}, { labels: { app: 'scorer' }, name }) });
  expect(objects('service-for-several-workloads', [bare('a'), bare('b'), service()])).toBe(false);
});

describe('ports', () => {
  const rule = 'service-port-unopened';
  const open = (...ports: object[]) => deployment({}, { containers: [container({ ports })] });
  const wrong = (port: object, ...ports: object[]) =>
    objects(rule, [service({ ports: [{ port: 80, ...port }] }), open(...ports)]);

  test('by number', () => {
    expect(wrong({ targetPort: 8000 }, { containerPort: 8000 })).toBe(false);
    expect(wrong({ targetPort: 8001 }, { containerPort: 8000 })).toBe(true);
    expect(wrong({}, { containerPort: 80 })).toBe(false);
    expect(wrong({}, { containerPort: 8000 })).toBe(true);
    // nothing is said about ports at all
    expect(wrong({ targetPort: 8001 })).toBe(false);
  });

  test('by name and protocol', () => {
    expect(wrong({ targetPort: 'http' }, { name: 'http', containerPort: 8000 })).toBe(false);
    expect(wrong({ targetPort: 'web' }, { name: 'http', containerPort: 8000 })).toBe(true);
    expect(wrong({ targetPort: 'http', protocol: 'UDP' }, { name: 'http', containerPort: 8000 })).toBe(true);
    expect(wrong({ targetPort: 'web' })).toBe(true);
  });

  test('a native sidecar opens ports, an init container does not', () => {
    const ports = [{ name: 'proxy', containerPort: 9000 }];
    const withInit = (restartPolicy?: string) =>
      deployment({}, { initContainers: [container({ name: 'proxy', ports, restartPolicy })] });
    const to = service({ ports: [{ port: 80, targetPort: 'proxy' }] });
    expect([objects(rule, [to, withInit('Always')]), objects(rule, [to, withInit()])]).toEqual([false, true]);
  });

  test('a probe sees the ports of its own container', () => {
    const probe = (port: unknown, action = 'httpGet') =>
      objects('probe-port-unknown', [
        pod({
          containers: [
            container({ ports: [{ name: 'http', containerPort: 1 }], livenessProbe: { [action]: { port } } }),
            container({ name: 'b', ports: [{ name: 'metrics', containerPort: 2 }] }),
          ],
        }),
      ]);
    expect([probe('http'), probe(8000), probe('8000'), probe('metrics'), probe('web', 'tcpSocket')]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    const hook = container({ lifecycle: { preStop: { httpGet: { port: 'admin' } } } });
    expect(objects('probe-port-unknown', [pod({ containers: [hook] })])).toBe(true);
  });

  test('a port of the nodes is one for the cluster, for each protocol', () => {
    const at = (name: string, namespace: string, protocol?: string) => ({
      ...service({ selector: undefined, type: 'NodePort', ports: [{ port: 80, nodePort: 30001, protocol }] }),
      metadata: { name, namespace },
    });
    expect(objects('node-port-taken', [at('a', 'x'), at('b', 'y')])).toBe(true);
    expect(objects('node-port-taken', [at('a', 'x'), at('b', 'y', 'UDP')])).toBe(false);
  });
});

describe('two budgets', () => {
  test('on one pod, whatever their selectors', () => {
    const two = [
      budget({ maxUnavailable: 1 }),
      budget({ maxUnavailable: 1, selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }, 'b'),
    ];
    expect(findings('pod-with-two-budgets', [deployment(), ...two])[0].expected).toBe(
      'pods that have no budget yet: those of Deployment ml/scorer have PodDisruptionBudget ml/scorer',
    );
    expect(
      objects('pod-with-two-budgets', [deployment(), two[0], budget({ selector: { matchLabels: { app: 'b' } } }, 'b')]),
    ).toBe(false);
  });
});
