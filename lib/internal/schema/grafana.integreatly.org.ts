// Made by scripts/schemas.ts from grafana-operator v5.24.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1beta1.GrafanaDashboard': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1beta1.GrafanaDashboard.spec':
    'allowCrossNamespaceImport:b configMapRef:core/v1.ConfigMapKeySelector#36 contentCacheDuration datasources:[.|inputName envFrom:[. envs:[.|name folder folderRef folderUID grafanaCom:. gzipJson instanceSelector!:meta/v1.LabelSelector#36 json jsonnet jsonnetLib:. oci:. plugins:[.|name resyncPeriod suspend:b uid url urlAuthorization:.',
  'v1beta1.GrafanaDashboard.spec.datasources': 'datasourceName! inputName!',
  'v1beta1.GrafanaDashboard.spec.envFrom':
    'configMapKeyRef:core/v1.ConfigMapKeySelector#36 secretKeyRef:core/v1.ConfigMapKeySelector#36',
  'v1beta1.GrafanaDashboard.spec.envs': 'name! value valueFrom:v1beta1.GrafanaDashboard.spec.envFrom',
  'v1beta1.GrafanaDashboard.spec.grafanaCom': 'id!:i revision:i',
  'v1beta1.GrafanaDashboard.spec.jsonnetLib': 'fileName! gzipJsonnetProject! jPath:[s',
  'v1beta1.GrafanaDashboard.spec.oci': 'insecurePlainHTTP:b path! pullSecretRef:. reference!',
  'v1beta1.GrafanaDashboard.spec.oci.pullSecretRef': 'name',
  'v1beta1.GrafanaDashboard.spec.plugins': 'name! version!',
  'v1beta1.GrafanaDashboard.spec.urlAuthorization': 'basicAuth:.',
  'v1beta1.GrafanaDashboard.spec.urlAuthorization.basicAuth':
    'password:core/v1.ConfigMapKeySelector#36 username:core/v1.ConfigMapKeySelector#36',
};
