import type { SpawnSyncReturns } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from '../../contract/support/tree';
import { must, run } from './commands';
import type { Interpreter } from './interpreter';
import { buildWheel, copySources, fingerprint, remove, wheelIn } from './package';

const CACHE = join(ROOT, '.cache', 'python');
/** A type checker, beside the packages and not among them. */
const CHECKER = 'mypy==2.4.1';
/** What users have beside the library, of which it knows nothing. */
const BESIDE = ['cdk8s-plus-33==2.5.63', 'cdk8s-plus-34==2.0.66'];
const AN_HOUR = 3_600_000;
const A_MONTH = 720 * AN_HOUR;

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
    const path = [join(this.folder, 'tools'), this.beside].join(delimiter);
    const { status, stdout, stderr } = this.run(cwd, args, { PYTHONPATH: path });
    if (status !== 0 && status !== 1) throw new Error(`mypy ended with ${status}\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** The folder of newer packages of cdk8s-plus, for the `PYTHONPATH` of programs that use them. */
  get beside(): string {
    return join(this.folder, 'beside');
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
    make(command, version, sources, folder);
    forgetOthers(folder);
    return folder;
  } finally {
    remove(scratch);
  }
}

function make(python: string, version: string, sources: string, folder: string): void {
  once(folder, (partial) => {
    buildWheel(sources, python, join(partial, 'wheel'));
    const wheel = wheelIn(join(partial, 'wheel'));
    const base = baseOf(python, version, wheel);
    // an environment knows its interpreter by path, and itself by none that is used here
    cpSync(base, join(partial, 'venv'), { recursive: true, verbatimSymlinks: true });
    // without an index, so that it fails where the environment is not what the wheel asks for
    must(pythonIn(join(partial, 'venv')), [...INSTALL, '--no-index', wheel], { cwd: partial });
    const checker = join(CACHE, `checker-${CHECKER.replace('==', '-')}-${version}`);
    once(checker, (into) => void must(python, [...INSTALL, '--target', into, CHECKER], { cwd: CACHE }));
    cpSync(checker, join(partial, 'tools'), { recursive: true });
    const beside = join(CACHE, `beside-${BESIDE.join('-').replaceAll('==', '-')}-${version}`);
    once(beside, (into) => void must(python, [...INSTALL, '--no-deps', '--target', into, ...BESIDE], { cwd: CACHE }));
    cpSync(beside, join(partial, 'beside'), { recursive: true });
  });
}

const INSTALL = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];

/** A virtual environment with what the wheel brings with it, but not the wheel: it outlives a change of the sources. */
function baseOf(python: string, version: string, wheel: string): string {
  const asked = must(python, ['-c', REQUIREMENTS, wheel], { cwd: CACHE });
  const base = join(CACHE, `base-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}-${version}`);
  once(base, (into) => {
    must(python, ['-m', 'venv', into], { cwd: CACHE });
    must(pythonIn(into), [...INSTALL, wheel], { cwd: CACHE });
    must(pythonIn(into), ['-m', 'pip', 'uninstall', '--quiet', '--yes', 'cdk8s-ml'], { cwd: CACHE });
  });
  return base;
}

const REQUIREMENTS = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
[name] = [name for name in archive.namelist() if name.endswith('.dist-info/METADATA')]
print([line for line in archive.read(name).decode().splitlines() if line.startswith('Requires-Dist')])
`;

/** Under a name of its own until it is whole, so that what a killed run leaves behind is never taken for it. */
function once(folder: string, fill: (partial: string) => void): void {
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    try {
      fill(partial);
      if (!existsSync(folder)) renameSync(partial, folder);
    } finally {
      remove(partial);
    }
  }
  const now = new Date();
  utimesSync(folder, now, now);
}

/** Of earlier sources; not those that another run may still be using. */
function forgetOthers(folder: string): void {
  for (const name of readdirSync(CACHE)) {
    const other = join(CACHE, name);
    const shared = /^(base|checker|beside)-/.test(name);
    if (other !== folder && Date.now() - statSync(other).mtimeMs > (shared ? A_MONTH : AN_HOUR)) remove(other);
  }
}

function pythonIn(venv: string): string {
  return process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
}
