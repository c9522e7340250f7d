import { Chart, Duration, Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { SecretSource } from '../../lib/values';
import { fixesOf } from './support';

const faults = (source: SecretSource) => fixesOf((check) => source._definition.check(check));
const reference = (name: string, key: string) => ({ secretKeyRef: { name, key } });

test('keys become variables of the same name, by reference', () => {
  const source = SecretSource.existing('churn-predictor-secrets', {
    keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  });
  expect(faults(source)).toEqual([]);
  expect(source._definition.plan()).toEqual({
    secretName: 'churn-predictor-secrets',
    keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    env: [
      { name: 'AWS_ACCESS_KEY_ID', valueFrom: reference('churn-predictor-secrets', 'AWS_ACCESS_KEY_ID') },
      { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: reference('churn-predictor-secrets', 'AWS_SECRET_ACCESS_KEY') },
    ],
    files: undefined,
    external: undefined,
    existing: true,
  });
});

test('keys may have other names in the container', () => {
  const source = SecretSource.sealedSecret('hub', { env: { HF_TOKEN: 'token', OTHER: 'token' } });
  expect(faults(source)).toEqual([]);
  expect(source._definition.plan()).toMatchObject({
    keys: ['token'],
    env: [
      { name: 'HF_TOKEN', valueFrom: reference('hub', 'token') },
      { name: 'OTHER', valueFrom: reference('hub', 'token') },
    ],
    existing: true,
  });
});

test('keys may be files', () => {
  const source = SecretSource.existing('google', { keys: ['key.json'], mountPath: '/secrets' });
  expect(faults(source)).toEqual([]);
  expect(source._definition.plan()).toMatchObject({
    env: [],
    files: { path: '/secrets', items: [{ key: 'key.json', path: 'key.json' }] },
  });
});

test('an ExternalSecret is described, and its Secret is not expected from anybody else', () => {
  const source = SecretSource.externalSecret({
    name: 'model-store',
    store: 'vault',
    clusterStore: true,
    refresh: Duration.minutes(90),
    data: [
      { key: 'AWS_ACCESS_KEY_ID', remoteKey: 'ml/store', property: 'id' },
      { key: 'secret-key', remoteKey: 'ml/store', property: 'key', version: '3' },
    ],
    env: { AWS_SECRET_ACCESS_KEY: 'secret-key' },
  });
  expect(faults(source)).toEqual([]);
  expect(source._definition.plan()).toEqual({
    secretName: 'model-store',
    keys: ['AWS_ACCESS_KEY_ID', 'secret-key'],
    env: [
      { name: 'AWS_ACCESS_KEY_ID', valueFrom: reference('model-store', 'AWS_ACCESS_KEY_ID') },
      { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: reference('model-store', 'secret-key') },
    ],
    files: undefined,
    external: {
      storeName: 'vault',
      storeKind: 'ClusterSecretStore',
      refreshInterval: '1h30m0s',
      data: [
        { secretKey: 'AWS_ACCESS_KEY_ID', remoteKey: 'ml/store', property: 'id', version: undefined },
        { secretKey: 'secret-key', remoteKey: 'ml/store', property: 'key', version: '3' },
      ],
    },
    existing: false,
  });
});

test.each([
  [undefined, '1h0m0s'],
  [Duration.seconds(0), '0s'],
  [Duration.seconds(30), '30s'],
  [Duration.minutes(5), '5m0s'],
  [Duration.hours(24), '24h0m0s'],
])('a refresh of %s is written as Go prints it: %s', (refresh, text) => {
  const data = [{ key: 'A', remoteKey: 'a' }];
  const plan = SecretSource.externalSecret({ name: 'x', store: 'y', data, refresh })._definition.plan();
  expect(plan.external).toMatchObject({ refreshInterval: text, storeKind: 'SecretStore' });
});

test('a Secret of cdk8s-plus is taken as it is: made here, or imported', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const made = new Secret(chart, 'made', { metadata: { name: 'made-here' } });
  const imported = Secret.fromSecretName(chart, 'imported', 'made-elsewhere');
  expect(SecretSource.fromSecret(made, { keys: ['A'] })._definition.plan()).toMatchObject({
    secretName: 'made-here',
    existing: false,
  });
  expect(SecretSource.fromSecret(imported, { keys: ['A'] })._definition.plan()).toMatchObject({
    secretName: 'made-elsewhere',
    existing: true,
  });
});

test.each([
  ['an illegal name', SecretSource.existing('My_Secret', { keys: ['A'] }), ['name: choose a name of that form']],
  [
    'no key',
    SecretSource.existing('x', {}),
    [
      "keys: write keys: ['PASSWORD'] for a variable of that name, or env: { DB_PASSWORD: 'password' } for another name",
    ],
  ],
  [
    'a key that is no variable',
    SecretSource.existing('x', { keys: ['api-key'] }),
    ["keys[0]: give it a name: env: { API_KEY: 'api-key' }, or mount it as a file with mountPath"],
  ],
  ['an illegal key', SecretSource.existing('x', { keys: ['a b'] }), ['keys[0]: name a key of the Secret']],
  ['an illegal variable', SecretSource.existing('x', { env: { '1A': 'a' } }), ['env.1A: choose a name of that form']],
  [
    'an illegal key of a variable',
    SecretSource.existing('x', { env: { A: 'a/b' } }),
    ['env.A: name a key of the Secret'],
  ],
  ['a variable twice', SecretSource.existing('x', { keys: ['A'], env: { A: 'b' } }), ['env.A: leave one of them out']],
  [
    'files and variables',
    SecretSource.existing('x', { keys: ['A'], env: { B: 'b' }, mountPath: '/s' }),
    ['env: leave out env or mountPath, or use two sources'],
  ],
  [
    'a relative folder',
    SecretSource.existing('x', { keys: ['A'], mountPath: 'secrets' }),
    ["mountPath: write '/secrets'"],
  ],
  [
    'no data',
    SecretSource.externalSecret({ name: 'x', store: 'y', data: [] }),
    ["data: write data: [{ key: 'PASSWORD', remoteKey: 'path/of/the/secret' }]"],
  ],
  [
    'a key twice, an entry without name',
    SecretSource.externalSecret({
      name: 'x',
      store: 'Y',
      data: [
        { key: 'A', remoteKey: 'a' },
        { key: 'A', remoteKey: '' },
      ],
    }),
    ['store: choose a name of that form', 'data[1].remoteKey: name it', 'data[1].key: choose another key'],
  ],
  [
    'a variable of nothing',
    SecretSource.externalSecret({ name: 'x', store: 'y', data: [{ key: 'A', remoteKey: 'a' }], env: { B: 'b' } }),
    ['env.B: add it to data, or name one of data'],
  ],
  [
    'no secret',
    SecretSource.fromSecret(undefined as never, { keys: ['A'] }),
    ['secret: write SecretSource.fromSecret(secret, { ... })'],
  ],
])('%s is refused', (_title, source, expected) => {
  expect(faults(source)).toEqual(expected);
});
