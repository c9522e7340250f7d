import {
  CacheVolume,
  Environment,
  Exposure,
  ExtraVolume,
  HealthEndpoint,
  Identity,
  Manifests,
  MlApp,
  MlNamespace,
  ModelServer,
  ModelService,
  type ModelServiceProps,
  ModelSource,
  SecretSource,
  Sidecar,
} from '../../lib';
import { MINIMAL } from '../support/service';
import { SHAPE } from './support/trial';

/** Makes something in an app, which is then held against the rules; the message of the refusal, if there is one. */
function refusalOf(make: (app: MlApp) => unknown): string | undefined {
  const app = new MlApp({ outdir: 'unused' });
  try {
    make(app);
    app.synthYaml();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const service =
  (props: Partial<ModelServiceProps>, id = 'churn') =>
  (app: MlApp) =>
    new ModelService(new MlNamespace(app, 'serving'), id, { ...MINIMAL, ...props });

/** What has a longest name: the length, and what is made with a name. */
const LONGEST: readonly (readonly [what: string, length: number, make: (name: string) => (app: MlApp) => unknown])[] = [
  ['an id of a service', 63, (id) => service({}, id)],
  ['a name of a service', 63, (name) => service({ name })],
  ['a Deployment, whose pods are named after it', 63, (name) => service({ names: { deployment: name } })],
  ['a container', 63, (name) => service({ names: { container: name } })],
  ['a Service', 63, (name) => service({ names: { service: name } })],
  ['an autoscaler', 253, (name) => service({ names: { autoscaler: name } })],
  ['a disruption budget', 253, (name) => service({ names: { disruptionBudget: name } })],
  ['a NetworkPolicy', 253, (name) => service({ names: { networkPolicy: name } })],
  ['a ServiceAccount', 253, (name) => service({ names: { serviceAccount: name } })],
  ['a config map', 253, (name) => service({ config: { A: 'b' }, names: { config: name } })],
  ['a file of a config map', 253, (name) => service({ configFiles: { [name]: 'x' } })],
  ['a variable', 1024, (name) => service({ env: { [name]: 'x' } })],
  ['a key of a label', 63, (name) => service({ labels: { [name]: 'x' } })],
  ['a value of a label', 63, (name) => service({ labels: { a: name } })],
  ['a key of an annotation', 63, (name) => service({ annotations: { [name]: 'x' } })],
  ['a prefix of an annotation', 253, (name) => service({ podAnnotations: { [`${dotted(name)}/x`]: 'x' } })],
  ['a node label', 63, (name) => service({ nodeSelector: { pool: name } })],
  ['a pull secret', 253, (name) => service({ imagePullSecrets: [dotted(name)] })],
  ['a priority class', 253, (name) => service({ priorityClassName: dotted(name) })],
  ['a sidecar', 50, (name) => service({ sidecars: [full(name)] })],
  ['a Secret', 253, (name) => service({ secrets: [SecretSource.existing(name, { keys: ['A'], mountPath: '/s' })] })],
  ['a claim', 253, (name) => service({ volumes: [ExtraVolume.claim(name, { mountPath: '/data' })] })],
  ['a volume', 63, (name) => service({ volumes: [ExtraVolume.claim('a', { mountPath: '/data', name })] })],
  ['a claim of a model', 253, (name) => service({ model: ModelSource.claim({ claimName: name }) })],
  ['an existing account', 253, (name) => service({ identity: Identity.existing(name) })],
  [
    'an ingress class',
    253,
    (name) => service({ exposure: Exposure.ingress({ host: 'a.example.com', className: name }) }),
  ],
  ['a port', 15, (name) => service({ server: ModelServer.custom(custom(name)) })],
  ['a tag of an image', 128, (name) => service({ image: `registry.test/churn:${name}` })],
  ['a namespace', 63, (name) => (app) => new MlNamespace(app, name)],
  ['a ServiceAccount of a namespace', 253, (name) => (app) => new MlNamespace(app, 'ml', { serviceAccounts: [name] })],
  ['an environment', 63, (name) => () => new Environment(name)],
  ['an app', 63, (name) => () => new MlApp({ name })],
];

/** As long, in labels of DNS. */
const dotted = (name: string) => name.replace(/(.{60})./g, '$1.').replace(/\.$/, 'x');

const full = (name: string) =>
  Sidecar.custom({
    name,
    image: 'proxy:1',
    configFiles: { a: 'b' },
    sharedPath: '/shared',
    writablePaths: ['/a', '/b'],
  });

const custom = (port: string) => ({
  name: 'own',
  ports: [{ name: port, port: 8000 }],
  readiness: HealthEndpoint.tcp(port),
});

let tried = 0;
afterAll(() => console.log(`${tried} names of the longest length accepted, and refused with one character more`));

test.each(LONGEST)('%s may have %i characters, and no more', (_, length, make) => {
  const name = 'x'.repeat(length);
  expect(refusalOf(make(name))).toBeUndefined();
  const refusal = refusalOf(make(`${name}x`));
  expect(refusal).toMatch(SHAPE);
  expect(refusal).toMatch(/^\S+: 1 problem\n/);
  tried += 1;
});

describe('two names with one beginning', () => {
  const volumesOf = (props: Partial<ModelServiceProps>) => {
    const app = new MlApp({ outdir: 'unused' });
    const namespace = new MlNamespace(app, 'serving');
    new ModelService(namespace, 'churn', { ...MINIMAL, ...props });
    return Manifests.fromChart(namespace).podSpec('Deployment', 'churn').volumes as { name: string }[];
  };
  const claim = (name: string, mountPath: string) => ExtraVolume.claim(name, { mountPath });

  test.each([
    ['long claims', [claim(`${'x'.repeat(60)}-a`, '/a'), claim(`${'x'.repeat(60)}-b`, '/b')]],
    ['claims with a dot and with a hyphen', [claim('a.b', '/a'), claim('a-b', '/b')]],
    [
      'empty folders whose paths differ in a dot',
      ['/a/b', '/a-b', '/a.b'].map((mountPath) => ExtraVolume.emptyDir({ mountPath, sizeLimit: '1Gi' })),
    ],
  ])('are two volumes: %s', (_, volumes) => {
    const names = volumesOf({ volumes }).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(volumes.length);
  });

  test('are two Secrets', () => {
    const secrets = ['a', 'b'].map((end) =>
      SecretSource.existing(`${'s'.repeat(60)}-${end}`, { keys: ['k'], mountPath: `/secrets/${end}` }),
    );
    const names = volumesOf({ secrets }).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a volume called like one that the service has is not mounted in its place', () => {
    const volumes = [ExtraVolume.claim('mine', { mountPath: '/data', name: 'tmp' })];
    const [mine, tmp] = volumesOf({ volumes });
    expect(mine).toEqual({ name: 'tmp', persistentVolumeClaim: { claimName: 'mine' } });
    expect(tmp).toMatchObject({ name: expect.stringMatching(/^tmp-[0-9a-f]{8}$/), emptyDir: {} });
  });

  test('one claim on two paths is one volume', () => {
    expect(
      volumesOf({ volumes: [claim('a.b', '/a'), claim('a.b', '/b')] }).filter((v) => /claim/.test(v.name)),
    ).toHaveLength(1);
  });

  test('two volumes of one name are refused', () => {
    const both = ['a', 'b'].map((end) => ExtraVolume.claim(`claim-${end}`, { mountPath: `/${end}`, name: 'data' }));
    const refusal = refusalOf(service({ volumes: both }));
    expect(refusal).toMatch(SHAPE);
    expect(refusal).toContain("volumes[1].name\n    got       'data'");
    expect(refusalOf(service({ cache: CacheVolume.ephemeral({ sizeLimit: '1Gi' }), volumes: both }))).toMatch(SHAPE);
  });
});
