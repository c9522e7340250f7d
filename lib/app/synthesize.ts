import { YamlOutputType } from 'cdk8s';
import type { Problem } from '../internal/errors';
import { AppOutput } from './app-output';
import { warningText } from './check-rules';
import { checkOutputFolders } from './output-folders';
import { forEachApp, labelled } from './problems';
import { SynthReport } from './report';
import { appLabel, type ConfiguredApp } from './settings';
import { Staging } from './staging';
import { synthesizeApp } from './synthesize-app';

/** Synthesizes all apps or none: no file is replaced before all apps are checked. */
export function synthesize(
  apps: readonly ConfiguredApp[],
  onApp?: (label: string, index: number) => void,
): SynthReport {
  checkOutputFolders(apps);
  const staging = new Staging();
  const warnings: Problem[] = [];
  try {
    const outputs = forEachApp(apps, (app, problems, i) => {
      onApp?.(appLabel(app), i);
      const output = new AppOutput(app, staging, problems);
      const found: Problem[] = [];
      output.objects = synthesizeApp(app, output, problems, found);
      if (!problems.length) output.finish();
      for (const warning of labelled(apps, i, [...found, ...output.warnings])) warnings.push(warning);
      if (problems.length) staging.discard();
      return output;
    });
    staging.commit('first');
    staging.commit('main');
    for (const output of outputs) output.clean();
    staging.commit('last');
    return SynthReport._of(
      outputs.map((output) => output.entry()),
      warnings.map(warningText),
    );
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
