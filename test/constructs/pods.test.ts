import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ClusterTarget,
  ExtraVolume,
  Identity,
  type Manifests,
  Match,
  MlNamespace,
  NetworkAccess,
  NetworkPeer,
  PodSecurity,
  SecretSource,
} from '../../lib';
import { ID, Trial } from '../support/workloads/made';
import { given } from '../support/workloads/rows';
import { workloadsWith } from '../support/workloads/with-toys';

const RESTRICTED = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

describe.each(workloadsWith())('pods of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const pod = trial.pod();

  test('are confined', () => {
    expect(pod.spec).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    const { runAsUser, runAsGroup, fsGroup } = pod.spec.securityContext;
    expect(runAsUser).toBeGreaterThan(1000);
    expect(fsGroup).toBe(runAsGroup);
    for (const { securityContext } of pod.containers)
      expect(securityContext).toEqual({ ...RESTRICTED, readOnlyRootFilesystem: true });
  });

  test('have a writable HOME and /tmp though the root is read-only', () => {
    const mounts: any[] = pod.container.volumeMounts;
    const writable: string[] = mounts.filter(({ readOnly }) => !readOnly).map(({ mountPath }) => mountPath);
    const home: string = pod.container.env.find(({ name }: any) => name === 'HOME').value;
    expect(writable).toContain('/tmp');
    expect(writable.some((path) => home === path || home.startsWith(`${path}/`))).toBe(true);
  });

  test('ask for CPU, memory and disk, and have a limit of memory', () => {
    for (const { resources } of pod.containers) {
      expect(Object.keys(resources.requests)).toEqual(expect.arrayContaining(['cpu', 'memory', 'ephemeral-storage']));
      expect(resources.limits).toHaveProperty('memory');
    }
  });

  test('are selected by labels that no prop changes', () => {
    const plain = trial.manifests();
    const labelled = trial.manifests({
      labels: { team: 'fraud' },
      annotations: { a: 'b' },
      podAnnotations: { c: 'd' },
    });
    expect(selectorsIn(labelled)).toEqual(selectorsIn(plain));
    for (const selector of selectorsIn(plain)) expect(pod.metadata.labels).toMatchObject(selector);
  });

  test('carry the labels of all objects, and annotations of their own', () => {
    const props = { labels: { team: 'fraud' }, annotations: { a: 'b' }, podAnnotations: { c: 'd' } };
    const manifests = trial.manifests(props);
    manifests.hasEvery('*', { metadata: { labels: { team: 'fraud' }, annotations: { a: 'b' } } });
    const { metadata } = trial.pod(props);
    expect(metadata.labels).toMatchObject({ team: 'fraud' });
    expect(metadata.annotations).toMatchObject({ c: 'd' });
    expect(metadata.annotations).not.toHaveProperty('a');
  });

  test('go where they are sent', () => {
    const { spec } = trial.pod({
      nodeSelector: { pool: 'ml' },
      tolerations: [{ key: 'dedicated', value: 'ml', effect: 'NoSchedule' }],
      priorityClassName: 'high',
      runtimeClassName: 'gvisor',
      imagePullSecrets: ['registry'],
    });
    expect(spec).toMatchObject({
      nodeSelector: { pool: 'ml' },
      priorityClassName: 'high',
      runtimeClassName: 'gvisor',
      imagePullSecrets: [{ name: 'registry' }],
    });
    const toleration = { key: 'dedicated', operator: 'Equal', value: 'ml', effect: 'NoSchedule' };
    expect(spec.tolerations).toContainEqual(toleration);
  });

  test('share memory where that is asked for', () => {
    const { spec, container } = trial.pod({ sharedMemory: '64Mi' });
    const { name } = spec.volumes.find(({ emptyDir }: any) => emptyDir?.medium === 'Memory');
    expect(spec.volumes).toContainEqual({ name, emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } });
    expect(container.volumeMounts).toContainEqual({ name, mountPath: '/dev/shm' });
  });

  test('are changed by an override, and the container is found by its name', () => {
    const containers = [{ name: workload.pod.container, terminationMessagePolicy: 'FallbackToLogsOnError' }];
    const patch = patchAt(pod.owner, pod.origin.split(' ')[1], { spec: { containers } });
    const patched = trial.pod({ overrides: { [workload.pod.kind]: patch } });
    expect(patched.container).toMatchObject({ image: pod.container.image, ...containers[0] });
    expect(patched.containers.map(({ name }) => name)).toEqual(pod.containers.map(({ name }) => name));
  });
});

