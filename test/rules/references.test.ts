import { checkObjects, container, custom, findings, object, objects, pod, service } from './support';

const secretEnv = (name: string, key: string, more: object = {}) =>
  pod({ containers: [container({ env: [{ name: 'X', valueFrom: { secretKeyRef: { name, key, ...more } } }] })] });
const missingSecret = (...all: unknown[]) => objects('missing-secret', all);
const missingKey = (...all: unknown[]) => objects('missing-secret-key', all);

describe('every place where a pod needs a ConfigMap or Secret', () => {
  const places: [string, string, object][] = [
    [
      'missing-config-map',
      'env',
      { containers: [container({ env: [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'a', key: 'b' } } }] })] },
    ],
    ['missing-config-map', 'envFrom', { containers: [container({ envFrom: [{ configMapRef: { name: 'a' } }] })] }],
    [
      'missing-config-map',
      'init',
      { initContainers: [container({ name: 'i', envFrom: [{ configMapRef: { name: 'a' } }] })] },
    ],
    ['missing-config-map', 'volume', { volumes: [{ name: 'v', configMap: { name: 'a' } }] }],
    [
      'missing-config-map',
      'projected',
      { volumes: [{ name: 'v', projected: { sources: [{ configMap: { name: 'a' } }] } }] },
    ],
    [
      'missing-secret',
      'env',
      { containers: [container({ env: [{ name: 'X', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] })] },
    ],
    ['missing-secret', 'envFrom', { containers: [container({ envFrom: [{ secretRef: { name: 'a' } }] })] }],
    ['missing-secret', 'volume', { volumes: [{ name: 'v', secret: { secretName: 'a' } }] }],
    ['missing-secret', 'projected', { volumes: [{ name: 'v', projected: { sources: [{ secret: { name: 'a' } }] } }] }],
    ['missing-secret', 'pull', { imagePullSecrets: [{ name: 'a' }] }],
    ['missing-secret', 'csi', { volumes: [{ name: 'v', csi: { driver: 'd', nodePublishSecretRef: { name: 'a' } } }] }],
    ['missing-claim', 'volume', { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'a' } }] }],
    ['missing-service-account', 'account', { serviceAccountName: 'a' }],
  ];

  test.each(places)('%s: %s', (rule, _place, spec) => {
    expect(findings(rule, [pod(spec)])).toHaveLength(1);
    const kind =
      { 'missing-config-map': 'ConfigMap', 'missing-secret': 'Secret', 'missing-claim': 'PersistentVolumeClaim' }[
        rule
      ] ?? 'ServiceAccount';
    expect(findings(rule, [pod(spec)], { existing: [`${kind}/a`] })).toEqual([]);
    expect(findings(rule, [pod(spec)], { existing: [`${kind}/ml/a`] })).toEqual([]);
    expect(findings(rule, [pod(spec)], { existing: [`${kind}/other/a`] })).toHaveLength(1);
    expect(findings(rule, [pod(spec, { annotations: { 'cdk8s-ml.io/expects': `${kind}/a` } })])).toEqual([]);
    const elsewhere = object('v1', kind, 'a', { metadata: { namespace: 'other' } });
    expect(findings(rule, [pod(spec), elsewhere])).toHaveLength(1);
  });
});

