import { setTimeout as sleep } from 'node:timers/promises';
import { post, SlowPost } from './support/http';
import { Service, stopAll } from './support/service';

const BODY = JSON.stringify({ income: 24000, debt: 31000, age: 29, history_score: 410 });
const ANSWER = '{"default_probability":0.7474,"decision":"decline"}';

afterEach(stopAll);

/** As PID 1 it ends with 0: the kernel gives PID 1 no default action. Elsewhere uvicorn ends by the signal that it got. */
const CLEAN = [0, 'SIGTERM'];

test('a pod that is deleted: served through the preStop sleep, finished after SIGTERM, gone before the kill', async () => {
  const service = await Service.ready();
  const { port, graceSeconds, preStopSeconds, readinessProbe, livenessProbe } = service.declared;
  const deleted = Date.now();
  // While the hook sleeps, load balancers still send requests: all are answered, and the probes hold.
  while (Date.now() - deleted < preStopSeconds * 1000) {
    expect((await post(port, JSON.parse(BODY))).text).toBe(ANSWER);
    expect(await service.probe(readinessProbe)).toBe(true);
    expect(await service.probe(livenessProbe)).toBe(true);
    await sleep(100);
  }
  const last = await SlowPost.begin(port, BODY);
  await sleep(100);
  service.signal('SIGTERM');
  await sleep(500);
  expect(await last.finish()).toContain(ANSWER);
  const left = graceSeconds - (Date.now() - deleted) / 1000;
  expect(CLEAN).toContain(await service.endsWithin(left));
});
