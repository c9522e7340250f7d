import { PROTECT_ANNOTATIONS } from '../../internal/labels';
import type { GuardRails } from '../../values/guard-rails';
import { bindingName } from './binding-name';
import { containerLimits, knownContainerLimits } from './container-bounds';
import { type ExistingNamespaceProps, type MlNamespaceProps, PodSecurityLevel } from './props';
import { hardLimits } from './quota';

/** The literal defaults of a namespace; the docs of the props say the same. */
export const NAMESPACE_DEFAULTS = {
  protect: false,
  podSecurity: PodSecurityLevel.RESTRICTED,
  podSecurityWarn: PodSecurityLevel.RESTRICTED,
  podSecurityAudit: PodSecurityLevel.RESTRICTED,
  defaultDenyIngress: true,
  defaultDenyEgress: false,
  allowWithin: false,
} as const;

/** Everything decided about a namespace. */
export interface NamespacePlan {
  readonly rails: GuardRails;
  /** What is emitted; nothing for a namespace that somebody else, or another chart, owns. */
  readonly owned?: OwnedPlan;
}

export interface OwnedPlan {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly maxClaimSize?: string;
  readonly allowWithin: boolean;
  readonly allowFromNamespaces: readonly string[];
  readonly serviceAccounts: readonly string[];
  /** Name of a RoleBinding, its ClusterRole and its groups. */
  readonly bindings: readonly { name: string; clusterRole: string; groups: readonly string[] }[];
}

/** Decides everything about a namespace of this app. The props are checked. */
export function planOwned(name: string, props: MlNamespaceProps): NamespacePlan {
  const all = withDefaults(props);
  const quota = hardLimits(props.quota ?? {});
  return {
    rails: {
      namespace: name,
      owned: true,
      podSecurity: all.podSecurity,
      defaultDenyIngress: all.defaultDenyIngress,
      defaultDenyEgress: all.defaultDenyEgress,
      quota,
      containers: containerLimits(props.containers ?? {}, quota),
      maxClaimSize: props.maxClaimSize,
      prometheusNamespace: props.prometheusNamespace,
    },
    owned: {
      labels: { ...props.labels, ...podSecurityLabels(all, props.podSecurityVersion) },
      annotations: all.protect ? keep(props.annotations ?? {}) : { ...props.annotations },
      maxClaimSize: props.maxClaimSize,
      allowWithin: all.allowWithin,
      allowFromNamespaces: props.allowFromNamespaces ?? [],
      serviceAccounts: props.serviceAccounts ?? [],
      bindings: bindings(props),
    },
  };
}

/** What is known of a namespace that somebody else owns. The props are checked. */
export function planExisting(name: string, props: ExistingNamespaceProps): NamespacePlan {
  const all = withDefaults(props);
  return {
    rails: {
      namespace: name,
      owned: false,
      podSecurity: all.podSecurity,
      defaultDenyIngress: all.defaultDenyIngress,
      defaultDenyEgress: all.defaultDenyEgress,
      quota: props.quota && hardLimits(props.quota),
      containers: props.containers && knownContainerLimits(props.containers),
      prometheusNamespace: props.prometheusNamespace,
    },
  };
}

type Defaults = Required<Pick<MlNamespaceProps, keyof typeof NAMESPACE_DEFAULTS>>;

/** The props that have a default. Read one by one: props of a class or of a prototype are not seen when spread. */
function withDefaults(props: Partial<Defaults>): Defaults {
  const names = Object.keys(NAMESPACE_DEFAULTS) as (keyof Defaults)[];
  return Object.fromEntries(
    names.map((name) => [name, props[name] ?? NAMESPACE_DEFAULTS[name]]),
  ) as unknown as Defaults;
}

function podSecurityLabels(props: Defaults, version: string | undefined): Record<string, string> {
  const levels = { enforce: props.podSecurity, warn: props.podSecurityWarn, audit: props.podSecurityAudit };
  const labels: Record<string, string> = {};
  for (const [mode, level] of Object.entries(levels)) {
    labels[`pod-security.kubernetes.io/${mode}`] = level;
    if (version !== undefined) labels[`pod-security.kubernetes.io/${mode}-version`] = version;
  }
  return labels;
}

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/**
 * Argo CD has one list of options in one annotation: a user's own stay. `Delete=false` is for the day when the
 * Application itself is deleted, https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 */
function keep(annotations: Record<string, string>): Record<string, string> {
  const options = [annotations[SYNC_OPTIONS], PROTECT_ANNOTATIONS[SYNC_OPTIONS]]
    .flatMap((list) => list?.split(',') ?? [])
    .map((option) => option.trim());
  return { ...annotations, ...PROTECT_ANNOTATIONS, [SYNC_OPTIONS]: [...new Set(options)].join(',') };
}

function bindings(props: MlNamespaceProps): OwnedPlan['bindings'] {
  return [
    { name: 'admins', clusterRole: 'admin', groups: props.admins ?? [] },
    { name: 'editors', clusterRole: 'edit', groups: props.editors ?? [] },
    { name: 'viewers', clusterRole: 'view', groups: props.viewers ?? [] },
    ...Object.entries(props.clusterRoles ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([clusterRole, groups]) => ({
        name: bindingName(clusterRole),
        clusterRole,
        groups,
      })),
  ].filter(({ groups }) => groups.length > 0);
}
