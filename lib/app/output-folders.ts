import { resolve, sep } from 'node:path';
import { fail, type Problem } from '../internal/errors';
import { appLabel, type ConfiguredApp } from './settings';

/** Refuses apps of one run that write into the same folder, or one into a folder inside the folder of another. */
export function checkOutputFolders(apps: readonly ConfiguredApp[]): void {
  const problems: Problem[] = [];
  apps.forEach((app, i) => {
    const outdir = resolve(app.outdir);
    const other = apps
      .slice(0, i)
      .find((earlier) => isWithin(outdir, resolve(earlier.outdir)) || isWithin(resolve(earlier.outdir), outdir));
    if (!other) return;
    const owner = other === app ? 'the same app, given twice' : `the folder of another app, ${appLabel(other)}`;
    problems.push({
      path: appLabel(app),
      prop: 'outdir',
      got: { toHumanString: () => `${app.outdir}: ${owner}` },
      expected: 'an output folder of its own, neither inside the folder of another app nor around it',
      fix: 'give each app a name or an environment of its own, or another outdir',
    });
  });
  if (problems.length) fail(problems);
}

function isWithin(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
