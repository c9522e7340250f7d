import { MlApp } from '../../lib';
import { paintDiff, painter, paintSummary } from './colour';
import { helpText, readOptions, UsageError } from './options';
import { Progress } from './progress';

/** Apps by name; each makes one MlApp for each of its environments. */
export type Scenarios = Readonly<Record<string, () => MlApp[]>>;

/** `npm run synth`: synthesizes, and prints what became of it. A mistake ends as its message, without a stack. */
export function synth(scenarios: Scenarios, args: readonly string[]): void {
  // the start of the program counts for whoever waits
  const progress = new Progress(process.stderr, Date.now, Date.now() - process.uptime() * 1000);
  const [out, err] = [painter(process.stdout), painter(process.stderr)];
  try {
    const known = Object.keys(scenarios);
    const options = readOptions(args, known);
    if (options.help) {
      console.log(helpText(known));
      return;
    }
    const apps = options.apps.flatMap((name) => {
      progress.step(`making ${name}`);
      return scenarios[name]();
    });
    if (options.diff) {
      const diff = MlApp.diffAll(apps);
      progress.done();
      console.log(diff === '' ? 'nothing changes\n' : paintDiff(diff, out));
    }
    const report = MlApp._synthAll(apps, (app, i) => progress.step(`checking ${app} (${i + 1} of ${apps.length})`));
    progress.done();
    console.log(paintSummary(report.summary(), out));
  } catch (error) {
    progress.done();
    console.error(err('red', error instanceof Error ? error.message : String(error)));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
