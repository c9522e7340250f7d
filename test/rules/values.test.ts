import { checkObjects, container, custom, deployment, findings, job, object, objects, pod, service } from './support';

describe('values of fields with a few words', () => {
  const rule = 'invalid-value';

  test.each<[string, unknown, string]>([
    ['pull policy', pod({ containers: [container({ imagePullPolicy: 'always' })] }), 'write Always'],
    ['restart policy', pod({ restartPolicy: 'onfailure' }), 'write OnFailure'],
    ['DNS policy', pod({ dnsPolicy: 'Clusterfirst' }), 'write ClusterFirst'],
    ['protocol', service({ ports: [{ port: 80, protocol: 'tcp' }] }), 'write TCP'],
    ['type of a Service', service({ type: 'Loadbalancer' }), 'write LoadBalancer'],
    ['strategy', deployment({ strategy: { type: 'Rolling' } }), 'Deployment ml/scorer'],
    ['effect', pod({ tolerations: [{ key: 'a', effect: 'Noschedule' }] }), 'write NoSchedule'],
    ['completion mode', job({ completionMode: 'indexed' }), 'write Indexed'],
  ])('%s', (_name, made, fix) => {
    const found = findings(rule, [made]);
    expect(found).toHaveLength(1);
    expect(found[0].fix).toContain(fix);
  });

  test('are named with their path, in templates of custom resources too', () => {
    const template = { spec: { containers: [container({ imagePullPolicy: 'Sometimes' })] } };
    const spec = { tasks: [{ name: 'w', template }] };
    expect(findings(rule, [custom('batch.volcano.sh/v1alpha1', 'Job', { spec })]).map(({ prop }) => prop)).toEqual([
      'spec.tasks[w].template.spec.containers[api].imagePullPolicy',
    ]);
    const terms = [{ matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] }];
    const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } };
    expect(findings(rule, [pod({ affinity: { nodeAffinity } })])[0].prop).toBe(
      'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].operator',
    );
  });

  test('what is right, left out, replaced later or no text is not reported', () => {
    for (const imagePullPolicy of ['Always', undefined, null, '{{inputs.parameters.policy}}', 1])
      expect(objects(rule, [pod({ containers: [container({ imagePullPolicy })] })])).toBe(false);
  });

  test('a restart policy that no kind takes is reported once', () => {
    const found = checkObjects([job({}, { restartPolicy: 'Sometimes' })]).map((finding) => finding.rule);
    expect(found).toEqual([rule]);
  });
});

describe('names of resources', () => {
  const of = (resources: object) => findings('invalid-resources', [pod({ containers: [container({ resources })] })]);

  test('without a domain are the three of Kubernetes, or huge pages', () => {
    expect(of({ limits: { cpuu: '1' } }).map(({ prop, fix }) => [prop, fix])).toEqual([
      ['spec.containers[api].resources.limits[cpuu]', 'write cpu'],
    ]);
    expect(of({ limits: { gpu: 1 } })[0].fix).toContain('write nvidia.com/gpu');
    const fine = { cpu: 1, memory: '1Gi', 'ephemeral-storage': '1Gi', 'nvidia.com/gpu': 1, 'hugepages-2Mi': '2Mi' };
    expect(of({ limits: fine })).toEqual([]);
    expect(of({ limits: { cpu: '{{inputs.parameters.cpu}}' } })).toEqual([]);
  });

  test('of a quota', () => {
    const fixes = (...keys: string[]) =>
      findings('invalid-quota-key', [
        custom('v1', 'ResourceQuota', { spec: { hard: Object.fromEntries(keys.map((key) => [key, '1'])) } }),
      ]).map(({ fix }) => fix);
    expect(fixes('nvidia.com/gpu', 'limits.nvidia.com/gpu')).toEqual(Array(2).fill('write requests.nvidia.com/gpu'));
    expect(fixes('limits.cpus')).toEqual(['write limits.cpu']);
    expect(fixes('gpu')[0]).toContain('write requests.nvidia.com/gpu');
    expect(fixes('anything')[0]).toContain('remove it');
    expect(
      fixes(
        'pods',
        'services.loadbalancers',
        'count/jobs.batch',
        'requests.nvidia.com/gpu',
        'requests.hugepages-2Mi',
        'fast.storageclass.storage.k8s.io/requests.storage',
        'gpu.deviceclass.resource.k8s.io/devices',
      ),
    ).toEqual([]);
  });
});

