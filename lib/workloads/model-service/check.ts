import type { Construct } from 'constructs';
import { checkBytes } from '../../internal/checks/quantities';
import { Checker } from '../../internal/errors';
import { checkAnnotations, checkLabels, checkName, keyFault, labelValueFault } from '../../internal/names';
import { checkChart, checkPlace } from '../../internal/scope';
import { checkArguments } from '../../internal/type-check';
import { checkBounds } from '../../pod/bounds';
import { DOWNLOAD_CONTAINER } from '../../pod/model-volume';
import { sidecarPlan } from '../../traits/sidecar-plan';
import { checkPortsApart } from '../../traits/sidecar-ports';
import { checkStartup } from '../../traits/startup/startup-budget';
import { ClusterTarget } from '../../values/cluster-target';
import { checkCompute, resourceRequirements } from '../../values/compute-plan';
import { GUARD_RAILS, type GuardRails } from '../../values/guard-rails';
import { checkImage } from '../../values/image';
import type { ModelServiceProps } from './model-service-props';
import { checkConfig, checkVariables } from './plan/config';
import { checkExternalSecrets } from './plan/external-secrets';
import { type ServiceFacts, serviceFacts, sidecarContext } from './plan/facts';
import { checkNames } from './plan/names';
import { checkLevel } from './plan/security';
import { decideTraits, type TraitPlans } from './plan/traits';

/** Refuses everything that is wrong with the props, in one throw, before the construct is made. */
export function checkModelService(scope: Construct, id: string, props: ModelServiceProps): void {
  const check = Checker.forChild(scope, id);
  checkArguments(check, 'new ModelService', [scope, id, props]);
  checkPlace(check, scope, id);
  checkChart(check, scope);
  check.done();
  const target = ClusterTarget.of(scope);
  checkNames(check, id, props);
  checkValues(check, props, target);
  const facts = serviceFacts(scope, id, props, check.clean);
  checkVariables(check, props, check.clean ? (props.secrets ?? []).map((secret) => secret._plan()) : []);
  const { access } = checkTraits(check, props, facts);
  checkConfig(check, props);
  checkPods(check, props);
  const rails = GUARD_RAILS.get(scope);
  checkLevel(check.at('security'), props.security, rails);
  checkEgress(check, props, facts, rails, access);
  if (check.clean) {
    checkBounds(check.at('compute'), resourceRequirements(props.compute, target.cloud), rails);
    props.sidecars?.forEach((sidecar, i) => {
      const { resources } = sidecarPlan(sidecar, sidecarContext(facts)).container;
      checkBounds(check.at('sidecars').at(i).at('compute'), resources, rails);
    });
    checkExternalSecrets(check, props);
  }
  check.done();
}

function checkValues(check: Checker, props: ModelServiceProps, target: ClusterTarget): void {
  checkImage(check.at('image'), props.image);
  props.server._check(check.at('server'));
  checkCompute(check.at('compute'), props.compute, target.cloud);
  props.model?._check(check.at('model'), target);
  props.security?._check(check.at('security'));
  props.secrets?.forEach((secret, i) => {
    secret._check(check.at('secrets').at(i));
  });
  checkStartup(check.at('startup'), props.startup);
  if (props.sharedMemory !== undefined) checkBytes(check.at('sharedMemory'), props.sharedMemory);
}

function checkTraits(check: Checker, props: ModelServiceProps, facts: ServiceFacts): Partial<TraitPlans> {
  const { target } = facts;
  checkReplicas(check, props);
  const traits = decideTraits(check, props, facts);
  if (props.cache && !facts.profile.writable.some(({ purpose }) => purpose === 'cache'))
    check
      .at('cache')
      .refuse(
        'a CacheVolume',
        `nothing: ${facts.profile.name} has no cache folder`,
        'mount a volume of your own: volumes: [ExtraVolume.claim(...)]',
      );
  props.sidecars?.forEach((sidecar, i) => {
    sidecar._check(check.at('sidecars').at(i), sidecarContext(facts));
  });
  checkPortsApart(check.at('sidecars'), props.sidecars ?? [], facts.profile.ports);
  checkContainers(check, props, facts);
  props.volumes?.forEach((volume, i) => {
    volume._definition.check(check.at('volumes').at(i), { target });
  });
  if (facts.profile.needsModel && !props.model)
    check
      .at('model')
      .refuse(
        undefined,
        `a model: ${facts.profile.name} has none of its own`,
        'say where it comes from, for example ModelSource.huggingFace(...), or ModelSource.inImage(path)',
      );
  if (facts.profile.needsGpu && !props.compute.gpu)
    check
      .at('compute')
      .at('gpu')
      .refuse(
        undefined,
        `a GPU: ${facts.profile.name} does not start without one`,
        'add gpu: Gpu.nvidia({ count: 1 })',
      );
  return traits;
}

