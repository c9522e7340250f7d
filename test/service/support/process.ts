import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const REPOSITORY = resolve(__dirname, '../../..');
export const CACHE = join(REPOSITORY, '.cache/service');

/** A folder of the host that the process sees at a path of the image. */
export interface Bind {
  readonly from: string;
  readonly to: string;
  readonly writable?: boolean;
}

/** What is to run, in the words of the image: paths are those inside. */
export interface Launch {
  readonly argv: string[];
  readonly env: Record<string, string>;
  readonly workdir: string;
  readonly user: number;
  readonly group: number;
  readonly binds: Bind[];
  /** Where an emptyDir is mounted. */
  readonly scratch: string[];
  /** `sandboxed`: in a root of its own, as the user. Otherwise paths are rewritten to the host's, as who runs the tests. */
  readonly sandboxed: boolean;
  /** `sys.base_prefix` of the Python that stands for the one of the base image. */
  readonly python: string;
}

/** Output so far, and the id that signals go to. */
export interface Running {
  readonly child: ChildProcess;
  output: string;
  /** Of the command itself, not of the `unshare` around it. */
  pid(): number;
  /** Resolves when it has ended: its exit code, or the name of the signal. */
  readonly ended: Promise<number | string>;
}

export function launch(options: Launch): Running {
  const { command, args, cwd, env } = options.sandboxed ? inSandbox(options) : onHost(options);
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const running: Running = {
    child,
    output: '',
    ended,
    pid: () => (options.sandboxed ? onlyChildOf(child.pid!) : child.pid!),
  };
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text) => {
      running.output += text;
    });
  return running;
}

function inSandbox(options: Launch) {
  const { argv, env, workdir, user, group, binds, scratch, python } = options;
  const root = join(CACHE, 'root');
  mkdirSync(root, { recursive: true });
  const mounts = [
    ...scratch.flatMap((path) => ['tmp', path]),
    ...binds.flatMap(({ from, to, writable }) => [writable ? 'rw' : 'ro', from, to]),
  ];
  const script = [
    join(__dirname, 'sandbox.sh'),
    root,
    python,
    String(user),
    String(group),
    workdir,
    ...mounts,
    '--',
    ...argv,
  ];
  // Both: nothing is left behind when the tests themselves are killed.
  const dieWithParent = ['--pdeathsig', 'KILL', 'unshare', '--kill-child'];
  return {
    command: 'setpriv',
    args: [...dieWithParent, '--mount', '--pid', '--fork', 'sh', ...script],
    cwd: REPOSITORY,
    env,
  };
}

function onHost({ argv, env, workdir, binds }: Launch) {
  const place = (text: string) => onHostPath(text, binds);
  const [command, ...args] = argv.map(place);
  const placed = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, place(value)]));
  return { command, args, cwd: place(workdir), env: placed };
}

/** Every path of the image in a text, replaced in one pass by where it lies on the host; the most specific wins. */
export function onHostPath(text: string, binds: Bind[]): string {
  const targets = new Map(binds.map(({ from, to }) => [to, from]));
  const known = [...targets.keys()].sort((a, b) => b.length - a.length).join('|');
  return text.replace(new RegExp(`(?<![\\w./-])(${known})(?![\\w.-])`, 'g'), (path) => targets.get(path)!);
}

function onlyChildOf(pid: number): number {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8').trim().split(' ')[0]) || pid : pid;
}
