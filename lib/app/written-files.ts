import { realPath } from './real-path';

interface WrittenFiles {
  readonly app: WeakRef<object>;
  /** Relative to the folder. */
  readonly files: ReadonlySet<string>;
}

/** The files that each app of this process wrote, by the real path of the output folder. */
const byFolder = new Map<string, WrittenFiles[]>();

/**
 * The files of other apps of this process that write into the same folder, as several stock apps can.
 * An app that writes a file of another app replaces it: a test or a watcher made the app again. An app that writes none of
 * its files is a second app, and the files of the other are not stale.
 */
export function writtenByOthers(outdir: string, app: object, files: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(otherApps(realPath(outdir), app, files).flatMap((other) => [...other.files]));
}

/** Remembers what the app has written. */
export function rememberWritten(outdir: string, app: object, files: ReadonlySet<string>): void {
  const folder = realPath(outdir);
  byFolder.set(folder, [...otherApps(folder, app, files), { app: new WeakRef(app), files }]);
}

function otherApps(folder: string, app: object, files: ReadonlySet<string>): WrittenFiles[] {
  return (byFolder.get(folder) ?? []).filter(
    (other) => other.app.deref() !== app && ![...other.files].some((file) => files.has(file)),
  );
}
