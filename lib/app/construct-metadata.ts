import type { ResolvedApp, ResolvedChart } from './resolve';

/** The file in which stock records the path of every construct. */
export const METADATA_FILE = 'construct-metadata.json';

/** Collects the paths of the objects of an app while its charts are read. */
export class ConstructMetadata {
  private readonly resources: { [name: string]: { path: string } } = {};

  record(app: ResolvedApp): ResolvedApp {
    return { ...app, charts: this.recordCharts(app.charts) };
  }

  get text(): string {
    return JSON.stringify({ version: '1.0.0', resources: this.resources });
  }

  private *recordCharts(charts: Iterable<ResolvedChart>): Generator<ResolvedChart> {
    for (const chart of charts) {
      for (const { name, node } of chart.objects) this.resources[name] = { path: node.path };
      yield chart;
    }
  }
}