describe.each(workloadsWith('name'))('the name of %s', (_title, workload) => {
  test('is the id unless it is given, and that of all objects', () => {
    const trial = new Trial(workload);
    // the name of a run goes on with a hash
    trial.manifests().hasEvery('*', { metadata: { name: Match.stringLike(`${ID}*`) } });
    trial.manifests({ name: 'other' }).hasEvery('*', { metadata: { name: Match.stringLike('other*') } });
  });
});

describe.each(workloadsWith('secrets', 'volumes', 'configMaps'))('what %s expects of others', (_title, workload) => {
  const trial = new Trial(workload);
  const expectedBy = (props: object) => trial.pod(props).owner.metadata.annotations?.['cdk8s-ml.io/expects'];

  test('are references in the pods, and a list on the object that has them', () => {
    const secrets = [
      SecretSource.existing('aws', { keys: ['B', 'A'] }),
      SecretSource.sealedSecret('sealed', { keys: ['C'] }),
    ];
    const refs = trial.pod({ secrets }).container.env.filter(({ valueFrom }: any) => valueFrom?.secretKeyRef);
    expect(refs.map(({ name }: any) => name)).toEqual(['B', 'A', 'C']);
    expect(expectedBy({ secrets })).toContain('Secret/aws:A+B');
    trial.manifests({ secrets }).hasNo('Secret');
  });

  test('nothing is expected where an ExternalSecret makes the Secret', () => {
    const data = [{ key: 'TOKEN', remoteKey: 'ml/token' }];
    const secrets = [SecretSource.externalSecret({ name: 'login', store: 'vault', data })];
    trial.manifests({ secrets }).hasCount('ExternalSecret', 1);
    expect(expectedBy({ secrets })).toBeUndefined();
  });

  test('volumes and config maps are mounted, and expected', () => {
    const chart = new Chart(new App(), 'chart');
    const configMaps = [kplus.ConfigMap.fromConfigMapName(chart, 'theirs', 'theirs')];
    const volumes = [ExtraVolume.claim('data', { mountPath: '/data' })];
    const { container, spec } = trial.pod({ configMaps, volumes });
    const { name } = spec.volumes.find(({ persistentVolumeClaim }: any) => persistentVolumeClaim?.claimName === 'data');
    expect(container.volumeMounts).toContainEqual(expect.objectContaining({ name, mountPath: '/data' }));
    expect(container.envFrom).toContainEqual({ configMapRef: { name: 'theirs' } });
    expect(expectedBy({ configMaps, volumes }).split(',')).toEqual(['ConfigMap/theirs', 'PersistentVolumeClaim/data']);
  });
});

describe.each(workloadsWith('identity'))('the identity of %s', (_title, workload) => {
  const trial = new Trial(workload);

  test('is a ServiceAccount of its own, unless one is there', () => {
    trial.manifests().has('ServiceAccount', { metadata: { name: trial.pod().spec.serviceAccountName } });
    trial.manifests().hasCount('ServiceAccount', 1);
    const identity = Identity.existing('theirs');
    expect(trial.pod({ identity }).spec.serviceAccountName).toBe('theirs');
    trial.manifests({ identity }).hasNo('ServiceAccount');
  });

  test('of Azure labels the pods', () => {
    const identity = Identity.aks({ clientId: '11111111-2222-3333-4444-555555555555' });
    expect(trial.pod({ identity }).metadata.labels).toMatchObject({ 'azure.workload.identity/use': 'true' });
  });
});

