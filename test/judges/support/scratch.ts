import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Subject, subject } from './subject';

const made: string[] = [];

/** Manifests that a test made up, as a judge wants them; `forget` removes them. */
export function scratch(yaml: string, minor = 33): Subject {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-judges-'));
  made.push(folder);
  writeFileSync(join(folder, 'scratch.k8s.yaml'), yaml);
  return subject('scratch/test', folder, minor);
}

export function forget(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
