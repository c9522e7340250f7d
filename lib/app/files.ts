import { join } from 'node:path';
import { type Chart, Names, YamlOutputType } from 'cdk8s';
import type { Problem } from '../internal/errors';
import type { ResolvedApp, ResolvedChart, ResolvedDocument } from './resolve';

/** A file of the output, and its documents. */
export interface ManifestFile {
  /** Relative to the output folder of the app. */
  readonly name: string;
  /** Path of the construct that the file belongs to. */
  readonly where: string;
  readonly documents: Iterable<ResolvedDocument>;
}

/**
 * Divides the documents of an app into files, as stock does. The files are yielded one after the other; the documents of a
 * file must be read before the next file is taken.
 */
export function* filesOf(
  app: ResolvedApp,
  type: YamlOutputType,
  extension: string,
  problems: Problem[],
): Generator<ManifestFile> {
  const byName = new Map<string, string>();
  for (const file of divide(app, type, problems)) {
    const name = file.name + extension;
    const other = byName.get(name);
    if (other === undefined) byName.set(name, file.where);
    else problems.push(sameFile(name, file.where, other, type));
    yield { ...file, name };
  }
}

function* divide(app: ResolvedApp, type: YamlOutputType, problems: Problem[]): Generator<ManifestFile> {
  switch (type) {
    case YamlOutputType.FILE_PER_APP:
      if (app.chartCount) yield { name: 'app', where: 'app', documents: documentsOf(app) };
      return;
    case YamlOutputType.FILE_PER_RESOURCE:
      for (const chart of app.charts) yield* filePerDocument(chart, problems);
      return;
    default: {
      let position = 0;
      for (const chart of app.charts) {
        const name = chartName(app, chart.chart, position++);
        if (type === YamlOutputType.FILE_PER_CHART)
          yield { name, where: chart.chart.node.path, documents: chart.documents };
        else yield* folderPerChart(name, chart);
      }
    }
  }
}

function* documentsOf({ charts }: ResolvedApp): Generator<ResolvedDocument> {
  for (const { documents } of charts) yield* documents;
}

function* filePerDocument({ documents }: ResolvedChart, problems: Problem[]): Generator<ManifestFile> {
  for (const document of documents) {
    const { manifest, where } = document;
    if (manifest === undefined) continue;
    if (manifest?.metadata)
      yield { name: objectName(manifest.kind, manifest.metadata.name), where, documents: [document] };
    else
      problems.push({
        path: where,
        prop: 'metadata',
        got: manifest,
        expected: 'a kind and a name, which form the name of the file',
        fix: 'add both, or choose another yamlOutputType',
      });
  }
}

function* folderPerChart(folder: string, { documents }: ResolvedChart): Generator<ManifestFile> {
  for (const document of documents) {
    const { kind, metadata } = document.object!;
    yield { name: join(folder, objectName(kind, metadata.name)), where: document.where, documents: [document] };
  }
}

function chartName(app: ResolvedApp, chart: Chart, position: number): string {
  const name = Names.toDnsLabel(chart);
  return app.numbered ? `${String(position).padStart(4, '0')}-${name}` : name;
}

function objectName(kind: string, name: string | undefined): string {
  return `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

/** In stock, the last object replaces the others, so that they are missing from the output without a message. */
function sameFile(name: string, where: string, other: string, type: YamlOutputType): Problem {
  const types = [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, YamlOutputType.FILE_PER_CHART]
    .filter((one) => one !== type)
    .map((one) => `YamlOutputType.${YamlOutputType[one]}`)
    .join(' or ');
  return {
    path: where,
    prop: 'metadata.name',
    got: { toHumanString: () => `the file ${name}, which already contains ${other}` },
    expected: 'a file for each object',
    fix: `give one of the two another name, or choose ${types}`,
  };
}
