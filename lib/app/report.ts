/** What was done for one app. */
export interface SynthEntry {
  /** Name of the app; its output folder where it has none. */
  readonly app: string;
  /**
   * Name of the environment.
   *
   * @default - the app has none
   */
  readonly environment?: string;
  /** How many objects it consists of. */
  readonly objects: number;
  /** How many files hold them. */
  readonly files: number;
  /** How many of the files are new. */
  readonly written: number;
  /** How many of the files were there with other content. */
  readonly changed: number;
  /** How many files were removed, because the app no longer produces them. */
  readonly removed: number;
}

/** What `MlApp.synthAll` did. */
export class SynthReport {
  /** @internal */
  public static _of(entries: SynthEntry[], warnings: string[]): SynthReport {
    return new SynthReport(entries, warnings);
  }

  private constructor(
    /** What was done for each app, in the order in which they were given. */
    public readonly entries: SynthEntry[],
    /** What the rules warn of, each with the object, what is expected and how to fix it. */
    public readonly warnings: string[],
  ) {}

  /** A table of the entries and the warnings, to be printed at the end of a run. */
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
