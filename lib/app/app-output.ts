import { join, resolve } from 'node:path';
import { YamlOutputType } from 'cdk8s';
import type { Problem } from '../internal/errors';
import type { OutputFolder, Removals } from './folder';
import type { SynthEntry } from './report';
import type { ConfiguredApp } from './settings';
import type { Staging } from './staging';
import type { Target } from './synthesize-app';
import { isWrittenByOther } from './written-files';

/** The output folder of one app: the files that it produces, and what they change. */
export class AppOutput implements Target, OutputFolder {
  readonly outdir: string;
  readonly extension: string;
  readonly type: YamlOutputType;
  readonly ownsSubfolders: boolean;
  readonly recordsConstructs: boolean;
  readonly files = new Set<string>();
  objects = 0;
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
    this.ownsSubfolders = name !== undefined && environment !== undefined;
    staging.addFolder(this.outdir, problems);
  }

  /** In this mode, stock renders object by object and does not call `toJson` of the chart. */
  get useChartJson(): boolean {
    return this.type !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
  }

  write(name: string, parts: Iterable<string>): void {
    const file = join(this.outdir, name);
    this.files.add(file);
    const change = this.staging.write(file, parts, this.problems);
    if (change === 'new') this.written++;
    if (change === 'changed') this.changed++;
  }

  foreignFiles(): (file: string) => boolean {
    // the folder of a named app belongs to this app alone
    return this.app._settings.name === undefined ? isWrittenByOther(this.outdir, this.app, this.files) : () => false;
  }

  entry(removals: Removals): SynthEntry {
    const { name, environment } = this.app._settings;
    const { objects, written, changed } = this;
    const app = name ?? this.app.outdir;
    return { app, environment, objects, files: this.files.size, written, changed, removed: removals.stale.length };
  }
}
