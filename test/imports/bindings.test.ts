import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { VerticalPodAutoscalerSpec } from '../../imports/autoscaling.k8s.io';
import type { ExternalSecretSpec } from '../../imports/external-secrets.io';
import type { HttpRouteSpec } from '../../imports/gateway.networking.k8s.io';
import type { PodMonitorSpec, ServiceMonitorSpec } from '../../imports/monitoring.coreos.com';
import type { Plain } from '../../lib/internal/plain';
import { generateBindings, SCHEMAS } from '../../scripts/import';

const IMPORTS = resolve(__dirname, '../../imports');

test('the committed bindings are what the schemas give, byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-bindings-'));
  try {
    const files = generateBindings(folder);
    expect(files).toEqual(
      readdirSync(IMPORTS)
        .filter((file) => file.endsWith('.ts'))
        .sort(),
    );
    expect(readdirSync(folder).sort()).toEqual(files);
    for (const file of files) {
      expect({ file, text: readFileSync(join(folder, file), 'utf8') }).toEqual({
        file,
        text: readFileSync(join(IMPORTS, file), 'utf8'),
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('each schema file is named for the one API group in it', () => {
  for (const file of readdirSync(SCHEMAS)) {
    const groups = [...readFileSync(join(SCHEMAS, file), 'utf8').matchAll(/^ {2}group: (.+)$/gm)].map(
      ([, name]) => name,
    );
    expect([...new Set(groups)]).toEqual([file.replace(/\.yaml$/, '')]);
  }
});

test('plain literals have the types of the bindings', () => {
  const autoscaler: Plain<VerticalPodAutoscalerSpec> = {
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'server' },
    updatePolicy: { updateMode: 'Off' },
    resourcePolicy: { containerPolicies: [{ containerName: '*', maxAllowed: { memory: '2Gi' } }] },
  };
  const route: Plain<HttpRouteSpec> = {
    parentRefs: [{ name: 'public', namespace: 'gateways' }],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        backendRefs: [{ name: 'server', port: 80, weight: 1 }],
      },
    ],
  };
  const secret: Plain<ExternalSecretSpec> = {
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
    data: [{ secretKey: 'TOKEN', remoteRef: { key: 'models', property: 'token' } }],
  };
  const monitor: Plain<ServiceMonitorSpec> = {
    selector: { matchLabels: { app: 'server' } },
    endpoints: [{ port: 'http' }],
  };
  const pods: Plain<PodMonitorSpec> = { selector: {}, podMetricsEndpoints: [{ port: 'metrics' }] };
  // @ts-expect-error a mode that the schema does not know
  const wrong: Plain<VerticalPodAutoscalerSpec>['updatePolicy'] = { updateMode: 'Auto' };
  for (const value of [autoscaler, route, secret, monitor, pods, wrong]) expect(value).toBeDefined();
});
