import fc from 'fast-check';
import { call, list, map, mostly, pick, props, SCOPE, seconds, type Values, whole } from './arbitrary-recipes';
import {
  annotations,
  bytes,
  cores,
  env,
  files,
  host,
  image,
  key,
  label,
  labels,
  labelValue,
  path,
  port,
  subdomain,
  text,
  urlPath,
} from './arbitrary-text';
import { envValue, peers, secret, smallCompute, variableName } from './arbitrary-values';

const percent = whole(1, 100, 0, -1, 1.5);
const speed = props(
  {},
  {
    choice: pick('Max', 'Min', 'Disabled'),
    maxPercent: percent,
    maxPods: whole(1, 20, 0),
    period: seconds(1, 1800, 0, 1801),
    stabilization: seconds(0, 3600, 3601),
    tolerancePercent: mostly(pick(0, 5, 12.5), 100, -1),
  },
);
const bounds = (more: { [prop: string]: Values }) =>
  props(
    { minReplicas: whole(1, 4, 0, 1.5), maxReplicas: whole(4, 30, 0), ...more },
    { initialReplicas: mostly(pick(4), 31), scaleUp: speed, scaleDown: speed },
  );
const metricName = mostly(pick('requests_per_second', 'queue-depth', 'A.b'), 'a:b', '', 'a b');
const amount = mostly(pick('10', '500m', '1k', '0.5'), '0', '-1', 'many');
const target = fc.oneof(
  props({ name: metricName, value: amount }, { labels }),
  props({ name: metricName, averageValue: amount }, { labels }),
);
const metric = fc.oneof(
  call('ScalingMetric.cpu', percent),
  call('ScalingMetric.memory', percent),
  call('ScalingMetric.containerCpu', percent, pick(undefined, 'server')),
  call('ScalingMetric.containerMemory', percent, pick(undefined, 'server')),
  call('ScalingMetric.pods', metricName, amount, fc.oneof(pick(undefined), labels)),
  call('ScalingMetric.external', target),
  call(
    'ScalingMetric.object',
    fc
      .tuple(target, pick({ objectApiVersion: 'networking.k8s.io/v1', objectKind: 'Ingress', objectName: 'churn' }))
      .map(([one, object]) => ({ ...(one as object), ...(object as object) })),
  ),
  call('ScalingMetric.gpuUtilization', percent),
  call('ScalingMetric.vllmQueue', whole(1, 50, 0)),
  call('ScalingMetric.vllmKvCache', percent),
  call('ScalingMetric.sglangTokenUsage', percent),
);
export const autoscaling: Values = fc.oneof(
  call('Autoscaling.onCpu', bounds({ utilization: percent })),
  call('Autoscaling.onMemory', bounds({ utilization: percent })),
  call('Autoscaling.onMetrics', bounds({ metrics: list(metric, 3) })),
);

const vertical = props(
  {},
  {
    minCpu: cores(1, 50),
    maxCpu: cores(5000, 64_000),
    minMemory: bytes(2, 200),
    maxMemory: bytes(17_000, 90_000),
    minReplicas: whole(1, 3, 0),
    resources: mostly(pick(['cpu'], ['memory'], ['cpu', 'memory']), []),
    values: pick('RequestsAndLimits', 'RequestsOnly'),
  },
);
export const verticalAutoscaling: Values = fc.oneof(
  ...['off', 'initial', 'recreate', 'inPlaceOrRecreate'].map((mode) => call(`VerticalAutoscaling.${mode}`, vertical)),
);

const times = {
  failureThreshold: whole(1, 60, 0),
  initialDelay: seconds(0, 100),
  period: seconds(1, 60, 0),
  timeout: seconds(1, 60, 0),
};
const probe = fc.oneof(
  call('Probe.tcp', props({}, { ...times, port })),
  call(
    'Probe.http',
    props(
      {},
      {
        ...times,
        port,
        https: fc.boolean(),
        path: urlPath,
        headers: map(mostly(pick('Accept', 'X-A'), 'a b', ''), pick('x')),
      },
    ),
  ),
  call('Probe.grpc', props({ port }, { ...times, service: pick('health') })),
  call('Probe.exec', props({ command: mostly(pick(['/bin/healthy']), []) }, times)),
);
export const probes: Values = props(
  {},
  { readiness: probe, liveness: probe, startup: fc.oneof(probe, call('Probe.none')) },
);

