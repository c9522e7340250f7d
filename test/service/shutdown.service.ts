import { setTimeout as sleep } from 'node:timers/promises';
import { call, post, SlowPost } from './support/http';
import { Service, stopAll } from './support/service';

const BODY = JSON.stringify({ income: 24000, debt: 31000, age: 29, history_score: 410 });
const ANSWER = '{"default_probability":0.7474,"decision":"decline"}';

afterEach(stopAll);

/** As PID 1 it ends with 0: the kernel gives PID 1 no default action. Elsewhere uvicorn ends by the signal that it got. */
const CLEAN = [0, 'SIGTERM'];

describe('SIGTERM', () => {
  test('finishes every request that is in flight, takes no new one, and exits within the grace period', async () => {
    const service = await Service.ready();
    const { port, graceSeconds, preStopSeconds } = service.declared;
    const inFlight = await Promise.all(Array.from({ length: 20 }, () => SlowPost.begin(port, BODY)));
    await sleep(200);
    service.signal('SIGTERM');
    const signalled = Date.now();
    await service.until(
      () =>
        call(port, { path: '/health' }).then(
          () => false,
          (error) => error.code === 'ECONNREFUSED',
        ),
      5,
    );
    await sleep(1000);
    const answers = await Promise.all(inFlight.map((request) => request.finish()));
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer.endsWith(`\r\n\r\n${ANSWER}`)).toBe(true);
    }
    expect(CLEAN).toContain(await service.endsWithin(graceSeconds - preStopSeconds));
    expect((Date.now() - signalled) / 1000).toBeLessThan(graceSeconds - preStopSeconds);
    expect(service.logs().at(-1).message).toMatch(/^Finished server process/);
  });

  test('does not wait for idle connections', async () => {
    const service = await Service.ready();
    await post(service.port, JSON.parse(BODY));
    service.signal('SIGTERM');
    expect(CLEAN).toContain(await service.endsWithin(10));
  });

  test('gives up a client that never sends the rest before the kubelet would kill', async () => {
    const service = await Service.ready();
    const { port, graceSeconds, preStopSeconds } = service.declared;
    const hung = await SlowPost.begin(port, BODY);
    await sleep(200);
    service.signal('SIGTERM');
    expect(CLEAN).toContain(await service.endsWithin(graceSeconds - preStopSeconds));
    hung.abandon();
  });
});
