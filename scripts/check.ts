/**
 * The one gate: `npm run check` before a commit; with `--all`, as .ci/run calls it, the suites that take longer too.
 * Prints the time of each step, and ends with `N passed, N failed`: tests of all suites, and steps that are no tests.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const RESULTS = join(ROOT, 'build', 'test-results');

interface Step {
  /** A script of package.json. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Run by jest: its tests are counted, and there must be some. */
  readonly suite?: boolean;
  /** Only with `--all`. */
  readonly slow?: boolean;
}

const STEPS: readonly Step[] = [
  { script: 'lint' },
  { script: 'typecheck' },
  { script: 'build' },
  { script: 'docs', args: ['--check'] },
  { script: 'test', suite: true },
  { script: 'synth', slow: true },
  { script: 'test:package', suite: true, slow: true },
  { script: 'test:service', suite: true, slow: true },
  { script: 'test:python', suite: true, slow: true },
  { script: 'test:judges', suite: true, slow: true },
  { script: 'test:cluster', suite: true, slow: true },
];

interface Outcome {
  readonly step: Step;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** What is wrong beside failed tests. */
  readonly fault?: string;
}

function main(): void {
  const all = process.argv.includes('--all');
  const before = stateOfTree();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const outcomes = STEPS.filter(({ slow }) => all || !slow).map(run);
  const changed = stateOfTree() === before ? [] : ['the run changed files that git has or does not ignore'];
  report(outcomes, changed);
}

function run(step: Step): Outcome {
  const begun = Date.now();
  console.log(`\n> ${step.script}`);
  const results = join(RESULTS, `${step.script.replace(':', '-')}.json`);
  const args = [...(step.args ?? []), ...(step.suite ? ['--json', `--outputFile=${results}`] : [])];
  const { status } = spawnSync('npm', ['run', '--silent', step.script, ...(args.length ? ['--', ...args] : [])], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] },
  });
  const seconds = (Date.now() - begun) / 1000;
  return step.suite ? countTests(step, seconds, results, status) : { step, seconds, ...plain(status) };
}

/** A step that is no test counts where it fails only. */
function plain(status: number | null): Pick<Outcome, 'passed' | 'failed' | 'fault'> {
  return status === 0 ? { passed: 0, failed: 0 } : { passed: 0, failed: 1, fault: `ended with ${status}` };
}

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that could not be loaded: their tests are in no other number. */
  readonly numRuntimeErrorTestSuites: number;
}

function countTests(step: Step, seconds: number, results: string, status: number | null): Outcome {
  if (!existsSync(results)) return { step, seconds, passed: 0, failed: 1, fault: 'did not run' };
  const jest: JestResults = JSON.parse(readFileSync(results, 'utf8'));
  const passed = jest.numPassedTests;
  const failed = jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  if (passed + failed === 0) return { step, seconds, passed, failed: 1, fault: 'ran no test' };
  if (failed === 0 && status !== 0) return { step, seconds, passed, failed: 1, fault: `ended with ${status}` };
  return { step, seconds, passed, failed };
}

/** What git sees of the tree: names of files that are new, and the text of what is changed. */
function stateOfTree(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return git('status', '--porcelain') + git('diff', 'HEAD');
}

function report(outcomes: readonly Outcome[], faults: readonly string[]): void {
  console.log('');
  for (const { step, seconds, passed, failed, fault } of outcomes) {
    const counts = step.suite ? `${passed} passed, ${failed} failed` : failed > 0 ? 'failed' : 'ok';
    console.log(`${step.script.padEnd(14)}${seconds.toFixed(1).padStart(7)} s  ${counts}${fault ? ` (${fault})` : ''}`);
  }
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) console.log(execFileSync('git', ['status', '--short'], { cwd: ROOT, encoding: 'utf8' }));
  const failed = sum(outcomes.map((outcome) => outcome.failed)) + faults.length;
  console.log(`${sum(outcomes.map(({ passed }) => passed))} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

main();
