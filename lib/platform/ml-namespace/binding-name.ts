/** The name of the RoleBinding. ClusterRoles may have a colon in their name, and names of files may not. */
export function bindingName(clusterRole: string): string {
  return `cluster-role-${clusterRole.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}`;
}
