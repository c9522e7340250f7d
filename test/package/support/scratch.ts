import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snippetsIn } from '../../contract/support/markdown';
import { ROOT, read } from '../../contract/support/tree';

export interface Packed {
  /** Path of the tarball. */
  readonly file: string;
  /** Paths in it. */
  readonly holds: string[];
}

/** A folder outside the repository, as a user's project is. */
export class ScratchProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-package-'));

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  run(command: string, ...args: string[]): SpawnSyncReturns<string> {
    return spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env: cleanEnvironment() });
  }

  /** Like `run`, for what must not fail. */
  must(command: string, ...args: string[]): string {
    const { status, stdout, stderr } = this.run(command, ...args);
    if (status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What `npm publish` would publish. */
export function pack(into: string): Packed {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', into],
    { cwd: ROOT, encoding: 'utf8', env: cleanEnvironment() },
  );
  if (status !== 0) throw new Error(`npm pack ended with ${status}\n${stdout}\n${stderr}`);
  // an array in npm up to 10, an object by package name since
  const [{ filename, files }] = Object.values(JSON.parse(stdout)) as [{ filename: string; files: { path: string }[] }];
  return { file: join(into, filename), holds: files.map(({ path }) => path) };
}

/** The one block of code in that language on a page, so that the page is what is tested. */
export function onPage(page: string, language: string): string {
  const found = snippetsIn(page, language);
  if (found.length !== 1) throw new Error(`${page} has ${found.length} blocks of ${language}, not one`);
  return found[0].code;
}

/** The versions that this repository develops with. */
export function versionsOf(...names: string[]): Record<string, string> {
  const { devDependencies } = JSON.parse(read('package.json'));
  return Object.fromEntries(names.map((name) => [name, devDependencies[name]]));
}

/** Without what npm and jest say to the processes that they start: it would reach into the scratch project. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_(?!config_(cache|userconfig|registry|prefix|globalconfig))|INIT_CWD|NODE_ENV|NODE_OPTIONS|JEST_|CDK8S_)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
