import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { ConfigMapPlan } from '../../pod/container/config-maps';
import { defaultIdentity } from '../../traits/identity/definition';
import type { IdentityPlan } from '../../traits/identity/plan';
import type { SecretPlan } from '../../values/secret/plan';
import { expectedSecrets, expects, givenExpects, relaxation } from './expectations';
import type { WorkloadPlan } from './plan';
import { checkExternalSecrets, externalSecretsOf } from './secrets';
import type { WorkloadPod } from './workload-pod';
import type { WorkloadProps } from './workload-props';

/** Checks and decides whose rights the pods have. */
export function decideIdentity(
  check: Checker,
  { identity }: WorkloadProps,
  { serviceAccount: name }: { readonly serviceAccount: string },
): IdentityPlan {
  return (
    decide(check.at('identity'), identity?._definition ?? defaultIdentity, { name }) ?? defaultIdentity.plan({ name })
  );
}

/** What a pod brings with it: its ConfigMaps and secrets, and what has to exist beside the manifests. */
export function planParts(
  props: WorkloadProps,
  identity: IdentityPlan,
  { pod, main, sidecars, initContainers, security }: WorkloadPod,
  more: {
    readonly expects?: readonly string[];
    readonly secrets?: readonly SecretPlan[];
    /** Pods of other roles. */
    readonly others?: readonly WorkloadPod[];
  } = {},
): Pick<WorkloadPlan, 'identity' | 'pod' | 'ownAnnotations' | 'configMaps' | 'externalSecrets'> {
  const all = [{ main, sidecars, initContainers }, ...(more.others ?? [])];
  const containers = all.flatMap((one) => [one.main, ...one.sidecars, ...one.initContainers]);
  const given = containers.flatMap((container) => container.given);
  checkExternalSecrets(given);
  const secrets = given.map(({ plan }) => plan);
  return {
    identity,
    pod,
    ownAnnotations: {
      ...expects([
        ...expectedSecrets(secrets),
        ...(more.expects ?? []),
        ...givenExpects(props),
        ...(identity.expects ? [`ServiceAccount/${identity.expects}`] : []),
        ...(props.imagePullSecrets ?? []).map((name) => `Secret/${name}`),
        ...containers.flatMap(({ needs }) => needs),
      ]),
      ...relaxation(security, pod.volumes),
    },
    configMaps: onceEach(containers.flatMap(({ configMaps }) => configMaps)),
    externalSecrets: externalSecretsOf([...secrets, ...(more.secrets ?? [])]),
  };
}

/** Pods of several roles have the same ConfigMaps. */
function onceEach(maps: readonly ConfigMapPlan[]): ConfigMapPlan[] {
  return [...new Map(maps.map((map) => [map.id, map])).values()];
}
