import { YamlOutputType } from 'cdk8s';
import type { Problem } from '../internal/errors';
import { AppOutput } from './app-output';
import { warningText } from './check-rules';
import { findRemovals, remove } from './folder';
import { checkOutputFolders } from './output-folders';
import { forEachApp, labelled } from './problems';
import { SynthReport } from './report';
import type { ConfiguredApp } from './settings';
import { Staging } from './staging';
import { synthesizeApp } from './synthesize-app';
import { rememberWritten } from './written-files';

/** Synthesizes all apps or none: no file is replaced before all apps are checked. */
export function synthesize(apps: readonly ConfiguredApp[]): SynthReport {
  checkOutputFolders(apps);
  const staging = new Staging();
  const warnings: Problem[] = [];
  try {
    const outputs = forEachApp(apps, (app, problems, i) => {
      const output = new AppOutput(app, staging, problems);
      const found: Problem[] = [];
      output.objects = synthesizeApp(app, output, problems, found);
      for (const warning of labelled(apps, i, found)) warnings.push(warning);
      if (problems.length) staging.discard();
      return output;
    });
    const removals = outputs.map((output) => findRemovals(output, staging.temporaries));
    staging.commit();
    for (const one of removals) remove(one);
    for (const [i, { outdir, files }] of outputs.entries()) rememberWritten(outdir, apps[i], files);
    const entries = outputs.map((output, i) => output.entry(removals[i]));
    return SynthReport._of(entries, warnings.map(warningText));
  } finally {
    staging.discard();
  }
}

/** The documents of one app as one text, checked as if they were written. */
export function synthesizeText(app: ConfiguredApp): string {
  const texts: string[] = [];
  forEachApp([app], (_, problems) => {
    const target = {
      type: YamlOutputType.FILE_PER_APP,
      extension: '',
      useChartJson: true,
      recordsConstructs: false,
      write: (_name: string, parts: Iterable<string>) => texts.push(...parts),
    };
    synthesizeApp(app, target, problems, []);
  });
  return texts.join('');
}
