// Made by scripts/schemas.ts from flagger v1.44.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1beta1.Canary': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta1.Canary.spec':
    'analysis!:. autoscalerRef:. ingressRef:v1beta1.Canary.spec.targetRef metricsServer progressDeadlineSeconds:n provider revertOnDeletion:b routeRef:v1beta1.Canary.spec.targetRef service:. skipAnalysis:b suspend:b targetRef!:. upstreamRef:.',
  'v1beta1.Canary.spec.analysis':
    'alerts:[.|name canaryReadyThreshold:n interval iterations:n match:[. maxWeight:n metrics:[.|name mirror:b mirrorWeight:n primaryReadyThreshold:n sessionAffinity:. stepWeight:n stepWeightPromotion:n stepWeights:[n threshold:n webhooks:[.|name',
  'v1beta1.Canary.spec.analysis.alerts': 'name! providerRef!:v1beta1.Canary.spec.analysis.metrics.templateRef severity',
  'v1beta1.Canary.spec.analysis.match':
    'headers:{. queryParams:{v1beta1.Canary.spec.service.match.authority sourceLabels:{s',
  'v1beta1.Canary.spec.analysis.match.headers': 'exact prefix regex suffix',
  'v1beta1.Canary.spec.analysis.metrics':
    'interval name! query templateRef:. templateVariables:{s threshold:n thresholdRange:.',
  'v1beta1.Canary.spec.analysis.metrics.templateRef': 'name! namespace',
  'v1beta1.Canary.spec.analysis.metrics.thresholdRange': 'max:n min:n',
  'v1beta1.Canary.spec.analysis.sessionAffinity':
    'cookieName! domain httpOnly:b maxAge:n partitioned:b path primaryCookieName sameSite secure:b',
  'v1beta1.Canary.spec.analysis.webhooks': 'disableTLS:b metadata:{s muteAlert:b name! retries:n timeout type url!',
  'v1beta1.Canary.spec.autoscalerRef': 'apiVersion! kind! name! primaryScalerQueries:{s primaryScalerReplicas:.',
  'v1beta1.Canary.spec.autoscalerRef.primaryScalerReplicas': 'maxReplicas:i minReplicas:i',
  'v1beta1.Canary.spec.service':
    'apex:. appProtocol backendTimeout backends:[s canary:v1beta1.Canary.spec.service.apex corsPolicy:. delegation:b gatewayRefs:[. gateways:[s headers:. headless:b hosts:[s match:[. meshName mirror:[. name port!:n portDiscovery:b portName primary:v1beta1.Canary.spec.service.apex retries:. rewrite:. targetPort:x timeout trafficDistribution trafficPolicy:. unmanagedMetadata:.',
  'v1beta1.Canary.spec.service.apex': 'annotations:{s labels:{s',
  'v1beta1.Canary.spec.service.corsPolicy':
    'allowCredentials:b allowHeaders:[s allowMethods:[s allowOrigin:[s allowOrigins:[v1beta1.Canary.spec.service.match.authority exposeHeaders:[s maxAge',
  'v1beta1.Canary.spec.service.gatewayRefs': 'group kind name! namespace port:i sectionName',
  'v1beta1.Canary.spec.service.headers': 'request:. response:v1beta1.Canary.spec.service.headers.request',
  'v1beta1.Canary.spec.service.headers.request': 'add:{s remove:[s set:{s',
  'v1beta1.Canary.spec.service.match':
    'authority:. gateways:[s headers:{v1beta1.Canary.spec.service.match.authority ignoreUriCase:b method:v1beta1.Canary.spec.service.match.authority name port:i queryParams:{v1beta1.Canary.spec.service.match.authority scheme:v1beta1.Canary.spec.service.match.authority sourceLabels:{s sourceNamespace uri:v1beta1.Canary.spec.service.match.authority withoutHeaders:{v1beta1.Canary.spec.service.match.authority',
  'v1beta1.Canary.spec.service.match.authority': 'exact prefix regex',
  'v1beta1.Canary.spec.service.mirror': 'backendRef:.',
  'v1beta1.Canary.spec.service.mirror.backendRef': 'group kind name! namespace port:i',
  'v1beta1.Canary.spec.service.retries': 'attempts:i perTryTimeout retryOn',
  'v1beta1.Canary.spec.service.rewrite': 'authority type uri',
  'v1beta1.Canary.spec.service.trafficPolicy': 'connectionPool:. loadBalancer:. outlierDetection:. tls:.',
  'v1beta1.Canary.spec.service.trafficPolicy.connectionPool': 'http:.',
  'v1beta1.Canary.spec.service.trafficPolicy.connectionPool.http':
    'h2UpgradePolicy http1MaxPendingRequests:i http2MaxRequests:i idleTimeout maxRequestsPerConnection:i maxRetries:i',
  'v1beta1.Canary.spec.service.trafficPolicy.loadBalancer':
    'consistentHash:. localityLbSetting:. simple warmupDurationSecs',
  'v1beta1.Canary.spec.service.trafficPolicy.loadBalancer.consistentHash':
    'httpCookie:. httpHeaderName httpQueryParameterName minimumRingSize:i useSourceIp:b',
  'v1beta1.Canary.spec.service.trafficPolicy.loadBalancer.consistentHash.httpCookie': 'name path ttl',
  'v1beta1.Canary.spec.service.trafficPolicy.loadBalancer.localityLbSetting': 'distribute:[. enabled:b failover:[.',
  'v1beta1.Canary.spec.service.trafficPolicy.loadBalancer.localityLbSetting.distribute': 'from to:{i',
  'v1beta1.Canary.spec.service.trafficPolicy.loadBalancer.localityLbSetting.failover': 'from to',
  'v1beta1.Canary.spec.service.trafficPolicy.outlierDetection':
    'baseEjectionTime consecutive5xxErrors:i consecutiveErrors:i consecutiveGatewayErrors:i consecutiveLocalOriginFailures:i interval maxEjectionPercent:i minHealthPercent:i splitExternalLocalOriginErrors:b',
  'v1beta1.Canary.spec.service.trafficPolicy.tls':
    'caCertificates clientCertificate mode privateKey sni subjectAltNames:[s',
  'v1beta1.Canary.spec.service.unmanagedMetadata': 'annotations:[s labels:[s',
  'v1beta1.Canary.spec.targetRef': 'apiVersion! kind! name!',
  'v1beta1.Canary.spec.upstreamRef': 'apiVersion! kind! name! namespace',
  'v1beta1.MetricTemplate': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:.',
  'v1beta1.MetricTemplate.spec': 'provider!:. query!',
  'v1beta1.MetricTemplate.spec.provider': 'address headers:{[s insecureSkipVerify:b region secretRef:. type!',
  'v1beta1.MetricTemplate.spec.provider.secretRef': 'name!',
};
