import { SecretSource, Sidecar } from '../../lib';
import { Trial } from '../support/workloads/made';
import { workloadsWith } from '../support/workloads/with-toys';

/** What the API server would store otherwise than it is written, and what GitOps tools would report as a difference for ever. */
describe.each(workloadsWith('env', 'sidecars', 'tolerations'))('%s is written as it is stored', (_title, workload) => {
  const trial = new Trial(workload);

  test('an empty variable has no value', () => {
    const sidecar = Sidecar.custom({ name: 'proxy', image: 'registry.test/proxy:1', env: { EMPTY: '' } });
    const { containers } = trial.pod({ env: { EMPTY: '' }, sidecars: [sidecar] });
    const empty = containers.flatMap(({ env = [] }) => env.filter(({ name }: any) => name === 'EMPTY'));
    expect(empty).toEqual([{ name: 'EMPTY' }, { name: 'EMPTY' }]);
  });

  test('an empty toleration has no value', () => {
    const { tolerations } = trial.pod({ tolerations: [{ key: 'dedicated', value: '' }] }).spec;
    expect(tolerations).toEqual([{ key: 'dedicated', operator: 'Equal' }]);
  });

  test('amounts are whole bytes, as the API server wants them', () => {
    const message = trial.refusal(trial.compute({ memory: '1.1Gi' }));
    expect(message).toMatch(/memory[\s\S]*part of a byte; write '1127Mi'/);
    const { resources } = trial.pod(trial.compute({ memory: '1.5Gi' })).container;
    expect(resources.requests.memory).toBe('1.5Gi');
  });

  test('amounts are compared as they are written: 300m is not more than 0.3', () => {
    const { resources } = trial.pod(trial.compute({ cpu: '300m', cpuLimit: '0.3' })).container;
    expect([resources.requests.cpu, resources.limits.cpu]).toEqual(['300m', '0.3']);
  });
});

describe.each(workloadsWith('env', 'secrets'))('%s: a variable that is set twice', (_title, workload) => {
  test('is refused, as the API server would', () => {
    const secrets = [SecretSource.existing('store', { keys: ['TOKEN_PATH'] })];
    const trial = new Trial(workload);
    expect(trial.refusal({ env: { TOKEN_PATH: '/x' }, secrets })).toMatch(/secrets[\s\S]*TOKEN_PATH/);
    expect(trial.pod({ env: { OTHER: '/x' }, secrets }).container.env).toContainEqual({ name: 'OTHER', value: '/x' });
  });
});