export const preStop: Values = fc.oneof(
  call(
    'PreStop.command',
    mostly(pick(['/bin/drain'], ['sh', '-c', 'sleep 5']), []),
    props({}, { atMost: seconds(1, 20, 0) }),
  ),
  call('PreStop.http', props({ path: urlPath }, { port, https: fc.boolean(), atMost: seconds(1, 20) })),
  call('PreStop.sleep', seconds(1, 20, 0)),
);

const rolloutOptions = {
  minReady: seconds(0, 60),
  progressDeadline: seconds(9000, 99_999, 1),
  revisionHistoryLimit: whole(0, 20, -1),
};
export const rollout: Values = fc.oneof(
  call(
    'Rollout.rolling',
    props(
      { maxSurge: whole(0, 3, -1) },
      { ...rolloutOptions, maxUnavailable: whole(1, 2), spareGpus: whole(0, 8, -1) },
    ),
  ),
  call(
    'Rollout.rollingPercent',
    props({ maxSurge: whole(1, 100, -1) }, { ...rolloutOptions, maxUnavailable: whole(0, 100, 101) }),
  ),
  call('Rollout.recreate', props({}, rolloutOptions)),
);

const service = { port: mostly(fc.oneof(pick(80), port), 0), serviceAnnotations: annotations };
const nodePorts = { ...service, externalTraffic: pick('Cluster', 'Local'), nodePort: whole(30000, 32767, 80, 32768) };
const className = pick('nginx', 'alb');
const route = { ...service, annotations, from: list(peers), path: urlPath };
export const exposure: Values = fc.oneof(
  call('Exposure.clusterIp', props({}, service)),
  call('Exposure.nodePort', props({}, nodePorts)),
  call(
    'Exposure.loadBalancer',
    props(
      {},
      {
        ...nodePorts,
        internal: pick(false),
        loadBalancerClass: mostly(pick('service.k8s.aws/nlb'), 'a b'),
        sourceRanges: mostly(pick(['10.0.0.0/8'], ['2001:db8::/32']), [], ['10.0.0.0'], ['10.0.0.1/8']),
      },
    ),
  ),
  call(
    'Exposure.ingress',
    props(
      { host },
      { ...route, className: fc.oneof(className, subdomain), timeout: seconds(1, 3600, 0), tlsSecret: subdomain },
    ),
  ),
  call(
    'Exposure.httpRoute',
    props(
      { gateway: props({ name: subdomain }, { namespace: label(), sectionName: subdomain }) },
      { ...route, hostnames: list(host), timeout: seconds(1, 3600, 0) },
    ),
  ),
);

const egress = list(props({ to: list(peers) }, { ports: list(port) }));
export const access: Values = fc.oneof(
  call('NetworkAccess.everyone'),
  call('NetworkAccess.unmanaged'),
  call('NetworkAccess.nobody'),
  call('NetworkAccess.allow', props({}, { from: list(peers), egress, sameNamespace: fc.boolean() })),
);

const evict = props({}, { evictUnhealthy: fc.boolean() });
export const disruption: Values = fc.oneof(
  call('Disruption.maxUnavailable', whole(1, 3, 0), evict),
  call('Disruption.maxUnavailablePercent', whole(1, 99, 0, 101), evict),
  call('Disruption.minAvailable', whole(1, 2, 0), evict),
  call('Disruption.minAvailablePercent', whole(1, 60, 0, 101), evict),
  call('Disruption.none'),
);

const skew = { maxSkew: whole(1, 4, 0), topologyKeys: list(key) };
export const spread: Values = fc.oneof(
  call('Spread.soft', props({}, skew)),
  call('Spread.hard', props({}, { ...skew, minDomains: whole(1, 3, 0) })),
  call('Spread.none'),
);

