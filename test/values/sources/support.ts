import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test: where the model goes, and where programs may be put in front of the real ones. */
export class Workplace {
  readonly root = mkdtempSync(join(tmpdir(), 'model-source-'));
  readonly target = join(this.root, 'models', 'model.pkl');

  constructor() {
    // nobody waits for the pauses between attempts
    this.program('sleep', 'echo "$*" >> "$RECORD.sleep"');
  }

  /** Puts a program in front of the real one of that name. */
  program(name: string, body: string): void {
    const file = join(this.root, name);
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
  }

  /** Puts a Python module of that name where python3 finds it first; run with `PYTHONPATH: place.root`. */
  module(name: string, body: string): void {
    writeFileSync(join(this.root, `${name}.py`), body);
  }

  /** Runs a script as the container would: nothing in its environment but what it is given. */
  run(script: string, env: Record<string, string>): Promise<{ code: number | null; log: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn('sh', ['-c', script], {
        // a process group of its own, so that a program can kill all of it with `kill -9 0`
        detached: true,
        env: {
          PATH: `${this.root}:${process.env.PATH}`,
          RECORD: join(this.root, 'record'),
          MODEL_TARGET: this.target,
          HOME: this.root,
          ...env,
        },
      });
      let log = '';
      child.stdout.on('data', (text) => {
        log += text;
      });
      child.stderr.on('data', (text) => {
        log += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, log }));
    });
  }

  /**
   * Has the container killed at one of the programs that the script starts: before or after the program did its work.
   * `KILL_AT` counts them over all programs, from 1.
   */
  killsAt(programs: readonly string[], when: 'before' | 'after'): void {
    const count = 'n=$(($(cat "$RECORD.calls" 2> /dev/null || echo 0) + 1)); echo "$n" > "$RECORD.calls"';
    const kill = '[ "$n" != "$KILL_AT" ] || kill -9 0';
    const work = (name: string) => `PATH="\${PATH#*:}" ${name} "$@"; code=$?`;
    for (const name of programs)
      this.program(
        name,
        [count, ...(when === 'before' ? [kill, work(name)] : [work(name), kill]), 'exit $code'].join('\n'),
      );
  }

  /** What the programs wrote to `$RECORD` and a suffix. */
  record(suffix = ''): string[] {
    return readFileSync(join(this.root, `record${suffix}`), 'utf8')
      .trimEnd()
      .split('\n');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server on loopback that answers one request after the other as told, the last answer again and again. */
export class WebServer {
  readonly requests: IncomingMessage[] = [];

  static async start(...answers: Answer[]): Promise<WebServer> {
    const server = new WebServer(answers);
    await new Promise<void>((resolve) => {
      server.server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private readonly server: Server;

  private constructor(answers: Answer[]) {
    this.server = createServer((request, response) => {
      const answer = answers[Math.min(this.requests.length, answers.length - 1)];
      this.requests.push(request);
      answer(request, response);
    });
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
