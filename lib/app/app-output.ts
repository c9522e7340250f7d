import { join, resolve } from 'node:path';
import { YamlOutputType } from 'cdk8s';
import type { Problem } from '../internal/errors';
import { METADATA_FILE } from './construct-metadata';
import { findRemains, type OutputFolder, type Remains, recorded, removeRemains } from './folder';
import { changesInPlace } from './immutable-fields';
import { recordName, recordText } from './record';
import type { SynthEntry } from './report';
import type { ConfiguredApp } from './settings';
import type { Staging, Turn } from './staging';
import type { Target } from './synthesize-app';
import { rememberWritten, writtenByOthers } from './written-files';

/** The output folder of one app: the files that it produces, and what they change. */
export class AppOutput implements Target, OutputFolder {
  readonly outdir: string;
  readonly extension: string;
  readonly type: YamlOutputType;
  readonly record: string;
  readonly isNamed: boolean;
  readonly ownsSubfolders: boolean;
  readonly recordsConstructs: boolean;
  readonly files = new Set<string>();
  foreign: ReadonlySet<string> = new Set();
  /** What the user has to know of files in the folder. */
  readonly warnings: Problem[] = [];
  objects = 0;
  private remains?: Remains;
  private written = 0;
  private changed = 0;

  constructor(
    private readonly app: ConfiguredApp,
    private readonly staging: Staging,
    private readonly problems: Problem[],
  ) {
    const { name, environment, recordsConstructs } = app._settings;
    this.recordsConstructs = recordsConstructs;
    this.outdir = resolve(app.outdir);
    this.extension = app.outputFileExtension;
    this.type = app.yamlOutputType;
    this.record = recordName(app._settings);
    this.isNamed = name !== undefined;
    this.ownsSubfolders = name !== undefined && environment !== undefined;
    staging.addFolder(this.outdir, problems);
  }

  /** In this mode, stock renders object by object and does not call `toJson` of the chart. */
  get useChartJson(): boolean {
    return this.type !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
  }

  write(name: string, parts: Iterable<string>): void {
    this.files.add(recorded(name));
    const file = join(this.outdir, name);
    const change = this.staging.write(file, parts, this.problems);
    if (change === 'new') this.written++;
    if (change !== 'changed') return;
    this.changed++;
    const temporary = this.staging.temporaryOf(file);
    if (temporary) this.warnings.push(...changesInPlace(join(this.app.outdir, name), file, temporary));
  }

  /**
   * Writes the record. While files are replaced, it has the old files and the new: a run that is killed leaves nothing
   * that the next run does not know.
   */
  finish(): void {
    // the folder of a named app belongs to this app alone
    if (!this.isNamed) this.foreign = writtenByOthers(this.outdir, this.app, this.files);
    this.remains = findRemains(this, this.staging.temporaries);
    const { stale, unknown, kept } = this.remains;
    if (unknown.length > 0) this.warnings.push(unknownFiles(this.app, this.record, unknown));
    const names = kept.filter((name) => name !== METADATA_FILE);
    const file = join(this.outdir, this.record);
    const write = (all: string[], turn: Turn) => this.staging.write(file, [recordText(all)], this.problems, turn);
    if (names.length + stale.length + unknown.length > 0) write([...names, ...stale], 'first');
    if (stale.length > 0) write(names, 'last');
  }

  /** Removes what the app no longer produces. */
  clean(): void {
    if (this.remains) removeRemains(this, this.remains);
    rememberWritten(this.outdir, this.app, this.files);
  }

  entry(): SynthEntry {
    const { name, environment } = this.app._settings;
    const { objects, written, changed, remains } = this;
    const app = name ?? this.app.outdir;
    return { app, environment, objects, files: this.files.size, written, changed, removed: remains?.stale.length ?? 0 };
  }
}

const MOST_SHOWN = 5;

function unknownFiles(app: ConfiguredApp, record: string, names: readonly string[]): Problem {
  const more = names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : '';
  return {
    path: app.outdir,
    prop: names.length === 1 ? 'a file that is not known' : 'files that are not known',
    got: { toHumanString: () => names.slice(0, MOST_SHOWN).join(', ') + more },
    expected: `only files that an earlier run of this app wrote, which it puts on record in ${record}`,
    fix: 'remove what is stale: this run removed nothing; if another app writes here too, give each app a name',
  };
}
