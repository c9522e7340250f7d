import type { IConstruct } from 'constructs';
import type { Checker } from '../../internal/errors';
import { ScopeKey } from '../../internal/scope';

/** Which construct owns a namespace, said once for the whole app. */
const OWNERS = new ScopeKey<Map<string, string>>('NamespaceOwners');

/** Refuses to make a namespace that the app has made before: the second would overwrite the guard rails of the first. */
export function refuseSecondOwner(check: Checker, scope: IConstruct, name: string): void {
  const owner = OWNERS.get(scope.node.root)?.get(name);
  if (owner !== undefined)
    check.refuse(
      name,
      `a namespace that this app does not own yet (${owner} owns it)`,
      'call share() on its owner for a second chart in it, or give it another name',
    );
}

/** Makes `owner` the one owner of the namespace. */
export function claimNamespace(owner: IConstruct, name: string): void {
  const owners = OWNERS.get(owner.node.root) ?? new Map<string, string>();
  owners.set(name, owner.node.path);
  OWNERS.set(owner.node.root, owners);
}
