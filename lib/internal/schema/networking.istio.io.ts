// Made by scripts/schemas.ts from istio v1.30.3: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.DestinationRule': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.DestinationRule.spec':
    'exportTo:[s host! subsets:[.|name trafficPolicy:v1.DestinationRule.spec.subsets.trafficPolicy workloadSelector:.',
  'v1.DestinationRule.spec.subsets': 'labels:{s name! trafficPolicy:.',
  'v1.DestinationRule.spec.subsets.trafficPolicy':
    'connectionPool:. loadBalancer:. outlierDetection:. portLevelSettings:[. proxyProtocol:. retryBudget:. tls:v1.DestinationRule.spec.subsets.trafficPolicy.portLevelSettings.tls tunnel:.',
  'v1.DestinationRule.spec.subsets.trafficPolicy.connectionPool': 'http:. tcp:.',
  'v1.DestinationRule.spec.subsets.trafficPolicy.connectionPool.http':
    'h2UpgradePolicy http1MaxPendingRequests:i http2MaxRequests:i idleTimeout maxConcurrentStreams:i maxRequestsPerConnection:i maxRetries:i useClientProtocol:b',
  'v1.DestinationRule.spec.subsets.trafficPolicy.connectionPool.tcp':
    'connectTimeout idleTimeout maxConnectionDuration maxConnections:i tcpKeepalive:.',
  'v1.DestinationRule.spec.subsets.trafficPolicy.connectionPool.tcp.tcpKeepalive': 'interval probes:i time',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer':
    'consistentHash:. localityLbSetting:. simple warmup:. warmupDurationSecs',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.consistentHash':
    'httpCookie:. httpHeaderName httpQueryParameterName maglev:. minimumRingSize:i ringHash:. useSourceIp:b',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.consistentHash.httpCookie':
    'attributes:[.|name name! path ttl',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes': 'name! value',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.consistentHash.maglev': 'tableSize:i',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.consistentHash.ringHash': 'minimumRingSize:i',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.localityLbSetting':
    'distribute:[. enabled:b failover:[. failoverPriority:[s',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.localityLbSetting.distribute': 'from to:{i',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.localityLbSetting.failover': 'from to',
  'v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer.warmup': 'aggression:n duration! minimumPercent:n',
  'v1.DestinationRule.spec.subsets.trafficPolicy.outlierDetection':
    'baseEjectionTime consecutive5xxErrors:i consecutiveErrors:i consecutiveGatewayErrors:i consecutiveLocalOriginFailures:i interval maxEjectionPercent:i minHealthPercent:i splitExternalLocalOriginErrors:b',
  'v1.DestinationRule.spec.subsets.trafficPolicy.portLevelSettings':
    'connectionPool:v1.DestinationRule.spec.subsets.trafficPolicy.connectionPool loadBalancer:v1.DestinationRule.spec.subsets.trafficPolicy.loadBalancer outlierDetection:v1.DestinationRule.spec.subsets.trafficPolicy.outlierDetection port:. tls:.',
  'v1.DestinationRule.spec.subsets.trafficPolicy.portLevelSettings.port': 'number:i',
  'v1.DestinationRule.spec.subsets.trafficPolicy.portLevelSettings.tls':
    'caCertificates caCrl clientCertificate credentialName insecureSkipVerify:b mode privateKey sni subjectAltNames:[s',
  'v1.DestinationRule.spec.subsets.trafficPolicy.proxyProtocol': 'version',
  'v1.DestinationRule.spec.subsets.trafficPolicy.retryBudget': 'minRetryConcurrency:i percent:n',
  'v1.DestinationRule.spec.subsets.trafficPolicy.tunnel': 'protocol targetHost! targetPort!:i',
  'v1.DestinationRule.spec.workloadSelector': 'matchLabels:{s',
  'v1.VirtualService': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1.VirtualService.spec': 'exportTo:[s gateways:[s hosts:[s http:[. tcp:[. tls:[.',
  'v1.VirtualService.spec.http':
    'corsPolicy:. delegate:. directResponse:. fault:. headers:. match:[. mirror:. mirrorPercent:i mirrorPercentage:v1.VirtualService.spec.http.fault.abort.percentage mirror_percent:i mirrors:[. name redirect:. retries:. rewrite:. route:[. timeout',
  'v1.VirtualService.spec.http.corsPolicy':
    'allowCredentials:b allowHeaders:[s allowMethods:[s allowOrigin:[s allowOrigins:[. exposeHeaders:[s maxAge unmatchedPreflights',
  'v1.VirtualService.spec.http.corsPolicy.allowOrigins': 'exact prefix regex',
  'v1.VirtualService.spec.http.delegate': 'name namespace',
  'v1.VirtualService.spec.http.directResponse': 'body:. status!:i',
  'v1.VirtualService.spec.http.directResponse.body': 'bytes string',
  'v1.VirtualService.spec.http.fault': 'abort:. delay:.',
  'v1.VirtualService.spec.http.fault.abort': 'grpcStatus http2Error httpStatus:i percentage:.',
  'v1.VirtualService.spec.http.fault.abort.percentage': 'value:n',
  'v1.VirtualService.spec.http.fault.delay':
    'exponentialDelay fixedDelay percent:i percentage:v1.VirtualService.spec.http.fault.abort.percentage',
  'v1.VirtualService.spec.http.headers': 'request:. response:v1.VirtualService.spec.http.headers.request',
  'v1.VirtualService.spec.http.headers.request': 'add:{s remove:[s set:{s',
  'v1.VirtualService.spec.http.match':
    'authority:v1.VirtualService.spec.http.corsPolicy.allowOrigins gateways:[s headers:{v1.VirtualService.spec.http.corsPolicy.allowOrigins ignoreUriCase:b method:v1.VirtualService.spec.http.corsPolicy.allowOrigins name port:i queryParams:{v1.VirtualService.spec.http.corsPolicy.allowOrigins scheme:v1.VirtualService.spec.http.corsPolicy.allowOrigins sourceLabels:{s sourceNamespace statPrefix uri:v1.VirtualService.spec.http.corsPolicy.allowOrigins withoutHeaders:{v1.VirtualService.spec.http.corsPolicy.allowOrigins',
  'v1.VirtualService.spec.http.mirror':
    'host! port:v1.DestinationRule.spec.subsets.trafficPolicy.portLevelSettings.port subset',
  'v1.VirtualService.spec.http.mirrors':
    'destination!:v1.VirtualService.spec.http.mirror percentage:v1.VirtualService.spec.http.fault.abort.percentage',
  'v1.VirtualService.spec.http.redirect': 'authority derivePort port:i redirectCode:i scheme uri',
  'v1.VirtualService.spec.http.retries':
    'attempts:i backoff perTryTimeout retryIgnorePreviousHosts:b retryOn retryRemoteLocalities:b',
  'v1.VirtualService.spec.http.rewrite': 'authority uri uriRegexRewrite:.',
  'v1.VirtualService.spec.http.rewrite.uriRegexRewrite': 'match rewrite',
  'v1.VirtualService.spec.http.route':
    'destination!:v1.VirtualService.spec.http.mirror headers:v1.VirtualService.spec.http.headers weight:i',
  'v1.VirtualService.spec.tcp': 'match:[. route:[.',
  'v1.VirtualService.spec.tcp.match':
    'destinationSubnets:[s gateways:[s port:i sourceLabels:{s sourceNamespace sourceSubnet',
  'v1.VirtualService.spec.tcp.route': 'destination!:v1.VirtualService.spec.http.mirror weight:i',
  'v1.VirtualService.spec.tls': 'match!:[. route:[v1.VirtualService.spec.tcp.route',
  'v1.VirtualService.spec.tls.match':
    'destinationSubnets:[s gateways:[s port:i sniHosts!:[s sourceLabels:{s sourceNamespace',
  'v1alpha3.DestinationRule': '=v1.DestinationRule',
  'v1alpha3.VirtualService': '=v1.VirtualService',
  'v1beta1.DestinationRule': '=v1.DestinationRule',
  'v1beta1.VirtualService': '=v1.VirtualService',
};
