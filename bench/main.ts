import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { type AppSizes, chains, manyCharts, oneChart, type Section } from './apps';
import { modelServices } from './helm';
import { projects } from './project';
import { trainingJobs } from './training';

const USAGE = `npm run bench [-- options]
  --quick      small sizes, one run each: shows that everything works, and proves nothing
  --repeat=N   runs of each case, of which the median is taken (3)
  --save       writes docs/benchmarks.md`;

const FULL: AppSizes = {
  repeats: 3,
  charts: [100, 500, 2000],
  onlyOurs: [1000, 10_000],
  oneChart: [500, 2000],
  stockChain: [4, 8, 12],
  ourChain: 500,
};

const QUICK: AppSizes = {
  repeats: 1,
  charts: [10, 50],
  onlyOurs: [20, 100],
  oneChart: [50],
  stockChain: [4, 8],
  ourChain: 50,
};

function main(args: readonly string[]): void {
  const known = args.every((arg) => /^--(quick|save|repeat=[1-9]\d*)$/.test(arg));
  if (!known) {
    console.log(USAGE);
    process.exitCode = args.includes('--help') ? 0 : 1;
    return;
  }
  const quick = args.includes('--quick');
  const sizes = { ...(quick ? QUICK : FULL) };
  const repeats = Number(args.find((arg) => arg.startsWith('--repeat='))?.split('=')[1] ?? sizes.repeats);
  const before = loadavg()[0];
  const found = sections({ ...sizes, repeats }, quick);
  const report = reportOf(found, machine(repeats, before), quick);
  console.log(report);
  if (!quick && found.some(({ verdicts }) => verdicts.some(({ kept }) => !kept))) process.exitCode = 1;
  if (args.includes('--save')) writeFileSync(join(__dirname, '../docs/benchmarks.md'), report);
}

function sections(sizes: AppSizes, quick: boolean): Section[] {
  const services = modelServices(quick ? [1, 11] : [1, 101], sizes.repeats);
  const jobs = trainingJobs(quick ? 12 : 500, sizes.repeats);
  const apps = [manyCharts(sizes), oneChart(sizes), chains(sizes), services, jobs];
  return quick ? apps : [...apps, projects(sizes.repeats)];
}

function reportOf(found: readonly Section[], conditions: string, quick: boolean): string {
  const body = found.map(({ title, text }) => `## ${title}\n\n${text}`);
  const promises = quick ? 'Not judged: these sizes are too small.' : promisesOf(found);
  return `${[INTRODUCTION, conditions, ...body, '## Promises', promises].join('\n\n')}\n`;
}

function promisesOf(found: readonly Section[]): string {
  return found
    .flatMap((section) => section.verdicts)
    .map(({ promise, measured, kept }) => `- ${kept ? 'kept' : 'MISSED'}: ${promise}; ${measured}.`)
    .join('\n');
}

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench -- --save\`. Stock is cdk8s \`App\`; both run the same code, by tsx, each case in a process of its
own. Times are milliseconds of \`app.synth()\`. "bare" is \`MlApp\` without its rules, which is the work that stock does; "ours" is
\`MlApp\` as it comes, the rules included. "bare x" and "ours x" say how many times faster than stock they are. "whole x" is
"ours x" with the making of the constructs counted as well, which is the work of cdk8s-plus and the same for both.
MiB is the peak of the process, Node and all packages included.`;

/** What the figures depend on; the load is that of the machine beside one busy process of the benchmark. */
function machine(repeats: number, before: number): string {
  const versions = ['cdk8s', 'cdk8s-plus-28'].map((name) => `${name} ${versionOf(name)}`).join(', ');
  const memory = Math.round(totalmem() / 2 ** 30);
  const runs = repeats === 1 ? 'one run of each case' : `median of ${repeats} runs of each case`;
  return `Node ${process.versions.node}, ${versions}; ${cpus().length} cores (${cpus()[0].model}), ${memory} GiB, ${type()} ${release()}; ${runs}; load ${before.toFixed(1)} when it began, ${loadavg()[0].toFixed(1)} when it ended.`;
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(__dirname, '../node_modules', name, 'package.json'), 'utf8')).version;
}

main(process.argv.slice(2));
