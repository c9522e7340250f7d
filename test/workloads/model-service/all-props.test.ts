import { ClusterTarget, Manifests, ModelService, type ModelServiceProps } from '../../../lib';
import { ALL_NAMES, type AllProps, allProps } from '../../support/all-props';
import { stockChart } from '../../support/service';

const TRACES: Record<keyof AllProps, string> = {
  image: 'registry.test/llm:2.1.0',
  server: '"--max-model-len","4096"',
  compute: '"requests":{"cpu":"3","ephemeral-storage":"7Gi","memory":"30Gi","nvidia.com/gpu":"2"}',
  model: '"claimName":"p-model-claim"',
  autoscaling: '"maxReplicas":9',
  verticalAutoscaling: '"updateMode":"Off"',
  startup: '"failureThreshold":123',
  probes: '"failureThreshold":33',
  drain: '"terminationGracePeriodSeconds":97',
  rollout: '"maxSurge":3',
  exposure: '"p.example.com"',
  access: '"p-callers"',
  disruption: '"minAvailable":1',
  spread: '"whenUnsatisfiable":"DoNotSchedule"',
  monitoring: '"p-monitor":"yes"',
  identity: 'p-account@project-one.iam.gserviceaccount.com',
  config: '"P_CONFIG":"1"',
  configFiles: '"p-file.yaml":"a: 1"',
  configPath: '"/p-config-path"',
  keepOldConfig: '"n-config"',
  configMaps: '"p-config-map"',
  env: '"P_ENV"',
  secrets: '"P_KEY"',
  sidecars: '"p-sidecar"',
  cache: '"77Gi"',
  volumes: '"/p-volume"',
  sharedMemory: '"sizeLimit":"3Gi"',
  security: '"runAsUser":4321',
  nodeSelector: '"p-node":"yes"',
  tolerations: '"p-taint"',
  priorityClassName: '"p-priority"',
  runtimeClassName: '"p-runtime"',
  imagePullSecrets: '"p-pull"',
  name: '"app.kubernetes.io/name":"p-name"',
  names: '"n-deployment"',
  labels: '"p-label":"yes"',
  annotations: '"p-annotation":"yes"',
  podAnnotations: '"p-pod-annotation":"yes"',
  overrides: '"sessionAffinity":"ClientIP"',
};

describe('a ModelService with every prop', () => {
  const chart = stockChart(ClusterTarget.kubernetes('1.33'), 'serving');
  new ModelService(chart, 'all', allProps(chart));
  const manifests = Manifests.fromChart(chart);
  const text = JSON.stringify(manifests.all());

  test.each(Object.entries(TRACES))('%s leaves its trace', (_prop, trace) => expect(text.includes(trace)).toBe(true));

  test.each(Object.entries(ALL_NAMES))('the name of the %s is the given one', (_what, name) =>
    expect(text.includes(`"${name}"`)).toBe(true),
  );

  test('the order of the props makes no difference', () => {
    const other = stockChart(ClusterTarget.kubernetes('1.33'), 'serving');
    const props = Object.fromEntries(Object.entries(allProps(other)).reverse()) as unknown as ModelServiceProps;
    new ModelService(other, 'all', props);
    expect(Manifests.fromChart(other).yaml()).toBe(manifests.yaml());
  });
});
