import type { ControlPlane } from '../plane/control-plane';

/** The groups of https://github.com/kubernetes/metrics that the autoscaler reads. */
export const METRICS_GROUPS: { readonly [group: string]: string } = {
  'metrics.k8s.io': 'v1beta1',
  'custom.metrics.k8s.io': 'v1beta2',
  'external.metrics.k8s.io': 'v1beta1',
};

/** The API server finds it as it would find any: an APIService that names a Service, which leads to this process. */
export async function registerMetrics(plane: ControlPlane, port: number): Promise<void> {
  const reference = { name: 'metrics', namespace: 'kube-system' };
  await plane.api.call('POST', '/api/v1/namespaces/kube-system/services', {
    body: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: reference,
      spec: { type: 'ExternalName', externalName: 'localhost' },
    },
  });
  for (const [group, version] of Object.entries(METRICS_GROUPS)) {
    const priorities = { groupPriorityMinimum: 100, versionPriority: 100 };
    await plane.api.call('POST', '/apis/apiregistration.k8s.io/v1/apiservices', {
      body: {
        apiVersion: 'apiregistration.k8s.io/v1',
        kind: 'APIService',
        metadata: { name: `${version}.${group}` },
        spec: { group, version, service: { ...reference, port }, insecureSkipTLSVerify: true, ...priorities },
      },
    });
  }
  await plane.until('serving metrics', async () => {
    const answers = Object.entries(METRICS_GROUPS).map(([group, version]) => {
      return plane.api.request('GET', `/apis/${group}/${version}`);
    });
    return (await Promise.all(answers)).every(({ status }) => status === 200);
  });
}
