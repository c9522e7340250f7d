import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runOffline, withoutNetwork } from './support/offline';

const HAS_NAMESPACES = withoutNetwork().length > 0;
if (!HAS_NAMESPACES)
  console.warn('skipped: this user may make no network namespace; the judges have dead proxies only');

(HAS_NAMESPACES ? test : test.skip)('a judge reaches nothing, not even this machine', async () => {
  const server = createServer((_, response) => response.end('reached'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const call = `fetch('http://127.0.0.1:${port}').then((r) => r.text()).then(console.log, () => console.log('cut off'))`;
  try {
    const { stdout } = await runOffline(process.execPath, ['-e', call]);
    expect(stdout.trim()).toBe('cut off');
  } finally {
    server.close();
  }
});

test('a judge sees no settings of the user', async () => {
  const { stdout } = await runOffline(process.execPath, ['-p', 'Object.keys(process.env).sort().join()']);
  expect(stdout.trim().split(',')).not.toEqual(expect.arrayContaining(['npm_config_cache']));
  expect(stdout).toMatch(/HTTPS_PROXY/);
});
