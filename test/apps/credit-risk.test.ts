import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { creditRisk } from '../../apps/credit-risk/main';
import { Manifests } from '../../lib';
import { matchesSnapshots } from '../support/snapshots';

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

test('calls nobody: nothing but DNS is open', () => {
  const { policyTypes, egress } = prod.get('NetworkPolicy', 'credit-risk').spec;
  expect(policyTypes).toEqual(['Ingress', 'Egress']);
  expect(egress.flatMap(({ ports }: any) => ports.map(({ port }: any) => port))).toEqual([53, 53]);
});

test('runs as the user that its build file names', () => {
  const dockerfile = readFileSync(join(__dirname, '../../apps/credit-risk/service/Dockerfile'), 'utf8');
  const { runAsUser, runAsGroup } = prod.podSpec('Deployment', 'credit-risk').securityContext;
  expect(dockerfile).toContain(`\nUSER ${runAsUser}:${runAsGroup}\n`);
});

matchesSnapshots('credit-risk', creditRisk);
