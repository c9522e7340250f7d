/** What of a role names its Job. */
interface NamedRole {
  readonly name: string;
  readonly kind: string;
}

/** The role whose pods Trainer counts as nodes: the workers of MPI, which a launcher starts; otherwise the first role. */
export function nodeRole<Role extends NamedRole>(roles: readonly Role[]): Role {
  const [first] = roles;
  return first.kind === 'launcher' ? (roles.find(({ kind }) => kind === 'worker') ?? first) : first;
}

/** The Job of the nodes is named `node`, and the others keep the names of their roles. */
export function jobNameOf(roles: readonly NamedRole[], name: string): string {
  if (name === nodeRole(roles).name) return 'node';
  return name === 'node' ? 'node-role' : name;
}
