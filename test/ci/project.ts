import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Snippet, snippetsIn } from '../contract/support/markdown';
import { ROOT } from '../contract/support/tree';

const PAGE = 'docs/ci.md';

/** The files that the page has the reader write. */
export function filesOfPage(): { [name: string]: string } {
  const snippets: Snippet[] = ['json', 'ts', 'yaml'].flatMap((language) => snippetsIn(PAGE, language));
  return Object.fromEntries(snippets.map(({ name, code }) => [name ?? '', `${code}\n`]));
}

/** What a command of the page ended with. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** A project in a folder of its own, with the packages that are installed here, and ours as it is compiled. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-ci-'));

  constructor(files: { [name: string]: string }) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    const modules = join(this.folder, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync(join(ROOT, 'node_modules')))
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    symlinkSync(ROOT, join(modules, 'cdk8s-ml'));
    this.write('.gitignore', 'node_modules\n');
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** The names in a folder of the project. */
  list(folder: string): string[] {
    return readdirSync(join(this.folder, folder)).sort();
  }

  change(name: string, before: string, after: string): void {
    const text = this.read(name);
    if (!text.includes(before)) throw new Error(`${name} does not have ${before}`);
    this.write(name, text.replaceAll(before, after));
  }

  /** Runs a line of shell as CI does: no colours, and none of the settings of this test run. */
  run(command: string): Ended {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: this.folder, NO_COLOR: '1', GIT_CONFIG_NOSYSTEM: '1' },
    });
    return { status, output: `${stdout}${stderr}` };
  }

  /** Like `run`, for what must succeed. */
  must(command: string): string {
    const { status, output } = this.run(command);
    if (status !== 0) throw new Error(`${command} ended with ${status}\n${output}`);
    return output;
  }

  commit(): void {
    const who = '-c user.name=test -c user.email=test@example.com';
    this.must(`git init -q . && git add -A && git ${who} commit -qm "first"`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
