import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from './tree';

export interface Docs {
  readonly summary?: string;
  readonly default?: string;
}

export interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: string;
  readonly collection?: { readonly elementtype: TypeReference };
  readonly union?: { readonly types: TypeReference[] };
}

export interface Member {
  readonly name: string;
  readonly docs?: Docs;
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly type?: TypeReference;
  readonly parameters?: readonly Member[];
  readonly returns?: { readonly type: TypeReference };
}

export interface ApiType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** An interface of props. */
  readonly datatype?: boolean;
  readonly docs?: Docs;
  readonly members?: readonly Member[];
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly initializer?: { readonly parameters?: readonly Member[] };
}

/** What jsii found exported: the API as users of TypeScript and of Python meet it. Compiled first where it is stale. */
export function exportedTypes(): ApiType[] {
  compileWhereStale();
  const assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
  return Object.values(assembly.types ?? {});
}

/** Makes `build/` and `.jsii` as `npm run build` does, unless they are newer than everything they are made of. */
export function compileWhereStale(): void {
  if (!isStale()) return;
  withLock(() => {
    if (isStale()) compile();
  });
}

function isStale(): boolean {
  const made = join(ROOT, '.jsii');
  if (!existsSync(made) || !existsSync(join(ROOT, 'build', 'lib', 'index.js'))) return true;
  const sources = [...filesUnder('lib'), ...filesUnder('imports'), 'package.json', 'tsconfig.build.json'];
  const changed = Math.max(...sources.map((file) => statSync(join(ROOT, file)).mtimeMs));
  return statSync(made).mtimeMs < changed;
}

function compile(): void {
  try {
    const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] };
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe', env });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw Object.assign(new Error(), { stack: `jsii does not compile lib/\n${stdout}\n${stderr}` });
  }
}

/** Test files run in several processes; one compiles, the others wait. */
function withLock(run: () => void): void {
  const lock = join(ROOT, 'build', '.compiling');
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  const giveUp = Date.now() + 180_000;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // a lock that nobody gave back within three minutes belongs to a run that was killed
      if (Date.now() > giveUp) break;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    run();
  } finally {
    if (existsSync(lock)) rmdirSync(lock);
  }
}
