import type { Output } from './colour';

/** A run that takes less prints no progress. */
const QUIET_MS = 2000;
/** How often a line is printed where it cannot be written over: in the log of a build. */
const LINE_MS = 5000;

export interface ProgressOutput extends Output {
  write(text: string): unknown;
}

/** Prints how far a run is: on one line of a terminal, or as a line from time to time. */
export class Progress {
  private last = 0;
  private width = 0;

  /**
   * @param now the time, in milliseconds
   */
  constructor(
    private readonly output: ProgressOutput,
    private readonly now: () => number = Date.now,
    private readonly begun = now(),
  ) {}

  step(text: string): void {
    const time = this.now();
    if (time - this.begun < QUIET_MS) return;
    if (this.output.isTTY) this.replace(text);
    else if (time - this.last >= LINE_MS) {
      this.output.write(`${text}\n`);
      this.last = time;
    }
  }

  /** Takes the line away. */
  done(): void {
    if (this.width > 0) this.replace('');
    if (this.width > 0) this.output.write('\r');
    this.width = 0;
  }

  private replace(text: string): void {
    this.output.write(`\r${text.padEnd(this.width)}`);
    this.width = Math.max(this.width, text.length);
  }
}
