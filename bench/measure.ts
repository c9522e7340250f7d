import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Shape } from './shapes';

/** Stock `App`, `MlApp`, or `MlApp` without its rules, which is the same work as stock's. */
export type AppKind = 'stock' | 'ours' | 'ours-without-rules';

/** What one run took: milliseconds and MiB. */
export interface Sample {
  /** Making the constructs, which is the work of cdk8s-plus and the same for every app. */
  readonly build: number;
  /** `app.synth()`. */
  readonly synth: number;
  /** Both. */
  readonly whole: number;
  /** The most memory that the process had at any time, Node, tsx and all packages included. */
  readonly memory: number;
}

/** One case of the benchmark. */
export interface Case {
  readonly kind: AppKind;
  readonly shape: Shape;
  readonly count: number;
}

/**
 * The median of each number over several runs of each case, each in a new process. The cases take turns, so that
 * whatever else the machine does meets all of them.
 */
export function measure(cases: readonly Case[], repeats: number): Sample[] {
  const samples: Sample[][] = cases.map(() => []);
  for (let run = 0; run < repeats; run++) for (const [i, one] of cases.entries()) samples[i].push(runOnce(one));
  return samples.map((runs) => {
    const of = (field: keyof Sample) => median(runs.map((sample) => sample[field]));
    return { build: of('build'), synth: of('synth'), whole: of('whole'), memory: of('memory') };
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How long a command takes, in milliseconds; throws what it prints where it fails. */
export function timeOf(command: string, args: readonly string[], cwd: string, repeats: number): number {
  return median(
    Array.from({ length: repeats }, () => {
      const started = performance.now();
      const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
      if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
      return performance.now() - started;
    }),
  );
}

function runOnce({ kind, shape, count }: Case): Sample {
  process.stderr.write(`  ${kind}, ${shape}, ${count} ...\n`);
  const args = ['--import', 'tsx', join(__dirname, 'child.ts'), kind, shape, String(count)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${kind}, ${shape}, ${count} failed:\n${stderr.slice(0, 2000)}`);
  return JSON.parse(stdout);
}
