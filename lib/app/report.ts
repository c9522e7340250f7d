/** The result of synthesis for one app. */
export interface SynthEntry {
  /** Name of the app, or its output folder if it has no name. */
  readonly app: string;
  /**
   * Name of the environment.
   *
   * @default - the app has none
   */
  readonly environment?: string;
  /** The number of its objects. */
  readonly objects: number;
  /** The number of its files. */
  readonly files: number;
  /** The number of files that are new. */
  readonly written: number;
  /** The number of files whose content changed. */
  readonly changed: number;
  /** The number of files that were removed, because the app no longer produces them. */
  readonly removed: number;
}

/** The result of `MlApp.synthAll`. */
export class SynthReport {
  /** @internal */
  public static _of(entries: SynthEntry[], warnings: string[]): SynthReport {
    return new SynthReport(entries, warnings);
  }

  private constructor(
    /** One entry for each app, in the order in which the apps were given. */
    public readonly entries: SynthEntry[],
    /** What the rules warn of, and what is found in the output folder: each with what is expected, and a fix. */
    public readonly warnings: string[],
  ) {}

  /** The entries as a table, and the warnings below it, to print at the end of a run. */
  public summary(): string {
    const columns = this.entries.some(({ environment }) => environment) ? ['app', 'environment'] : ['app'];
    const rows = this.entries.map((entry) => [
      ...(columns.length > 1 ? [entry.app, entry.environment ?? ''] : [entry.app]),
      ...COUNTS.map((count) => String(entry[count])),
    ]);
    const lines = table([[...columns, ...COUNTS], ...rows], columns.length);
    if (!this.warnings.length) return lines;
    const title = this.warnings.length === 1 ? '1 warning' : `${this.warnings.length} warnings`;
    return [lines, '', title, ...this.warnings].join('\n');
  }
}

const COUNTS = ['objects', 'files', 'written', 'changed', 'removed'] as const;

/** The first columns are text, aligned on the left; the others are numbers, aligned on the right. */
function table(rows: string[][], textColumns: number): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text: string, i: number) => (i < textColumns ? text.padEnd(widths[i]) : text.padStart(widths[i]));
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
