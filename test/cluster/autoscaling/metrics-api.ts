import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import { coresUsed, exportedBy, matches, type NamespaceLoad } from './metrics-load';
import { METRICS_GROUPS, registerMetrics } from './metrics-registration';
import { SAMPLE_SECONDS } from './real-time';

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Stands for metrics-server and for a metrics adapter: what it serves follows from the load and the pods of that moment. */
export class MetricsApi {
  static async start(plane: ControlPlane): Promise<MetricsApi> {
    const api = new MetricsApi(plane);
    api.server.listen(0, '127.0.0.1');
    await once(api.server, 'listening');
    await registerMetrics(plane, (api.server.address() as AddressInfo).port);
    return api;
  }

  private readonly server: Server;
  private readonly loads = new Map<string, NamespaceLoad>();
  private readonly samples = new Map<string, { readonly at: number; readonly items: Manifest[] }>();

  private constructor(private readonly plane: ControlPlane) {
    const [cert, key] = plane.servingCertificate().map((file) => readFileSync(file));
    this.server = createServer({ cert, key }, (request, response) => void this.answer(request, response));
  }

  /** From now on this is what happens in the namespace. */
  set(namespace: string, load: NamespaceLoad): void {
    this.loads.set(namespace, load);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await this.read(new URL(request.url ?? '/', 'https://localhost'));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    } catch (error) {
      const code = error instanceof Refusal ? error.status : 500;
      const status = { apiVersion: 'v1', kind: 'Status', status: 'Failure', code, message: (error as Error).message };
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(status));
    }
  }

  private async read(url: URL): Promise<Manifest> {
    const [, root, group, version, scope, namespace, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    if (root !== 'apis' || METRICS_GROUPS[group] !== version) throw new Refusal(404, 'not served here');
    const apiVersion = `${group}/${version}`;
    if (scope === undefined)
      return { apiVersion: 'v1', kind: 'APIResourceList', groupVersion: apiVersion, resources: resourcesOf(group) };
    if (scope !== 'namespaces') throw new Refusal(404, `no ${scope}`);
    const load = this.loads.get(namespace) ?? {};
    if (load.down) throw new Refusal(503, 'the metrics are down');
    const labels = url.searchParams.get('labelSelector');
    if (group === 'metrics.k8s.io')
      return list(apiVersion, 'PodMetricsList', await this.podMetrics(namespace, labels, load));
    if (group === 'external.metrics.k8s.io')
      return list(apiVersion, 'ExternalMetricValueList', external(rest[0], labels, load));
    const ofSeries = url.searchParams.get('metricLabelSelector');
    return list(apiVersion, 'MetricValueList', await this.custom(namespace, rest, labels, ofSeries, load));
  }

  private async podMetrics(namespace: string, labels: string | null, load: NamespaceLoad): Promise<Manifest[]> {
    const last = this.samples.get(`${namespace} ${labels}`);
    if (last && Date.now() - last.at < SAMPLE_SECONDS * 1000) return last.items;
    const items = await this.sample(namespace, labels, load);
    this.samples.set(`${namespace} ${labels}`, { at: Date.now(), items });
    return items;
  }

  private async sample(namespace: string, labels: string | null, load: NamespaceLoad): Promise<Manifest[]> {
    const pods = await this.running(namespace, labels);
    return pods.map((pod) => ({
      metadata: { name: pod.metadata.name, namespace, labels: pod.metadata.labels },
      timestamp: new Date().toISOString(),
      // A sample that began before the pod was ready is left out of account for the first 5 minutes.
      window: `${Math.max(1, SAMPLE_SECONDS)}s`,
      containers: Object.entries(coresUsed(pod, pods, load.requests)).map(([name, cores]) => ({
        name,
        usage: { cpu: milli(cores), memory: '200Mi' },
      })),
    }));
  }

  private async custom(
    namespace: string,
    [resource, name, metric]: string[],
    labels: string | null,
    ofSeries: string | null,
    load: NamespaceLoad,
  ): Promise<Manifest[]> {
    const object = resource === 'pods' ? undefined : `${resource}/${name}`;
    const series = (load.series ?? []).find(
      (each) => adapterName(each.name) === metric && each.object === object && matches(each, ofSeries),
    );
    if (!series) throw new Refusal(404, `the server could not find the metric ${metric} for ${resource}`);
    const value = (describedObject: Manifest, amount: number) => ({
      describedObject,
      metric: { name: metric },
      timestamp: new Date().toISOString(),
      value: milli(amount),
    });
    if (object) return [value({ kind: resource, namespace, name }, series.value)];
    const pods = await this.running(namespace, labels);
    return pods.flatMap((pod) => {
      const exported = exportedBy(pod, pods, series);
      const described = { kind: 'Pod', namespace, name: pod.metadata.name, apiVersion: '/v1' };
      return exported === undefined ? [] : [value(described, exported)];
    });
  }

  /** The API server itself picks the pods, so that a selector that selects nothing does so here. */
  private async running(namespace: string, labels: string | null): Promise<Manifest[]> {
    const selector = labels ? `?labelSelector=${encodeURIComponent(labels)}` : '';
    const { items } = await this.plane.api.get(`/api/v1/namespaces/${namespace}/pods${selector}`);
    return items.filter((pod: Manifest) => pod.status?.phase === 'Running');
  }
}

function external(metric: string, labels: string | null, load: NamespaceLoad): Manifest[] {
  const found = (load.series ?? []).filter((each) => each.name === metric && matches(each, labels));
  if (found.length === 0) throw new Refusal(404, `no series ${metric} with ${labels}`);
  return found.map(({ name, labels: metricLabels = {}, value }) => ({
    metricName: name,
    metricLabels,
    timestamp: new Date().toISOString(),
    value: milli(value),
  }));
}

/** What docs/autoscaling.md tells the adapter to call a series: the name is one segment of a path. */
function adapterName(series: string): string {
  return series.replaceAll(':', '_');
}

function list(apiVersion: string, kind: string, items: Manifest[]): Manifest {
  return { apiVersion, kind, metadata: {}, items };
}

function milli(amount: number): string {
  return `${Math.round(amount * 1000)}m`;
}

function resourcesOf(group: string): Manifest[] {
  if (group !== 'metrics.k8s.io') return [];
  return [{ name: 'pods', singularName: '', namespaced: true, kind: 'PodMetrics', verbs: ['get', 'list'] }];
}