describe('entries with the same key', () => {
  const rule = 'duplicate-entry';
  const of = (rest: object) => findings(rule, [pod({ containers: [container(rest)] })]).map(({ prop }) => prop);

  test.each<[string, object, string[]]>([
    ['variables', { env: [{ name: 'A' }, { name: 'B' }, { name: 'A' }] }, ['spec.containers[api].env[2]']],
    ['mounts', { volumeMounts: [{ mountPath: '/a' }, { mountPath: '/a' }] }, ['spec.containers[api].volumeMounts[1]']],
    [
      'ports',
      { ports: [{ containerPort: 1 }, { containerPort: 1, protocol: 'TCP' }] },
      ['spec.containers[api].ports[1]'],
    ],
    ['ports of two protocols', { ports: [{ containerPort: 1 }, { containerPort: 1, protocol: 'UDP' }] }, []],
    ['nothing to compare', { env: [{}, {}] }, []],
  ])('%s', (_name, rest, expected) => expect(of(rest)).toEqual(expected));

  test('secrets for images, spread constraints and ports of a Service', () => {
    const spread = { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' };
    expect(findings(rule, [pod({ imagePullSecrets: [{ name: 'a' }, { name: 'a' }] })])).toHaveLength(1);
    expect(findings(rule, [pod({ topologySpreadConstraints: [spread, spread] })])).toHaveLength(1);
    expect(
      findings(rule, [pod({ topologySpreadConstraints: [spread, { ...spread, whenUnsatisfiable: 'DoNotSchedule' }] })]),
    ).toEqual([]);
    expect(
      findings(rule, [
        service({
          ports: [
            { name: 'a', port: 80 },
            { name: 'b', port: 80 },
          ],
        }),
      ]),
    ).toHaveLength(1);
  });
});

describe('keys of Kubernetes', () => {
  const rule = 'kubernetes-key';
  const labels = (key: string) => findings(rule, [custom('v1', 'Service', { metadata: { labels: { [key]: 'a' } } })]);
  const select = (key: string) => findings(rule, [pod({ nodeSelector: { [key]: 'a' } })]);

  test('known ones, open domains and domains of others are fine', () => {
    for (const key of [
      'app.kubernetes.io/name',
      'kubernetes.io/os',
      'topology.kubernetes.io/zone',
      'node-role.kubernetes.io/anything',
      'nginx.ingress.kubernetes.io/anything',
      'service.beta.kubernetes.io/aws-load-balancer-type',
      'kueue.x-k8s.io/queue-name',
      'example.com/kubernetes.io',
      'team',
    ])
      expect([key, labels(key), select(key)]).toEqual([key, [], []]);
  });

  test('a domain that nobody has is refused, with the one that was meant', () => {
    for (const key of ['minikube.k8s.io/name', 'traefik.ingress.kubernetes.io/x', 'jobset.sigs.k8s.io/x', 'k8s.io/x'])
      expect([key, labels(key)]).toEqual([key, []]);
    expect(select('topolgy.kubernetes.io/zone')[0].fix).toBe('write topology.kubernetes.io/zone');
    expect(labels('our-team.kubernetes.io/owner')[0].fix).toBe('use a key with a domain of your own');
  });

  test('pods are put near to others by a label of nodes', () => {
    const term = { labelSelector: {}, topologyKey: 'failure-domain.beta.kubernetes.io/zone' };
    const required = { requiredDuringSchedulingIgnoredDuringExecution: [term] };
    const preferred = { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] };
    for (const affinity of [{ podAffinity: required }, { podAntiAffinity: preferred }])
      expect(findings(rule, [pod({ affinity })]).map(({ fix }) => fix)).toEqual(['use topology.kubernetes.io/zone']);
  });

  test('deprecated ones name what replaced them', () => {
    expect(select('beta.kubernetes.io/os')[0].fix).toBe('use kubernetes.io/os');
    expect(labels('app.kubernetes.io/created-by')).toHaveLength(1);
    const affinity = (operator: object) => ({ nodeAffinity: operator });
    const term = { matchExpressions: [{ key: 'failure-domain.beta.kubernetes.io/zone', operator: 'Exists' }] };
    const required = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } };
    const preferred = { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: term }] };
    expect(
      findings(rule, [pod({ affinity: affinity(required) }), deployment({}, { affinity: affinity(preferred) })]),
    ).toHaveLength(2);
    expect(
      findings(rule, [pod({ topologySpreadConstraints: [{ topologyKey: 'beta.kubernetes.io/arch' }] })]),
    ).toHaveLength(1);
  });

  test('unknown ones name the nearest', () => {
    expect(labels('app.kubernetes.io/nmae')[0].fix).toBe('write app.kubernetes.io/name');
    expect(select('topology.kubernetes.io/zones')[0].fix).toBe('write topology.kubernetes.io/zone');
    expect(labels('kubernetes.io/our-team')[0].fix).toContain('a domain of your own');
  });

  test('what Kubernetes writes is a copy, but may be selected', () => {
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{}' };
    expect(findings(rule, [custom('v1', 'Service', { metadata: { annotations } })])[0].fix).toContain('remove it');
  });
});

