import type { SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../contract/support/tree';
import { must, run } from './commands';
import type { Interpreter } from './interpreter';
import { buildWheel, copySources, fingerprint, remove, wheelIn } from './package';

const CACHE = join(ROOT, '.cache', 'python');
/** A type checker, beside the packages and not among them. */
const CHECKER = 'mypy==2.4.1';
const AN_HOUR = 3_600_000;

/** A virtual environment with the wheel, and what the wheel brings with it, and nothing else. */
export class Project {
  constructor(private readonly folder: string) {}

  /** The interpreter of the virtual environment. */
  get python(): string {
    return pythonIn(join(this.folder, 'venv'));
  }

  get wheel(): string {
    return wheelIn(join(this.folder, 'wheel'));
  }

  run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return run(this.python, args, { cwd, env: { ...this.environment, ...env } });
  }

  must(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
    return must(this.python, args, { cwd, env: { ...this.environment, ...env } });
  }

  /** What mypy says of programs, which see the packages of the virtual environment. */
  typeFaults(cwd: string, files: readonly string[]): string {
    const args = ['-m', 'mypy', '--no-error-summary', '--cache-dir', join(this.folder, 'mypy'), ...files];
    const { status, stdout, stderr } = this.run(cwd, args, { PYTHONPATH: join(this.folder, 'tools') });
    if (status !== 0 && status !== 1) throw new Error(`mypy ended with ${status}\n${stdout}\n${stderr}`);
    return stdout;
  }

  get environment(): NodeJS.ProcessEnv {
    return {
      // jsii unpacks the package into a cache; not into that of the user
      JSII_RUNTIME_PACKAGE_CACHE_ROOT: join(this.folder, 'jsii'),
      JSII_NODE: process.execPath,
      PYTHONDONTWRITEBYTECODE: '1',
    };
  }
}

/** How the set-up of the run tells the test files where the project is. */
export const FOLDER_VARIABLE = 'CDK8S_ML_PYTHON_PROJECT';

/** Nothing where this machine has no Python that will do; the set-up has said so, and failed where it must not be. */
export function findProject(): Project | undefined {
  const folder = process.env[FOLDER_VARIABLE];
  return folder === undefined ? undefined : new Project(folder);
}

/** The folder of a project of the sources as they are now: made from nothing where they changed, else found in the cache. */
export function makeProject({ command, version }: Interpreter): string {
  const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-ml-python-'));
  try {
    const sources = join(scratch, 'sources');
    copySources(sources);
    const folder = join(CACHE, `${fingerprint(sources)}-${version}`);
    if (!existsSync(folder)) make(command, sources, folder);
    const now = new Date();
    utimesSync(folder, now, now);
    forgetOthers(folder);
    return folder;
  } finally {
    remove(scratch);
  }
}

/** Under a name of its own until it is whole, so that what a killed run leaves behind is never taken for it. */
function make(python: string, sources: string, folder: string): void {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    buildWheel(sources, python, join(partial, 'wheel'));
    must(python, ['-m', 'venv', join(partial, 'venv')], { cwd: partial });
    const pip = [pythonIn(join(partial, 'venv')), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    must(pip[0], [...pip.slice(1), wheelIn(join(partial, 'wheel'))], { cwd: partial });
    must(pip[0], [...pip.slice(1), '--target', join(partial, 'tools'), CHECKER], { cwd: partial });
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    remove(partial);
  }
}

/** Of earlier sources; not those that another run may still be using. */
function forgetOthers(folder: string): void {
  for (const name of readdirSync(CACHE)) {
    const other = join(CACHE, name);
    if (other !== folder && Date.now() - statSync(other).mtimeMs > AN_HOUR) remove(other);
  }
}

function pythonIn(venv: string): string {
  return process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
}