const scrape = { prometheusNamespace: label() };
const monitor = props({}, { ...scrape, interval: seconds(11, 300, 0), scrapeTimeout: seconds(1, 10, 0), labels });
export const monitoring: Values = fc.oneof(
  call('Monitoring.none'),
  call('Monitoring.serviceMonitor', monitor),
  call('Monitoring.podMonitor', monitor),
  call('Monitoring.annotations', props({}, scrape)),
  call('Monitoring.external', props({}, scrape)),
);

const token = { mountToken: fc.boolean() };
const account = { ...token, annotations };
export const identity: Values = fc.oneof(
  call('Identity.dedicated', props({}, account)),
  call('Identity.existing', subdomain, props({}, token)),
  call('Identity.serviceAccount', call('kplus.ServiceAccount', pick(SCOPE), pick('theirs')), props({}, token)),
  call('Identity.eks', props({ roleArn: mostly(pick('arn:aws:iam::123456789012:role/churn'), 'churn') }, account)),
  call(
    'Identity.gke',
    props({ gcpServiceAccount: mostly(pick('churn-predictor@project.iam.gserviceaccount.com'), 'a') }, account),
  ),
  call(
    'Identity.aks',
    props(
      { clientId: mostly(pick('00000000-0000-0000-0000-000000000000'), 'a') },
      { ...account, tenantId: pick('00000000-0000-0000-0000-000000000001') },
    ),
  ),
);

const mount = { mountPath: path };
const mountOptions = { name: label(), subPath: mostly(pick('a/b', 'a b'), '../a', '/a', '') };
const owned = props(mount, { ...mountOptions, readOnly: fc.boolean() });
const readOnly = props(mount, { ...mountOptions, readOnly: pick(true) });
const own = { name: label(), readOnly: fc.boolean() };
const file = mostly(pick('a', 'b.txt', 'c/d'), '../a', '');
const someFiles = props({}, { files: map(file, mostly(pick('KEY', 'a.b'), 'a/b')) });
const projection = fc.oneof(
  call('Projection.configMap', subdomain, someFiles),
  call('Projection.secret', subdomain, someFiles),
  call(
    'Projection.serviceAccountToken',
    props({ file }, { audience: mostly(pick('vault'), ''), expiration: seconds(600, 9999, 60) }),
  ),
  call('Projection.fields', map(file, mostly(pick('metadata.uid', 'metadata.annotations'), 'spec.nodeName'))),
);
export const volume: Values = fc.oneof(
  call(
    'ExtraVolume.emptyDir',
    props(
      { ...mount, sizeLimit: bytes(10, 9000) },
      { name: label(), readOnly: fc.boolean(), memory: fc.boolean(), subPath: pick('a') },
    ),
  ),
  call('ExtraVolume.claim', subdomain, owned),
  call('ExtraVolume.configMap', subdomain, readOnly),
  call('ExtraVolume.secret', subdomain, readOnly),
  call('ExtraVolume.image', image, readOnly),
  // most pods are to be accepted, and these are not in every namespace
  {
    weight: 1,
    arbitrary: call('ExtraVolume.hostPath', path, props({ ...mount }, { ...own, type: pick('Directory', 'File') })),
  },
  call('ExtraVolume.nfs', props({ ...mount, server: mostly(host, '10.0.0.4', 'a b'), path: mostly(path, 'x') }, own)),
  call(
    'ExtraVolume.csi',
    mostly(pick('csi.example.com'), 'A'),
    props(
      { ...mount },
      { ...own, attributes: pick({ class: 'a' }, {}), fsType: mostly(pick('ext4'), ''), secretName: subdomain },
    ),
  ),
  call('ExtraVolume.projected', list(projection), props({ ...mount }, { name: label(), readOnly: pick(true) })),
  call(
    'ExtraVolume.downwardApi',
    props(
      { ...mount, fields: map(file, mostly(pick('metadata.labels', 'metadata.name'), 'status.podIP')) },
      { name: label(), resources: pick({ cpu: 'requests.cpu' }) },
    ),
  ),
);

