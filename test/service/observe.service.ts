import { call, post } from './support/http';
import { Service, stopAll } from './support/service';

const APPLICANT = { income: 51234.56, debt: 9000, age: 41, history_score: 780.125 };
const BAD = { income: 24000, debt: 31000, age: 29, history_score: 410 };

let service: Service;
beforeAll(async () => {
  service = await Service.ready();
});
afterAll(stopAll);

/** The log lines of one request, once they are written. */
async function linesOf(requestId: string): Promise<any[]> {
  const lines = () => service.logs().filter((line) => line.request_id === requestId);
  await service.until(async () => lines().some(({ message }) => message === 'request'), 5);
  return lines();
}

describe('logs', () => {
  test('are JSON from the first line on, uvicorn’s own among them', () => {
    const lines = service.logs();
    expect(lines.map(({ message }) => message)).toContain('model loaded');
    expect(lines.some(({ logger }) => logger === 'uvicorn.error')).toBe(true);
    for (const line of lines) {
      expect(line).toMatchObject({
        level: expect.any(String),
        logger: expect.any(String),
        message: expect.any(String),
      });
      expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/);
    }
  });

  test('carry the id that the caller gave, and send it back', async () => {
    const answer = await post(service.port, APPLICANT, { headers: { 'x-request-id': 'checkout-7f.3:a_1' } });
    expect(answer.headers['x-request-id']).toBe('checkout-7f.3:a_1');
    const [prediction, request] = await linesOf('checkout-7f.3:a_1');
    expect(prediction).toMatchObject({ message: 'prediction', decision: 'approve', model_version: '1.0.0' });
    expect(request).toMatchObject({ method: 'POST', path: '/predict', status: 200, duration_ms: expect.any(Number) });
  });

  test('get an id of their own for each request without one, or with one that could forge a log', async () => {
    const ids: string[] = [];
    for (const given of [undefined, undefined, 'a b', 'x"},{"level":"ERROR', 'é', 'x'.repeat(129), '']) {
      const headers = given === undefined ? undefined : { 'x-request-id': given };
      const answer = await post(service.port, APPLICANT, { headers });
      ids.push(answer.headers['x-request-id'] as string);
    }
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(ids).size).toBe(ids.length);
    await Promise.all(ids.map(linesOf));
  });

  test('say who was refused by id, and never what was sent', async () => {
    const headers = { 'x-request-id': 'refused-1' };
    await post(service.port, { ...APPLICANT, age: 17, note: 'private' }, { headers });
    const [line] = await linesOf('refused-1');
    expect(line).toMatchObject({ message: 'request', status: 422 });
    await post(service.port, APPLICANT, { headers: { 'x-request-id': 'served-1' } });
    await linesOf('served-1');
    expect(service.output).not.toMatch(/51234|780\.125|private/);
  });

  test('do not fill up with probes and scrapes', async () => {
    for (const path of ['/health', '/ready', '/metrics']) await call(service.port, { path });
    await post(service.port, APPLICANT, { headers: { 'x-request-id': 'after-probes' } });
    await linesOf('after-probes');
    expect(service.logs().map(({ path }) => path)).not.toContain('/health');
    expect(service.logs().map(({ path }) => path)).not.toContain('/ready');
  });
});

describe('metrics', () => {
  /** Samples of a metric: its labels, sorted, to its value. */
  async function samples(name: string): Promise<Record<string, number>> {
    const { text } = await call(service.port, { path: '/metrics' });
    const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    return Object.fromEntries(
      lines.map((line) => [line.slice(name.length, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    );
  }

  test('are Prometheus text where the ServiceMonitor looks, typed, without the duplicate _created series', async () => {
    const { port, path } = service.declared.metrics;
    const answer = await call(port, { path });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=/);
    expect(answer.text).toContain('# TYPE http_requests_total counter');
    expect(answer.text).toContain('# TYPE http_request_duration_seconds histogram');
    expect(answer.text).not.toContain('_created');
  });

  test('count requests, their time, and decisions', async () => {
    const key = '{method="POST",path="/predict",status="200"}';
    const before = {
      requests: await samples('http_requests_total'),
      decisions: await samples('credit_risk_decisions_total'),
    };
    for (let i = 0; i < 5; i++) await post(service.port, APPLICANT);
    for (let i = 0; i < 3; i++) await post(service.port, BAD);
    for (let i = 0; i < 2; i++) await post(service.port, {});
    const requests = await samples('http_requests_total');
    expect(requests[key] - (before.requests[key] ?? 0)).toBe(8);
    const refused = '{method="POST",path="/predict",status="422"}';
    expect(requests[refused] - (before.requests[refused] ?? 0)).toBe(2);
    const decisions = await samples('credit_risk_decisions_total');
    const declined = '{decision="decline",model_version="1.0.0"}';
    expect(decisions[declined] - (before.decisions[declined] ?? 0)).toBe(3);
    const served = requests[key] + requests[refused];
    expect((await samples('http_request_duration_seconds_count'))['{method="POST",path="/predict"}']).toBe(served);
  });

  test('name the model by version and checksum', async () => {
    const [labels] = Object.keys(await samples('credit_risk_model_info'));
    const { model_sha256 } = service.logs().find(({ message }) => message === 'model loaded');
    expect(labels).toBe(`{sha256="${model_sha256}",version="1.0.0"}`);
    expect(service.image.log).toContain(`sha256 ${model_sha256}`);
  });

  test('do not grow with the paths and methods that strangers think of', async () => {
    for (let i = 0; i < 20; i++) await call(service.port, { path: `/random-${i}` });
    for (const method of ['PROPFIND', 'REPORT', 'SEARCH']) await call(service.port, { method, path: '/predict' });
    const keys = Object.keys(await samples('http_requests_total'));
    expect(keys.filter((key) => key.includes('random'))).toEqual([]);
    expect(keys.filter((key) => /PROPFIND|REPORT|SEARCH/.test(key))).toEqual([]);
    expect(keys.length).toBeLessThan(15);
  });
});
