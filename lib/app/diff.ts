import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YamlOutputType } from 'cdk8s';
import { type ChangedFile, changesOf, type ObjectChange } from './changes';
import { readIfExists } from './file-errors';
import { recorded } from './folder';
import { checkOutputFolders } from './output-folders';
import { forEachApp } from './problems';
import { readRecord, recordName, thatExist } from './record';
import type { ConfiguredApp } from './settings';
import { synthesizeApp, type Target } from './synthesize-app';

/** What a synthesis of the apps would change on the disk, as text for people; empty where it would change nothing. */
export function diffText(apps: readonly ConfiguredApp[]): string {
  checkOutputFolders(apps);
  const changed = forEachApp(apps, (app, problems) => {
    const files = new ComparedFiles(app);
    synthesizeApp(app, files, problems, []);
    return files;
  });
  return changed.flatMap((files) => section(files.outdir, changesOf(files.all()))).join('\n');
}

function section(outdir: string, changes: readonly ObjectChange[]): string[] {
  return changes.length > 0 ? [[outdir, ...changes.flatMap(lines), ''].join('\n')] : [];
}

const SIGNS = { added: '+', removed: '-', changed: '~' };

function lines({ change, title, differences }: ObjectChange): string[] {
  return [
    `  ${SIGNS[change]} ${title}`,
    ...differences.map(({ path, got, expected }) => `      ${path}: ${got} → ${expected}`),
  ];
}

/** Compares the files of an app with those on the disk, and keeps those that differ. */
class ComparedFiles implements Target {
  readonly outdir: string;
  readonly type: YamlOutputType;
  readonly extension: string;
  readonly useChartJson: boolean;
  readonly recordsConstructs = false;
  private readonly changed: ChangedFile[] = [];
  private readonly names = new Set<string>();
  private readonly record: string;

  constructor(app: ConfiguredApp) {
    this.outdir = app.outdir;
    this.type = app.yamlOutputType;
    this.extension = app.outputFileExtension;
    this.useChartJson = this.type !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
    this.record = join(app.outdir, recordName(app._settings));
  }

  write(name: string, parts: Iterable<string>): void {
    this.names.add(recorded(name));
    const [before, after] = [this.read(name), [...parts].join('')];
    if (before !== after) this.changed.push({ name, before, after });
  }

  /** The files that differ, those among them that the app no longer produces. */
  all(): ChangedFile[] {
    const stale = [...(readRecord(this.record) ?? [])].filter((name) => !this.names.has(name));
    const removed = thatExist(this.outdir, stale).map((name) => ({ name, before: this.read(name), after: '' }));
    return [...this.changed, ...removed];
  }

  private read(name: string): string {
    return readIfExists(join(this.outdir, name), () => readFileSync(join(this.outdir, name), 'utf8')) ?? '';
  }
}