describe('what provides a Secret', () => {
  const external = (spec: object, kind = 'ExternalSecret') => object('external-secrets.io/v1', kind, 'a', { spec });

  test('optional references need nobody', () => {
    expect(missingSecret(secretEnv('a', 'b', { optional: true }))).toBe(false);
    expect(missingSecret(pod({ volumes: [{ name: 'v', secret: { secretName: 'a', optional: true } }] }))).toBe(false);
  });

  test('an ExternalSecret, under the name and with the keys that it makes', () => {
    const data = [{ secretKey: 'b', remoteRef: { key: 'x' } }];
    expect(checkObjects([secretEnv('a', 'b'), external({ data })])).toEqual([]);
    expect(missingKey(secretEnv('a', 'c'), external({ data }))).toBe(true);
    expect(missingSecret(secretEnv('a', 'b'), external({ target: { name: 'z' }, data }))).toBe(true);
    expect(checkObjects([secretEnv('z', 'b'), external({ target: { name: 'z' }, data })])).toEqual([]);
    // whatever a store holds may come
    expect(missingKey(secretEnv('a', 'c'), external({ data, dataFrom: [{ extract: { key: 'x' } }] }))).toBe(false);
  });

  test("an ExternalSecret's template decides the keys", () => {
    const data = [{ secretKey: 'b', remoteRef: { key: 'x' } }];
    const target = (rest: object) => external({ data, target: { template: { data: { url: '{{ .b }}' }, ...rest } } });
    expect([missingKey(secretEnv('a', 'url'), target({})), missingKey(secretEnv('a', 'b'), target({}))]).toEqual([
      false,
      true,
    ]);
    expect(missingKey(secretEnv('a', 'b'), target({ mergePolicy: 'Merge' }))).toBe(false);
  });

  test('an ExternalSecret that makes none provides none', () => {
    expect(missingSecret(secretEnv('a', 'b'), external({ target: { creationPolicy: 'None' } }))).toBe(true);
  });

  test('a ClusterExternalSecret, in any namespace', () => {
    const spec = { externalSecretName: 'a', externalSecretSpec: { data: [{ secretKey: 'b' }] } };
    const cluster = external(spec, 'ClusterExternalSecret');
    delete cluster.metadata.namespace;
    expect(checkObjects([secretEnv('a', 'b'), cluster])).toEqual([]);
  });

  test('a SealedSecret, with its keys', () => {
    const sealed = object('bitnami.com/v1alpha1', 'SealedSecret', 'a', { spec: { encryptedData: { b: 'x' } } });
    expect(missingSecret(secretEnv('a', 'b'), sealed)).toBe(false);
    expect([missingKey(secretEnv('a', 'b'), sealed), missingKey(secretEnv('a', 'c'), sealed)]).toEqual([false, true]);
  });

  test('a Certificate', () => {
    const certificate = object('cert-manager.io/v1', 'Certificate', 'c', { spec: { secretName: 'a' } });
    expect(checkObjects([secretEnv('a', 'tls.crt'), certificate])).toEqual([]);
  });

  test('a Secret of the control plane has keys that nobody wrote', () => {
    const token = custom('v1', 'Secret', { type: 'kubernetes.io/service-account-token' });
    expect(missingKey(secretEnv('anything', 'token'), token)).toBe(false);
  });

  test('declared keys are all that there are', () => {
    const declared = (value: string) => {
      const user = secretEnv('a', 'PASSWORD');
      user.metadata.annotations = { 'cdk8s-ml.io/expects': value };
      return checkObjects([user]).map(({ rule }) => rule);
    };
    expect(declared('Secret/a:USER+PASSWORD')).toEqual([]);
    expect(declared('ConfigMap/x , Secret/a')).toEqual([]);
    expect(declared('Secret/a:USER')).toEqual(['missing-secret-key']);
    expect(declared('Secret/b')).toEqual(['missing-secret']);
    expect(declared('Secret/ml/a')).toEqual(['missing-secret', 'invalid-expects']);
    expect(declared('secret a')).toEqual(['missing-secret', 'invalid-expects']);
  });

  test('the message has the declaration ready, with all keys', () => {
    const env = ['A', 'B'].map((key) => ({ name: key, valueFrom: { secretKeyRef: { name: 'a', key } } }));
    const [finding, ...more] = findings('missing-secret', [pod({ containers: [container({ env })] })]);
    expect(more).toEqual([]);
    expect(finding.fix).toContain("cdk8s-ml.io/expects: 'Secret/a:A+B' on Pod ml/scorer");
    expect(finding.prop).toBe('spec.containers[api].env[A].valueFrom.secretKeyRef');
  });
});

