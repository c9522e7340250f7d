import { podSecurityFaults } from '../../lib/rules/cluster/pod-security';
import { container, findings, object, objects, pod } from './support';

const SECURE = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const POD = { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } };

/** A pod that the restricted level admits, with something changed. */
function restricted(change: { pod?: object; container?: object; context?: object; podContext?: object } = {}) {
  return {
    securityContext: { ...POD, ...change.podContext },
    containers: [container({ securityContext: { ...SECURE, ...change.context }, ...change.container })],
    ...change.pod,
  };
}

const at = (spec: object, level: 'baseline' | 'restricted', minor?: number) =>
  podSecurityFaults(spec, level, { minor }).map((fault) => fault.at);

describe('baseline refuses', () => {
  const cases: [string, object, string][] = [
    ['host network', { pod: { hostNetwork: true } }, 'hostNetwork'],
    ['host processes', { pod: { hostPID: true } }, 'hostPID'],
    ['host IPC', { pod: { hostIPC: true } }, 'hostIPC'],
    ['a volume on the node', { pod: { volumes: [{ name: 'v', hostPath: { path: '/' } }] } }, 'volumes[v].hostPath'],
    ['privileged', { context: { privileged: true } }, 'containers[api].securityContext.privileged'],
    [
      'NET_RAW',
      { context: { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } } },
      'containers[api].securityContext.capabilities.add',
    ],
    ['unmasked /proc', { context: { procMount: 'Unmasked' } }, 'containers[api].securityContext.procMount'],
    [
      'host ports',
      { container: { ports: [{ name: 'p', containerPort: 1, hostPort: 1 }] } },
      'containers[api].ports[p].hostPort',
    ],
    [
      'AppArmor off',
      { podContext: { appArmorProfile: { type: 'Unconfined' } } },
      'securityContext.appArmorProfile.type',
    ],
    [
      'SELinux type',
      { context: { seLinuxOptions: { type: 'spc_t' } } },
      'containers[api].securityContext.seLinuxOptions.type',
    ],
    ['SELinux user', { podContext: { seLinuxOptions: { user: 'u' } } }, 'securityContext.seLinuxOptions.user'],
    ['SELinux role', { podContext: { seLinuxOptions: { role: 'r' } } }, 'securityContext.seLinuxOptions.role'],
    ['seccomp off', { podContext: { seccompProfile: { type: 'Unconfined' } } }, 'securityContext.seccompProfile.type'],
    [
      'seccomp off, in a container',
      { context: { seccompProfile: { type: 'Unconfined' } } },
      'containers[api].securityContext.seccompProfile.type',
    ],
    [
      'an unsafe sysctl',
      { podContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } },
      'securityContext.sysctls[kernel.msgmax]',
    ],
    [
      'host processes of Windows',
      { podContext: { windowsOptions: { hostProcess: true } } },
      'securityContext.windowsOptions.hostProcess',
    ],
  ];

  test.each(cases)('%s', (_name, change, path) => {
    expect(at(restricted(change), 'baseline')).toEqual([path]);
    expect(at(restricted(change), 'restricted')).toContain(path);
    expect(podSecurityFaults(restricted(change), 'privileged')).toEqual([]);
  });

  test('nothing in a plain pod', () => {
    expect(at({ containers: [container()] }, 'baseline')).toEqual([]);
    expect(at(restricted({ context: { capabilities: { add: ['CHOWN', 'SYS_CHROOT'] } } }), 'baseline')).toEqual([]);
  });

  test('an AppArmor annotation', () => {
    const annotations = (value: string) => ({ 'container.apparmor.security.beta.kubernetes.io/api': value });
    const faults = (value: string) =>
      podSecurityFaults({ containers: [] }, 'baseline', { annotations: annotations(value) });
    expect([faults('runtime/default'), faults('localhost/mine')]).toEqual([[], []]);
    expect(faults('unconfined')[0].at).toBe('metadata.annotations[container.apparmor.security.beta.kubernetes.io/api]');
  });
});

describe('restricted refuses', () => {
  const cases: [string, object, string][] = [
    ['volumes of other types', { pod: { volumes: [{ name: 'v', nfs: {} }] } }, 'volumes[v]'],
    [
      'escalation',
      { context: { allowPrivilegeEscalation: true } },
      'containers[api].securityContext.allowPrivilegeEscalation',
    ],
    [
      'escalation by default',
      { context: { allowPrivilegeEscalation: undefined } },
      'containers[api].securityContext.allowPrivilegeEscalation',
    ],
    ['root in a container', { context: { runAsNonRoot: false } }, 'containers[api].securityContext.runAsNonRoot'],
    ['user 0', { podContext: { runAsUser: 0 } }, 'securityContext.runAsUser'],
    ['user 0 in a container', { context: { runAsUser: 0 } }, 'containers[api].securityContext.runAsUser'],
    [
      'no seccomp',
      { podContext: { seccompProfile: undefined } },
      'containers[api].securityContext.seccompProfile.type',
    ],
    [
      'capabilities kept',
      { context: { capabilities: { drop: ['NET_RAW'] } } },
      'containers[api].securityContext.capabilities.drop',
    ],
    [
      'capabilities added',
      { context: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } },
      'containers[api].securityContext.capabilities.add',
    ],
  ];

  test.each(cases)('%s', (_name, change, path) => {
    expect(at(restricted(change), 'restricted')).toEqual([path]);
    expect(at(restricted(change), 'baseline')).toEqual([]);
  });

  test('a pod that may be root', () => {
    expect(at(restricted({ podContext: { runAsNonRoot: false } }), 'restricted')).toEqual([
      'securityContext.runAsNonRoot',
      'containers[api].securityContext.runAsNonRoot',
    ]);
    // each container may say it for itself
    expect(
      at(restricted({ podContext: { runAsNonRoot: undefined }, context: { runAsNonRoot: true } }), 'restricted'),
    ).toEqual([]);
  });

  test('nothing in a secure pod', () => {
    expect(at(restricted(), 'restricted')).toEqual([]);
    const types = [
      'configMap',
      'csi',
      'downwardAPI',
      'emptyDir',
      'ephemeral',
      'image',
      'persistentVolumeClaim',
      'projected',
      'secret',
    ];
    const volumes = [...types.map((type) => ({ name: type.toLowerCase(), [type]: {} })), { name: 'untyped' }];
    expect(at(restricted({ pod: { volumes } }), 'restricted')).toEqual([]);
    expect(
      at(restricted({ context: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } }), 'restricted'),
    ).toEqual([]);
  });

  test('every kind of container', () => {
    for (const list of ['initContainers', 'ephemeralContainers']) {
      const spec = restricted({ pod: { [list]: [container({ name: 'x' })] } });
      expect(at(spec, 'restricted')).toEqual([
        `${list}[x].securityContext.allowPrivilegeEscalation`,
        `${list}[x].securityContext.capabilities.drop`,
      ]);
    }
  });

  test('what Linux alone has is not asked of Windows', () => {
    const spec = { os: { name: 'windows' }, securityContext: { runAsNonRoot: true }, containers: [container()] };
    expect(at(spec, 'restricted')).toEqual([]);
  });
});

