import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { totalSeconds as total } from '../../lib/values/probe/plan';
import { Probe } from '../../lib/values/probe/probe';
import type { Probes } from '../../lib/values/probe/probes';
import { defineProbes, type ProbesContext, serverTimings } from '../../lib/values/probe/probes-definition';
import { plain, problemsOf, refuses, type Wrong } from '../traits/support';

const ask = (path: string) => ({ type: 'http' as const, path, port: 'http' });
const endpoints = { startup: ask('/started'), readiness: ask('/ready'), liveness: ask('/live') };
const ports = [
  { name: 'http', port: 8000 },
  { name: 'grpc', port: 8001 },
];
const context = (startupSeconds = 120): ProbesContext => ({
  endpoints,
  ports,
  timings: serverTimings(startupSeconds),
});
const probePlan = (explicit?: Probes, startupSeconds?: number) => defineProbes(explicit).plan(context(startupSeconds));
const seconds = (n: number) => Duration.seconds(n);

test('asks the server where it answers, for as long as it may take', () => {
  expect(probePlan()).toEqual({
    startup: {
      httpGet: { path: '/started', port: 'http' },
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 12,
    },
    readiness: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3 },
    liveness: { httpGet: { path: '/live', port: 'http' }, periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 12 },
  });
});

test('asks a model that loads for long less often', () => {
  expect(probePlan(undefined, 1800).startup).toMatchObject({ periodSeconds: 10, failureThreshold: 180 });
  expect(probePlan(undefined, 3600).startup).toMatchObject({ periodSeconds: 30, failureThreshold: 120 });
});

test('keeps the numbers of M01 as they are, and guards the start beside them', () => {
  const times = (initialDelay: number, period: number) => ({
    path: '/health',
    initialDelay: seconds(initialDelay),
    period: seconds(period),
    failureThreshold: 3,
  });
  const plan = probePlan({ liveness: Probe.http(times(30, 15)), readiness: Probe.http(times(20, 10)) });
  const httpGet = { path: '/health', port: 'http' };
  expect(plan.liveness).toMatchObject({ httpGet, initialDelaySeconds: 30, periodSeconds: 15, failureThreshold: 3 });
  expect(plan.readiness).toMatchObject({ httpGet, initialDelaySeconds: 20, periodSeconds: 10, failureThreshold: 3 });
  expect(total(plan.startup!)).toBe(120);
});

test('keeps the patience of the probe that is replaced in part', () => {
  const { startup, readiness, liveness } = probePlan({
    startup: Probe.http({ period: seconds(5) }),
    readiness: Probe.tcp(),
    liveness: Probe.http({ path: '/alive', period: seconds(30) }),
  });
  expect(startup).toMatchObject({ httpGet: { path: '/started' }, periodSeconds: 5, failureThreshold: 24 });
  expect(readiness).toMatchObject({ tcpSocket: { port: 'http' }, periodSeconds: 5, failureThreshold: 3 });
  expect(liveness).toMatchObject({ periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 4 });
});

test('knows every way of asking', () => {
  const plan = probePlan({
    startup: Probe.exec({ command: ['/bin/healthy', '--fast'] }),
    readiness: Probe.grpc({ port: 8001, service: 'model' }),
    liveness: Probe.http({ port: 9000, headers: { 'X-Probe': 'yes' } }),
  });
  expect(plan.startup?.exec).toEqual({ command: ['/bin/healthy', '--fast'] });
  expect(plan.readiness?.grpc).toEqual({ port: 8001, service: 'model' });
  expect(plan.liveness?.httpGet).toEqual({
    path: '/live',
    port: 9000,
    httpHeaders: [{ name: 'X-Probe', value: 'yes' }],
  });
});

test('asks the profile of a server in each of its ways', () => {
  const plan = defineProbes().plan({
    ...context(),
    endpoints: {
      startup: { type: 'exec', command: ['/ready'] },
      readiness: { type: 'grpc', port: 'grpc', service: 'v2' },
      liveness: { type: 'tcp', port: 'grpc' },
    },
  });
  expect(plain(plan)).toMatchObject({
    startup: { exec: { command: ['/ready'] } },
    // the kubelet's gRPC probe knows no names
    readiness: { grpc: { port: 8001, service: 'v2' } },
    liveness: { tcpSocket: { port: 'grpc' } },
  });
});

test('leaves a probe out where it was told so', () => {
  expect(probePlan({ startup: Probe.none(), liveness: Probe.none() })).toMatchObject({
    startup: undefined,
    liveness: undefined,
  });
});