const operated = call(
  'Sidecar.custom',
  props(
    { name: label(50), image },
    {
      ports: list(
        props({ name: mostly(pick('admin', 'proxy'), 'A', ''), port: whole(40000, 60000, 80) }, { open: fc.boolean() }),
      ),
      probes: props(
        {},
        {
          startup: call('Probe.exec', props({ command: pick(['/bin/up']) })),
          readiness: call('Probe.tcp', props({ port: pick(40001) })),
          liveness: call('Probe.http', props({ port: pick(40001) }, { path: urlPath })),
        },
      ),
      preStop: mostly(pick(['sleep', '5']), []),
      secrets: list(secret),
      volumes: list(volume),
      mounts: mostly(
        pick([{ volume: 'tmp', mountPath: '/theirs' }], [{ volume: 'tmp', mountPath: '/theirs', readOnly: false }]),
        [{ volume: 'none', mountPath: '/x' }],
      ),
      readOnlyRootFilesystem: fc.boolean(),
    },
    6,
  ),
);

export const sidecar: Values = fc.oneof(
  operated,
  call(
    'Sidecar.fluentd',
    props(
      {},
      {
        compute: smallCompute,
        image,
        logPath: path,
        logSizeLimit: bytes(10, 900),
        name: label(50),
        pattern: mostly(pick('*.log'), 'a b'),
        tag: mostly(pick('churn.log'), 'ä'),
        forwardHost: host,
      },
    ),
  ),
  call('Sidecar.fluentd', props({ forwardHost: host, forwardPort: whole(1, 65535, 0) })),
  call('Sidecar.fluentd', props({ config: text })),
  call(
    'Sidecar.custom',
    props(
      { name: label(50), image },
      {
        args: list(text),
        command: mostly(pick(['proxy']), [''], []),
        compute: smallCompute,
        config: env,
        configFiles: files,
        configMaps: list(call('kplus.ConfigMap', pick(SCOPE), subdomain)),
        configPath: path,
        env,
        sharedPath: path,
        sharedSizeLimit: bytes(10, 900),
        user: whole(1, 65535, 0),
        variables: map(variableName, envValue),
        writablePaths: list(path),
      },
    ),
  ),
);

export const initContainer: Values = call(
  'InitContainer.custom',
  props(
    { name: label(45), image },
    {
      args: list(text),
      beforeDownloads: fc.boolean(),
      command: mostly(pick(['prepare']), [''], []),
      compute: smallCompute,
      config: env,
      configFiles: files,
      configMaps: list(call('kplus.ConfigMap', pick(SCOPE), subdomain)),
      configPath: path,
      duration: seconds(1, 86_400, 0),
      env,
      mounts: pick(
        [{ volume: 'tmp', mountPath: '/theirs' }],
        [{ volume: 'tmp', mountPath: '/theirs', readOnly: false }],
      ),
      readOnlyRootFilesystem: fc.boolean(),
      secrets: list(secret),
      sharedPath: path,
      sharedSizeLimit: bytes(10, 900),
      user: whole(1, 65535, 0),
      variables: map(variableName, envValue),
      volumes: list(volume),
      writablePaths: list(path),
    },
  ),
);

export const link: Values = call(
  'Link.to',
  call('theirs.LinkTarget', pick(SCOPE), label()),
  props({ env: mostly(pick('UPSTREAM_URL', 'EMBEDDER_URL'), '1ST', '') }, { path: urlPath }),
);

const access1 = pick('ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOncePod');
export const cache: Values = fc.oneof(
  call(
    'CacheVolume.claim',
    props(
      { size: bytes(1024, 99_000) },
      { access: access1, name: subdomain, protect: fc.boolean(), storageClass: subdomain },
    ),
  ),
  call('CacheVolume.existingClaim', subdomain, props({}, { access: access1 })),
  call('CacheVolume.ephemeral', props({ sizeLimit: bytes(100, 99_000) })),
);

export const toleration: Values = props(
  { key },
  { effect: mostly(pick('NoSchedule', 'PreferNoSchedule', 'NoExecute'), 'Never', ''), value: labelValue },
);
