import { MlNamespace, type MlNamespaceProps } from '../../lib/platform';
import { app, documents, refusal } from './support';

const refused = (props: MlNamespaceProps) => refusal((tree) => new MlNamespace(tree, 'refused', props));

/** The API server warns of a part of a byte: of the quota, or of every pod that gets the amount by default. */
test.each<[string, MlNamespaceProps]>([
  ['containers.memory', { containers: { memory: '1.1Gi' } }],
  ['quota.memory', { quota: { memory: '64.1Gi' } }],
  ['maxClaimSize', { maxClaimSize: '1.3Gi' }],
])('%s in parts of a byte is refused', (prop, props) => {
  expect(refused(props)).toMatch(new RegExp(`${prop}[\\s\\S]*whole bytes[\\s\\S]*write '\\d+Mi'`));
});

test('whole bytes are not, however they are written', () => {
  const chart = new MlNamespace(app(), 'ml', { quota: { memory: '1.5Gi' }, containers: { maxMemory: '512e6' } });
  expect(documents(chart).get('ResourceQuota/quota').spec.hard['requests.memory']).toBe('1.5Gi');
});

/** The API server warns: "requests.ephemeral-storage should be less than limits.ephemeral-storage". */
test('a quota of disk above that of its limits is refused', () => {
  const quota = { ephemeralStorage: '20Gi', hard: { 'limits.ephemeral-storage': '10Gi' } };
  expect(refused({ quota })).toMatch(
    /quota\.ephemeralStorage[\s\S]*at most hard\['limits\.ephemeral-storage'\] \(10Gi\)/,
  );
});

/** The API server rounds it up to 1m, and so keeps another number than was written. */
test('CPU in parts of a millicore is refused', () => {
  expect(refused({ quota: { cpu: '0.0001' } })).toMatch(/quota\.cpu[\s\S]*whole millicores[\s\S]*write '1m'/);
  expect(refused({ containers: { minCpu: '1500u' } })).toMatch(/containers\.minCpu[\s\S]*write '2m'/);
});
