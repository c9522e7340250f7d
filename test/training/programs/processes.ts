import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Environment } from '../support/environment';

/** What a program printed: one JSON object a line; other lines come from the framework. */
export interface Line {
  readonly event: string;
  readonly [field: string]: unknown;
}

export class Program {
  readonly lines: Line[] = [];
  private readonly child: ChildProcess;
  private output = '';
  private rest = '';

  constructor(command: readonly string[], environment: Environment, folder: string) {
    // nothing of ours: a variable of this machine must not help the processes to find each other
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      OMP_NUM_THREADS: '1',
      TF_CPP_MIN_LOG_LEVEL: '3',
      ...environment,
    };
    this.child = spawn(command[0], command.slice(1), { env, cwd: folder });
    this.child.stderr?.on('data', (chunk) => this.keep(String(chunk)));
    this.child.stdout?.on('data', (chunk) => {
      this.keep(String(chunk));
      this.read(String(chunk));
    });
  }

  /** The exit code, or the signal that ended it. */
  async ended(): Promise<number | string> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return this.child.exitCode ?? this.child.signalCode ?? 'unknown';
  }

  /** Waits until the program prints such an event. */
  async says(event: string): Promise<Line> {
    for (;;) {
      const found = this.lines.find((line) => line.event === event);
      if (found) return found;
      if (this.child.exitCode !== null) throw new Error(`it ended without "${event}":\n${this.output}`);
      await Promise.race([once(this.child.stdout as NodeJS.ReadableStream, 'data'), once(this.child, 'close')]);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The end of what was printed, for the message of a failed test. */
  tail(): string {
    return this.output.split('\n').slice(-30).join('\n');
  }

  private keep(chunk: string): void {
    this.output += chunk;
  }

  private read(chunk: string): void {
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop() ?? '';
    this.lines.push(...lines.filter((line) => line.startsWith('{"')).map((line) => JSON.parse(line)));
  }
}

/** Starts one process for each environment and waits until all have ended well. */
export async function runRanks(
  command: readonly string[],
  environments: readonly Environment[],
  folder: string,
): Promise<readonly Program[]> {
  return finished(environments.map((environment) => new Program(command, environment, folder)));
}

/** Waits until all have ended well. */
export async function finished(programs: readonly Program[]): Promise<readonly Program[]> {
  const codes = await Promise.all(programs.map((program) => program.ended()));
  const failed = programs.find((_program, index) => codes[index] !== 0);
  if (failed) throw new Error(`exit codes ${codes.join(', ')}\n${failed.tail()}`);
  return programs;
}
