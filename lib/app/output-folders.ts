import { sep } from 'node:path';
import { fail, type Problem } from '../internal/errors';
import { realPath } from './real-path';
import { appLabel, type ConfiguredApp } from './settings';

/** Refuses apps of one run that write into the same folder, or one into a folder inside the folder of another. */
export function checkOutputFolders(apps: readonly ConfiguredApp[]): void {
  const problems: Problem[] = [];
  const folders = apps.map((app) => realPath(app.outdir));
  apps.forEach((app, i) => {
    const other = apps.find((_, j) => j < i && (isWithin(folders[i], folders[j]) || isWithin(folders[j], folders[i])));
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
