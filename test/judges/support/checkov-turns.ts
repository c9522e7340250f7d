import type { ChildProcessByStdio } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Outcome, startOffline } from './offline';
import { interpreterOfCheckov } from './tools';

/** Who waits for the outcomes, in the order in which the process is told. */
const waiting: { resolve(outcome: Outcome): void; reject(error: Error): void }[] = [];
let kept: ChildProcessByStdio<Writable, Readable, Readable> | undefined;

/** Runs checkov with arguments, in a process that goes on for the next. It ends with the one that started it. */
export function runCheckov(args: readonly string[]): Promise<Outcome> {
  kept ??= start();
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    keepAlive(true);
    kept!.stdin.write(`${JSON.stringify(args)}\n`);
  });
}

function start() {
  // otherwise it sees no file of a repository that was cloned somewhere below a folder like ~/.cache
  const settings = { CKV_IGNORE_HIDDEN_DIRECTORIES: 'False' };
  const child = startOffline(interpreterOfCheckov(), [join(__dirname, 'checkov-turns.py')], settings);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    waiting.shift()?.resolve(JSON.parse(line));
    if (waiting.length === 0) keepAlive(false);
  });
  const fail = (error: Error) => {
    kept = undefined;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  child.on('error', fail);
  child.stdin.on('error', fail);
  child.on('close', (status) => fail(new Error(`checkov ended with ${status}\n${said}`)));
  return child;
}

/** Node waits for a child that it is to hear of; not for one that has nothing to do. */
function keepAlive(busy: boolean): void {
  if (!kept) return;
  for (const one of [kept, kept.stdin, kept.stdout, kept.stderr] as unknown as Socket[]) busy ? one.ref() : one.unref();
}
