import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';

/** Who is writing a temporary file, as its name says. */
export interface Writer {
  /** Which processes see each other: those of one machine, or of one container. */
  readonly among: string;
  readonly process: number;
  readonly thread: number;
}

/** Two containers that share a volume may well have one process id, and must not take each other's files for their own. */
const SELF: Writer = { among: processSpace(), process: process.pid, thread: threadId };

const SHAPE = /^\.cdk8s-ml-([0-9a-f]{8})-(\d+)-(\d+)-\d+\.tmp$/;

/** A name that `kubectl apply -f` and GitOps tools pass over, and that no other writer has. */
export function temporaryName(count: number, { among, process, thread }: Writer = SELF): string {
  return `.cdk8s-ml-${among}-${process}-${thread}-${count}.tmp`;
}

/** The writer of a temporary file; `undefined` for any other name. */
export function writerOf(name: string): Writer | undefined {
  const [, among, process, thread] = SHAPE.exec(name) ?? [];
  return among === undefined ? undefined : { among, process: Number(process), thread: Number(thread) };
}

/** True where it is known that the writer writes no more. */
export function hasEnded(writer: Writer): boolean {
  if (writer.among !== SELF.among) return false;
  // by this very thread, but not in this run: left by a process that had the same number
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

function processSpace(): string {
  return createHash('sha256').update(`${hostname()} ${pidNamespace()}`).digest('hex').slice(0, 8);
}

/** Of Linux; elsewhere every process of the machine is seen. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
