import { join } from 'node:path';
import { Manifests } from '../../lib';

const prod = Manifests.fromFiles(join(__dirname, '../../dist/credit-risk/prod'));

test('M04: uvicorn runs service:app on 8080, and what is declared of it fits together', () => {
  const server = prod.container('Deployment', 'credit-risk', 'server');
  const line: string[] = [...(server.command ?? []), ...(server.args ?? [])];
  expect(line.slice(0, 2)).toEqual(['uvicorn', 'service:app']);
  expect(line[line.indexOf('--port') + 1]).toBe('8080');
  expect(server.ports).toContainEqual({ name: 'http', containerPort: 8080 });
  expect(server.readinessProbe.httpGet).toEqual({ path: '/ready', port: 'http' });
  expect(server.livenessProbe.httpGet).toEqual({ path: '/health', port: 'http' });
  expect(server.image).toBe('ghcr.io/your-org/credit-risk:1.0.0');
  const shutdown = Number(line[line.indexOf('--timeout-graceful-shutdown') + 1]);
  const grace = prod.podSpec('Deployment', 'credit-risk').terminationGracePeriodSeconds;
  expect(server.lifecycle.preStop.sleep.seconds + shutdown).toBeLessThan(grace);
});
