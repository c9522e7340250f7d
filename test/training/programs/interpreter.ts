import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const REQUIREMENTS = join(__dirname, 'python');
const CACHE = resolve(__dirname, '..', '..', '..', '.cache', 'training');

export type Framework = 'torch' | 'tensorflow' | 'jax' | 'mpi' | 'xgboost';

/** The folder of a virtual environment with the framework, or why there is none. */
export type Interpreter = { readonly folder: string } | { readonly missing: string };

const COMPLETE = '.complete';

function requirementsOf(framework: Framework): string {
  return join(REQUIREMENTS, `${framework}.txt`);
}

function folderOf(framework: Framework): string {
  const key = createHash('sha256')
    .update(readFileSync(requirementsOf(framework)))
    .digest('hex')
    .slice(0, 8);
  return join(CACHE, `python-${framework}-${key}`);
}

/** Whether the environment is cached. */
export function isInstalled(framework: Framework): boolean {
  return existsSync(join(folderOf(framework), COMPLETE));
}

/** One environment for each framework and version, installed once and kept: torch alone takes 5 GB. */
export function interpreterWith(framework: Framework): Interpreter {
  const requirements = requirementsOf(framework);
  const folder = folderOf(framework);
  if (isInstalled(framework)) return { folder };
  rmSync(folder, { recursive: true, force: true });
  if (!succeeds('python3', ['-c', 'import ensurepip, venv'])) return { missing: 'there is no python3 with venv' };
  process.stderr.write(`training: installing ${framework}, once\n`);
  if (!succeeds('python3', ['-m', 'venv', folder])) return { missing: 'python3 -m venv failed' };
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-cache-dir'];
  const args = ['-n', '15', join(folder, 'bin', 'python'), ...pip, '-r', requirements];
  const installed = spawnSync('nice', args, { encoding: 'utf8' });
  if (installed.status !== 0) {
    const refusal = /^ERROR: .*(?:No matching distribution|Could not find a version|40[34]).*$/m.exec(installed.stderr);
    if (!refusal) throw new Error(`pip install of ${framework} failed:\n${installed.stderr}`);
    return { missing: refusal[0] };
  }
  writeFileSync(join(folder, COMPLETE), '');
  return { folder };
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}
