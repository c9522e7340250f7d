import { ApiObject, type App } from 'cdk8s';
import { MlNamespace, type MlNamespaceProps, ModelService, NetworkAccess, PodSecurityLevel } from '../../lib';
import { allProps } from '../support/all-props';
import { tally } from '../support/tally';
import { ControlPlane } from './plane/control-plane';
import { crdDatabase } from './plane/crd-database';
import { applyInOneGo, drift, refusedOrWarned, refusedPods, removeAgain } from './support/acceptance';
import { MINIMAL_SERVICE } from './support/charts';
import type { ManifestFolder } from './support/manifests';
import { synthesize } from './support/synth';

/** `Required`: a new prop must be given here, and so meets the API server. */
const EVERY_NAMESPACE_PROP: Required<MlNamespaceProps> = {
  name: 'every-prop',
  labels: { 'istio-injection': 'disabled' },
  annotations: { 'example.com/team': 'fraud' },
  protect: true,
  podSecurity: PodSecurityLevel.RESTRICTED,
  podSecurityWarn: PodSecurityLevel.RESTRICTED,
  podSecurityAudit: PodSecurityLevel.RESTRICTED,
  podSecurityVersion: 'v1.33',
  quota: {
    cpu: '64',
    cpuLimit: '128',
    memory: '256Gi',
    memoryLimit: '512Gi',
    gpus: 8,
    storage: '2Ti',
    ephemeralStorage: '500Gi',
    pods: 100,
    jobs: 50,
    claims: 20,
    loadBalancers: 1,
    nodePorts: 2,
    hard: { 'requests.amd.com/gpu': '4' },
  },
  containers: {
    cpu: '100m',
    cpuLimit: '2',
    memory: '256Mi',
    memoryLimit: '2Gi',
    minCpu: '10m',
    minMemory: '16Mi',
    maxCpu: '32',
    maxMemory: '128Gi',
  },
  maxClaimSize: '500Gi',
  defaultDenyIngress: true,
  defaultDenyEgress: true,
  allowWithin: true,
  allowFromNamespaces: ['gateways'],
  prometheusNamespace: 'monitoring',
  serviceAccounts: ['batch'],
  admins: ['leads'],
  editors: ['engineers'],
  viewers: ['analysts'],
  clusterRoles: { 'system:monitoring': ['watchers'] },
};

/** One line a construct: what it is called, and how it is made in an empty app. */
const CONSTRUCTS: [name: string, make: (app: App) => unknown][] = [
  ['an MlNamespace with no props', (app) => new MlNamespace(app, 'no-props')],
  ['an MlNamespace with every prop', (app) => new MlNamespace(app, 'every-prop', EVERY_NAMESPACE_PROP)],
  [
    'an unconfined MlNamespace',
    (app) => new MlNamespace(app, 'open', { podSecurity: PodSecurityLevel.PRIVILEGED, defaultDenyIngress: false }),
  ],
  [
    'a ModelService with the required props in a namespace with every prop',
    (app) => {
      const namespace = new MlNamespace(app, 'every-prop', EVERY_NAMESPACE_PROP);
      new ModelService(namespace, 'model', {
        ...MINIMAL_SERVICE,
        compute: { ...MINIMAL_SERVICE.compute, cpuLimit: '2' },
      });
    },
  ],
  [
    'a ModelService that nobody may call',
    (app) => {
      new ModelService(new MlNamespace(app, 'closed'), 'model', { ...MINIMAL_SERVICE, access: NetworkAccess.nobody() });
    },
  ],
  [
    'a ModelService with every prop',
    (app) => {
      const namespace = new MlNamespace(app, 'every-service-prop');
      // what somebody else would have made, and admission asks for
      const foreign = {
        'scheduling.k8s.io/v1 PriorityClass p-priority': { value: 1000 },
        'node.k8s.io/v1 RuntimeClass p-runtime': { handler: 'runc' },
      };
      for (const [key, fields] of Object.entries(foreign)) {
        const [apiVersion, kind, name] = key.split(' ');
        new ApiObject(namespace, name, { apiVersion, kind, metadata: { name }, ...fields });
      }
      new ModelService(namespace, 'all', allProps(namespace));
    },
  ],
];

describe('constructs on the API server', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'constructs', controllers: 'guard-rails', database: await crdDatabase() });
  });

  afterAll(() => plane?.stop());

  it.each(CONSTRUCTS)('%s: accepted, its pods let in, steady, and applied in one go', async (_name, make) => {
    const folder: ManifestFolder = synthesize(plane, 'construct', make);
    tally('manifests', folder.objects.length);
    expect(await refusedOrWarned(plane, folder)).toEqual([]);
    expect(await refusedPods(plane, folder.objects)).toEqual([]);
    expect(await drift(plane, folder)).toEqual([]);
    await removeAgain(plane, folder);
    expect(await applyInOneGo(plane, folder)).toEqual([]);
    await removeAgain(plane, folder);
  });
});
