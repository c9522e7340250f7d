import { mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Problem, ValidationError } from '../internal/errors';
import { withFileErrors } from './file-errors';
import { type FileChange, OutputFile } from './output-file';
import { temporaryName } from './temporary-name';

/** When a file is replaced: most before stale files are removed, some before and after all others. */
export type Turn = 'first' | 'main' | 'last';

/** A file whose new content is complete under a temporary name. */
interface StagedFile {
  readonly temporary: string;
  readonly file: string;
  readonly turn: Turn;
}

/**
 * The files of one run. New content is written to temporary files while the apps are rendered, so that it is not kept in
 * memory, and so that a full disk or a missing permission is an error before the first file is replaced. `commit` replaces
 * each file by a rename, which is atomic; `discard` removes the temporary files.
 */
export class Staging {
  private staged: StagedFile[] = [];
  private readonly newFolders: string[] = [];
  private current?: OutputFile;
  private count = 0;
  private isStopped = false;

  /** The temporary files of this run. */
  get temporaries(): ReadonlySet<string> {
    return new Set(this.staged.map(({ temporary }) => temporary));
  }

  /** Creates the output folder of an app, which can be without files. */
  addFolder(folder: string, problems: Problem[]): void {
    this.attempt(problems, () => withFileErrors(folder, 'made', () => this.makeFolder(folder)));
  }

  /** Writes a file from its parts. Reads all parts, even if the run has problems. */
  write(file: string, parts: Iterable<string>, problems: Problem[], turn: Turn = 'main'): FileChange {
    const temporary = join(dirname(file), temporaryName(this.count++));
    this.attempt(problems, () => {
      this.current = new OutputFile(file, temporary, () => this.makeFolder(dirname(file)));
    });
    for (const part of parts) this.attempt(problems, () => this.current?.append(part));
    const change = this.attempt(problems, () => this.current?.finish()) ?? 'same';
    if (change !== 'same') this.staged.push({ temporary, file, turn });
    this.current = undefined;
    return change;
  }

  /** The new content of a file that is not replaced yet. */
  temporaryOf(file: string): string | undefined {
    return this.staged.findLast((one) => one.file === file)?.temporary;
  }

  /** Replaces the files whose turn it is. */
  commit(turn: Turn): void {
    this.newFolders.length = 0;
    for (const { temporary, file } of this.staged.filter((one) => one.turn === turn))
      withFileErrors(file, 'replaced', () => renameSync(temporary, file));
    this.staged = this.staged.filter((one) => one.turn !== turn);
  }

  /** Removes what was not committed, and writes nothing more. */
  discard(): void {
    this.isStopped = true;
    ignoreErrors(() => this.current?.abort());
    for (const { temporary } of this.staged) ignoreErrors(() => unlinkSync(temporary));
    for (const folder of this.newFolders.reverse()) ignoreErrors(() => rmdirSync(folder));
    this.current = undefined;
    this.staged = [];
    this.newFolders.length = 0;
  }

  private attempt<T>(problems: Problem[], action: () => T): T | undefined {
    if (this.isStopped) return undefined;
    try {
      return action();
    } catch (error) {
      this.discard();
      if (!(error instanceof ValidationError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  }

  private makeFolder(folder: string): void {
    const first = mkdirSync(folder, { recursive: true });
    if (first === undefined) return;
    this.newFolders.push(first);
    let path = first;
    for (const part of folder.slice(first.length).split(sep).filter(Boolean)) {
      path = join(path, part);
      this.newFolders.push(path);
    }
  }
}

/** For cleanup, which must not hide the original error. */
function ignoreErrors(action: () => void): void {
  try {
    action();
  } catch {
    // the next run removes the temporary files of this one
  }
}
