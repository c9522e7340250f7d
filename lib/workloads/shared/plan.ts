import type { Construct } from 'constructs';
import type { Checker } from '../../internal/errors';
import type { NetworkPolicySpec } from '../../internal/kubernetes';
import { MANAGED_BY_LABEL, selectorLabels, VERSION_LABEL } from '../../internal/labels';
import { checkAnnotations, checkLabels } from '../../internal/names';
import { planConstruct } from '../../internal/plan-construct';
import { checkChart, namespaceOf } from '../../internal/scope';
import type { ConfigMapPlan } from '../../pod/container/config-maps';
import type { PodPlan } from '../../pod/plan';
import type { IdentityPlan } from '../../traits/identity/plan';
import { ClusterTarget } from '../../values/cluster-target';
import { GUARD_RAILS } from '../../values/guard-rails';
import { imageVersion } from '../../values/image';
import type { SecretPlan } from '../../values/secret/plan';
import type { WorkloadContext } from './context';
import { checkExpects } from './expectations';
import { refuseSelectorLabels } from './labels';
import type { WorkloadNamesPlan } from './names';
import type { WorkloadProps } from './workload-props';

/** What every workload decides about itself, whichever engine runs it. */
export interface WorkloadIdentity<Names extends WorkloadNamesPlan = WorkloadNamesPlan> {
  readonly name: string;
  readonly namespace?: string;
  readonly names: Names;
  /** Labels of every object. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels by which the pods are selected. */
  readonly selector: Readonly<Record<string, string>>;
  /** Annotations of every object. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Names of the props that the user set. */
  readonly asked: ReadonlySet<string>;
}

/** Everything that is decided about any workload. Engines write it as objects, and see nothing else. */
export interface WorkloadPlan extends WorkloadIdentity {
  /** Annotations of the object that has the pods, in addition. */
  readonly ownAnnotations: Readonly<Record<string, string>>;
  /** `Kind/name` of the objects that make the pods, where they are not in the manifests: policies declare them. */
  readonly madeElsewhere?: readonly string[];
  readonly identity: IdentityPlan;
  readonly pod: PodPlan;
  readonly configMaps: readonly ConfigMapPlan[];
  /** Secrets that an ExternalSecret of ours makes. */
  readonly externalSecrets: readonly SecretPlan[];
  /** The NetworkPolicy; none where others decide. */
  readonly policy?: NetworkPolicySpec;
}

/** The one pass over the props of a workload: `planConstruct`, with what a workload must know of its place. */
export function planWorkload<Props extends object, Plan>(
  called: string,
  args: readonly [scope: Construct, id: string, props: Props],
  decide: (check: Checker, props: Props, context: WorkloadContext) => Plan,
): Plan {
  const [scope, id] = args;
  return planConstruct(called, args, (check, props) => {
    checkChart(check, scope);
    return decide(check, props, { scope, id, target: ClusterTarget.of(scope), rails: GUARD_RAILS.get(scope) });
  });
}

/** Names, labels and selectors of a workload, and what its objects have in common. */
export function planIdentity<Names extends WorkloadNamesPlan & { readonly name: string }>(
  check: Checker,
  { scope }: WorkloadContext,
  props: WorkloadProps & { readonly image?: string },
  component: string,
  names: Names,
): WorkloadIdentity<Names> {
  checkLabels(check.at('labels'), props.labels);
  refuseSelectorLabels(check.at('labels'), props.labels);
  checkAnnotations(check.at('annotations'), props.annotations);
  checkExpects(check.at('expects'), props.expects);
  const selector = selectorLabels(names.name, component);
  const version = typeof props.image === 'string' ? imageVersion(props.image) : undefined;
  return {
    name: names.name,
    namespace: namespaceOf(scope),
    names,
    selector,
    labels: {
      ...(version === undefined ? {} : { [VERSION_LABEL]: version }),
      [MANAGED_BY_LABEL]: 'cdk8s-ml',
      ...props.labels,
      ...selector,
    },
    annotations: { ...props.annotations },
    asked: new Set(Object.entries(props).flatMap(([prop, value]) => (value === undefined ? [] : [prop]))),
  };
}
