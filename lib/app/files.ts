import { join } from 'node:path';
import { type Chart, Names, YamlOutputType } from 'cdk8s';
import type { Problem } from '../internal/errors';
import type { ResolvedApp, ResolvedChart, ResolvedDocument } from './resolve';

/** A file of the output, and its documents. */
export interface ManifestFile {
  /** Relative to the output folder of the app. */
  readonly name: string;
  readonly documents: readonly ResolvedDocument[];
}

/** Divides the documents of an app into files, as stock does. */
export function filesOf(
  app: ResolvedApp,
  type: YamlOutputType,
  extension: string,
  problems: Problem[],
): ManifestFile[] {
  const files = divide(app, type, problems).map(({ name, documents }) => ({ name: name + extension, documents }));
  checkFileNames(files, type, problems);
  return files;
}

function divide(app: ResolvedApp, type: YamlOutputType, problems: Problem[]): ManifestFile[] {
  const { charts } = app;
  switch (type) {
    case YamlOutputType.FILE_PER_APP:
      return charts.length ? [{ name: 'app', documents: charts.flatMap(({ documents }) => documents) }] : [];
    case YamlOutputType.FILE_PER_CHART:
      return charts.map(({ chart, documents }, i) => ({ name: chartName(app, chart, i), documents }));
    case YamlOutputType.FILE_PER_RESOURCE:
      return charts.flatMap((chart) => filePerDocument(chart, problems));
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      return charts.flatMap(({ chart, documents }, i) =>
        documents.map((document) => {
          const { kind, metadata } = document.object!;
          return { name: join(chartName(app, chart, i), objectName(kind, metadata.name)), documents: [document] };
        }),
      );
  }
}

function filePerDocument({ documents }: ResolvedChart, problems: Problem[]): ManifestFile[] {
  return documents
    .filter(({ manifest }) => manifest !== undefined)
    .flatMap((document) => {
      const { manifest, where } = document;
      if (manifest?.metadata)
        return [{ name: objectName(manifest.kind, manifest.metadata.name), documents: [document] }];
      problems.push({
        path: where,
        prop: 'metadata',
        got: manifest,
        expected: 'a kind and a name, which form the name of the file',
        fix: 'add both, or choose another yamlOutputType',
      });
      return [];
    });
}

function chartName(app: ResolvedApp, chart: Chart, position: number): string {
  const name = Names.toDnsLabel(chart);
  return app.numbered ? `${String(position).padStart(4, '0')}-${name}` : name;
}

function objectName(kind: string, name: string | undefined): string {
  return `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

/** In stock, the last object replaces the others, so that they are missing from the output without a message. */
function checkFileNames(files: readonly ManifestFile[], type: YamlOutputType, problems: Problem[]): void {
  const byName = new Map<string, ManifestFile>();
  const others = [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, YamlOutputType.FILE_PER_CHART]
    .filter((other) => other !== type)
    .map((other) => `YamlOutputType.${YamlOutputType[other]}`)
    .join(' or ');
  for (const file of files) {
    const first = byName.get(file.name);
    if (!first) byName.set(file.name, file);
    else
      problems.push({
        path: whereOf(file),
        prop: 'metadata.name',
        got: { toHumanString: () => `the file ${file.name}, which already contains ${whereOf(first)}` },
        expected: 'a file for each object',
        fix: `give one of the two another name, or choose ${others}`,
      });
  }
}

function whereOf({ name, documents }: ManifestFile): string {
  return documents[0]?.where ?? name;
}
