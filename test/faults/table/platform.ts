import { ApiObject, App, Chart } from 'cdk8s';
import { MlApp, MlNamespace, type MlNamespaceProps, MlValidation, ModelService } from '../../../lib';
import { MINIMAL } from '../../support/service';
import type { Act, Rows } from './rows';

const namespace =
  (props: MlNamespaceProps): Act =>
  ({ app }) =>
    new MlNamespace(app, 'ml', props);

const synth =
  (fill: (chart: Chart, other: Chart) => unknown): Act =>
  ({ app, chart }) => {
    fill(chart, new Chart(app, 'other'));
    app.synth();
  };

/** What can be wrong in namespaces, apps and whole runs. */
export const PLATFORM: Rows = {
  'a namespace in capitals': namespace({ name: 'ML_Serving' }),
  'a namespace of the cluster': namespace({ name: 'kube-ml' }),
  'the default namespace': namespace({ name: 'default' }),
  'a namespace of 64 characters': namespace({ name: 'x'.repeat(64) }),
  'a namespace that is owned': ({ app }) => new MlNamespace(app, 'second', { name: 'owned' }),
  'a label of Pod Security': namespace({ labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } }),
  'an illegal label': namespace({ labels: { team: 'a b' } }),
  'an illegal annotation': namespace({ annotations: { 'a b': 'c' } }),
  'a level that is none': namespace({ podSecurity: 'strict' as any }),
  'a version of Pod Security without its v': namespace({ podSecurityVersion: '1.33' }),
  'a quota that is no quantity': namespace({ quota: { cpu: 'many' } }),
  'a quota below zero': namespace({ quota: { memory: '-1Gi' } }),
  'a quota of CPU in bytes': namespace({ quota: { cpu: '64Gi' } }),
  'a quota of memory in thousandths': namespace({ quota: { memory: '512m' } }),
  'a quota as a number': namespace({ quota: { memory: 64 as any } }),
  'a quota of half a GPU': namespace({ quota: { gpus: 0.5 } }),
  'a quota of requests above limits': namespace({ quota: { cpu: '8', cpuLimit: '4' } }),
  'an entry that has a prop': namespace({ quota: { hard: { 'requests.memory': '1Gi' } } }),
  'an entry that names nothing': namespace({ quota: { hard: { 'a b': '1' } } }),
  'a default above its limit': namespace({ containers: { memory: '2Gi', memoryLimit: '1Gi' } }),
  'bounds that cross': namespace({ containers: { minMemory: '2Gi', maxMemory: '1Gi' } }),
  'a claim of a few bytes': namespace({ maxClaimSize: '500' }),
  'a caller that is no namespace': namespace({ allowFromNamespaces: ['Ingress Nginx'] }),
  'callers where all may call': namespace({ defaultDenyIngress: false, allowFromNamespaces: ['x'] }),
  'callers as text': namespace({ allowFromNamespaces: 'ingress-nginx' as any }),
  'a switch in quotes': namespace({ defaultDenyEgress: 'false' as any }),
  'Prometheus in no namespace of the cluster': namespace({ prometheusNamespace: '' }),
  'an account with an underscore': namespace({ serviceAccounts: ['a_b'] }),
  'an account twice': namespace({ serviceAccounts: ['a', 'a'] }),
  'a group without a name': namespace({ admins: [' '] }),
  'everybody as a group': namespace({ viewers: ['system:authenticated'] }),
  'a group as text': namespace({ editors: 'team-a' as any }),
  'a role that has a prop': namespace({ clusterRoles: { edit: ['a'] } }),
  'a role with a slash': namespace({ clusterRoles: { 'a/b': ['a'] } }),
  'groups of a role as text': namespace({ clusterRoles: { run: 'a' } as any }),
  'props that are nothing': ({ app }) => new MlNamespace(app, 'ml', null as any),
  'a scope that is no construct': () => new MlNamespace({} as any, 'ml'),
  'no scope': () => new MlNamespace(undefined as any, 'ml'),
  'an id that a chart has': ({ app }) => new MlNamespace(app, 'chart'),
  'an existing namespace with a quota that is none': ({ app }) =>
    MlNamespace.existing(app, 'theirs', { quota: { cpu: 'x' } }),
  'a further account that is there': ({ owned }) => owned.addServiceAccount('trainer'),
  'a second chart with the id of the first': ({ owned }) => owned.share('owned'),
  'an app in capitals': () => new MlApp({ name: 'Churn' }),
  'an app without a folder': () => new MlApp({ outdir: '' }),
  'an extension with a folder': () => new MlApp({ outputFileExtension: '/x.yaml' }),
  'an existing object without a kind': () => new MlApp({ existing: ['registry'] }),
  'an environment as text': () => new MlApp({ environment: 'prod' as any }),
  'a kind of output that is none': () => new MlApp({ yamlOutputType: 'FILE_PER_CHART' as any }),
  'a stock app among apps': () => MlApp.synthAll([new App() as any]),
  'one app twice': ({ app }) => MlApp.synthAll([app, app]),
  'two apps in one folder': ({ app }) => MlApp.synthAll([app, new MlApp({ outdir: app.outdir })]),
  "an app inside of another's folder": ({ app }) => MlApp.synthAll([app, new MlApp({ outdir: `${app.outdir}/inner` })]),
  'charts that wait for each other': synth((chart, other) => {
    chart.addDependency(other);
    other.addDependency(chart);
  }),
  'a number that is none, in an object': synth(
    (chart) => new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: Number.NaN } }),
  ),
  'half a character, in an object': synth(
    (chart) => new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: '\ud83d' } }),
  ),
  'an instance in an object': synth(
    (chart) => new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: new Map() } }),
  ),
  'two objects of one name': synth((chart) =>
    ['a', 'b'].map(
      (id) => new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' } }),
    ),
  ),
  'a construct that its own validation refuses': synth((chart) =>
    chart.node.addValidation({ validate: () => ['the moon is full'] }),
  ),
  'a patch of a container that is not there': synth(
    (chart) =>
      new ModelService(chart, 'churn', {
        ...MINIMAL,
        overrides: { Deployment: { spec: { template: { spec: { containers: [{ name: 'sever' }] } } } } },
      }),
  ),
  'a plugin with a number as version': () => new MlValidation({ kubernetes: 1.3 as any }),
  'a plugin with an existing object without a kind': () => new MlValidation({ existing: ['registry'] }),
};
