import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { MlApp } from '../lib';
import type { AppKind, Sample } from './measure';
import { fill, type Shape } from './shapes';

/** One app, made and synthesized once in a process of its own, so that its time and its peak memory are its alone. */
function main([kind, shape, count]: string[]): void {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-ml-bench-'));
  try {
    const started = performance.now();
    const app = kind === 'stock' ? new App({ outdir }) : new MlApp({ outdir, rules: (kind as AppKind) === 'ours' });
    fill(app, shape as Shape, Number(count));
    const built = performance.now();
    app.synth();
    const done = performance.now();
    const sample: Sample = {
      build: built - started,
      synth: done - built,
      whole: done - started,
      // in KiB on every system that Node runs on
      memory: process.resourceUsage().maxRSS / 1024,
    };
    process.stdout.write(JSON.stringify(sample));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

main(process.argv.slice(2));
