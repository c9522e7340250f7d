import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs';

/** Two files are compared in parts of this size. */
const CHUNK_BYTES = 2 ** 16;

/** A file that is on the disk before a run. */
export class ExistingFile {
  static open(file: string): ExistingFile {
    // a pipe with this name must not block the run
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    try {
      // the error of the file system for a folder with the name of a file
      if (stats.isDirectory()) readFileSync(descriptor);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    return new ExistingFile(descriptor, stats);
  }

  private constructor(
    private readonly descriptor: number,
    private readonly stats: Stats,
  ) {}

  get mode(): number {
    return this.stats.mode;
  }

  hasText(text: string): boolean {
    if (!this.hasSize(Buffer.byteLength(text))) return false;
    return readFileSync(this.descriptor).equals(Buffer.from(text));
  }

  /** Compares the file with an open one. */
  equals(other: number): boolean {
    if (!this.hasSize(fstatSync(other).size)) return false;
    const [mine, theirs] = [Buffer.alloc(CHUNK_BYTES), Buffer.alloc(CHUNK_BYTES)];
    for (let position = 0; position < this.stats.size; position += CHUNK_BYTES) {
      const length = readAt(this.descriptor, mine, position);
      if (length !== readAt(other, theirs, position)) return false;
      if (mine.compare(theirs, 0, length, 0, length) !== 0) return false;
    }
    return true;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private hasSize(size: number): boolean {
    return this.stats.isFile() && this.stats.size === size;
  }
}

/** Reads until the buffer is full or the file ends; one call may return less. */
function readAt(descriptor: number, into: Buffer, position: number): number {
  let length = 0;
  for (let read = -1; read !== 0 && length < into.length; length += read)
    read = readSync(descriptor, into, length, into.length - length, position + length);
  return length;
}