describe.each(workloadsWith('security'))('security of %s', (_title, workload) => {
  const trial = new Trial(workload);

  test('the user of the image is left to the image, but is not root', () => {
    const { securityContext } = trial.pod({ security: PodSecurity.imageUser() }).spec;
    expect(securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  });

  test('less than "restricted" is refused in a namespace that enforces it', () => {
    const namespace = new MlNamespace(new App(), 'strict');
    const security = PodSecurity.relaxed({ reason: 'the image is root', user: 0 });
    expect(() => trial.make(namespace, { security })).toThrow(/strict\/subject[\s\S]*restricted/);
  });
});

describe.each(workloadsWith('access'))('access to %s', (_title, workload) => {
  const trial = new Trial(workload);
  const policy = (access: NetworkAccess) => trial.manifests({ access }).ofKind('NetworkPolicy')[0]?.spec;

  test('selects its pods', () => {
    const { podSelector } = policy(NetworkAccess.nobody());
    expect(trial.pod().metadata.labels).toMatchObject(podSelector.matchLabels);
  });

  test('can be closed, and left to others', () => {
    const { policyTypes, ingress = [] } = policy(NetworkAccess.nobody());
    expect(policyTypes).toContain('Ingress');
    // pods that work together may call each other, and the controller of an engine some of them
    const { labels } = trial.pod().metadata;
    const peers = ingress.flatMap(({ from }: any) => from ?? [{ podSelector: { matchLabels: { everyone: '' } } }]);
    for (const { podSelector, namespaceSelector } of peers)
      if (!namespaceSelector) expect(labels).toMatchObject(podSelector.matchLabels);
    expect(policy(NetworkAccess.unmanaged())).toBeUndefined();
  });

  test('out of it is listed where egress is given', () => {
    const egress = [{ to: [NetworkPeer.namespace('storage')], ports: [9000] }];
    const { policyTypes, egress: rules } = policy(NetworkAccess.allow({ egress }));
    expect(policyTypes).toContain('Egress');
    const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'storage' } };
    expect(rules).toContainEqual({ to: [{ namespaceSelector }], ports: [{ port: 9000, protocol: 'TCP' }] });
  });
});

test('a target that has no such field is refused by name', () => {
  for (const [, workload] of workloadsWith('volumes')) {
    const volumes = [ExtraVolume.image('registry.test/data:1', { mountPath: '/data' })];
    const message = new Trial(workload).refusal({ volumes }, ClusterTarget.kubernetes('1.28'));
    expect(message).toMatch(/volumes\[0\][\s\S]*1\.35/);
  }
});

test('what a workload says it refuses is refused, and the error says why', () => {
  const all = workloadsWith();
  for (const [, workload] of all)
    for (const [prop, words] of Object.entries(workload.refuses ?? {})) {
      const props = { [prop]: given(workload.rows[prop].value, new Chart(new App(), 'chart')) };
      expect(new Trial(workload).refusal(props)).toMatch(words);
    }
  expect(all.length).toBeGreaterThan(0);
});

/** A patch that sets fields at a path of the object; entries of lists are found by their names. */
function patchAt(object: any, path: string, fields: object): any {
  const [step, ...rest] = path.split(/\.|(?=\[)/);
  if (!step) return fields;
  const index = /^\[(\d+)\]$/.exec(step)?.[1];
  if (index === undefined) return { [step]: patchAt(object[step], rest.join('.').replaceAll('.[', '['), fields) };
  const entry = object[Number(index)];
  const key = 'groupName' in entry ? 'groupName' : 'name';
  return [{ [key]: entry[key], ...patchAt(entry, rest.join('.').replaceAll('.[', '['), fields) }];
}

/** The selectors of all objects, in whatever form their kind has them; without the run, which changes with what runs. */
function selectorsIn(manifests: Manifests): Record<string, string>[] {
  return manifests.all().flatMap(({ spec = {} }) => {
    const selectors = [spec.selector?.matchLabels ?? spec.selector, spec.podSelector?.matchLabels];
    return selectors.filter(Boolean).map(({ 'cdk8s-ml.io/run': _run, ...selector }) => selector);
  });
}
