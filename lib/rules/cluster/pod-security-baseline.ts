import { dig, entries, list, own, text, word } from '../../internal/json';
import { contexts, type PodSecurityCheck, type SecuredPod } from './pod-security-check';

/** The default set of container runtimes without NET_RAW. */
const CAPABILITIES = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);

/** Safe sysctls, and the version of the standards that took them in. */
const SYSCTLS: Record<string, number> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
};

const PROFILES = ['RuntimeDefault', 'Localhost'];
const PROFILE_WORDS = "'RuntimeDefault' or 'Localhost'";

export const BASELINE: readonly PodSecurityCheck[] = [
  hostNamespaces,
  hostPathVolumes,
  containersAtBaseline,
  hostPorts,
  hostsOfProbes,
  appArmor,
  seLinux,
  seccompNotOff,
  sysctls,
  windowsHostProcess,
];

function* hostNamespaces({ spec, prefix }: SecuredPod) {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'])
    if (own(spec, field) === true) yield { at: `${prefix}${field}`, got: true, expected: 'false' };
}

function* hostPathVolumes({ spec, prefix }: SecuredPod) {
  for (const { value, at } of entries(own(spec, 'volumes'), `${prefix}volumes`)) {
    const hostPath = own(value, 'hostPath');
    if (hostPath !== undefined && hostPath !== null)
      yield { at: `${at}.hostPath`, got: hostPath, expected: "no volume on the node's own disk" };
  }
}

function* containersAtBaseline(pod: SecuredPod) {
  for (const container of pod.containers) {
    const context = `${container.path}.securityContext`;
    if (dig(container.spec, 'securityContext.privileged') === true)
      yield { at: `${context}.privileged`, got: true, expected: 'false' };
    const added = list(dig(container.spec, 'securityContext.capabilities.add'));
    const refused = added.filter((name) => typeof name !== 'string' || !CAPABILITIES.has(name));
    if (refused.length > 0)
      yield { at: `${context}.capabilities.add`, got: refused, expected: `only ${[...CAPABILITIES].join(', ')}` };
    const procMount = dig(container.spec, 'securityContext.procMount');
    if (typeof procMount === 'string' && procMount !== 'Default' && !pod.userNamespace)
      yield { at: `${context}.procMount`, got: procMount, expected: "'Default'" };
  }
}

function* hostPorts({ containers }: SecuredPod) {
  for (const container of containers)
    for (const { value, at } of entries(own(container.spec, 'ports'), `${container.path}.ports`)) {
      const port = own(value, 'hostPort');
      if (typeof port === 'number' && port !== 0) yield { at: `${at}.hostPort`, got: port, expected: 'no host port' };
    }
}

function* hostsOfProbes({ containers, minor }: SecuredPod) {
  if (minor < 34) return;
  const handlers = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'];
  for (const container of containers)
    for (const handler of handlers)
      for (const action of ['httpGet', 'tcpSocket']) {
        const host = text(dig(container.spec, `${handler}.${action}.host`));
        if (host)
          yield { at: `${container.path}.${handler}.${action}.host`, got: host, expected: "no host but the pod's" };
      }
}

function* appArmor(pod: SecuredPod) {
  const prefix = 'container.apparmor.security.beta.kubernetes.io/';
  for (const [key, value] of Object.entries(pod.annotations))
    if (key.startsWith(prefix) && value && !/^(runtime\/default$|localhost\/)/.test(word(value)))
      yield { at: `metadata.annotations[${key}]`, got: value, expected: "'runtime/default' or 'localhost/...'" };
  for (const { at, value } of contexts(pod, 'appArmorProfile.type'))
    if (value !== undefined && value !== null && !PROFILES.includes(value as string))
      yield { at, got: value, expected: PROFILE_WORDS };
}

function* seLinux(pod: SecuredPod) {
  const types = [
    '',
    'container_t',
    'container_init_t',
    'container_kvm_t',
    ...(pod.minor >= 31 ? ['container_engine_t'] : []),
  ];
  for (const { at, value } of contexts(pod, 'seLinuxOptions.type'))
    if (typeof value === 'string' && !types.includes(value))
      yield { at, got: value, expected: `one of ${types.slice(1).join(', ')}` };
  for (const field of ['user', 'role'])
    for (const { at, value } of contexts(pod, `seLinuxOptions.${field}`))
      if (value) yield { at, got: value, expected: 'nothing' };
}

function* seccompNotOff(pod: SecuredPod) {
  for (const { at, value } of contexts(pod, 'seccompProfile.type'))
    if (value !== undefined && value !== null && !PROFILES.includes(value as string))
      yield { at, got: value, expected: PROFILE_WORDS };
}

function* sysctls({ spec, prefix, minor }: SecuredPod) {
  for (const { value } of entries(dig(spec, 'securityContext.sysctls'), '')) {
    const name = text(own(value, 'name')) ?? '';
    const since = Object.hasOwn(SYSCTLS, name) ? SYSCTLS[name] : Number.POSITIVE_INFINITY;
    if (since > minor)
      yield {
        at: `${prefix}securityContext.sysctls[${name}]`,
        got: name,
        expected: 'one of the sysctls that are safe by namespace',
      };
  }
}

function* windowsHostProcess(pod: SecuredPod) {
  for (const { at, value } of contexts(pod, 'windowsOptions.hostProcess'))
    if (value === true) yield { at, got: true, expected: 'false' };
}