describe('the version of the standards decides about', () => {
  const sysctl = (name: string, minor: number) =>
    at(restricted({ podContext: { sysctls: [{ name, value: '1' }] } }), 'baseline', minor).length === 0;

  test('sysctls', () => {
    expect([sysctl('net.ipv4.tcp_keepalive_time', 28), sysctl('net.ipv4.tcp_keepalive_time', 29)]).toEqual([
      false,
      true,
    ]);
    expect([sysctl('net.ipv4.tcp_rmem', 31), sysctl('net.ipv4.tcp_rmem', 32)]).toEqual([false, true]);
    expect(sysctl('constructor', 36)).toBe(false);
  });

  test('SELinux types, image volumes and hosts of probes', () => {
    const engine = restricted({ context: { seLinuxOptions: { type: 'container_engine_t' } } });
    expect([at(engine, 'baseline', 30).length, at(engine, 'baseline', 31).length]).toEqual([1, 0]);
    const image = restricted({ pod: { volumes: [{ name: 'm', image: { reference: 'a:1' } }] } });
    expect([at(image, 'restricted', 32), at(image, 'restricted', 33)]).toEqual([['volumes[m]'], []]);
    const probe = restricted({ container: { livenessProbe: { httpGet: { host: '10.0.0.1', port: 1 } } } });
    expect([at(probe, 'baseline', 33), at(probe, 'baseline', 34)]).toEqual([
      [],
      ['containers[api].livenessProbe.httpGet.host'],
    ]);
  });

  test('user namespaces', () => {
    const root = restricted({
      pod: { hostUsers: false },
      podContext: { runAsNonRoot: false, runAsUser: 0 },
      context: { procMount: 'Unmasked' },
    });
    expect(at(root, 'baseline', 34)).toEqual(['containers[api].securityContext.procMount']);
    expect(at(root, 'baseline', 35)).toEqual([]);
    expect(at(root, 'restricted', 35)).toEqual(['containers[api].securityContext.procMount']);
    expect(at(root, 'restricted', 34)).toHaveLength(4);
  });
});

describe('the rule', () => {
  const namespace = (labels: object) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ml', labels } });
  const enforce = (level: string, version?: string) =>
    namespace({
      'pod-security.kubernetes.io/enforce': level,
      ...(version && { 'pod-security.kubernetes.io/enforce-version': version }),
    });

  test('goes by the label of the namespace, and is silent without one', () => {
    expect(objects('pod-security', [pod(), enforce('restricted')])).toBe(true);
    expect(objects('pod-security', [pod(), enforce('baseline')])).toBe(false);
    expect(objects('pod-security', [pod(), enforce('privileged')])).toBe(false);
    expect(objects('pod-security', [pod(), namespace({ 'pod-security.kubernetes.io/warn': 'restricted' })])).toBe(
      false,
    );
    expect(objects('pod-security', [pod()])).toBe(false);
    expect(objects('pod-security', [pod({ hostNetwork: true }), enforce('baseline')])).toBe(true);
  });

  test('a pinned version is that of the standards', () => {
    const spec = { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] } };
    expect(objects('pod-security', [pod(spec), enforce('baseline', 'v1.30')])).toBe(true);
    expect(objects('pod-security', [pod(spec), enforce('baseline', 'latest')])).toBe(false);
    expect(objects('pod-security', [pod(spec), enforce('baseline')], { minor: 31 })).toBe(true);
  });

  test('reads the pods of every workload, and says where', () => {
    const cron = object('batch/v1', 'CronJob', 'c', {
      spec: {
        jobTemplate: {
          spec: { template: { spec: { hostPID: true, restartPolicy: 'Never', containers: [container()] } } },
        },
      },
    });
    expect(findings('pod-security', [cron, enforce('baseline')])[0].prop).toBe(
      'spec.jobTemplate.spec.template.spec.hostPID',
    );
  });

  test('a level that does not exist is told', () => {
    expect(findings('pod-security', [enforce('strict')])[0].object).toBe('Namespace ml');
  });
});
