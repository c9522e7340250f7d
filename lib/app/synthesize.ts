import { join, resolve } from 'node:path';
import { YamlOutputType } from 'cdk8s';
import { fail, type Problem } from '../internal/errors';
import { claim, isClaimed } from './claims';
import { filesOf } from './files';
import { checkRules, warningText } from './findings';
import { changesOf, type FolderChanges, type PlannedFolder } from './folder';
import type { MlApp } from './ml-app';
import { type SynthEntry, SynthReport } from './report';
import { type ResolvedApp, type ResolvedDocument, resolveApp } from './resolve';
import { collecting, named, refuseSharedFolders } from './several-apps';
import { writeFolders } from './write';
import { DOCUMENT_SEPARATOR, findUnwritable, UnwritableDocument, yamlDocument } from './yaml';

/** What stock calls the file in which it notes the path of every construct. */
const METADATA_FILE = 'construct-metadata.json';

/** Everything or nothing: what is wrong with any of the apps is found before the first file is touched. */
export function synthesize(apps: readonly MlApp[]): SynthReport {
  refuseSharedFolders(apps);
  const { resolved, warnings } = checked(apps, asksCharts);
  const planned = inText(apps, resolved);
  const changes = planned.map(changesOf);
  writeFolders(changes);
  for (const [i, plan] of planned.entries()) claim(plan.outdir, apps[i], namesOf(plan));
  const entries = apps.map((app, i) => entryOf(app, resolved[i], planned[i], changes[i]));
  return SynthReport._of(entries, warnings);
}

/** The documents of one app as text, checked like those that are written. */
export function synthesizeText(app: MlApp): string {
  const [{ charts }] = checked([app], () => true).resolved;
  const problems: Problem[] = [];
  const text = textOf(
    charts.flatMap(({ documents }) => documents),
    problems,
  );
  if (problems.length) fail(problems);
  return text;
}

function checked(
  apps: readonly MlApp[],
  asks: (app: MlApp) => boolean,
): { resolved: ResolvedApp[]; warnings: string[] } {
  const resolved = collecting(apps, (app, problems) => resolveApp(app, asks(app), problems)) as ResolvedApp[];
  const warnings: Problem[] = [];
  collecting(apps, ({ _settings }, problems, i) => {
    const doubts: Problem[] = [];
    if (_settings.rules) checkRules(resolved[i], _settings, problems, doubts);
    for (const doubt of named(apps, i, doubts)) warnings.push(doubt);
  });
  return { resolved, warnings: warnings.map(warningText) };
}

/** Stock renders object by object where each has a file in the folder of its chart, and does not ask the chart. */
function asksCharts({ yamlOutputType }: MlApp): boolean {
  return yamlOutputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
}

function inText(apps: readonly MlApp[], resolved: readonly ResolvedApp[]): PlannedFolder[] {
  return collecting(apps, (app, problems, i) => {
    const outdir = resolve(app.outdir);
    const files = filesOf(resolved[i], app.yamlOutputType, app.outputFileExtension, problems).map((file) => ({
      file: join(outdir, file.name),
      text: textOf(file.documents, problems),
    }));
    if (app._settings.recordsConstructs)
      files.push({ file: join(outdir, METADATA_FILE), text: constructMetadata(resolved[i]) });
    const { name, environment } = app._settings;
    // a folder called after the app is nobody else's
    const isForeign = name === undefined ? isClaimed(outdir, app, namesOf({ files })) : () => false;
    const ownsSubfolders = name !== undefined && environment !== undefined;
    return { outdir, extension: app.outputFileExtension, files, ownsSubfolders, isForeign };
  });
}

function textOf(documents: readonly ResolvedDocument[], problems: Problem[]): string {
  return documents.map((document) => documentText(document, problems)).join(DOCUMENT_SEPARATOR);
}

function documentText({ manifest, where }: ResolvedDocument, problems: Problem[]): string {
  try {
    return yamlDocument(manifest);
  } catch (error) {
    const found = error instanceof UnwritableDocument ? findUnwritable(manifest) : undefined;
    if (!found) throw error;
    problems.push({ path: where, prop: found.at, got: found.got, expected: found.expected, fix: 'replace the value' });
    return '';
  }
}

function constructMetadata({ charts }: ResolvedApp): string {
  const objects = charts.flatMap((chart) => chart.objects);
  const resources = Object.fromEntries(objects.map((object) => [object.name, { path: object.node.path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}

function namesOf({ files }: Pick<PlannedFolder, 'files'>): Set<string> {
  return new Set(files.map(({ file }) => file));
}

function entryOf(app: MlApp, { charts }: ResolvedApp, plan: PlannedFolder, changes: FolderChanges): SynthEntry {
  const written = changes.write.filter(({ isNew }) => isNew).length;
  return {
    app: app._settings.name ?? app.outdir,
    environment: app._settings.environment,
    objects: charts.reduce((sum, { documents }) => sum + documents.length, 0),
    files: plan.files.length,
    written,
    changed: changes.write.length - written,
    removed: changes.stale.length,
  };
}
