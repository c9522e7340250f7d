import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from './project';

const FOLDER = join(__dirname, '..', 'tests');

export interface UnitTests {
  readonly file: string;
  /** `Class.test_method`, in the order of the file. */
  readonly names: string[];
}

/** The tests that are written in Python. */
export function unitTests(): UnitTests[] {
  return readdirSync(FOLDER)
    .filter((file) => /^test_.*\.py$/.test(file))
    .sort()
    .map((file) => ({ file, names: namesIn(readFileSync(join(FOLDER, file), 'utf8')) }));
}

function namesIn(source: string): string[] {
  let owner = '';
  const names: string[] = [];
  for (const line of source.split('\n')) {
    owner = /^class (\w+)\(.*TestCase\):/.exec(line)?.[1] ?? owner;
    const method = /^ {4}def (test_\w+)\(/.exec(line)?.[1];
    if (method) names.push(`${owner}.${method}`);
  }
  return names;
}

/** As a sentence. */
export function titleOf(name: string): string {
  return name.replace(/^.*\.test_/, '').replaceAll('_', ' ');
}

/** Runs a file in a folder of its own: by name, what was wrong, or null. */
export function runUnitTests(project: Project, file: string): Record<string, string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-python-'));
  try {
    const results = join(folder, 'results.json');
    project.must(folder, [join(__dirname, 'report.py'), join(FOLDER, file), results], { PYTHONPATH: project.beside });
    return JSON.parse(readFileSync(results, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
