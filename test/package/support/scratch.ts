import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { blocksIn, snippetsIn } from '../../contract/support/markdown';
import { ROOT, read } from '../../contract/support/tree';

export interface Packed {
  /** Path of the tarball. */
  readonly file: string;
  /** Paths in it. */
  readonly holds: string[];
}

/** A folder outside the repository, as a user's project is. */
export class ScratchProject {
  /** What `node` is, for all that runs here; undefined for that which runs the tests. */
  private node?: string;

  constructor(readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-package-'))) {}

  /** The same folder, in the shell of somebody whose `node` is another. */
  withNode(program: string): ScratchProject {
    const other = new ScratchProject(this.folder);
    other.node = mkdtempSync(join(this.folder, '.node-'));
    symlinkSync(program, join(other.node, 'node'));
    return other;
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  clear(folder: string): void {
    rmSync(join(this.folder, folder), { recursive: true, force: true });
  }

  /** Every manifest under a folder, by path; then the folder is gone. */
  take(folder: string): Record<string, string> {
    const full = join(this.folder, folder);
    const entries = readdirSync(full, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith('.yaml'),
    );
    const files = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
    const texts = files.map((file) => [relative(full, file), readFileSync(file, 'utf8')]);
    this.clear(folder);
    return Object.fromEntries(texts);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  run(command: string, ...args: string[]): SpawnSyncReturns<string> {
    const env = cleanEnvironment();
    if (this.node) env.PATH = `${this.node}${delimiter}${env.PATH}`;
    return spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env });
  }

  /** Does what a page says, in its order: writes the files that it names, and runs its commands. */
  follow(page: string): void {
    for (const { language, name, code } of blocksIn(page)) {
      if (name) this.write(name, `${code}\n`);
      else if (language === 'sh') for (const line of code.split('\n')) this.must('sh', '-c', line);
    }
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
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_(?!config_(cache|userconfig|registry|prefix|globalconfig))|INIT_CWD|NODE_ENV|NODE_OPTIONS|JEST_|CDK8S_)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