/** Containers and init containers of a pod share their names. */
function checkContainers(
  check: Checker,
  { sidecars = [] }: ModelServiceProps,
  { container, source }: ServiceFacts,
): void {
  const taken = source?.download ? [DOWNLOAD_CONTAINER] : [];
  const claim = (at: Checker, name: string) => {
    if (taken.includes(name)) at.refuse(name, 'a name that no other container of the pod has', 'choose another name');
    taken.push(name);
  };
  claim(check.at('names').at('container'), container);
  sidecars.forEach(({ _order: { name, type } }, i) => {
    claim(check.at('sidecars').at(i).at('name'), name ?? type);
  });
}

/** A download that the namespace's default deny would hold up until the start-up budget is spent. */
function checkEgress(
  check: Checker,
  props: ModelServiceProps,
  facts: ServiceFacts,
  rails: GuardRails | undefined,
  access: TraitPlans['access'] | undefined,
): void {
  const { source } = facts;
  if (!rails?.defaultDenyEgress || !(source?.download || source?.hub)) return;
  if (access === undefined || access.hasEgress) return;
  check
    .at('access')
    .refuse(
      props.access ? 'no egress' : undefined,
      `egress to where the model comes from: namespace ${rails.namespace} denies all but DNS`,
      'add egress: [{ to: [...], ports: [443] }] to NetworkAccess.allow, or take the model from the image or a claim',
    );
}

function checkReplicas(check: Checker, { replicas, autoscaling }: ModelServiceProps): void {
  if (replicas === undefined) return;
  if (autoscaling)
    check
      .at('replicas')
      .refuse(
        replicas,
        'no fixed number beside autoscaling: each apply would undo it',
        'use initialReplicas of the autoscaling, or leave one out',
      );
  else if (!Number.isInteger(replicas) || replicas < 0)
    check.at('replicas').refuse(replicas, 'a whole number, 0 or more', 'write how many pods there are to be');
}

function checkPods(check: Checker, props: ModelServiceProps): void {
  checkLabels(check.at('labels'), props.labels);
  for (const key of Object.keys(props.labels ?? {}))
    if (key.startsWith('app.kubernetes.io/') && SELECTED.includes(key))
      check
        .at('labels')
        .at(key)
        .refuse(
          props.labels![key],
          'a label that selects nothing',
          'leave it to the construct: it is part of the selector',
        );
  checkAnnotations(check.at('annotations'), props.annotations);
  checkAnnotations(check.at('podAnnotations'), props.podAnnotations);
  checkLabels(check.at('nodeSelector'), props.nodeSelector);
  props.tolerations?.forEach((toleration, i) => {
    const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
    if (toleration.effect !== undefined && !effects.includes(toleration.effect))
      check
        .at('tolerations')
        .at(i)
        .at('effect')
        .refuse(toleration.effect, `one of ${effects.join(', ')}`, 'choose one, or leave it out for all');
    const at = check.at('tolerations').at(i);
    if (keyFault(toleration.key)) at.at('key').refuse(toleration.key, 'the key of a taint', 'name it as the nodes do');
    if (toleration.value !== undefined && labelValueFault(toleration.value))
      at.at('value').refuse(
        toleration.value,
        'the value of a taint',
        'write it as the nodes do, or leave it out for any',
      );
  });
  for (const prop of ['priorityClassName', 'runtimeClassName'] as const)
    if (props[prop] !== undefined) checkName(check.at(prop), props[prop], 'subdomain');
  props.configMaps?.forEach((map, i) => {
    checkName(check.at('configMaps').at(i), map.name, 'subdomain', 'give the ConfigMap a name');
  });
  props.imagePullSecrets?.forEach((name, i) => {
    checkName(check.at('imagePullSecrets').at(i), name, 'subdomain');
  });
}

const SELECTED = ['app.kubernetes.io/name', 'app.kubernetes.io/component'];
