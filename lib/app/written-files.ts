interface WrittenFiles {
  readonly app: WeakRef<object>;
  readonly files: ReadonlySet<string>;
}

/** The files that each app of this process wrote, by output folder. */
const byFolder = new Map<string, WrittenFiles[]>();

/**
 * Returns whether a file belongs to another app of this process that writes into the same folder, as several stock apps can.
 * An app that writes a file of another app replaces it: a test or a watcher made the app again. An app that writes none of
 * its files is a second app, and the files of the other are not stale.
 */
export function isWrittenByOther(outdir: string, app: object, files: ReadonlySet<string>): (file: string) => boolean {
  const others = otherApps(outdir, app, files);
  return (file) => others.some((other) => other.files.has(file));
}

/** Remembers what the app has written. */
export function rememberWritten(outdir: string, app: object, files: ReadonlySet<string>): void {
  byFolder.set(outdir, [...otherApps(outdir, app, files), { app: new WeakRef(app), files }]);
}

function otherApps(outdir: string, app: object, files: ReadonlySet<string>): WrittenFiles[] {
  return (byFolder.get(outdir) ?? []).filter(
    (other) => other.app.deref() !== app && ![...other.files].some((file) => files.has(file)),
  );
}
