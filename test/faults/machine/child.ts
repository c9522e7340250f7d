import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOTHING_MAY_BE_MISSING } from '../../support/ci';

const CHILD = join(__dirname, 'synth.cjs');

/** What the child is told; see synth.cjs. */
export interface Orders {
  readonly outdir: string;
  readonly steps: readonly (readonly [step: string, ...args: unknown[]])[];
  /** Whom to be, where the test runs as root: root may write everywhere. */
  readonly user?: number;
  readonly umask?: number;
  /** What time it is. */
  readonly clock?: number;
  readonly apps?: readonly string[];
  readonly charts?: readonly string[];
  readonly lines?: number;
  readonly type?: string;
}

/** Nobody in particular. */
export const NOBODY = 65534;

/** Files, by what they are full of; null where there is no folder. */
export type Listing = Readonly<Record<string, string>> | null;

/** Has the child do its steps, and gives what each came to. */
export function runChild(orders: Orders, env: NodeJS.ProcessEnv = process.env): any[] {
  return outcomesOf(spawnSync(process.execPath, [CHILD, JSON.stringify(orders)], { encoding: 'utf8', env }));
}

/** The same behind commands of a shell, in a space of mounts that ends with it: nothing stays mounted. */
export function runMounted(mounts: string, orders: Orders): any[] {
  const script = `set -e; ${mounts}; exec '${process.execPath}' '${CHILD}' "$0"`;
  return outcomesOf(
    spawnSync('unshare', [...ownMounts(), 'sh', '-c', script, JSON.stringify(orders)], { encoding: 'utf8' }),
  );
}

/** One that goes on until it is killed, or has ended; perhaps with process ids of its own. */
export function startChild(orders: Orders, options: { readonly ownIds?: boolean } = {}): ChildProcess {
  const command = [process.execPath, CHILD, JSON.stringify(orders)];
  const [first, ...args] = options.ownIds ? ['unshare', ...ownMounts(), '--pid', '--fork', ...command] : command;
  return spawn(first, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** What a child printed until it ended. */
export function ended(child: ChildProcess): Promise<any[]> {
  let stdout = '';
  child.stdout!.on('data', (data) => {
    stdout += data;
  });
  return new Promise((resolve) => child.once('close', (status) => resolve(outcomesOf({ status, stdout, stderr: '' }))));
}

function outcomesOf({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): any[] {
  if (status !== 0) throw new Error(`the child ended with ${status}: ${stderr}${stdout}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** How to get mounts of one's own: as root, or as root of a user namespace; undefined where neither is allowed. */
const FOUND = [['--mount'], ['--map-root-user', '--mount']].find(
  (options) => spawnSync('unshare', [...options, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0,
);

function ownMounts(): readonly string[] {
  if (!FOUND) throw new Error('CI has to be allowed to mount: run it as root, or where user namespaces are on');
  return FOUND;
}

/** Why nothing can be mounted here; in CI it must be possible. */
export const NO_MOUNTS =
  FOUND || NOTHING_MAY_BE_MISSING
    ? undefined
    : 'not tried, since nothing can be mounted here (needs root, or user namespaces)';
if (NO_MOUNTS) console.warn(`full disks, mount points, foreign process ids: ${NO_MOUNTS}`);

export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-faults-'));
  const remove = () => rmSync(folder, { recursive: true });
  try {
    const result = use(folder);
    if (result instanceof Promise) return result.finally(remove) as T;
    remove();
    return result;
  } catch (error) {
    remove();
    throw error;
  }
}

/** The files of five apps, all of one word. */
export function five(word: string): Listing {
  return Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}/chart.k8s.yaml`, word]));
}