describe('other references', () => {
  test('what every namespace has is never missing', () => {
    const volumes = [{ name: 'ca', configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca' }] } }];
    expect(checkObjects([pod({ serviceAccountName: 'default', volumes })])).toEqual([]);
  });

  test('keys that a volume picks', () => {
    const volumes = [{ name: 'v', configMap: { name: 'anything', items: [{ key: 'b', path: 'b' }] } }];
    const config = (key: string) => custom('v1', 'ConfigMap', { data: { [key]: 'x' } });
    expect(findings('missing-config-map-key', [pod({ volumes }), config('a')])[0].prop).toBe(
      'spec.volumes[v].configMap.items[0].key',
    );
    expect(findings('missing-config-map-key', [pod({ volumes }), config('a')])[0].expected).toBe(
      'a key of the ConfigMap ml/anything: it has a',
    );
    expect(checkObjects([pod({ volumes }), config('b')])).toEqual([]);
    expect(checkObjects([pod({ volumes }), custom('v1', 'ConfigMap', { binaryData: { b: 'eA==' } })])).toEqual([]);
  });

  test('claims of a StatefulSet have names', () => {
    const set = object('apps/v1', 'StatefulSet', 'db', {
      spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
    });
    const backup = pod({ volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data-db-0' } }] });
    expect(objects('missing-claim', [set, backup])).toBe(false);
  });

  test('a mount of a claim template needs no volume', () => {
    const template = {
      metadata: { labels: { app: 'a' } },
      spec: { containers: [container({ volumeMounts: [{ name: 'data', mountPath: '/d' }] })] },
    };
    const spec = {
      selector: { matchLabels: { app: 'a' } },
      template,
      volumeClaimTemplates: [{ metadata: { name: 'data' } }],
    };
    expect(checkObjects([object('apps/v1', 'StatefulSet', 'a', { spec })])).toEqual([]);
  });

  test('pods in custom resources are read too', () => {
    const template = { spec: { containers: [container({ envFrom: [{ secretRef: { name: 'a' } }] })] } };
    const tf = object('kubeflow.org/v1', 'TFJob', 'train', { spec: { tfReplicaSpecs: { Worker: { template } } } });
    expect(findings('missing-secret', [tf])[0].prop).toBe(
      'spec.tfReplicaSpecs.Worker.template.spec.containers[api].envFrom[0].secretRef',
    );
    const volcano = object('batch.volcano.sh/v1alpha1', 'Job', 'train', { spec: { tasks: [{ name: 'w', template }] } });
    expect(missingSecret(volcano)).toBe(true);
  });
});

describe('ways in', () => {
  const route = (backendRefs: object[], rest: object = {}) =>
    object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'r', { spec: { rules: [{ backendRefs, ...rest }] } });
  const ingress = (backend: object, tls: object[] = [], annotations: object = {}) =>
    object('networking.k8s.io/v1', 'Ingress', 'i', {
      metadata: { annotations },
      spec: { tls, rules: [{ http: { paths: [{ path: '/', backend }] } }] },
    });
  const plain = service({ selector: undefined, ports: [{ name: 'http', port: 80 }] });
  const missing = (...all: unknown[]) => objects('missing-service', all);

  test('backends of routes and Ingresses', () => {
    expect(missing(route([{ name: 'scorer', port: 80 }]))).toBe(true);
    expect(missing(route([{ name: 'scorer', port: 80 }]), plain)).toBe(false);
    expect(missing(route([{ name: 'scorer', namespace: 'other', port: 80 }]), plain)).toBe(true);
    expect(missing(route([{ group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'p' }]))).toBe(false);
    expect(
      missing(route([], { filters: [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'm' } } }] })),
    ).toBe(true);
    expect(missing(ingress({ service: { name: 'scorer', port: { number: 80 } } }))).toBe(true);
    expect(missing(ingress({ resource: { kind: 'Bucket', name: 'b' } }))).toBe(false);
  });

  test('a Knative Service is a Service to routes, and has unknown ports', () => {
    const knative = object('serving.knative.dev/v1', 'Service', 'scorer');
    expect(checkObjects([route([{ name: 'scorer', port: 80 }]), knative])).toEqual([]);
  });

  test('ports of the Service, by number or name', () => {
    const wrong = (port: object) =>
      objects('missing-service-port', [ingress({ service: { name: 'scorer', port } }), plain]);
    expect([wrong({ number: 80 }), wrong({ name: 'http' }), wrong({ number: 8000 }), wrong({ name: 'web' })]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    const [{ expected }] = findings('missing-service-port', [route([{ name: 'scorer', port: 81 }]), plain]);
    expect(expected).toBe('a port of Service ml/scorer: it has http 80');
  });

  test('certificates, unless cert-manager makes them', () => {
    const tls = [{ hosts: ['a.example.com'], secretName: 'cert' }];
    expect(missingSecret(ingress({}, tls))).toBe(true);
    expect(missingSecret(ingress({}, tls, { 'cert-manager.io/cluster-issuer': 'le' }))).toBe(false);
  });
});

test('names that JavaScript knows are names like others', () => {
  expect(missingSecret(secretEnv('constructor', '__proto__'))).toBe(true);
  const made = object('v1', 'Secret', 'constructor', { stringData: { other: 'x' } });
  expect(missingKey(secretEnv('constructor', 'toString'), made)).toBe(true);
});
