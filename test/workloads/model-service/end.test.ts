import { Duration } from 'cdk8s';
import { ModelServer, PreStop } from '../../../lib';
import { manifestsOf, refusalOf } from '../../support/service';

const specOf = (props: object) => manifestsOf(props).get('Deployment', 'churn').spec.template.spec;
const lifecycleOf = (props: object) => specOf(props).containers[0].lifecycle;

describe('a preStop of the user', () => {
  test('takes the place of the sleep', () => {
    expect(lifecycleOf({})).toHaveProperty('preStop.sleep');
    expect(lifecycleOf({ preStop: PreStop.command(['/bin/drain']) })).toEqual({
      preStop: { exec: { command: ['/bin/drain'] } },
    });
    expect(lifecycleOf({ preStop: PreStop.sleep(Duration.seconds(9)) })).toEqual({
      preStop: { sleep: { seconds: 9 } },
    });
  });

  test('asks the first port of the server unless told otherwise', () => {
    const path = '/drain';
    const own = { path, port: 9000, https: true };
    expect(lifecycleOf({ preStop: PreStop.http({ path }) }).preStop.httpGet).toEqual({ path, port: 'http' });
    expect(lifecycleOf({ preStop: PreStop.http(own) }).preStop.httpGet).toEqual({ path, port: 9000, scheme: 'HTTPS' });
  });

  test('has its whole time within the grace period, before that of the server', () => {
    const preStop = PreStop.command(['/bin/drain'], { atMost: Duration.minutes(10) });
    expect(specOf({ preStop }).terminationGracePeriodSeconds).toBeGreaterThan(600);
    const server = ModelServer.http({ port: 8000, drainArg: '--grace={seconds}' });
    const { containers, terminationGracePeriodSeconds } = specOf({ preStop, server, drain: Duration.seconds(660) });
    expect(terminationGracePeriodSeconds).toBe(660);
    const [, shutdown] = /--grace=(\d+)/.exec(containers[0].args.join(' '))!;
    expect(Number(shutdown)).toBeLessThan(60);
    expect(Number(shutdown)).toBeGreaterThan(30);
  });

  test('that does not fit the drain is refused, and the least that does is accepted', () => {
    const preStop = PreStop.command(['/bin/drain'], { atMost: Duration.seconds(60) });
    expect(refusalOf({ preStop, drain: Duration.seconds(64) })).toMatch(
      /: 1 problem\n {2}drain\n.*64[\s\S]*at least 65/,
    );
    expect(specOf({ preStop, drain: Duration.seconds(65) }).terminationGracePeriodSeconds).toBe(65);
  });
});

describe('further ports of the server', () => {
  const kv = { name: 'kv', port: 14579 };
  const policyPorts = (props: object) =>
    (manifestsOf(props).get('NetworkPolicy', 'churn').spec.ingress ?? []).flatMap(({ ports = [] }: any) =>
      ports.map(({ port }: any) => port),
    );
  const servicePorts = (props: object) =>
    manifestsOf(props)
      .get('Service', 'churn')
      .spec.ports.map(({ name }: any) => name);

  test('are open to callers, and in the Service where that is asked', () => {
    expect(specOf({ ports: [kv] }).containers[0].ports).toContainEqual({ name: 'kv', containerPort: 14579 });
    expect(policyPorts({ ports: [kv] })).toContain(14579);
    expect(servicePorts({ ports: [kv] })).not.toContain('kv');
    expect(servicePorts({ ports: [{ ...kv, inService: true }] })).toEqual(['http', 'kv']);
    expect(policyPorts({ ports: [{ ...kv, open: false }] })).not.toContain(14579);
  });
});
