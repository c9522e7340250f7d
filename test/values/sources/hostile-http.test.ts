import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { HTTP_SCRIPT } from '../../../lib/values/sources/scripts';
import { type Answer, WebServer, Workplace } from './support';

const MODEL = Buffer.from('the weights of a model\n'.repeat(2000));
const SHA256 = createHash('sha256').update(MODEL).digest('hex');

const ready = spawnSync('curl', ['--version']).status === 0;
if (!ready && process.env.CI) throw new Error('curl is needed here');
if (!ready) console.warn('hostile servers are not tried: curl is not installed');
const test = ready ? global.test : global.test.skip;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  // the limits for slow servers, shortened from a minute
  place.program('curl', `PATH="\${PATH#*:}" exec curl "$@" --max-time 1`);
});
afterEach(() => place.remove());

const answer =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

/** Each answer is given to every attempt. What is said of it must be in the log. */
const HOSTILE: Record<string, [answer: Answer, log: RegExp]> = {
  'no content': [answer(204), /status 204 \(expected 200\)/],
  'an empty file': [answer(200), /empty file/],
  'an empty file, with a type': [answer(200, { 'content-type': 'application/octet-stream' }), /empty file/],
  'a part that was not asked for': [
    answer(206, { 'content-range': `bytes 0-99/${MODEL.length}` }, MODEL.subarray(0, 100)),
    /status 206 \(expected 200\)/,
  ],
  'a redirect without a target': [answer(301, {}, 'moved'), /status 301 \(expected 200\)/],
  'several choices': [answer(300, {}, 'choose'), /status 300/],
  'a promise to prepare it': [answer(202, {}, 'in preparation'), /status 202/],
  'nothing new': [answer(304), /status 304/],
  'a redirect to itself': [answer(302, { location: '/model.pkl' }), /curl ended with 47/],
  'a redirect to a file of the container': [answer(302, { location: 'file:///etc/passwd' }), /curl ended with 1,/],
  'a redirect to another protocol': [answer(302, { location: 'ftp://127.0.0.1/m' }), /curl ended with 1,/],
  'the page of a file': [answer(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>log in'), /a web page/],
  'fewer bytes than promised': [
    (_request, response) => {
      response.writeHead(200, { 'content-length': MODEL.length });
      response.write(MODEL.subarray(0, 1000), () => setTimeout(() => response.destroy(), 20));
    },
    /curl ended with 18/,
  ],
  'chunks without an end': [
    (_request, response) => {
      response.writeHead(200);
      response.write(MODEL.subarray(0, 1000), () => setTimeout(() => response.destroy(), 20));
    },
    /curl ended with 18/,
  ],
  'a body that stops': [
    (_request, response) => {
      response.writeHead(200, { 'content-length': MODEL.length });
      response.write(MODEL.subarray(0, 10));
    },
    /curl ended with 28/,
  ],
  'no answer': [() => {}, /curl ended with 28/],
};

describe.each(Object.entries(HOSTILE))('a server that gives %s', (_title, [given, expected]) => {
  test.each([
    ['without a checksum', {}],
    ['with one', { MODEL_SHA256: SHA256 }],
  ])(
    '%s, has the download fail with the reason, and no file has the name',
    async (title, env) => {
      const server = await WebServer.start(given);
      const { code, log } = await place.run(HTTP_SCRIPT, { MODEL_URL: server.url('/model.pkl'), ...env });
      server.stop();
      expect(code).toBe(1);
      // a page is told by its checksum, where there is one
      expect(log).toMatch(title === 'with one' && expected.source === 'a web page' ? /SHA-256 is/ : expected);
      expect(log).toMatch(/(giving up|and no model|and should be \w+)\n$/);
      expect(existsSync(place.target)).toBe(false);
    },
    60_000,
  );
});

test('a page is a model where it is meant: by its name, or by its checksum', async () => {
  const server = await WebServer.start(answer(200, { 'content-type': 'text/html' }, MODEL));
  const env = { MODEL_URL: server.url('/model.html') };
  const asPage = await place.run(HTTP_SCRIPT, { ...env, MODEL_TARGET: `${place.target}.html` });
  const asModel = await place.run(HTTP_SCRIPT, { ...env, MODEL_SHA256: SHA256 });
  server.stop();
  expect([asPage.code, asModel.code]).toEqual([0, 0]);
  expect(readFileSync(place.target).equals(MODEL)).toBe(true);
});

test('parts of a file at wrong places never make a model', async () => {
  const half = Math.floor(MODEL.length / 2);
  const first: Answer = (_request, response) => {
    response.writeHead(200, { 'content-length': MODEL.length });
    response.write(MODEL.subarray(0, half), () => setTimeout(() => response.destroy(), 20));
  };
  for (const range of [`bytes 0-${half}/${MODEL.length}`, `bytes ${half + 5}-${MODEL.length - 1}/${MODEL.length}`]) {
    const wrong = answer(206, { 'content-range': range }, MODEL.subarray(0, half));
    const server = await WebServer.start(first, wrong, wrong, wrong, wrong);
    const { code } = await place.run(HTTP_SCRIPT, { MODEL_URL: server.url('/model.pkl'), MODEL_SHA256: SHA256 });
    server.stop();
    expect(code).toBe(1);
    expect(existsSync(place.target)).toBe(false);
  }
}, 60_000);

test('a token is not sent to another host', async () => {
  const other = await WebServer.start(answer(200, {}, MODEL));
  const port = new URL(other.url('/')).port;
  const server = await WebServer.start(answer(302, { location: `http://localhost:${port}/model.pkl` }));
  const env = { MODEL_URL: server.url('/model.pkl'), MODEL_SHA256: SHA256, MODEL_TOKEN: 'hunter2' };
  const { code } = await place.run(HTTP_SCRIPT, env);
  server.stop();
  other.stop();
  expect(code).toBe(0);
  expect(server.requests[0].headers.authorization).toBe('Bearer hunter2');
  expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test('brackets and braces of a URL are asked for as they are', async () => {
  const server = await WebServer.start(answer(200, {}, MODEL));
  const { code } = await place.run(HTTP_SCRIPT, { MODEL_URL: server.url('/model[1-3].pkl?part={a,b}') });
  server.stop();
  expect(code).toBe(0);
  expect(server.requests.map(({ url }) => url)).toEqual(['/model[1-3].pkl?part={a,b}']);
});

describe('what is no HTTP', () => {
  const speak = (reply: string) =>
    new Promise<Server>((resolve) => {
      const server = createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => socket.end(reply));
      }).listen(0, '127.0.0.1', () => resolve(server));
    });

  test.each([
    ['nothing', '', /curl ended with 52/],
    ['an old protocol', 'the weights of a model', /curl ended with 1,/],
    ['headers that never end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(400_000)}`, /curl ended with (56|27|100)/],
    ['a status that is none', 'HTTP/1.1 ABC\r\n\r\nmodel', /curl ended with 1,/],
  ])(
    '%s leaves no file',
    async (_title, reply, expected) => {
      const server = await speak(reply);
      const { port } = server.address() as { port: number };
      const { code, log } = await place.run(HTTP_SCRIPT, { MODEL_URL: `http://127.0.0.1:${port}/model.pkl` });
      server.close();
      expect(code).toBe(1);
      expect(log).toMatch(expected);
      expect(existsSync(place.target)).toBe(false);
    },
    30_000,
  );

  test('a server that is not there is given up', async () => {
    const server = await speak('');
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    const { code, log } = await place.run(HTTP_SCRIPT, { MODEL_URL: `http://127.0.0.1:${port}/model.pkl` });
    expect(code).toBe(1);
    expect(log).toMatch(/curl ended with 7,[\s\S]*giving up\n$/);
  });
});
