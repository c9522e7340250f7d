/**
 * `npm run import`: makes imports/<group>.ts of imports/schemas/<group>.yaml, offline.
 *
 * One schema file for each API group, since the CLI writes one file for each and a second source would replace it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** The folder of the schemas that we write. */
export const SCHEMAS = join(ROOT, 'imports', 'schemas');

/** Writes the typed bindings of every schema into `folder`; returns their file names. */
export function generateBindings(folder: string): string[] {
  const workplace = mkdtempSync(join(tmpdir(), 'cdk8s-ml-import-'));
  try {
    const imports = readdirSync(SCHEMAS)
      .sort()
      .map((file) => join(SCHEMAS, file));
    // a cdk8s.yaml of its own: one start of the CLI for all schemas, and the project's file stays as it is
    writeFileSync(join(workplace, 'cdk8s.yaml'), JSON.stringify({ language: 'typescript', imports }));
    mkdirSync(folder, { recursive: true });
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s'),
        'import',
        '--no-save',
        '--check-upgrade=false',
        '--output',
        resolve(folder),
      ],
      { cwd: workplace, stdio: 'pipe' },
    );
    return imports.map((file) => file.slice(SCHEMAS.length + 1).replace(/\.yaml$/, '.ts'));
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

if (require.main === module) {
  for (const file of generateBindings(join(ROOT, 'imports'))) console.log(`imports/${file}`);
}
