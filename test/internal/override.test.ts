import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Service } from 'cdk8s-plus-28';
import { overrideManifest } from '../../lib/internal/override';

const GROUPS = '../../lib/internal/schema/groups';

function serviceIn(chart: Chart): Service {
  return new Service(chart, 'service', { ports: [{ name: 'http', port: 80 }], metadata: { name: 'web' } });
}

describe('fields that cdk8s-plus does not know', () => {
  test('are merged into what it writes', () => {
    const chart = new Chart(new App(), 'chart');
    overrideManifest(ApiObject.of(serviceIn(chart)), {
      spec: { ports: [{ name: 'http', targetPort: 'http' }], trafficDistribution: 'PreferClose', externalIPs: null },
    });
    const { spec } = chart.toJson()[0];
    expect(spec).toEqual({
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      selector: {},
      trafficDistribution: 'PreferClose',
      type: 'ClusterIP',
    });
    expect(Object.keys(spec)).toEqual(['ports', 'selector', 'trafficDistribution', 'type']);
  });

  test('come after what a user does to the object', () => {
    const chart = new Chart(new App(), 'chart');
    const service = serviceIn(chart);
    overrideManifest(ApiObject.of(service), { spec: { sessionAffinity: 'ClientIP' } });
    service.bind(9090, { name: 'metrics' });
    ApiObject.of(service).addJsonPatch(JsonPatch.add('/spec/sessionAffinity', 'None'));
    const { spec } = chart.toJson()[0];
    expect(spec.sessionAffinity).toBe('ClientIP');
    expect(spec.ports.map((port: any) => port.name)).toEqual(['http', 'metrics']);
  });

  test('need no table of the schema', () => {
    const { GROUPS: groups } = jest.requireActual(GROUPS);
    const load = jest.spyOn(groups.core, 'types');
    const chart = new Chart(new App(), 'chart');
    overrideManifest(ApiObject.of(serviceIn(chart)), { spec: { ports: [{ name: 'http', targetPort: 'http' }] } });
    expect(chart.toJson()).toHaveLength(1);
    expect(load).not.toHaveBeenCalled();
    load.mockRestore();
  });
});
