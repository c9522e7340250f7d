import { dig, entries, list, own } from '../../internal/json';
import { contexts, type PodSecurityCheck, type SecuredPod } from './pod-security-check';

/** `image` came with 1.33, for every version of the policy (kubernetes/kubernetes#130394). */
const VOLUMES = 'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret'.split(' ');

export const RESTRICTED: readonly PodSecurityCheck[] = [
  volumeTypes,
  privilegeEscalation,
  runAsNonRoot,
  runAsUser,
  seccompOn,
  capabilitiesDropped,
  procMountInUserNamespace,
];

function* volumeTypes({ spec, prefix, minor }: SecuredPod) {
  const allowed = minor >= 33 ? VOLUMES : VOLUMES.filter((type) => type !== 'image');
  for (const { value, at } of entries(own(spec, 'volumes'), `${prefix}volumes`)) {
    // a hostPath is reported once, at baseline
    if (isSet(own(value, 'hostPath')) || allowed.some((type) => isSet(own(value, type)))) continue;
    const type = Object.keys(value).find((key) => key !== 'name' && isSet(value[key]));
    // without a type the API server makes it an emptyDir
    if (type === undefined) continue;
    yield { at, got: type, expected: `a volume of one of the types ${allowed.join(', ')}` };
  }
}

function* privilegeEscalation({ containers, windows }: SecuredPod) {
  if (windows) return;
  for (const container of containers) {
    const got = dig(container.spec, 'securityContext.allowPrivilegeEscalation');
    if (got !== false)
      yield { at: `${container.path}.securityContext.allowPrivilegeEscalation`, got, expected: 'false' };
  }
}

function* runAsNonRoot(pod: SecuredPod) {
  if (pod.userNamespace) return;
  const [ofPod, ...ofContainers] = contexts(pod, 'runAsNonRoot');
  if (isSet(ofPod.value) && ofPod.value !== true) yield { at: ofPod.at, got: ofPod.value, expected: 'true' };
  for (const { at, value } of ofContainers)
    if (isSet(value) ? value !== true : ofPod.value !== true)
      yield { at, got: value, expected: 'true, here or for the pod' };
}

function* runAsUser(pod: SecuredPod) {
  if (pod.userNamespace) return;
  for (const { at, value } of contexts(pod, 'runAsUser'))
    if (value === 0) yield { at, got: 0, expected: 'a user that is not root' };
}

function* seccompOn(pod: SecuredPod) {
  if (pod.windows) return;
  const [ofPod, ...ofContainers] = contexts(pod, 'seccompProfile.type');
  if (isSet(ofPod.value)) return;
  for (const { at, value } of ofContainers)
    if (!isSet(value)) yield { at, got: value, expected: "'RuntimeDefault' or 'Localhost', here or for the pod" };
}

function* capabilitiesDropped({ containers, windows }: SecuredPod) {
  if (windows) return;
  for (const container of containers) {
    const at = `${container.path}.securityContext.capabilities`;
    const dropped = list(dig(container.spec, 'securityContext.capabilities.drop'));
    if (!dropped.includes('ALL')) yield { at: `${at}.drop`, got: dropped, expected: "'ALL' among them" };
    const added = list(dig(container.spec, 'securityContext.capabilities.add'));
    const refused = added.filter((name) => name !== 'NET_BIND_SERVICE');
    if (refused.length > 0) yield { at: `${at}.add`, got: refused, expected: 'at most NET_BIND_SERVICE' };
  }
}

/** In a user namespace, baseline allows what restricted does not. */
function* procMountInUserNamespace({ containers, userNamespace }: SecuredPod) {
  if (!userNamespace) return;
  for (const container of containers) {
    const got = dig(container.spec, 'securityContext.procMount');
    if (typeof got === 'string' && got !== 'Default')
      yield { at: `${container.path}.securityContext.procMount`, got, expected: "'Default'" };
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