describe('annotations that the API server refuses', () => {
  const rule = 'refused-annotation';
  const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
  const armor = (container: string, value: string) =>
    findings(rule, [
      deployment({
        template: {
          metadata: { labels: { app: 'scorer' }, annotations: { [PREFIX + container]: value } },
          spec: { containers: [{ name: 'api', image: 'a:1' }] },
        },
      }),
    ]);

  test('AppArmor for a container that is not there, or with a profile that is none', () => {
    expect(armor('api', 'runtime/default')).toEqual([]);
    expect(armor('api', 'localhost/profile')).toEqual([]);
    expect(armor('web', 'runtime/default')[0].expected).toContain('api');
    expect(armor('api', 'default')[0].prop).toBe(`spec.template.metadata.annotations[${PREFIX}api]`);
  });

  test('a mirror pod', () => {
    const mirror = { annotations: { 'kubernetes.io/config.mirror': 'x' } };
    expect([objects(rule, [pod({}, mirror)]), objects(rule, [pod({ nodeName: 'n' }, mirror)])]).toEqual([true, false]);
  });

  test('the class of an Ingress, once for the field and once as deprecated alone', () => {
    const ingress = (spec: object) =>
      checkObjects([
        object('networking.k8s.io/v1', 'Ingress', 'i', {
          metadata: { annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
          spec,
        }),
      ]).map((finding) => [finding.rule, finding.severity]);
    expect(ingress({ ingressClassName: 'nginx' })).toEqual([[rule, 'error']]);
    expect(ingress({})).toEqual([['kubernetes-key', 'warning']]);
  });
});

describe('variables as a shell writes them', () => {
  const rule = 'shell-variable';
  const DEFINED = { name: 'MODEL', value: 'churn' };
  const CURLY = `$${'{MODEL}'}`;
  const of = (rest: object) =>
    findings(rule, [pod({ containers: [container(rest)] })]).map(({ prop, got }) => [prop, got]);

  test('in the value of a variable and in arguments', () => {
    expect(of({ env: [DEFINED, { name: 'PATH_', value: `/models/${CURLY}` }] })).toEqual([
      ['spec.containers[api].env[PATH_].value', CURLY],
    ]);
    expect(of({ env: [DEFINED], args: ['--model', CURLY] })).toEqual([['spec.containers[api].args[1]', CURLY]]);
  });

  test('not in a script, nor of a variable that the container does not define', () => {
    expect(of({ env: [DEFINED], command: ['sh', '-c', `echo ${CURLY}`] })).toEqual([]);
    expect(of({ env: [DEFINED], command: ['/bin/bash', '-c'], args: [`echo ${CURLY}`] })).toEqual([]);
    expect(of({ env: [DEFINED], args: [`echo\n${CURLY}`] })).toEqual([]);
    expect(of({ env: [DEFINED], args: [`$${'{OTHER}'}`, '$(MODEL)', '$MODEL'] })).toEqual([]);
    expect(of({ args: [CURLY] })).toEqual([]);
  });
});
