import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../contract/support/tree';
import { must } from './commands';

/** All that the wheel is made of. */
const PARTS = [
  'lib',
  'imports',
  'scripts/plain-declarations.ts',
  // npm run build
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
];

/** Copies the sources of the package, so that nobody changes or builds them meanwhile. */
export function copySources(into: string): void {
  mkdirSync(into, { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(into, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'));
}

/** Of the sources, and of what makes a package of them. */
export function fingerprint(sources: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash
      .update(`${file.slice(sources.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  for (const tool of ['jsii', 'jsii-pacmak'])
    hash.update(JSON.parse(readFileSync(join(ROOT, 'node_modules', tool, 'package.json'), 'utf8')).version);
  return hash.digest('hex').slice(0, 12);
}

/** Compiles the sources as `npm run build` does, and makes the wheel as it would be published. */
export function buildWheel(sources: string, python: string, into: string): void {
  must('npm', ['run', '--silent', 'build'], { cwd: sources });
  const generated = join(sources, 'packages');
  const pacmak = ['--target', 'python', '--code-only', '--no-npmignore', '--outdir', generated];
  // else the README on PyPI shows TypeScript, and calls it Python
  const translated = ['--rosetta-unknown-snippets', 'translate'];
  must(join(sources, 'node_modules', '.bin', 'jsii-pacmak'), [...pacmak, ...translated, sources], { cwd: sources });
  must(python, ['-m', 'pip', 'wheel', '--quiet', '--no-deps', '--wheel-dir', into, join(generated, 'python')], {
    cwd: sources,
  });
}

export function wheelIn(folder: string): string {
  const wheels = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.whl')) : [];
  if (wheels.length !== 1) throw new Error(`${folder} has ${wheels.length} wheels, not one`);
  return join(folder, wheels[0]);
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
