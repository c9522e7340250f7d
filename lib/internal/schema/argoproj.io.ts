// Made by scripts/schemas.ts from argo-workflows v4.1.2, argo-rollouts v1.9.1: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1alpha1.AnalysisTemplate': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:.',
  'v1alpha1.AnalysisTemplate.spec':
    'args:[.|name dryRun:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.dryRun|metricName measurementRetention:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.measurementRetention|metricName metrics:[.|name templates:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.templates',
  'v1alpha1.AnalysisTemplate.spec.args': 'name! value valueFrom:.',
  'v1alpha1.AnalysisTemplate.spec.args.valueFrom':
    'fieldRef:v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.args.valueFrom.fieldRef secretKeyRef:.',
  'v1alpha1.AnalysisTemplate.spec.args.valueFrom.secretKeyRef': 'key! name!',
  'v1alpha1.AnalysisTemplate.spec.metrics':
    'consecutiveErrorLimit:x consecutiveSuccessLimit:x count:x failureCondition failureLimit:x inconclusiveLimit:x initialDelay interval name! provider!:. successCondition',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider':
    'cloudWatch:. datadog:. graphite:. influxdb:. job:. kayenta:. newRelic:. plugin:* prometheus:. skywalking:. wavefront:v1alpha1.AnalysisTemplate.spec.metrics.provider.graphite web:.',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.cloudWatch': 'interval metricDataQueries!:[.',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.cloudWatch.metricDataQueries':
    'expression id label metricStat:. period:x returnData:b',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.cloudWatch.metricDataQueries.metricStat':
    'metric:. period:x stat unit',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.cloudWatch.metricDataQueries.metricStat.metric':
    'dimensions:[core/v1.PodDNSConfigOption#36 metricName namespace',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.datadog':
    'aggregator apiVersion formula interval queries:{s query secretRef:.',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.datadog.secretRef': 'name namespaced:b',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.graphite': 'address query',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.influxdb': 'profile query',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.job': 'metadata:meta/v1.ObjectMeta spec!:.',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.job.spec':
    'activeDeadlineSeconds:i backoffLimit:i backoffLimitPerIndex:i completionMode completions:i managedBy manualSelector:b maxFailedIndexes:i parallelism:i podFailurePolicy:. podReplacementPolicy selector:meta/v1.LabelSelector#36 successPolicy:. suspend:b template!:v1alpha1.Rollout.spec.template ttlSecondsAfterFinished:i',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.job.spec.podFailurePolicy':
    'rules!:[batch/v1.PodFailurePolicyRule#34',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.job.spec.successPolicy': 'rules!:[batch/v1.SuccessPolicyRule#36',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.kayenta':
    'address! application! canaryConfigName! configurationAccountName! lookback:b metricsAccountName! scopes!:[.|name storageAccountName! threshold!:.',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.kayenta.scopes':
    'controlScope!:. experimentScope!:v1alpha1.AnalysisTemplate.spec.metrics.provider.kayenta.scopes.controlScope name!',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.kayenta.scopes.controlScope': 'end region! scope! start step!:i',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.kayenta.threshold': 'marginal!:i pass!:i',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.newRelic': 'profile query! timeout:i',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.prometheus':
    'address authentication:. headers:[v1alpha1.Workflow.spec.metrics.prometheus.labels insecure:b query rangeQuery:. timeout:i',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.prometheus.authentication': 'oauth2:. sigv4:.',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.prometheus.authentication.oauth2':
    'clientId clientSecret scopes:[s tokenUrl',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.prometheus.authentication.sigv4': 'profile region roleArn',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.prometheus.rangeQuery': 'end start step',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.skywalking': 'address interval query',
  'v1alpha1.AnalysisTemplate.spec.metrics.provider.web':
    'authentication:v1alpha1.AnalysisTemplate.spec.metrics.provider.prometheus.authentication body headers:[v1alpha1.Workflow.spec.metrics.prometheus.labels insecure:b jsonBody:* jsonPath method timeoutSeconds:i url!',
  'v1alpha1.CronWorkflow': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1alpha1.CronWorkflow.spec':
    'concurrencyPolicy failedJobsHistoryLimit:i schedules!:[s startingDeadlineSeconds:i stopStrategy:v1alpha1.Workflow.spec.templateDefaults.data.transformation successfulJobsHistoryLimit:i suspend:b timezone when workflowMetadata:. workflowSpec!:v1alpha1.Workflow.spec',
  'v1alpha1.CronWorkflow.spec.workflowMetadata': 'annotations:{s finalizers:[s generateName labels:{s name namespace',
  'v1alpha1.Rollout': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1alpha1.Rollout.spec':
    'analysis:. minReadySeconds:i paused:b progressDeadlineAbort:b progressDeadlineSeconds:i replicas:i restartAt revisionHistoryLimit:i rollbackWindow:. selector:meta/v1.LabelSelector#36 strategy:. template:. workloadRef:.',
  'v1alpha1.Rollout.spec.analysis': 'successfulRunHistoryLimit:i unsuccessfulRunHistoryLimit:i',
  'v1alpha1.Rollout.spec.rollbackWindow': 'revisions:i',
  'v1alpha1.Rollout.spec.strategy': 'blueGreen:. canary:.',
  'v1alpha1.Rollout.spec.strategy.blueGreen':
    'abortScaleDownDelaySeconds:i activeMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata activeService! antiAffinity:. autoPromotionEnabled:b autoPromotionSeconds:i maxUnavailable:x postPromotionAnalysis:. prePromotionAnalysis:v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis previewMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata previewReplicaCount:i previewService scaleDownDelayRevisionLimit:i scaleDownDelaySeconds:i',
  'v1alpha1.Rollout.spec.strategy.blueGreen.antiAffinity':
    'preferredDuringSchedulingIgnoredDuringExecution:. requiredDuringSchedulingIgnoredDuringExecution:*',
  'v1alpha1.Rollout.spec.strategy.blueGreen.antiAffinity.preferredDuringSchedulingIgnoredDuringExecution': 'weight!:i',
  'v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis':
    'analysisRunMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata args:[.|name dryRun:[.|metricName measurementRetention:[.|metricName templates:[.',
  'v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.args': 'name! value valueFrom:.',
  'v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.args.valueFrom': 'fieldRef:. podTemplateHashValue',
  'v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.args.valueFrom.fieldRef': 'fieldPath!',
  'v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.dryRun': 'metricName!',
  'v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.measurementRetention': 'limit!:i metricName!',
  'v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.templates': 'clusterScope:b templateName',
  'v1alpha1.Rollout.spec.strategy.canary':
    'abortScaleDownDelaySeconds:i analysis:. antiAffinity:v1alpha1.Rollout.spec.strategy.blueGreen.antiAffinity canaryMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata canaryService dynamicStableScale:b maxSurge:x maxUnavailable:x minPodsPerReplicaSet:i pingPong:. replicaProgressThreshold:. scaleDownDelayRevisionLimit:i scaleDownDelaySeconds:i stableMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata stableService steps:[. trafficRouting:.',
  'v1alpha1.Rollout.spec.strategy.canary.analysis':
    'analysisRunMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata args:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.args|name dryRun:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.dryRun|metricName measurementRetention:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.measurementRetention|metricName startingStep:i templates:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.templates',
  'v1alpha1.Rollout.spec.strategy.canary.pingPong': 'pingService! pongService!',
  'v1alpha1.Rollout.spec.strategy.canary.replicaProgressThreshold': 'type! value!:i',
  'v1alpha1.Rollout.spec.strategy.canary.steps':
    'analysis:v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis experiment:. pause:. plugin:. setCanaryScale:. setHeaderRoute:. setMirrorRoute:. setWeight:i',
  'v1alpha1.Rollout.spec.strategy.canary.steps.experiment':
    'analyses:[.|name analysisRunMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata dryRun:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.dryRun|metricName duration scaleDownDelaySeconds:i templates!:[.|name',
  'v1alpha1.Rollout.spec.strategy.canary.steps.experiment.analyses':
    'args:[v1alpha1.Rollout.spec.strategy.blueGreen.postPromotionAnalysis.args|name clusterScope:b name! requiredForCompletion:b templateName!',
  'v1alpha1.Rollout.spec.strategy.canary.steps.experiment.templates':
    'metadata:meta/v1.ObjectMeta name! replicas:i selector:meta/v1.LabelSelector#36 service:v1alpha1.Workflow.spec.imagePullSecrets specRef! weight:i',
  'v1alpha1.Rollout.spec.strategy.canary.steps.pause': 'duration:x',
  'v1alpha1.Rollout.spec.strategy.canary.steps.plugin': 'config:* name!',
  'v1alpha1.Rollout.spec.strategy.canary.steps.setCanaryScale': 'matchTrafficWeight:b replicas:i weight:i',
  'v1alpha1.Rollout.spec.strategy.canary.steps.setHeaderRoute': 'match:[. name',
  'v1alpha1.Rollout.spec.strategy.canary.steps.setHeaderRoute.match': 'headerName! headerValue!:.',
  'v1alpha1.Rollout.spec.strategy.canary.steps.setHeaderRoute.match.headerValue': 'exact prefix regex',
  'v1alpha1.Rollout.spec.strategy.canary.steps.setMirrorRoute': 'match:[. name! percentage:i',
  'v1alpha1.Rollout.spec.strategy.canary.steps.setMirrorRoute.match':
    'headers:{v1alpha1.Rollout.spec.strategy.canary.steps.setHeaderRoute.match.headerValue method:v1alpha1.Rollout.spec.strategy.canary.steps.setHeaderRoute.match.headerValue path:v1alpha1.Rollout.spec.strategy.canary.steps.setHeaderRoute.match.headerValue',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting':
    'alb:. ambassador:. apisix:. appMesh:. istio:. managedRoutes:[v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh.virtualNodeGroup.canaryVirtualNodeRef|name maxTrafficWeight:i nginx:. plugins:* smi:. traefik:.',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.alb':
    'annotationPrefix ingress ingresses:[s rootService servicePort!:i stickinessConfig:.',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.alb.stickinessConfig': 'durationSeconds!:i enabled!:b',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.ambassador': 'mappings!:[s',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.apisix': 'route:.',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.apisix.route': 'name! rules:[s',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh': 'virtualNodeGroup:. virtualService:.',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh.virtualNodeGroup':
    'canaryVirtualNodeRef!:. stableVirtualNodeRef!:v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh.virtualNodeGroup.canaryVirtualNodeRef',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh.virtualNodeGroup.canaryVirtualNodeRef': 'name!',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh.virtualService': 'name! routes:[s',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.istio':
    'destinationRule:. virtualService:. virtualServices:[v1alpha1.Rollout.spec.strategy.canary.trafficRouting.istio.virtualService|name',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.istio.destinationRule':
    'additionalSubsetNames:[s canarySubsetName! name! stableSubsetName!',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.istio.virtualService':
    'name! routes:[s tcpRoutes:[. tlsRoutes:[.',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.istio.virtualService.tcpRoutes': 'port:i',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.istio.virtualService.tlsRoutes': 'port:i sniHosts:[s',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.nginx':
    'additionalIngressAnnotations:{s annotationPrefix canaryIngressAnnotations:{s stableIngress stableIngresses:[s',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.smi': 'rootService trafficSplitName',
  'v1alpha1.Rollout.spec.strategy.canary.trafficRouting.traefik': 'weightedTraefikServiceName!',
  'v1alpha1.Rollout.spec.template': 'metadata:meta/v1.ObjectMeta spec:.',
  'v1alpha1.Rollout.spec.template.spec':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 automountServiceAccountToken:b containers!:[.|name dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy enableServiceLinks:b ephemeralContainers:[.|name hostAliases:[core/v1.HostAlias#36|ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname hostnameOverride imagePullSecrets:[v1alpha1.Workflow.spec.imagePullSecrets|name initContainers:[v1alpha1.Rollout.spec.template.spec.containers|name nodeName nodeSelector:{s os:v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh.virtualNodeGroup.canaryVirtualNodeRef overhead:{x preemptionPolicy priority:i priorityClassName readinessGates:[. resourceClaims:[core/v1.PodResourceClaim#36|name resources:core/v1.ResourceRequirements#36 restartPolicy runtimeClassName schedulerName schedulingGates:[v1alpha1.Rollout.spec.strategy.canary.trafficRouting.appMesh.virtualNodeGroup.canaryVirtualNodeRef|name securityContext:core/v1.PodSecurityContext#36 serviceAccount serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b subdomain terminationGracePeriodSeconds:i tolerations:[core/v1.Toleration#36 topologySpreadConstraints:[core/v1.TopologySpreadConstraint#36|topologyKey,whenUnsatisfiable volumes:*',
  'v1alpha1.Rollout.spec.template.spec.containers':
    'args:[s command:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image+ imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:. restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1alpha1.Rollout.spec.template.spec.containers.resources':
    'claims:[core/v1.ResourceClaim#36|name limits:* requests:*',
  'v1alpha1.Rollout.spec.template.spec.ephemeralContainers':
    'args:[s command:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:v1alpha1.Rollout.spec.template.spec.containers.resources restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b targetContainerName terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1alpha1.Rollout.spec.template.spec.readinessGates': 'conditionType!',
  'v1alpha1.Rollout.spec.workloadRef': 'apiVersion kind name scaleDown',
  'v1alpha1.Workflow': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1alpha1.Workflow.spec':
    'activeDeadlineSeconds:i affinity:core/v1.Affinity#36 archiveLogs:b arguments:. artifactGC:. artifactRepositoryRef:. automountServiceAccountToken:b dnsConfig:core/v1.PodDNSConfig#36 dnsPolicy entrypoint executor:. executorPlugins:[. hooks:{. hostAliases:[core/v1.HostAlias#36|ip hostNetwork:b imagePullSecrets:[.|name metrics:. nodeSelector:{s onExit parallelism:i podDisruptionBudget:policy/v1.PodDisruptionBudgetSpec#36 podGC:. podMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata podPriorityClassName podResources:core/v1.ResourceRequirements#36 podSpecPatch priority:i resourceClaims:[core/v1.PodResourceClaim#36 retryStrategy:. schedulerName securityContext:core/v1.PodSecurityContext#36 serviceAccountName shutdown suspend:b synchronization:. templateDefaults:. templates:[v1alpha1.Workflow.spec.templateDefaults|name tolerations:[core/v1.Toleration#36 ttlStrategy:. volumeClaimGC:. volumeClaimTemplates:[core/v1.PersistentVolumeClaim#36 volumes:[core/v1.Volume#36|name workflowMetadata:. workflowTemplateRef:.',
  'v1alpha1.Workflow.spec.arguments': 'artifacts:[.|name parameters:[.|name',
  'v1alpha1.Workflow.spec.arguments.artifacts':
    'archive:. archiveLogs:b artifactGC:. artifactory:. azure:. deleted:b from fromExpression gcs:. git:. globalName hdfs:. http:. mode:i name! optional:b oss:. path plugin:. raw:. recurseMode:b s3:. subPath',
  'v1alpha1.Workflow.spec.arguments.artifacts.archive': 'none:* tar:. zip:*',
  'v1alpha1.Workflow.spec.arguments.artifacts.archive.tar': 'compressionLevel:i',
  'v1alpha1.Workflow.spec.arguments.artifacts.artifactGC': 'podMetadata:. serviceAccountName strategy',
  'v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata': 'annotations:{s labels:{s',
  'v1alpha1.Workflow.spec.arguments.artifacts.artifactory':
    'passwordSecret:core/v1.ConfigMapKeySelector#36 url! usernameSecret:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.arguments.artifacts.azure':
    'accountKeySecret:core/v1.ConfigMapKeySelector#36 blob! container! endpoint! useSDKCreds:b',
  'v1alpha1.Workflow.spec.arguments.artifacts.gcs':
    'bucket key! serviceAccountKeySecret:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.arguments.artifacts.git':
    'branch depth:i disableSubmodules:b fetch:[s insecureIgnoreHostKey:b insecureSkipTLS:b passwordSecret:core/v1.ConfigMapKeySelector#36 repo! revision singleBranch:b sshPrivateKeySecret:core/v1.ConfigMapKeySelector#36 usernameSecret:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.arguments.artifacts.hdfs':
    'addresses:[s dataTransferProtection force:b hdfsUser krbCCacheSecret:core/v1.ConfigMapKeySelector#36 krbConfigConfigMap:core/v1.ConfigMapKeySelector#36 krbKeytabSecret:core/v1.ConfigMapKeySelector#36 krbRealm krbServicePrincipalName krbUsername path!',
  'v1alpha1.Workflow.spec.arguments.artifacts.http': 'auth:. headers:[core/v1.HTTPHeader#36 saveStreamViaFile:b url!',
  'v1alpha1.Workflow.spec.arguments.artifacts.http.auth': 'basicAuth:. clientCert:. oauth2:.',
  'v1alpha1.Workflow.spec.arguments.artifacts.http.auth.basicAuth':
    'passwordSecret:core/v1.ConfigMapKeySelector#36 usernameSecret:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.arguments.artifacts.http.auth.clientCert':
    'clientCertSecret:core/v1.ConfigMapKeySelector#36 clientKeySecret:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.arguments.artifacts.http.auth.oauth2':
    'clientIDSecret:core/v1.ConfigMapKeySelector#36 clientSecretSecret:core/v1.ConfigMapKeySelector#36 endpointParams:[. scopes:[s tokenURLSecret:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.arguments.artifacts.http.auth.oauth2.endpointParams': 'key! value',
  'v1alpha1.Workflow.spec.arguments.artifacts.oss':
    'accessKeySecret:core/v1.ConfigMapKeySelector#36 bucket createBucketIfNotPresent:b endpoint key! lifecycleRule:. secretKeySecret:core/v1.ConfigMapKeySelector#36 securityToken useSDKCreds:b',
  'v1alpha1.Workflow.spec.arguments.artifacts.oss.lifecycleRule':
    'markDeletionAfterDays:i markInfrequentAccessAfterDays:i',
  'v1alpha1.Workflow.spec.arguments.artifacts.plugin': 'configuration connectionTimeoutSeconds:i key! name',
  'v1alpha1.Workflow.spec.arguments.artifacts.raw': 'data!',
  'v1alpha1.Workflow.spec.arguments.artifacts.s3':
    'accessKeySecret:core/v1.ConfigMapKeySelector#36 addressingStyle bucket caSecret:core/v1.ConfigMapKeySelector#36 createBucketIfNotPresent:. encryptionOptions:. endpoint insecure:b key region roleARN secretKeySecret:core/v1.ConfigMapKeySelector#36 sessionTokenSecret:core/v1.ConfigMapKeySelector#36 useSDKCreds:b',
  'v1alpha1.Workflow.spec.arguments.artifacts.s3.createBucketIfNotPresent': 'objectLocking:b',
  'v1alpha1.Workflow.spec.arguments.artifacts.s3.encryptionOptions':
    'enableEncryption:b kmsEncryptionContext kmsKeyId serverSideCustomerKeySecret:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.arguments.parameters': 'default description enum:[s globalName name! value valueFrom:.',
  'v1alpha1.Workflow.spec.arguments.parameters.valueFrom':
    'configMapKeyRef:core/v1.ConfigMapKeySelector#36 default event expression jqFilter jsonPath parameter path supplied:*',
  'v1alpha1.Workflow.spec.artifactGC':
    'forceFinalizerRemoval:b podMetadata:v1alpha1.Workflow.spec.arguments.artifacts.artifactGC.podMetadata podSpecPatch serviceAccountName strategy',
  'v1alpha1.Workflow.spec.artifactRepositoryRef': 'configMap key',
  'v1alpha1.Workflow.spec.executor': 'serviceAccountName',
  'v1alpha1.Workflow.spec.executorPlugins': 'metadata!:meta/v1.ObjectMeta spec!:.',
  'v1alpha1.Workflow.spec.executorPlugins.spec': 'sidecar!:.',
  'v1alpha1.Workflow.spec.executorPlugins.spec.sidecar':
    'automountServiceAccountToken:b container!:core/v1.Container#36',
  'v1alpha1.Workflow.spec.hooks': 'arguments:v1alpha1.Workflow.spec.arguments expression template templateRef:.',
  'v1alpha1.Workflow.spec.hooks.templateRef': 'clusterScope:b name template',
  'v1alpha1.Workflow.spec.imagePullSecrets': 'name',
  'v1alpha1.Workflow.spec.metrics': 'prometheus!:[.|name',
  'v1alpha1.Workflow.spec.metrics.prometheus': 'counter:. gauge:. help! histogram:. labels:[.|key name! when',
  'v1alpha1.Workflow.spec.metrics.prometheus.counter': 'value!',
  'v1alpha1.Workflow.spec.metrics.prometheus.gauge': 'operation realtime!:b value!',
  'v1alpha1.Workflow.spec.metrics.prometheus.histogram': 'buckets!:[n value!',
  'v1alpha1.Workflow.spec.metrics.prometheus.labels': 'key! value!',
  'v1alpha1.Workflow.spec.podGC': 'deleteDelayDuration labelSelector:meta/v1.LabelSelector#36 strategy',
  'v1alpha1.Workflow.spec.retryStrategy': 'affinity:. backoff:. expression limit:x retryPolicy',
  'v1alpha1.Workflow.spec.retryStrategy.affinity': 'nodeAntiAffinity:*',
  'v1alpha1.Workflow.spec.retryStrategy.backoff': 'cap duration factor:x maxDuration',
  'v1alpha1.Workflow.spec.synchronization': 'mutexes:[. semaphores:[.',
  'v1alpha1.Workflow.spec.synchronization.mutexes': 'database:b name namespace',
  'v1alpha1.Workflow.spec.synchronization.semaphores':
    'configMapKeyRef:core/v1.ConfigMapKeySelector#36 database:. namespace',
  'v1alpha1.Workflow.spec.synchronization.semaphores.database': 'key!',
  'v1alpha1.Workflow.spec.templateDefaults':
    'activeDeadlineSeconds:x affinity:core/v1.Affinity#36 annotations:{s archiveLocation:. automountServiceAccountToken:b container:. containerSet:. daemon:b dag:. data:. executor:v1alpha1.Workflow.spec.executor failFast:b hostAliases:[core/v1.HostAlias#36|ip http:. initContainers:[.|name inputs:v1alpha1.Workflow.spec.arguments memoize:. metadata:meta/v1.ObjectMeta metrics:v1alpha1.Workflow.spec.metrics name nodeSelector:{s outputs:. parallelism:i pendingTimeout plugin:* podResources:core/v1.ResourceRequirements#36 podSpecPatch priorityClassName resource:. resourceClaims:[core/v1.PodResourceClaim#36 retryStrategy:v1alpha1.Workflow.spec.retryStrategy schedulerName script:. securityContext:core/v1.PodSecurityContext#36 serviceAccountName sidecars:[v1alpha1.Workflow.spec.templateDefaults.initContainers|name steps:[[. suspend:. synchronization:v1alpha1.Workflow.spec.synchronization timeout tolerations:[core/v1.Toleration#36 volumes:[core/v1.Volume#36|name',
  'v1alpha1.Workflow.spec.templateDefaults.archiveLocation':
    'archiveLogs:b artifactory:v1alpha1.Workflow.spec.arguments.artifacts.artifactory azure:v1alpha1.Workflow.spec.arguments.artifacts.azure gcs:v1alpha1.Workflow.spec.arguments.artifacts.gcs git:v1alpha1.Workflow.spec.arguments.artifacts.git hdfs:v1alpha1.Workflow.spec.arguments.artifacts.hdfs http:v1alpha1.Workflow.spec.arguments.artifacts.http oss:v1alpha1.Workflow.spec.arguments.artifacts.oss plugin:v1alpha1.Workflow.spec.arguments.artifacts.plugin raw:v1alpha1.Workflow.spec.arguments.artifacts.raw s3:v1alpha1.Workflow.spec.arguments.artifacts.s3',
  'v1alpha1.Workflow.spec.templateDefaults.container':
    'args:[s command:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 name ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1alpha1.Workflow.spec.templateDefaults.containerSet':
    'containers!:[.|name retryStrategy:. volumeMounts:[core/v1.VolumeMount#36|mountPath',
  'v1alpha1.Workflow.spec.templateDefaults.containerSet.containers':
    'args:[s command:[s dependencies:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image+ imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1alpha1.Workflow.spec.templateDefaults.containerSet.retryStrategy': 'duration retries!:x',
  'v1alpha1.Workflow.spec.templateDefaults.dag': 'failFast:b target tasks!:[.|name',
  'v1alpha1.Workflow.spec.templateDefaults.dag.tasks':
    'arguments:v1alpha1.Workflow.spec.arguments continueOn:. dependencies:[s depends hooks:{v1alpha1.Workflow.spec.hooks inline:* name! onExit template+ templateRef:v1alpha1.Workflow.spec.hooks.templateRef when withItems:* withParam withSequence:.',
  'v1alpha1.Workflow.spec.templateDefaults.dag.tasks.continueOn': 'error:b failed:b',
  'v1alpha1.Workflow.spec.templateDefaults.dag.tasks.withSequence': 'count:x end:x format start:x',
  'v1alpha1.Workflow.spec.templateDefaults.data': 'source!:. transformation!:[.',
  'v1alpha1.Workflow.spec.templateDefaults.data.source': 'artifactPaths:v1alpha1.Workflow.spec.arguments.artifacts',
  'v1alpha1.Workflow.spec.templateDefaults.data.transformation': 'expression!',
  'v1alpha1.Workflow.spec.templateDefaults.http':
    'body bodyFrom:. headers:[. insecureSkipVerify:b method successCondition timeoutSeconds:i url!',
  'v1alpha1.Workflow.spec.templateDefaults.http.bodyFrom': 'bytes',
  'v1alpha1.Workflow.spec.templateDefaults.http.headers': 'name! value valueFrom:.',
  'v1alpha1.Workflow.spec.templateDefaults.http.headers.valueFrom': 'secretKeyRef:core/v1.ConfigMapKeySelector#36',
  'v1alpha1.Workflow.spec.templateDefaults.initContainers':
    'args:[s command:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image+ imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 mirrorVolumeMounts:b name! ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 securityContext:core/v1.SecurityContext#36 startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1alpha1.Workflow.spec.templateDefaults.memoize': 'cache!:. key! maxAge!',
  'v1alpha1.Workflow.spec.templateDefaults.memoize.cache': 'configMap!:v1alpha1.Workflow.spec.imagePullSecrets',
  'v1alpha1.Workflow.spec.templateDefaults.outputs':
    'artifacts:[v1alpha1.Workflow.spec.arguments.artifacts|name exitCode parameters:[v1alpha1.Workflow.spec.arguments.parameters|name result',
  'v1alpha1.Workflow.spec.templateDefaults.resource':
    'action! failureCondition flags:[s manifest manifestFrom:. mergeStrategy setOwnerReference:b successCondition',
  'v1alpha1.Workflow.spec.templateDefaults.resource.manifestFrom':
    'artifact!:v1alpha1.Workflow.spec.arguments.artifacts',
  'v1alpha1.Workflow.spec.templateDefaults.script':
    'args:[s command:[s env:[core/v1.EnvVar#36|name envFrom:[core/v1.EnvFromSource#36 image imagePullPolicy lifecycle:core/v1.Lifecycle#36 livenessProbe:core/v1.Probe#36 name ports:[core/v1.ContainerPort#36|name/containerPort,protocol=TCP readinessProbe:core/v1.Probe#36 resizePolicy:[core/v1.ContainerResizePolicy#36 resources:core/v1.ResourceRequirements#36 restartPolicy restartPolicyRules:[core/v1.ContainerRestartRule#36 securityContext:core/v1.SecurityContext#36 source startupProbe:core/v1.Probe#36 stdin:b stdinOnce:b terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[core/v1.VolumeDevice#36|devicePath volumeMounts:[core/v1.VolumeMount#36|mountPath workingDir',
  'v1alpha1.Workflow.spec.templateDefaults.steps':
    'arguments:v1alpha1.Workflow.spec.arguments continueOn:v1alpha1.Workflow.spec.templateDefaults.dag.tasks.continueOn hooks:{v1alpha1.Workflow.spec.hooks inline:* name onExit template templateRef:v1alpha1.Workflow.spec.hooks.templateRef when withItems:* withParam withSequence:v1alpha1.Workflow.spec.templateDefaults.dag.tasks.withSequence',
  'v1alpha1.Workflow.spec.templateDefaults.suspend': 'duration',
  'v1alpha1.Workflow.spec.ttlStrategy': 'secondsAfterCompletion:i secondsAfterFailure:i secondsAfterSuccess:i',
  'v1alpha1.Workflow.spec.volumeClaimGC': 'strategy',
  'v1alpha1.Workflow.spec.workflowMetadata':
    'annotations:{s labels:{s labelsFrom:{v1alpha1.Workflow.spec.templateDefaults.data.transformation',
  'v1alpha1.Workflow.spec.workflowTemplateRef': 'clusterScope:b name',
  'v1alpha1.WorkflowTemplate': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:v1alpha1.Workflow.spec',
};
