import type { Checker } from '../../internal/errors';
import { checkAnnotations, checkLabels, checkName } from '../../internal/names';
import { checkAmount } from './amounts';
import { bindingName } from './binding-name';
import { checkContainerBounds } from './container-bounds';
import { type ExistingNamespaceProps, type MlNamespaceProps, PodSecurityLevel } from './props';
import { checkQuota } from './quota';

/** Refuses everything that is wrong with the props of a namespace that this app is to own. */
export function checkOwned(check: Checker, name: string, props: MlNamespaceProps): void {
  checkOwnName(check.at('name'), name);
  checkNamespaceLabels(check.at('labels'), props.labels);
  checkAnnotations(check.at('annotations'), props.annotations);
  for (const prop of ['podSecurityWarn', 'podSecurityAudit'] as const) checkLevel(check.at(prop), props[prop]);
  checkVersion(check.at('podSecurityVersion'), props.podSecurityVersion);
  checkGuards(check, props);
  checkAmount(check.at('maxClaimSize'), props.maxClaimSize, 'memory');
  checkNetwork(check, name, props);
  checkServiceAccounts(check.at('serviceAccounts'), props.serviceAccounts ?? []);
  checkAccess(check, props);
}

/** Refuses everything that is wrong with what is said of a namespace that somebody else owns. */
export function checkExisting(check: Checker, name: string, props: ExistingNamespaceProps): void {
  checkName(check.at('name'), name, 'label');
  checkGuards(check, props);
}

function checkGuards(check: Checker, props: ExistingNamespaceProps): void {
  checkLevel(check.at('podSecurity'), props.podSecurity);
  if (props.quota) checkQuota(check.at('quota'), props.quota);
  if (props.containers) checkContainerBounds(check.at('containers'), props.containers);
  if (props.prometheusNamespace !== undefined)
    checkName(check.at('prometheusNamespace'), props.prometheusNamespace, 'label');
}

function checkOwnName(check: Checker, name: string): void {
  checkName(check, name, 'label', 'give another id, or a name of that form');
  if (name === 'default')
    check.refuse(
      name,
      'a namespace of its own: every cluster has this one already, and it cannot be deleted',
      'choose another name, or place workloads in it with MlNamespace.existing',
    );
  else if (typeof name === 'string' && name.startsWith('kube-'))
    check.refuse(name, 'a name without the prefix kube-, which Kubernetes keeps for itself', 'choose another name');
}

const POD_SECURITY = 'pod-security.kubernetes.io/';

function checkNamespaceLabels(check: Checker, labels: Record<string, string> = {}): void {
  checkLabels(check, labels);
  for (const [key, value] of Object.entries(labels)) {
    if (key.startsWith(POD_SECURITY))
      check.at(key).refuse(value, 'no label of Pod Security here', 'set podSecurity and its siblings instead');
    if (key === 'kubernetes.io/metadata.name')
      check.at(key).refuse(value, 'no such label: the API server sets it', 'leave it out');
  }
}

function checkLevel(check: Checker, level?: PodSecurityLevel): void {
  const levels = Object.values(PodSecurityLevel);
  if (level !== undefined && !levels.includes(level))
    check.refuse(level, `one of ${levels.join(', ')}`, 'use a member of PodSecurityLevel');
}

function checkVersion(check: Checker, version?: string): void {
  if (version !== undefined && !/^(latest|v1\.(0|[1-9]\d?))$/.test(version))
    check.refuse(version, "a minor of Kubernetes, for example 'v1.33', or 'latest'", 'write v, major, dot, minor');
}

function checkNetwork(check: Checker, name: string, props: MlNamespaceProps): void {
  const from = props.allowFromNamespaces ?? [];
  for (const [i, namespace] of from.entries()) {
    const at = check.at('allowFromNamespaces').at(i);
    checkName(at, namespace, 'label');
    if (namespace === name) at.refuse(namespace, 'another namespace', 'set allowWithin: true instead');
  }
  if (props.defaultDenyIngress !== false) return;
  // a policy that allows something closes the pods that it selects to everything else
  if (from.length > 0)
    check
      .at('allowFromNamespaces')
      .refuse(from, 'none where pods are open to all callers', 'drop it, or drop defaultDenyIngress: false');
  if (props.allowWithin && !props.defaultDenyEgress)
    check
      .at('allowWithin')
      .refuse(true, 'false where pods are open both ways', 'drop it, or drop defaultDenyIngress: false');
}

function checkServiceAccounts(check: Checker, names: string[]): void {
  for (const [i, name] of names.entries()) checkServiceAccount(check.at(i), name, names.slice(0, i));
}

/** Refuses the name of a further ServiceAccount. */
export function checkServiceAccount(check: Checker, name: string, taken: readonly string[]): void {
  checkName(check, name, 'subdomain');
  if (name === 'default')
    check.refuse(
      name,
      'another name: the cluster makes default by itself, and an apply of ours would race with it',
      'leave it out: pods of this library mount no token of it',
    );
  else if (taken.includes(name)) check.refuse(name, 'a name that is given once', 'drop the second');
}

/** Everyone who can reach the API server is in one of these; on GKE, for example, everyone who has a Google account. */
const EVERYONE = ['system:authenticated', 'system:unauthenticated'];

function checkAccess(check: Checker, props: MlNamespaceProps): void {
  for (const prop of ['admins', 'editors', 'viewers'] as const) checkGroups(check.at(prop), props[prop] ?? []);
  for (const [role, groups] of Object.entries(props.clusterRoles ?? {})) {
    const at = check.at('clusterRoles').at(role);
    const prop = { admin: 'admins', edit: 'editors', view: 'viewers' }[role];
    if (prop) at.refuse(groups, `the prop ${prop} for this ClusterRole`, `move them to ${prop}`);
    if (/[/%]|^\.{0,2}$/.test(role))
      at.refuse(role, 'the name of a ClusterRole, without / and %', 'see `kubectl get clusterroles`');
    checkGroups(at, groups);
  }
  const roles = Object.keys(props.clusterRoles ?? {});
  roles.forEach((role, i) => {
    const other = roles.slice(0, i).find((one) => bindingName(one) === bindingName(role));
    if (other !== undefined)
      check
        .at('clusterRoles')
        .at(role)
        .refuse(
          role,
          `a ClusterRole whose RoleBinding has another name than that of ${other}: both would be ${bindingName(role)}`,
          'make one of the two RoleBindings yourself, with cdk8s-plus',
        );
  });
}

function checkGroups(check: Checker, groups: string[]): void {
  for (const [i, group] of groups.entries()) {
    if (typeof group !== 'string' || group.trim() === '')
      check.at(i).refuse(group, 'the name of a group, as the login of the cluster gives it', 'name the group');
    else if (EVERYONE.includes(group))
      check
        .at(i)
        .refuse(
          group,
          'a group of people who are known',
          'name a group of yours; this one is everybody who can connect',
        );
    else if (groups.indexOf(group) < i) check.at(i).refuse(group, 'a group that is given once', 'drop the second');
  }
}