describe('whatever is asked for', () => {
  const times = fc.record({
    period: fc.option(fc.integer({ min: 1, max: 600 }).map(seconds), { nil: undefined }),
    failureThreshold: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  });
  const budget = fc.integer({ min: 10, max: 86_400 });

  test('the start-up probe lasts as long as the budget, and not much longer', () => {
    fc.assert(
      fc.property(budget, fc.option(fc.integer({ min: 1, max: 60 })), (startupSeconds, period) => {
        const startup = period === null ? undefined : Probe.http({ period: seconds(period) });
        const lasts = total(probePlan({ startup }, startupSeconds).startup!);
        expect(lasts).toBeGreaterThanOrEqual(startupSeconds);
        expect(lasts).toBeLessThan(startupSeconds + 60);
      }),
    );
  });

  test('liveness of our own waits two minutes, and never less than readiness', () => {
    fc.assert(
      fc.property(times, budget, (asked, startupSeconds) => {
        const { readiness, liveness } = probePlan({ readiness: Probe.http(asked) }, startupSeconds);
        expect(total(liveness!)).toBeGreaterThanOrEqual(Math.max(120, total(readiness!)));
      }),
    );
  });

  test('what is accepted never restarts a container that still gets requests', () => {
    fc.assert(
      fc.property(times, times, (ready, alive) => {
        const probes = { readiness: Probe.http(ready), liveness: Probe.http(alive) };
        fc.pre(problemsOf((check) => defineProbes(probes).check(check, context())).length === 0);
        const { readiness, liveness } = probePlan(probes);
        expect(total(liveness!)).toBeGreaterThanOrEqual(total(readiness!));
      }),
    );
  });
});

describe('wrong inputs', () => {
  const wrong = (title: string, explicit: Probes, prop: string, expected: RegExp, fix: RegExp): Wrong => [
    title,
    (check) => defineProbes(explicit).check(check, context()),
    prop,
    expected,
    fix,
  ];
  const live = (options: object) => ({ liveness: Probe.http(options) });
  refuses([
    wrong('a period of none', live({ period: seconds(0) }), 'liveness.period', /at least 1/, /whole seconds/),
    wrong('half a second', live({ timeout: Duration.millis(500) }), 'liveness.timeout', /at least 1/, /whole/),
    wrong(
      'no failure at all',
      live({ failureThreshold: 0 }),
      'liveness.failureThreshold',
      /at least 1/,
      /failed attempts/,
    ),
    wrong('a path without its slash', live({ path: 'health' }), 'liveness.path', /begins with/, /predict/),
    wrong('a port that is none', live({ port: 0 }), 'liveness.port', /1 to 65535/, /port/),
    wrong(
      'an illegal header',
      live({ headers: { 'a b': 'c' } }),
      'liveness.headers.a b',
      /HTTP header/,
      /these characters/,
    ),
    wrong('an empty command', { readiness: Probe.exec({ command: [] }) }, 'readiness.command', /a command/, /healthy/),
    wrong(
      'a restart before the pod left the Service',
      live({ period: seconds(2), failureThreshold: 2 }),
      'liveness',
      /no sooner than readiness \(15 seconds\)/,
      /raise/,
    ),
    wrong(
      'readiness that outlasts explicit liveness',
      { readiness: Probe.http({ period: seconds(60) }), ...live({ period: seconds(10), failureThreshold: 3 }) },
      'liveness',
      /readiness \(180 seconds\)/,
      /lower those of readiness/,
    ),
  ]);

  test('a probe of a container without ports and without an endpoint names its port', () => {
    const problems = (known: Partial<ProbesContext>) =>
      problemsOf((check) =>
        defineProbes({ readiness: Probe.tcp() }).check(check, { timings: serverTimings(60), ...known }),
      );
    expect(problems({ ports: [] }).map(({ prop }) => prop)).toEqual(['trait.readiness.port']);
    // unknown, since the server was refused
    expect(problems({})).toEqual([]);
  });

  test('a probe is not compared with one that was refused', () => {
    const probes = { readiness: Probe.http({ period: seconds(0) }), ...live({ period: seconds(1) }) };
    const problems = problemsOf((check) => defineProbes(probes).check(check, context()));
    expect(problems.map(({ prop }) => prop)).toEqual(['trait.readiness.period']);
  });

  test('accepts the numbers of M01', () => {
    const explicit = {
      liveness: Probe.http({ initialDelay: seconds(30), period: seconds(15), failureThreshold: 3 }),
      readiness: Probe.http({ initialDelay: seconds(20), period: seconds(10), failureThreshold: 3 }),
    };
    expect(problemsOf((check) => defineProbes(explicit).check(check, context()))).toEqual([]);
  });
});
