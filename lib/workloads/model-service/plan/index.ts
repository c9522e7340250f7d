import type { IConstruct } from 'constructs';
import { Checker } from '../../../internal/errors';
import {
  EXPECTS_ANNOTATION,
  MANAGED_BY_LABEL,
  RELAXED_SECURITY_ANNOTATION,
  VERSION_LABEL,
  WAIVER_PREFIX,
} from '../../../internal/labels';
import { namespaceOf } from '../../../internal/scope';
import type { PodPlan } from '../../../pod/plan';
import type { CachePlan } from '../../../traits/cache/plan';
import type { IdentityPlan } from '../../../traits/identity/plan';
import { type SidecarPlan, sidecarConfig, sidecarPlan } from '../../../traits/sidecar-plan';
import { imageVersion } from '../../../values/image';
import type { SecretPlan } from '../../../values/secret/plan';
import type { ModelServiceProps } from '../model-service-props';
import { type ConfigPlan, planConfig, planSidecarConfig } from './config';
import { type ServiceFacts, serviceFacts, sidecarContext } from './facts';
import { type NamesPlan, planNames } from './names';
import { planPod } from './pod';
import { planSecurity } from './security';
import { planStorage } from './storage';
import { decideTraits, selectorOf, type TraitPlans } from './traits';

/** Everything decided about a model service; engines only write it down. */
export interface ModelServicePlan {
  readonly facts: ServiceFacts;
  readonly namespace?: string;
  readonly names: NamesPlan;
  /** Labels of every object. */
  readonly labels: Record<string, string>;
  /** Labels by which the pods are selected. */
  readonly selector: Record<string, string>;
  /** Annotations of every object. */
  readonly annotations: Record<string, string>;
  /** Annotations of the Deployment alone. */
  readonly ownAnnotations: Record<string, string>;
  readonly pod: PodPlan;
  /** Written into the workload unless an autoscaler owns the number. */
  readonly replicas?: number;
  readonly traits: TraitPlans;
  readonly configs: readonly ConfigPlan[];
  /** Secrets that an ExternalSecret of ours brings about. */
  readonly externalSecrets: readonly SecretPlan[];
}

/** Turns checked props into the plan. */
export function planModelService(scope: IConstruct, id: string, props: ModelServiceProps): ModelServicePlan {
  const facts = serviceFacts(scope, id, props);
  const names = planNames(facts.name, props.names);
  const selector = selectorOf(facts);
  const labels = { ...versionLabel(props.image), [MANAGED_BY_LABEL]: 'cdk8s-ml', ...props.labels, ...selector };
  const config = planConfig(facts.name, props);
  const { sidecars, sidecarConfigs } = planSidecars(facts, props);
  const secrets = (props.secrets ?? []).map((secret) => secret._definition.plan());
  const allSecrets = [...secrets, ...sidecars.flatMap((sidecar) => sidecar.secrets)];
  const check = Checker.forChild(scope, id);
  // complete: the props were checked before
  const traits = decideTraits(check, props, facts) as TraitPlans;
  const { identity, cache } = traits;
  const { storage, download } = planStorage(check, props, facts, { files: config.files, secrets, cache, sidecars });
  check.done();
  return {
    facts,
    namespace: namespaceOf(scope),
    names,
    labels,
    selector,
    annotations: { ...props.annotations },
    ownAnnotations: {
      ...expectations(facts, props, { secrets: allSecrets, sidecars, identity, cache }),
      ...relaxation(props, facts),
      ...fixedReplicas(props),
    },
    pod: planPod(props, facts, {
      labels,
      config: config.env,
      files: config.files,
      secrets,
      sidecars,
      traits,
      storage,
      download,
    }),
    replicas: props.autoscaling ? props.autoscaling.initialReplicas : facts.replicas,
    traits,
    configs: [config.env, config.files, ...sidecarConfigs].filter((c): c is ConfigPlan => c !== undefined),
    externalSecrets: externalSecrets([...allSecrets, ...(facts.source?.secretPlans ?? [])]),
  };
}

/** Each once: a token can serve the download and the server alike. */
function externalSecrets(secrets: readonly SecretPlan[]): SecretPlan[] {
  return [...new Map(secrets.filter((s) => s.external).map((s) => [s.secretName, s])).values()];
}

function versionLabel(image: string): Record<string, string> {
  const version = imageVersion(image);
  return version ? { [VERSION_LABEL]: version } : {};
}

function planSidecars(
  facts: ServiceFacts,
  props: ModelServiceProps,
): { sidecars: SidecarPlan[]; sidecarConfigs: ConfigPlan[] } {
  const context = sidecarContext(facts);
  const planned = (props.sidecars ?? []).map((sidecar) => {
    const config = planSidecarConfig(facts.name, sidecar._order, sidecarConfig(sidecar, context), props);
    return { plan: sidecarPlan(sidecar, context, config?.name), config };
  });
  return {
    sidecars: planned.map(({ plan }) => plan),
    sidecarConfigs: planned.flatMap(({ config }) => config ?? []),
  };
}

/** What must exist beside the manifests, in the form that the rules read: `Secret/name:KEY1+KEY2`. */
function expectations(
  facts: ServiceFacts,
  props: ModelServiceProps,
  parts: {
    readonly secrets: readonly SecretPlan[];
    readonly sidecars: readonly SidecarPlan[];
    readonly identity: IdentityPlan;
    readonly cache?: CachePlan;
  },
): Record<string, string> {
  const { secrets, sidecars, identity, cache } = parts;
  const expected = [
    ...secrets.filter((s) => s.existing).map((s) => secretExpectation(s.secretName, s.keys)),
    ...Object.entries(facts.source?.secrets ?? {}).map(([name, keys]) => secretExpectation(name, keys)),
    ...(facts.source?.volume?.type === 'claim' ? [`PersistentVolumeClaim/${facts.source.volume.claimName}`] : []),
    ...(cache?.expects ? [`PersistentVolumeClaim/${cache.expects}`] : []),
    ...(identity.expects ? [`ServiceAccount/${identity.expects}`] : []),
    ...(props.imagePullSecrets ?? []).map((name) => `Secret/${name}`),
    ...(props.volumes ?? []).flatMap((volume) => volume._definition.plan(facts).needs ?? []),
    ...sidecars.flatMap(({ needs }) => needs),
    ...(props.configMaps ?? []).filter((map) => !('apiObject' in map)).map((map) => `ConfigMap/${map.name}`),
  ];
  return expected.length > 0 ? { [EXPECTS_ANNOTATION]: [...new Set(expected)].sort().join(',') } : {};
}

function secretExpectation(name: string, keys: readonly string[]): string {
  return keys.length > 0 ? `Secret/${name}:${[...keys].sort().join('+')}` : `Secret/${name}`;
}

function relaxation(props: ModelServiceProps, facts: ServiceFacts): Record<string, string> {
  const { reason } = planSecurity(props, facts);
  return reason ? { [RELAXED_SECURITY_ANNOTATION]: reason } : {};
}

/** The rule would object to what was asked for in so many words; whoever reads the YAML is told instead. */
function fixedReplicas({ autoscaling }: ModelServiceProps): Record<string, string> {
  const initial = autoscaling?.initialReplicas;
  if (initial === undefined) return {};
  return {
    [`${WAIVER_PREFIX}hpa-with-fixed-replicas`]: `initialReplicas is ${initial}: an apply sets the number back to it`,
  };
}
