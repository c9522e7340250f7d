// Made by scripts/schemas.ts from kserve v0.20.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1alpha1.ClusterServingRuntime': '=v1alpha1.ServingRuntime',
  'v1alpha1.InferenceGraph': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.InferenceGraph.spec':
    'affinity:core/v1.Affinity#36 maxReplicas:i minReplicas:i nodeName nodeSelector:{s nodes!:{. resources:core/v1.ResourceRequirements#36 routerTimeouts:. scaleMetric scaleTarget:i serviceAccountName timeout:i tolerations:[core/v1.Toleration#36',
  'v1alpha1.InferenceGraph.spec.nodes': 'routerType! steps:[.',
  'v1alpha1.InferenceGraph.spec.nodes.steps':
    'condition data dependency mapPredictionsToInstances:b name nodeName serviceName serviceUrl weight:i',
  'v1alpha1.InferenceGraph.spec.routerTimeouts': 'serverIdle:i serverRead:i serverWrite:i serviceClient:i',
  'v1alpha1.LLMInferenceService': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.LLMInferenceService.spec':
    'annotations:{s baseRefs:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets labels:{s model:. parallelism:v1alpha2.LLMInferenceService.spec.parallelism prefill:. replicas:i router:. scaling:v1alpha2.LLMInferenceService.spec.prefill.scaling storageInitializer:v1alpha2.LLMInferenceService.spec.storageInitializer template:v1alpha2.LLMInferenceService.spec.prefill.template tracing:v1alpha2.LLMInferenceService.spec.tracing worker:v1alpha2.LLMInferenceService.spec.prefill.template',
  'v1alpha1.LLMInferenceService.spec.model': 'criticality lora:v1alpha2.LLMInferenceService.spec.model.lora name uri!',
  'v1alpha1.LLMInferenceService.spec.prefill':
    'annotations:{s labels:{s parallelism:v1alpha2.LLMInferenceService.spec.parallelism replicas:i scaling:v1alpha2.LLMInferenceService.spec.prefill.scaling template:v1alpha2.LLMInferenceService.spec.prefill.template worker:v1alpha2.LLMInferenceService.spec.prefill.template',
  'v1alpha1.LLMInferenceService.spec.router':
    'gateway:v1alpha2.LLMInferenceService.spec.router.gateway ingress:v1alpha2.LLMInferenceService.spec.router.ingress route:v1alpha2.LLMInferenceService.spec.router.route scheduler:.',
  'v1alpha1.LLMInferenceService.spec.router.scheduler':
    'annotations:{s config:v1alpha2.LLMInferenceService.spec.router.scheduler.config labels:{s pool:. replicas:i template:v1alpha2.LLMInferenceService.spec.prefill.template',
  'v1alpha1.LLMInferenceService.spec.router.scheduler.pool':
    'ref:v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets spec:.',
  'v1alpha1.LLMInferenceService.spec.router.scheduler.pool.spec': 'extensionRef:. selector!:{s targetPortNumber!:i',
  'v1alpha1.LLMInferenceService.spec.router.scheduler.pool.spec.extensionRef':
    'failureMode! group kind name! portNumber:i',
  'v1alpha1.ServingRuntime': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.ServingRuntime.spec':
    'affinity:core/v1.Affinity#36 annotations:{s builtInAdapter:. containers!:[core/v1.Container#36|name disabled:b grpcDataEndpoint grpcEndpoint hostIPC:b httpDataEndpoint imagePullSecrets:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets|name labels:{s multiModel:b nodeSelector:{s protocolVersions:[s replicas:i schedulerName storageHelper:. supportedModelFormats:[.|name,version/name tolerations:[core/v1.Toleration#36 volumes:[core/v1.Volume#34|name workerSpec:.',
  'v1alpha1.ServingRuntime.spec.builtInAdapter':
    'env:[core/v1.EnvVar#36|name memBufferBytes:i modelLoadingTimeoutMillis:i runtimeManagementPort:i serverType',
  'v1alpha1.ServingRuntime.spec.storageHelper': 'disabled:b',
  'v1alpha1.ServingRuntime.spec.supportedModelFormats': 'autoSelect:b name! priority:i version',
  'v1alpha1.ServingRuntime.spec.workerSpec':
    'affinity:core/v1.Affinity#36 annotations:{s containers!:[core/v1.Container#36|name hostIPC:b imagePullSecrets:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets|name labels:{s nodeSelector:{s pipelineParallelSize:i schedulerName tensorParallelSize:i tolerations:[core/v1.Toleration#36 volumes:[core/v1.Volume#34|name',
  'v1alpha1.TrainedModel': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha1.TrainedModel.spec': 'inferenceService! model!:.',
  'v1alpha1.TrainedModel.spec.model': 'framework! memory!:x storageUri!',
  'v1alpha2.LLMInferenceService': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha2.LLMInferenceService.spec':
    'annotations:{s baseRefs:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets kvCacheOffloading:. labels:{s model:. parallelism:. prefill:. replicas:i router:. scaling:v1alpha2.LLMInferenceService.spec.prefill.scaling storageInitializer:. template:v1alpha2.LLMInferenceService.spec.prefill.template tracing:. worker:v1alpha2.LLMInferenceService.spec.prefill.template',
  'v1alpha2.LLMInferenceService.spec.kvCacheOffloading': 'cpu!:x evictionPolicy secondary:[.',
  'v1alpha2.LLMInferenceService.spec.kvCacheOffloading.secondary': 'fileSystem:.',
  'v1alpha2.LLMInferenceService.spec.kvCacheOffloading.secondary.fileSystem': 'emptyDir:. pvc:.',
  'v1alpha2.LLMInferenceService.spec.kvCacheOffloading.secondary.fileSystem.emptyDir': 'size!:x',
  'v1alpha2.LLMInferenceService.spec.kvCacheOffloading.secondary.fileSystem.pvc':
    'ref:. spec:core/v1.PersistentVolumeClaimSpec#36',
  'v1alpha2.LLMInferenceService.spec.kvCacheOffloading.secondary.fileSystem.pvc.ref': 'name! path',
  'v1alpha2.LLMInferenceService.spec.model':
    'confidential:v1beta1.InferenceService.spec.canary.predictor.huggingface.confidential lora:. name uri!',
  'v1alpha2.LLMInferenceService.spec.model.lora': 'adapters:* maxAdapters:i maxCpuAdapters:i maxRank:i',
  'v1alpha2.LLMInferenceService.spec.parallelism': 'data:i dataLocal:i dataRPCPort:i expert:b pipeline:i tensor:i',
  'v1alpha2.LLMInferenceService.spec.prefill':
    'annotations:{s kvCacheOffloading:v1alpha2.LLMInferenceService.spec.kvCacheOffloading labels:{s parallelism:v1alpha2.LLMInferenceService.spec.parallelism replicas:i scaling:. template:. worker:v1alpha2.LLMInferenceService.spec.prefill.template',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling': 'maxReplicas!:i minReplicas:i wva:.',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling.wva': 'hpa:. keda:. variantCost',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling.wva.hpa':
    'behavior:autoscaling/v2.HorizontalPodAutoscalerBehavior#36',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling.wva.keda':
    'advanced:. cooldownPeriod:i fallback:. idleReplicaCount:i initialCooldownPeriod:i pollingInterval:i',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling.wva.keda.advanced':
    'horizontalPodAutoscalerConfig:. restoreToOriginalReplicaCount:b scalingModifiers:.',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling.wva.keda.advanced.horizontalPodAutoscalerConfig':
    'behavior:autoscaling/v2.HorizontalPodAutoscalerBehavior#36 name',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling.wva.keda.advanced.scalingModifiers':
    'activationTarget formula metricType target',
  'v1alpha2.LLMInferenceService.spec.prefill.scaling.wva.keda.fallback': 'behavior failureThreshold!:i replicas!:i',
  'v1alpha2.LLMInferenceService.spec.prefill.template':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 automountServiceAccountToken:b containers:[core/v1.Container#36|name dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b ephemeralContainers:[core/v1.EphemeralContainer#36|name hostAliases:[core/v1.HostAlias#36|ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname hostnameOverride imagePullSecrets:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets|name initContainers:[core/v1.Container#36|name nodeName nodeSelector:{s os:v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef overhead:{x preemptionPolicy priority:i priorityClassName readinessGates:[v1beta1.InferenceService.spec.canary.predictor.readinessGates resourceClaims:[core/v1.PodResourceClaim#36|name resources:core/v1.ResourceRequirements#36 restartPolicy runtimeClassName schedulerName schedulingGates:[v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef|name securityContext:core/v1.PodSecurityContext#36 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b subdomain terminationGracePeriodSeconds:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[core/v1.TopologySpreadConstraint#36|topologyKey,whenUnsatisfiable volumes:[core/v1.Volume#34|name',
  'v1alpha2.LLMInferenceService.spec.router': 'gateway:. ingress:. route:. scheduler:.',
  'v1alpha2.LLMInferenceService.spec.router.gateway': 'refs:[.',
  'v1alpha2.LLMInferenceService.spec.router.gateway.refs': 'name namespace sectionName',
  'v1alpha2.LLMInferenceService.spec.router.ingress': 'refs:[.',
  'v1alpha2.LLMInferenceService.spec.router.ingress.refs': 'name namespace',
  'v1alpha2.LLMInferenceService.spec.router.route': 'group http:. weight:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http':
    'refs:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets spec:.',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec': 'hostnames:[s parentRefs:[. rules:[. useDefaultGateways',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.parentRefs':
    'group kind name! namespace port:i sectionName',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules':
    'backendRefs:[. filters:[v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters matches:[. name retry:. sessionPersistence:. timeouts:.',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs':
    'filters:[. group kind name! namespace port:i weight:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters':
    'cors:. extensionRef:. externalAuth:. requestHeaderModifier:. requestMirror:. requestRedirect:. responseHeaderModifier:v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.requestHeaderModifier type! urlRewrite:.',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.cors':
    'allowCredentials:b allowHeaders:[s allowMethods:[s allowOrigins:[s exposeHeaders:[s maxAge:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.extensionRef':
    'group! kind! name!',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.externalAuth':
    'backendRef!:. forwardBody:. grpc:. http:. protocol!',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.externalAuth.backendRef':
    'group kind name! namespace port:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.externalAuth.forwardBody':
    'maxSize:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.externalAuth.grpc':
    'allowedHeaders:[s',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.externalAuth.http':
    'allowedHeaders:[s allowedResponseHeaders:[s path',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.requestHeaderModifier':
    'add:[core/v1.HTTPHeader#36|name remove:[s set:[core/v1.HTTPHeader#36|name',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.requestMirror':
    'backendRef!:v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.externalAuth.backendRef fraction:. percent:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.requestMirror.fraction':
    'denominator:i numerator!:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.requestRedirect':
    'hostname path:. port:i scheme statusCode:i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.requestRedirect.path':
    'replaceFullPath replacePrefixMatch type!',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.urlRewrite':
    'hostname path:v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.backendRefs.filters.requestRedirect.path',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.matches':
    'headers:[.|name method path:. queryParams:[v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.matches.headers|name',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.matches.headers': 'name! type value!',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.matches.path': 'type value',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.retry': 'attempts:i backoff codes:[i',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.sessionPersistence':
    'absoluteTimeout cookieConfig:. idleTimeout sessionName type',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.sessionPersistence.cookieConfig': 'lifetimeType',
  'v1alpha2.LLMInferenceService.spec.router.route.http.spec.rules.timeouts': 'backendRequest request',
  'v1alpha2.LLMInferenceService.spec.router.scheduler':
    'annotations:{s config:. labels:{s pool:. replicas:i template:v1alpha2.LLMInferenceService.spec.prefill.template',
  'v1alpha2.LLMInferenceService.spec.router.scheduler.config': 'inline:* ref:core/v1.ConfigMapKeySelector#36',
  'v1alpha2.LLMInferenceService.spec.router.scheduler.pool':
    'ref:v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets spec:.',
  'v1alpha2.LLMInferenceService.spec.router.scheduler.pool.spec':
    'appProtocol endpointPickerRef!:. selector!:. targetPorts!:[v1alpha2.LLMInferenceService.spec.router.scheduler.pool.spec.endpointPickerRef.port',
  'v1alpha2.LLMInferenceService.spec.router.scheduler.pool.spec.endpointPickerRef':
    'failureMode group kind name! port:.',
  'v1alpha2.LLMInferenceService.spec.router.scheduler.pool.spec.endpointPickerRef.port': 'number!:i',
  'v1alpha2.LLMInferenceService.spec.router.scheduler.pool.spec.selector': 'matchLabels!:{s',
  'v1alpha2.LLMInferenceService.spec.storageInitializer': 'enabled:b',
  'v1alpha2.LLMInferenceService.spec.tracing': 'exporter exporterEndpoint sampler samplerArg',
  'v1beta1.InferenceService': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1beta1.InferenceService.spec': 'canary:[. explainer:. predictor!:. transformer:.',
  'v1beta1.InferenceService.spec.canary': 'predictor!:. trafficPercent!:i',
  'v1beta1.InferenceService.spec.canary.predictor':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 annotations:{s autoScaling:. automountServiceAccountToken:b batcher:. canaryTrafficPercent:i containerConcurrency:i containers:[core/v1.Container#36|name deploymentStrategy:apps/v1.DaemonSetUpdateStrategy#36 dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b ephemeralContainers:[core/v1.EphemeralContainer#36|name hostAliases:[core/v1.HostAlias#36|ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname hostnameOverride huggingface:. imagePullSecrets:[.|name initContainers:[core/v1.Container#36|name labels:{s lightgbm:v1beta1.InferenceService.spec.canary.predictor.huggingface logger:. maxReplicas:i minReplicas:i model:. name nodeName nodeSelector:{s onnx:v1beta1.InferenceService.spec.canary.predictor.huggingface os:v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef overhead:{x paddle:v1beta1.InferenceService.spec.canary.predictor.huggingface pmml:v1beta1.InferenceService.spec.canary.predictor.huggingface preemptionPolicy priority:i priorityClassName pytorch:v1beta1.InferenceService.spec.canary.predictor.huggingface readinessGates:[. resourceClaims:[core/v1.PodResourceClaim#36|name resources:core/v1.ResourceRequirements#36 restartPolicy runtimeClassName scaleMetric scaleMetricType scaleTarget:i schedulerName schedulingGates:[v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef|name securityContext:core/v1.PodSecurityContext#36 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b sklearn:v1beta1.InferenceService.spec.canary.predictor.huggingface storageContainerName storageUris:[. subdomain tensorflow:v1beta1.InferenceService.spec.canary.predictor.huggingface terminationGracePeriodSeconds:i timeout:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[core/v1.TopologySpreadConstraint#36|topologyKey,whenUnsatisfiable triton:v1beta1.InferenceService.spec.canary.predictor.huggingface volumes:[core/v1.Volume#34|name workerSpec:. xgboost:v1beta1.InferenceService.spec.canary.predictor.huggingface',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling':
    'behavior:autoscaling/v2.HorizontalPodAutoscalerBehavior#36 metrics:[.',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics': 'external:. podmetric:. resource:. type!',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external':
    'authenticationRef:. metric!:. target!:.',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef':
    'authModes authenticationRef!:.',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef':
    'name!',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.metric':
    'backend namespace query serverAddress',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.target':
    'averageUtilization:i averageValue:x type value:x',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.podmetric':
    'metric!:. target!:v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.target',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.podmetric.metric':
    'backend metricNames:[s operationOverTime query serverAddress',
  'v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.resource':
    'name! target!:v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.target',
  'v1beta1.InferenceService.spec.canary.predictor.batcher': 'maxBatchSize:i maxLatency:i timeout:i',
  'v1beta1.InferenceService.spec.canary.predictor.huggingface':
    'args:[s command:[s confidential:. env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP protocolVersion readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 runtimeVersion securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b storage:. storageUri terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1beta1.InferenceService.spec.canary.predictor.huggingface.confidential': 'enabled!:b resourceId',
  'v1beta1.InferenceService.spec.canary.predictor.huggingface.storage': 'key parameters:{s path schemaPath',
  'v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets': 'name',
  'v1beta1.InferenceService.spec.canary.predictor.logger':
    'batchInterval batchSize:i marshallerUrl metadataAnnotations:[s metadataHeaders:[s mode storage:. url',
  'v1beta1.InferenceService.spec.canary.predictor.logger.storage': 'key parameters:{s path serviceAccountName',
  'v1beta1.InferenceService.spec.canary.predictor.model':
    'args:[s command:[s confidential:v1beta1.InferenceService.spec.canary.predictor.huggingface.confidential env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 modelFormat!:. name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP protocolVersion readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 runtime runtimeVersion securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b storage:v1beta1.InferenceService.spec.canary.predictor.huggingface.storage storageUri terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1beta1.InferenceService.spec.canary.predictor.model.modelFormat': 'name! version',
  'v1beta1.InferenceService.spec.canary.predictor.readinessGates': 'conditionType!',
  'v1beta1.InferenceService.spec.canary.predictor.storageUris': 'mountPath uri!',
  'v1beta1.InferenceService.spec.canary.predictor.workerSpec':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 automountServiceAccountToken:b containers:[core/v1.Container#36|name dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b ephemeralContainers:[core/v1.EphemeralContainer#36|name hostAliases:[core/v1.HostAlias#36|ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname hostnameOverride imagePullSecrets:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets|name initContainers:[core/v1.Container#36|name nodeName nodeSelector:{s os:v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef overhead:{x pipelineParallelSize:i preemptionPolicy priority:i priorityClassName readinessGates:[v1beta1.InferenceService.spec.canary.predictor.readinessGates resourceClaims:[core/v1.PodResourceClaim#36|name resources:core/v1.ResourceRequirements#36 restartPolicy runtimeClassName schedulerName schedulingGates:[v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef|name securityContext:core/v1.PodSecurityContext#36 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b subdomain tensorParallelSize:i terminationGracePeriodSeconds:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[core/v1.TopologySpreadConstraint#36|topologyKey,whenUnsatisfiable volumes:[core/v1.Volume#34|name',
  'v1beta1.InferenceService.spec.explainer':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 annotations:{s art:. autoScaling:v1beta1.InferenceService.spec.canary.predictor.autoScaling automountServiceAccountToken:b batcher:v1beta1.InferenceService.spec.canary.predictor.batcher canaryTrafficPercent:i containerConcurrency:i containers:[.|name deploymentStrategy:apps/v1.DaemonSetUpdateStrategy#36 dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b hostAliases:[core/v1.HostAlias#36|ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname hostnameOverride imagePullSecrets:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets|name initContainers:[core/v1.Container#36|name labels:{s logger:v1beta1.InferenceService.spec.canary.predictor.logger maxReplicas:i minReplicas:i nodeName nodeSelector:{s os:v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets overhead:{x preemptionPolicy priority:i priorityClassName readinessGates:[v1beta1.InferenceService.spec.canary.predictor.readinessGates resourceClaims:[core/v1.PodResourceClaim#36|name resources:core/v1.ResourceRequirements#36 restartPolicy runtimeClassName scaleMetric scaleMetricType scaleTarget:i schedulerName schedulingGates:[v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef|name securityContext:core/v1.PodSecurityContext#36 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b storageUris:[v1beta1.InferenceService.spec.canary.predictor.storageUris subdomain terminationGracePeriodSeconds:i timeout:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[core/v1.TopologySpreadConstraint#36|topologyKey,whenUnsatisfiable volumes:[core/v1.Volume#34|name',
  'v1beta1.InferenceService.spec.explainer.art':
    'args:[s command:[s config:{s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:. name ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:v1beta1.InferenceService.spec.explainer.art.livenessProbe resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 runtimeVersion securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b storage:v1beta1.InferenceService.spec.canary.predictor.huggingface.storage storageUri terminationMessagePath terminationMessagePolicy tty:b type volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1beta1.InferenceService.spec.explainer.art.livenessProbe':
    'exec:. failureThreshold:i grpc:core/v1.GRPCAction#36 httpGet:. initialDelaySeconds:i periodSeconds:i successThreshold:i tcpSocket:. terminationGracePeriodSeconds:i timeoutSeconds:i',
  'v1beta1.InferenceService.spec.explainer.art.livenessProbe.exec': 'command:[s',
  'v1beta1.InferenceService.spec.explainer.art.livenessProbe.httpGet':
    'host httpHeaders:[core/v1.HTTPHeader#36 path port:x scheme',
  'v1beta1.InferenceService.spec.explainer.art.livenessProbe.tcpSocket': 'host port:x',
  'v1beta1.InferenceService.spec.explainer.containers':
    'args:[s command:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image+ imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:. name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:v1beta1.InferenceService.spec.explainer.containers.livenessProbe resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1beta1.InferenceService.spec.explainer.containers.livenessProbe':
    'exec:v1beta1.InferenceService.spec.explainer.art.livenessProbe.exec failureThreshold:i grpc:core/v1.GRPCAction#36 httpGet:v1beta1.InferenceService.spec.explainer.art.livenessProbe.httpGet initialDelaySeconds:i periodSeconds:i successThreshold:i tcpSocket:core/v1.TCPSocketAction#36 terminationGracePeriodSeconds:i timeoutSeconds:i',
  'v1beta1.InferenceService.spec.predictor':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 annotations:{s autoScaling:v1beta1.InferenceService.spec.canary.predictor.autoScaling automountServiceAccountToken:b batcher:v1beta1.InferenceService.spec.canary.predictor.batcher canaryTrafficPercent:i containerConcurrency:i containers:[v1beta1.InferenceService.spec.explainer.containers|name deploymentStrategy:apps/v1.DaemonSetUpdateStrategy#36 dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b hostAliases:[core/v1.HostAlias#36|ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname hostnameOverride huggingface:. imagePullSecrets:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets|name initContainers:[core/v1.Container#36|name labels:{s lightgbm:v1beta1.InferenceService.spec.predictor.huggingface logger:v1beta1.InferenceService.spec.canary.predictor.logger maxReplicas:i minReplicas:i model:. name nodeName nodeSelector:{s onnx:v1beta1.InferenceService.spec.predictor.huggingface os:v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets overhead:{x paddle:v1beta1.InferenceService.spec.predictor.huggingface pmml:v1beta1.InferenceService.spec.predictor.huggingface preemptionPolicy priority:i priorityClassName pytorch:v1beta1.InferenceService.spec.predictor.huggingface readinessGates:[v1beta1.InferenceService.spec.canary.predictor.readinessGates resourceClaims:[core/v1.PodResourceClaim#36|name resources:core/v1.ResourceRequirements#36 restartPolicy runtimeClassName scaleMetric scaleMetricType scaleTarget:i schedulerName schedulingGates:[v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef|name securityContext:core/v1.PodSecurityContext#36 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b sklearn:v1beta1.InferenceService.spec.predictor.huggingface storageContainerName storageUris:[v1beta1.InferenceService.spec.canary.predictor.storageUris subdomain tensorflow:v1beta1.InferenceService.spec.predictor.huggingface terminationGracePeriodSeconds:i timeout:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[core/v1.TopologySpreadConstraint#36|topologyKey,whenUnsatisfiable triton:v1beta1.InferenceService.spec.predictor.huggingface volumes:[core/v1.Volume#34|name workerSpec:v1beta1.InferenceService.spec.canary.predictor.workerSpec xgboost:v1beta1.InferenceService.spec.predictor.huggingface',
  'v1beta1.InferenceService.spec.predictor.huggingface':
    'args:[s command:[s confidential:v1beta1.InferenceService.spec.canary.predictor.huggingface.confidential env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:v1beta1.InferenceService.spec.explainer.art.livenessProbe name ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP protocolVersion readinessProbe:v1beta1.InferenceService.spec.explainer.art.livenessProbe resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 runtimeVersion securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b storage:v1beta1.InferenceService.spec.canary.predictor.huggingface.storage storageUri terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1beta1.InferenceService.spec.predictor.model':
    'args:[s command:[s confidential:v1beta1.InferenceService.spec.canary.predictor.huggingface.confidential env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:v1beta1.InferenceService.spec.explainer.art.livenessProbe modelFormat:v1beta1.InferenceService.spec.canary.predictor.model.modelFormat name ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP protocolVersion readinessProbe:v1beta1.InferenceService.spec.explainer.art.livenessProbe resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 runtime runtimeVersion securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b storage:v1beta1.InferenceService.spec.canary.predictor.huggingface.storage storageUri terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1beta1.InferenceService.spec.transformer':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 annotations:{s autoScaling:v1beta1.InferenceService.spec.canary.predictor.autoScaling automountServiceAccountToken:b batcher:v1beta1.InferenceService.spec.canary.predictor.batcher canaryTrafficPercent:i containerConcurrency:i containers:[v1beta1.InferenceService.spec.explainer.containers|name deploymentStrategy:apps/v1.DaemonSetUpdateStrategy#36 dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b hostAliases:[core/v1.HostAlias#36|ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname hostnameOverride imagePullSecrets:[v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets|name initContainers:[core/v1.Container#36|name labels:{s logger:v1beta1.InferenceService.spec.canary.predictor.logger maxReplicas:i minReplicas:i nodeName nodeSelector:{s os:v1beta1.InferenceService.spec.canary.predictor.imagePullSecrets overhead:{x preemptionPolicy priority:i priorityClassName readinessGates:[v1beta1.InferenceService.spec.canary.predictor.readinessGates resourceClaims:[core/v1.PodResourceClaim#36|name resources:core/v1.ResourceRequirements#36 restartPolicy runtimeClassName scaleMetric scaleMetricType scaleTarget:i schedulerName schedulingGates:[v1beta1.InferenceService.spec.canary.predictor.autoScaling.metrics.external.authenticationRef.authenticationRef|name securityContext:core/v1.PodSecurityContext#36 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b storageUris:[v1beta1.InferenceService.spec.canary.predictor.storageUris subdomain terminationGracePeriodSeconds:i timeout:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[core/v1.TopologySpreadConstraint#36|topologyKey,whenUnsatisfiable volumes:[core/v1.Volume#34|name',
};
