import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { minutesOf, type OptionalStep, type Step } from './steps';

export const ROOT = join(__dirname, '..', '..');
const RESULTS = join(ROOT, 'build', 'test-results');
/** Where suites write what they tried: test/support/tally.ts. */
export const TALLY = join(RESULTS, 'tally.jsonl');

export interface Outcome {
  readonly step: Step;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** What is wrong beside failed tests. */
  readonly fault?: string;
}

export function emptyResults(): void {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
}

/** The steps in turn; what they print is seen as they print it. */
export async function inTurn(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    console.log(`\n> ${titleOf(step)}`);
    outcomes.push(await run(step, 'inherit'));
  }
  return outcomes;
}

/** The lanes at the same time; what a step prints is shown in one piece when it has ended. */
export async function sideBySide(lanes: readonly (readonly Step[])[]): Promise<Outcome[]> {
  const outcomes = await Promise.all(lanes.map(inSilence));
  return outcomes.flat();
}

/** The steps in turn, without those that would end after the deadline; what is left out is said once more at the end. */
export async function whileTimeIsLeft(steps: readonly OptionalStep[], deadline: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const leftOut: string[] = [];
  for (const step of steps) {
    const left = Math.max(0, Math.floor((deadline - Date.now()) / 60_000));
    const minutes = minutesOf(step);
    if (left < minutes) leftOut.push(`${titleOf(step)} is left out: it takes ${minutes} minutes, and ${left} are left`);
    else outcomes.push(...(await inTurn([step])));
  }
  for (const line of leftOut) console.log(`\n> ${line}`);
  return outcomes;
}

async function inSilence(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const log = join(RESULTS, `${fileName(step)}.log`);
    outcomes.push(await run(step, log));
    console.log(`\n> ${step.script}\n${readFileSync(log, 'utf8')}`);
  }
  return outcomes;
}

async function run(step: Step, output: string): Promise<Outcome> {
  const begun = Date.now();
  const results = join(RESULTS, `${fileName(step)}.json`);
  const args = [...(step.args ?? []), ...(step.suite ? ['--json', `--outputFile=${results}`] : [])];
  const status = await npmRun([step.script, ...(args.length ? ['--', ...args] : [])], output);
  const seconds = (Date.now() - begun) / 1000;
  return step.suite ? countTests(step, seconds, results, status) : { step, seconds, ...plain(status) };
}

/** The exit code of the script, or what ended or prevented it. Its output goes to the file, or to ours. */
function npmRun(args: readonly string[], output: string): Promise<number | string> {
  const major = process.versions.node.split('.')[0];
  const child = spawn('npm', ['run', '--silent', ...args], {
    cwd: ROOT,
    stdio: output === 'inherit' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TEST_TALLY: TALLY, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: major },
  });
  const log = output === 'inherit' ? undefined : createWriteStream(output);
  // both streams end in one file, which is closed when the process is through
  if (log) for (const stream of [child.stdout, child.stderr]) stream?.pipe(log, { end: false });
  return new Promise((resolve) => {
    const end = (status: number | string) => (log ? log.end(() => resolve(status)) : resolve(status));
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(code ?? signal ?? 'no exit code'));
  });
}

/** The script, and which part of it where several steps have the same. */
export function titleOf({ script, args = [] }: Step): string {
  return [script, ...args.filter((arg) => !arg.startsWith('-'))].join(' ');
}

function fileName(step: Step): string {
  return titleOf(step).replace(/[^\w.]+/g, '-');
}

/** A step that is no test counts where it fails only. */
function plain(status: number | string): Pick<Outcome, 'passed' | 'failed' | 'fault'> {
  return status === 0 ? { passed: 0, failed: 0 } : { passed: 0, failed: 1, fault: `ended with ${status}` };
}

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  /** Test files that could not be loaded: their tests are in no other number. */
  readonly numRuntimeErrorTestSuites: number;
}

function countTests(step: Step, seconds: number, results: string, status: number | string): Outcome {
  if (!existsSync(results)) return { step, seconds, passed: 0, failed: 1, fault: 'did not run' };
  const jest: JestResults = JSON.parse(readFileSync(results, 'utf8'));
  const passed = jest.numPassedTests;
  const failed = jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  // what an optional step needs may be refused to this machine; its tests are then skipped, with the reason in their title
  const isLeftOut = 'needs' in step && jest.numPendingTests > 0;
  if (passed + failed === 0 && !isLeftOut) return { step, seconds, passed, failed: 1, fault: 'ran no test' };
  if (failed === 0 && status !== 0) return { step, seconds, passed, failed: 1, fault: `ended with ${status}` };
  return { step, seconds, passed, failed };
}

/** What git sees of the tree: names of files that are new, and the text of what is changed. */
export function stateOfTree(): string {
  return git('status', '--porcelain') + git('diff', 'HEAD');
}

export function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 });
}
