import { closeSync, fchmodSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { ExistingFile } from './existing-file';
import { readIfExists, withFileErrors } from './file-errors';

/** What the replacement of a file changes. */
export type FileChange = 'new' | 'changed' | 'same';

/** Longer content (in characters) is written to the temporary file in parts, so that it is not kept in memory. */
const MAX_IN_MEMORY = 2 ** 20;

/** The new content of one file. It is written to a temporary file, unless the file has this content already. */
export class OutputFile {
  private readonly before?: ExistingFile;
  private pending = '';
  private descriptor?: number;

  /**
   * @param makeFolder creates the folder of the temporary file
   */
  constructor(
    private readonly file: string,
    private readonly temporary: string,
    private readonly makeFolder: () => void,
  ) {
    this.before = readIfExists(file, () => ExistingFile.open(file));
  }

  append(text: string): void {
    this.pending += text;
    if (this.pending.length > MAX_IN_MEMORY) this.flush();
  }

  /** Completes the temporary file; there is none if nothing changed. */
  finish(): FileChange {
    if (this.isSame()) {
      this.abort();
      return 'same';
    }
    this.flush();
    this.close();
    return this.before ? 'changed' : 'new';
  }

  /** Removes the temporary file, if there is one. */
  abort(): void {
    const isWritten = this.descriptor !== undefined;
    this.close();
    if (isWritten) unlinkSync(this.temporary);
  }

  private isSame(): boolean {
    const { before, descriptor } = this;
    if (!before) return false;
    if (descriptor !== undefined) this.flush();
    return readIfExists(this.file, () =>
      descriptor === undefined ? before.hasText(this.pending) : before.equals(descriptor),
    )!;
  }

  private flush(): void {
    const text = this.pending;
    this.pending = '';
    withFileErrors(this.file, 'written', () => {
      this.descriptor ??= this.create();
      writeFileSync(this.descriptor, text);
    });
  }

  /** A file keeps its permissions when it is replaced. */
  private create(): number {
    const mode = this.before?.mode;
    this.makeFolder();
    const descriptor = openSync(this.temporary, 'wx+', mode);
    // the umask of the process may have removed bits
    if (mode !== undefined) fchmodSync(descriptor, mode);
    return descriptor;
  }

  private close(): void {
    this.before?.close();
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}
