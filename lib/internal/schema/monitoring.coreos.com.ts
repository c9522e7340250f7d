// Made by scripts/schemas.ts from prometheus-operator v0.93.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.PodMonitor': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1.PodMonitor.spec':
    'attachMetadata:v1.ServiceMonitor.spec.attachMetadata bodySizeLimit convertClassicHistogramsToNHCB:b fallbackScrapeProtocol jobLabel keepDroppedTargets:i labelLimit:i labelNameLengthLimit:i labelValueLengthLimit:i namespaceSelector:v1.ServiceMonitor.spec.namespaceSelector nativeHistogramBucketLimit:i nativeHistogramMinBucketFactor:x podMetricsEndpoints:[. podTargetLabels:[s sampleLimit:i scrapeClass scrapeClassicHistograms:b scrapeNativeHistograms:b scrapeProtocols:[s selector!:meta/v1.LabelSelector#36 selectorMechanism targetLimit:i',
  'v1.PodMonitor.spec.podMetricsEndpoints':
    'authorization:v1.ServiceMonitor.spec.endpoints.authorization basicAuth:v1.ServiceMonitor.spec.endpoints.basicAuth bearerTokenSecret:core/v1.ConfigMapKeySelector#36 enableHttp2:b filterRunning:b followRedirects:b honorLabels:b honorTimestamps:b interval metricRelabelings:[v1.ServiceMonitor.spec.endpoints.metricRelabelings noProxy oauth2:v1.ServiceMonitor.spec.endpoints.oauth2 params:{[s path port portNumber:i proxyConnectHeader:{[core/v1.ConfigMapKeySelector#36 proxyFromEnvironment:b proxyUrl relabelings:[v1.ServiceMonitor.spec.endpoints.metricRelabelings scheme scrapeTimeout targetPort:x tlsConfig:v1.ServiceMonitor.spec.endpoints.oauth2.tlsConfig trackTimestampsStaleness:b',
  'v1.PrometheusRule': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1.PrometheusRule.spec': 'groups:[.|name',
  'v1.PrometheusRule.spec.groups': 'interval labels:{s limit:i name! partial_response_strategy query_offset rules:[.',
  'v1.PrometheusRule.spec.groups.rules': 'alert annotations:{s expr!:x for keep_firing_for labels:{s record',
  'v1.ServiceMonitor': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1.ServiceMonitor.spec':
    'attachMetadata:. bodySizeLimit convertClassicHistogramsToNHCB:b endpoints!:[. fallbackScrapeProtocol jobLabel keepDroppedTargets:i labelLimit:i labelNameLengthLimit:i labelValueLengthLimit:i namespaceSelector:. nativeHistogramBucketLimit:i nativeHistogramMinBucketFactor:x podTargetLabels:[s sampleLimit:i scrapeClass scrapeClassicHistograms:b scrapeNativeHistograms:b scrapeProtocols:[s selector!:meta/v1.LabelSelector#36 selectorMechanism serviceDiscoveryRole targetLabels:[s targetLimit:i',
  'v1.ServiceMonitor.spec.attachMetadata': 'node:b',
  'v1.ServiceMonitor.spec.endpoints':
    'authorization:. basicAuth:. bearerTokenFile bearerTokenSecret:core/v1.ConfigMapKeySelector#36 enableHttp2:b filterRunning:b followRedirects:b honorLabels:b honorTimestamps:b interval metricRelabelings:[. noProxy oauth2:. params:{[s path port proxyConnectHeader:{[core/v1.ConfigMapKeySelector#36 proxyFromEnvironment:b proxyUrl relabelings:[v1.ServiceMonitor.spec.endpoints.metricRelabelings scheme scrapeTimeout targetPort:x tlsConfig:. trackTimestampsStaleness:b',
  'v1.ServiceMonitor.spec.endpoints.authorization': 'credentials:core/v1.ConfigMapKeySelector#36 type',
  'v1.ServiceMonitor.spec.endpoints.basicAuth':
    'password:core/v1.ConfigMapKeySelector#36 username:core/v1.ConfigMapKeySelector#36',
  'v1.ServiceMonitor.spec.endpoints.metricRelabelings':
    'action modulus:i regex replacement separator sourceLabels:[s targetLabel',
  'v1.ServiceMonitor.spec.endpoints.oauth2':
    'clientId!:. clientSecret!:core/v1.ConfigMapKeySelector#36 endpointParams:{s noProxy proxyConnectHeader:{[core/v1.ConfigMapKeySelector#36 proxyFromEnvironment:b proxyUrl scopes:[s tlsConfig:. tokenUrl!',
  'v1.ServiceMonitor.spec.endpoints.oauth2.clientId':
    'configMap:core/v1.ConfigMapKeySelector#36 secret:core/v1.ConfigMapKeySelector#36',
  'v1.ServiceMonitor.spec.endpoints.oauth2.tlsConfig':
    'ca:v1.ServiceMonitor.spec.endpoints.oauth2.clientId cert:v1.ServiceMonitor.spec.endpoints.oauth2.clientId insecureSkipVerify:b keySecret:core/v1.ConfigMapKeySelector#36 maxVersion minVersion serverName',
  'v1.ServiceMonitor.spec.endpoints.tlsConfig':
    'ca:v1.ServiceMonitor.spec.endpoints.oauth2.clientId caFile cert:v1.ServiceMonitor.spec.endpoints.oauth2.clientId certFile insecureSkipVerify:b keyFile keySecret:core/v1.ConfigMapKeySelector#36 maxVersion minVersion serverName',
  'v1.ServiceMonitor.spec.namespaceSelector': 'any:b matchNames:[s',
};
