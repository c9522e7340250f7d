import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';

/** The thread that writes a temporary file, as stated in the name of the file. */
export interface Writer {
  /** Identifies a machine or container: the processes in it see each other. */
  readonly host: string;
  readonly process: number;
  readonly thread: number;
}

/** Two containers that share a volume can have the same process id, so the id alone does not identify the writer. */
const SELF: Writer = { host: hostId(), process: process.pid, thread: threadId };

const SHAPE = /^\.cdk8s-ml-([0-9a-f]{8})-(\d+)-(\d+)-\d+\.tmp$/;

/** A name that `kubectl apply -f` and GitOps tools ignore, and that no other writer uses. */
export function temporaryName(count: number, { host, process, thread }: Writer = SELF): string {
  return `.cdk8s-ml-${host}-${process}-${thread}-${count}.tmp`;
}

/** The writer of a temporary file; `undefined` for any other name. */
export function writerOf(name: string): Writer | undefined {
  const [, host, process, thread] = SHAPE.exec(name) ?? [];
  return host === undefined ? undefined : { host, process: Number(process), thread: Number(thread) };
}

/** True if the writer is known to have ended. */
export function hasEnded(writer: Writer): boolean {
  if (writer.host !== SELF.host) return false;
  // this thread did not write it in this run, so an earlier process with the same id did
  if (writer.process === SELF.process) return writer.thread === SELF.thread;
  return !isRunning(writer.process);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function hostId(): string {
  return createHash('sha256').update(`${hostname()} ${pidNamespace()}`).digest('hex').slice(0, 8);
}

/** Linux only; on other systems all processes of a machine see each other. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
