import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { environmentOf, type Instruction, lastOf, parseDockerfile, type Stage } from './dockerfile';
import { canSandbox, findPython, pipEnvironment } from './host';
import { type Bind, CACHE, launch, onHostPath, REPOSITORY } from './process';

export const CONTEXT = join(REPOSITORY, 'apps/credit-risk/service');
const RECORD = join(CACHE, 'image.json');
const BASE_PATH = '/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin';

/** What `docker build` would have made, as folders of the host. */
export interface Image {
  readonly binds: Bind[];
  readonly env: Record<string, string>;
  readonly workdir: string;
  readonly user: number;
  readonly group: number;
  readonly cmd: string[];
  readonly sandboxed: boolean;
  readonly python: string;
  /** What the build printed after the installation: the AUC and the checksum of the model. */
  readonly log: string;
}

export function readImage(): Image {
  return JSON.parse(readFileSync(RECORD, 'utf8'));
}

/** Carries out the Dockerfile's own instructions, without a Docker engine. Installed packages are kept between runs. */
export async function buildImage(): Promise<void> {
  const [build, final] = parseDockerfile(readFileSync(join(CONTEXT, 'Dockerfile'), 'utf8'));
  const minor = /^python:(\d+\.\d+)-/.exec(build.base)?.[1] ?? '';
  const builder = new Builder(build, findPython(minor), canSandbox());
  const log = await builder.run();
  const app = join(builder.folder, 'final');
  rmSync(app, { recursive: true, force: true });
  const workdir = lastOf(final, 'WORKDIR') ?? '/';
  const binds: Bind[] = [{ from: app, to: workdir }];
  for (const { flags, args } of final.instructions.filter(({ op }) => op === 'COPY')) {
    if (flags.from === undefined) copyFromContext(args, app);
    else {
      const [from, to] = args.split(/\s+/);
      // A folder of the build stage inside the working folder needs a place to be mounted on.
      if (to.startsWith(`${workdir}/`)) mkdirSync(join(app, to.slice(workdir.length)), { recursive: true });
      binds.push({ from: builder.place(from), to });
    }
  }
  const [user, group] = (lastOf(final, 'USER') ?? '0').split(':').map(Number);
  const image: Image = {
    binds,
    env: environmentOf(final, builder.basePath),
    workdir,
    user,
    group: group ?? user,
    cmd: JSON.parse(lastOf(final, 'CMD') ?? '[]'),
    sandboxed: builder.sandboxed,
    python: builder.python.prefix,
    log,
  };
  writeFileSync(RECORD, JSON.stringify(image, null, 2));
}

/** The build stage: `/opt`, `/app` and the working folder are the host's, kept under a key of what was installed. */
class Builder {
  readonly folder: string;
  readonly basePath: string;
  private readonly binds: Bind[];
  private readonly installed: number;

  constructor(
    private readonly stage: Stage,
    readonly python: { prefix: string; program: string },
    readonly sandboxed: boolean,
  ) {
    this.installed =
      1 + stage.instructions.findLastIndex(({ op, args }) => op === 'RUN' && args.includes('pip install'));
    this.folder = join(CACHE, this.key());
    const workdir = lastOf(stage, 'WORKDIR') ?? '/build';
    this.binds = ['/opt', '/app', workdir].map((to) => ({ from: join(this.folder, to), to, writable: true }));
    this.basePath = sandboxed ? BASE_PATH : `${join(this.folder, 'bin')}:${BASE_PATH}`;
  }

  async run(): Promise<string> {
    const stamp = join(this.folder, 'installed');
    const from = existsSync(stamp) ? this.installed : 0;
    if (from === 0) rmSync(this.folder, { recursive: true, force: true });
    for (const bind of this.binds) mkdirSync(bind.from, { recursive: true });
    if (!this.sandboxed && from === 0) this.namePython();
    let log = '';
    for (const [index, instruction] of this.stage.instructions.entries()) {
      const output = index >= from ? await this.carryOut(instruction) : '';
      if (index >= this.installed) log += output;
      if (index + 1 === this.installed) writeFileSync(stamp, '');
    }
    return log;
  }

  /** Where a path of the build stage lies on the host. */
  place(path: string): string {
    return onHostPath(path, this.binds);
  }

  private async carryOut({ op, args }: Instruction): Promise<string> {
    const workdir = lastOf(this.stage, 'WORKDIR') ?? '/build';
    if (op === 'COPY') copyFromContext(args, join(this.folder, workdir));
    if (op !== 'RUN') return '';
    const running = launch({
      argv: ['/bin/sh', '-c', args],
      env: { ...pipEnvironment(), ...environmentOf(this.stage, this.basePath), HOME: '/tmp' },
      workdir,
      user: 0,
      group: 0,
      binds: this.binds,
      scratch: ['/tmp'],
      sandboxed: this.sandboxed,
      python: this.python.prefix,
    });
    const code = await running.ended;
    if (code !== 0) throw new Error(`RUN ${args} ended with ${code}:\n${running.output}`);
    return running.output;
  }

  /** The base image has a `python`; a host may have none of that name. */
  private namePython(): void {
    mkdirSync(join(this.folder, 'bin'), { recursive: true });
    symlinkSync(this.python.program, join(this.folder, 'bin/python'));
  }

  private key(): string {
    const hash = createHash('sha256').update(JSON.stringify([this.python, this.sandboxed]));
    for (const instruction of this.stage.instructions.slice(0, this.installed)) {
      hash.update(JSON.stringify(instruction));
      if (instruction.op === 'COPY')
        for (const file of sourcesOf(instruction.args)) hash.update(readFileSync(join(CONTEXT, file)));
    }
    return hash.digest('hex').slice(0, 12);
  }
}

function sourcesOf(args: string): string[] {
  return args.split(/\s+/).slice(0, -1);
}

function copyFromContext(args: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const allowed = allowedByDockerignore();
  for (const file of sourcesOf(args)) {
    if (!allowed.includes(file)) throw new Error(`COPY ${file}: not there, or kept out by .dockerignore`);
    copyFileSync(join(CONTEXT, file), join(to, basename(file)));
  }
}

/** The .dockerignore keeps everything out but what its `!` lines name. */
export function allowedByDockerignore(): string[] {
  const lines = readFileSync(join(CONTEXT, '.dockerignore'), 'utf8').trim().split('\n');
  if (lines[0] !== '*') throw new Error('.dockerignore must start by keeping everything out');
  const patterns = lines
    .slice(1)
    .map((line) => new RegExp(`^${line.slice(1).replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`));
  return readdirSync(CONTEXT).filter((file) => patterns.some((pattern) => pattern.test(file)));
}
