import { join, resolve } from 'node:path';
import { YamlOutputType } from 'cdk8s';
import { fail, type Problem } from '../internal/errors';
import { checkRules, warningText } from './check-rules';
import { filesOf } from './files';
import { changesOf, type FolderChanges, type PlannedFolder } from './folder';
import { checkOutputFolders } from './output-folders';
import { forEachApp, labelled } from './problems';
import { type SynthEntry, SynthReport } from './report';
import { type ResolvedApp, type ResolvedDocument, resolveApp } from './resolve';
import type { ConfiguredApp } from './settings';
import { writeFolders } from './write';
import { isWrittenByOther, rememberWritten } from './written-files';
import { DOCUMENT_SEPARATOR, findUnwritable, UnwritableDocument, yamlDocument } from './yaml';

/** The file in which stock records the path of every construct. */
const METADATA_FILE = 'construct-metadata.json';

/** Synthesizes all apps or none: every problem of every app is found before the first file is changed. */
export function synthesize(apps: readonly ConfiguredApp[]): SynthReport {
  checkOutputFolders(apps);
  const { resolved, warnings } = checkApps(apps, rendersByChart);
  const planned = planFolders(apps, resolved);
  const changes = planned.map(changesOf);
  writeFolders(changes);
  for (const [i, plan] of planned.entries()) rememberWritten(plan.outdir, apps[i], namesOf(plan));
  const entries = apps.map((app, i) => entryOf(app, resolved[i], planned[i], changes[i]));
  return SynthReport._of(entries, warnings);
}

/** The documents of one app as text, checked as if they were written. */
export function synthesizeText(app: ConfiguredApp): string {
  const [{ charts }] = checkApps([app], () => true).resolved;
  const problems: Problem[] = [];
  const text = textOf(
    charts.flatMap(({ documents }) => documents),
    problems,
  );
  if (problems.length) fail(problems);
  return text;
}

function checkApps(
  apps: readonly ConfiguredApp[],
  useChartJson: (app: ConfiguredApp) => boolean,
): { resolved: ResolvedApp[]; warnings: string[] } {
  const resolved = forEachApp(apps, (app, problems) => resolveApp(app, useChartJson(app), problems)) as ResolvedApp[];
  const warnings: Problem[] = [];
  forEachApp(apps, ({ _settings }, problems, i) => {
    const found: Problem[] = [];
    if (_settings.rules) checkRules(resolved[i], _settings, problems, found);
    for (const warning of labelled(apps, i, found)) warnings.push(warning);
  });
  return { resolved, warnings: warnings.map(warningText) };
}

/** In this mode, stock renders object by object and does not call `toJson` of the chart. */
function rendersByChart({ yamlOutputType }: ConfiguredApp): boolean {
  return yamlOutputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
}

function planFolders(apps: readonly ConfiguredApp[], resolved: readonly ResolvedApp[]): PlannedFolder[] {
  return forEachApp(apps, (app, problems, i) => {
    const outdir = resolve(app.outdir);
    const files = filesOf(resolved[i], app.yamlOutputType, app.outputFileExtension, problems).map((file) => ({
      file: join(outdir, file.name),
      text: textOf(file.documents, problems),
    }));
    if (app._settings.recordsConstructs)
      files.push({ file: join(outdir, METADATA_FILE), text: constructMetadata(resolved[i]) });
    const { name, environment } = app._settings;
    // the folder of a named app belongs to this app alone
    const isForeign = name === undefined ? isWrittenByOther(outdir, app, namesOf({ files })) : () => false;
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

function entryOf(app: ConfiguredApp, { charts }: ResolvedApp, plan: PlannedFolder, changes: FolderChanges): SynthEntry {
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
