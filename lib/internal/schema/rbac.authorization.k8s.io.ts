// Made by scripts/schemas.ts from Kubernetes 1.28 to 1.36: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.AggregationRule': 'clusterRoleSelectors:[meta/v1.LabelSelector',
  'v1.ClusterRole': 'aggregationRule:AggregationRule apiVersion kind metadata:meta/v1.ObjectMeta rules:[PolicyRule',
  'v1.ClusterRoleBinding': 'apiVersion kind metadata:meta/v1.ObjectMeta roleRef!:RoleRef subjects:[Subject',
  'v1.PolicyRule': 'apiGroups:[s nonResourceURLs:[s resourceNames:[s resources:[s verbs!:[s',
  'v1.Role': 'apiVersion kind metadata:meta/v1.ObjectMeta rules:[PolicyRule',
  'v1.RoleBinding': 'apiVersion kind metadata:meta/v1.ObjectMeta roleRef!:RoleRef subjects:[Subject',
  'v1.RoleRef': 'apiGroup!@-35 apiGroup@36 kind! name!',
  'v1.Subject': 'apiGroup kind! name! namespace',
};
