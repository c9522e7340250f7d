import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { HTTP_SCRIPT } from '../../../lib/values/sources/scripts';
import { type Answer, WebServer, Workplace } from './support';

const MODEL = Buffer.from('the weights of a model\n'.repeat(2000));
const SHA256 = createHash('sha256').update(MODEL).digest('hex');

const whole: Answer = (_request, response) => response.writeHead(200, { 'content-length': MODEL.length }).end(MODEL);
const failing =
  (status: number): Answer =>
  (_request, response) =>
    response.writeHead(status).end('no');
/** Promises all of it, sends a part, and breaks off. */
const brokenOff: Answer = (_request, response) => {
  response.writeHead(200, { 'content-length': MODEL.length, 'accept-ranges': 'bytes' });
  response.write(MODEL.subarray(0, 1000), () => setTimeout(() => response.destroy(), 50));
};
const rest: Answer = (request, response) => {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
  response
    .writeHead(206, { 'content-range': `bytes ${start}-${MODEL.length - 1}/${MODEL.length}` })
    .end(MODEL.subarray(start));
};

const ready = spawnSync('curl', ['--version']).status === 0;
if (!ready && process.env.CI) throw new Error('curl is needed here');
if (!ready) console.warn('the download is not tried: curl is not installed');
const test = ready ? global.test : global.test.skip;

let place: Workplace;
let server: WebServer;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => {
  server?.stop();
  place.remove();
});

const download = async (answers: Answer[], env: Record<string, string> = {}) => {
  server = await WebServer.start(...answers);
  return place.run(HTTP_SCRIPT, { MODEL_URL: server.url('/model.pkl'), ...env });
};
const arrived = () => readFileSync(place.target).equals(MODEL);

test('a file with the right checksum arrives, readable by the server that runs as somebody else', async () => {
  const { code, log } = await download([whole], { MODEL_SHA256: SHA256 });
  expect({ code, log }).toEqual({ code: 0, log: `download-model: ${place.target} is complete\n` });
  expect(arrived()).toBe(true);
  expect(statSync(place.target).mode & 0o777).toBe(0o644);
  expect(existsSync(`${place.target}.partial`)).toBe(false);
});

test('another file than the one that was meant never gets the name, and is not asked for again', async () => {
  const { code, log } = await download([whole], { MODEL_SHA256: 'a'.repeat(64) });
  expect(code).toBe(1);
  expect(log).toContain(`SHA-256 is ${SHA256}, and should be ${'a'.repeat(64)}`);
  expect(existsSync(place.target)).toBe(false);
  expect(existsSync(`${place.target}.partial`)).toBe(false);
  expect(server.requests).toHaveLength(1);
});

test('a server that fails twice is asked a third time, after growing pauses', async () => {
  const { code } = await download([failing(503), failing(500), whole]);
  expect(code).toBe(0);
  expect(arrived()).toBe(true);
  expect(place.record('.sleep')).toEqual(['2', '8']);
});

test('a server that goes on failing is given up', async () => {
  const { code, log } = await download([failing(500)]);
  expect(code).toBe(1);
  expect(log).toMatch(/attempt 5 of 5.*status 500 \(expected 200\)\n.*giving up/);
  expect(server.requests).toHaveLength(5);
  expect(existsSync(place.target)).toBe(false);
});

test.each([401, 403, 404])('status %i is an answer: asking again would not change it', async (status) => {
  const { code, log } = await download([failing(status)]);
  expect(code).toBe(1);
  expect(log).toContain(`status ${status}`);
  expect(server.requests).toHaveLength(1);
});

test('half a body is not a model: without a checksum it is fetched again from the start', async () => {
  const { code } = await download([brokenOff, whole]);
  expect(code).toBe(0);
  expect(arrived()).toBe(true);
  expect(server.requests[1].headers.range).toBeUndefined();
});

test('half a body, with a checksum, is completed', async () => {
  const { code } = await download([brokenOff, rest], { MODEL_SHA256: SHA256 });
  expect(code).toBe(0);
  expect(arrived()).toBe(true);
  expect(server.requests[1].headers.range).toBe('bytes=1000-');
});

test('half a body that breaks off for ever leaves nothing under the name', async () => {
  const { code } = await download([brokenOff]);
  expect(code).toBe(1);
  expect(existsSync(place.target)).toBe(false);
});

test('halves of two different files are noticed, and the file fetched anew', async () => {
  const other: Answer = (request, response) => {
    const start = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
    response.writeHead(206, { 'content-range': `bytes ${start}-${MODEL.length - 1}/${MODEL.length}` });
    response.end(Buffer.alloc(MODEL.length - start, 'x'));
  };
  const { code, log } = await download([brokenOff, other, whole], { MODEL_SHA256: SHA256 });
  expect(log).toContain('SHA-256 is');
  expect(code).toBe(0);
  expect(arrived()).toBe(true);
});

test('a server that cannot go on in the middle is asked for all of it', async () => {
  const { code } = await download([brokenOff, whole, whole], { MODEL_SHA256: SHA256 });
  expect(code).toBe(0);
  expect(arrived()).toBe(true);
});

test('what was whole when the container was killed is found whole', async () => {
  mkdirSync(dirname(place.target));
  writeFileSync(`${place.target}.partial`, MODEL);
  const { code } = await download([failing(416)], { MODEL_SHA256: SHA256 });
  expect(code).toBe(0);
  expect(arrived()).toBe(true);
});

test('a model that is there with the right checksum is not fetched again', async () => {
  await download([whole], { MODEL_SHA256: SHA256 });
  server.stop();
  const { code, log } = await download([failing(500)], { MODEL_SHA256: SHA256 });
  expect({ code, log }).toEqual({ code: 0, log: `download-model: ${place.target} is there already\n` });
  expect(server.requests).toHaveLength(0);
});

test('a model that is there with another checksum is replaced', async () => {
  mkdirSync(dirname(place.target));
  writeFileSync(place.target, 'the model before');
  const { code } = await download([whole], { MODEL_SHA256: SHA256 });
  expect(code).toBe(0);
  expect(arrived()).toBe(true);
});

test('a token is sent, and neither stands in an argument nor on the disk', async () => {
  place.program('curl', `echo "$*" >> "$RECORD"; PATH="\${PATH#*:}" exec curl "$@"`);
  const { code } = await download([whole], { MODEL_TOKEN: 'hunter2' });
  expect(code).toBe(0);
  expect(server.requests[0].headers.authorization).toBe('Bearer hunter2');
  expect(place.record().join()).not.toContain('hunter2');
});

test('from https, no redirect leads elsewhere', async () => {
  place.program('curl', 'echo "$*" >> "$RECORD"; echo m > "$MODEL_TARGET.partial"; printf 200');
  await place.run(HTTP_SCRIPT, { MODEL_URL: 'https://example.com/model.pkl' });
  expect(place.record()[0]).toContain('--proto =https --proto-redir =https');
});

test('a URL is never read as shell', async () => {
  place.program(
    'curl',
    'for last; do :; done; echo "$last" >> "$RECORD"; echo m > "$MODEL_TARGET.partial"; printf 200',
  );
  const url = 'https://example.com/$(touch owned);`touch owned`/a"b\'c';
  await place.run(HTTP_SCRIPT, { MODEL_URL: url });
  expect(place.record()).toEqual([url]);
});
