import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

interface GuardianMessage {
  readonly name: string;
  readonly pid?: number;
  readonly exited?: string;
}

/** Starts processes through the guardian, which stops them whatever becomes of the tests. */
export class Processes {
  private readonly guardian: ChildProcess;
  private readonly exits = new Map<string, string>();
  private readonly pids = new Map<string, number>();

  constructor(
    private readonly logFolder: string,
    dataFolder: string,
  ) {
    this.guardian = fork(join(__dirname, 'guardian.mjs'), [dataFolder], { execArgv: [], stdio: 'inherit' });
    this.guardian.on('message', (message: GuardianMessage) => {
      if (message.pid !== undefined) this.pids.set(message.name, message.pid);
      if (message.exited !== undefined) this.exits.set(message.name, message.exited);
    });
  }

  start(name: string, command: string, args: string[]): void {
    this.exits.delete(name);
    this.guardian.send({ start: { name, command, args, log: this.logFile(name) } });
  }

  pid(name: string): number | undefined {
    return this.pids.get(name);
  }

  async stop(name: string): Promise<void> {
    this.guardian.send({ stop: name });
    while (!this.exits.has(name)) await sleep(20);
  }

  /** Peak resident memory of each process so far, in MiB; empty where the system has no /proc. */
  peakMemory(): { [name: string]: number } {
    const peaks = [...this.pids].flatMap(([name, pid]) => {
      const status = `/proc/${pid}/status`;
      if (!existsSync(status)) return [];
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'));
      return peak ? [[name, Math.round(Number(peak[1]) / 1024)]] : [];
    });
    return Object.fromEntries(peaks);
  }

  /** Waits for the condition; fails at once, with the end of the log, when the process ends first. */
  async until(name: string, what: string, seconds: number, condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (!(await condition())) {
      const exited = this.exits.get(name);
      if (exited !== undefined) throw new Error(`${name} ended (${exited}) before ${what}\n${this.logTail(name)}`);
      if (Date.now() > deadline) throw new Error(`${name}: not ${what} after ${seconds} s\n${this.logTail(name)}`);
      await sleep(100);
    }
  }

  logTail(name: string, lines = 30): string {
    return tailOf(this.logFile(name), lines);
  }

  async stopAll(): Promise<void> {
    if (this.guardian.exitCode !== null || !this.guardian.connected) return;
    const ended = once(this.guardian, 'exit');
    this.guardian.disconnect();
    await ended;
  }

  private logFile(name: string): string {
    return join(this.logFolder, `${name}.log`);
  }
}

export function tailOf(file: string, lines: number): string {
  if (!existsSync(file)) return `(no ${file})`;
  const all = readFileSync(file, 'utf8').trimEnd().split('\n');
  return [`--- last lines of ${file}`, ...all.slice(-lines)].join('\n');
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Ports that nothing listens on now, each different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
