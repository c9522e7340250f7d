/** Which app of this process wrote which files, by output folder. */
const claims = new Map<string, { readonly app: WeakRef<object>; readonly files: ReadonlySet<string> }[]>();

/**
 * Whether a file belongs to another app of this process that writes into the same folder, as several stock apps may.
 * An app that writes one of the files of another is that app made anew (in a test, or by a watcher), and takes its place;
 * one that writes none of them is a second app, whose files must not be taken for stale.
 */
export function isClaimed(outdir: string, app: object, files: ReadonlySet<string>): (file: string) => boolean {
  const others = standing(outdir, app, files);
  return (file) => others.some((other) => other.files.has(file));
}

/** Notes what the app has written. */
export function claim(outdir: string, app: object, files: ReadonlySet<string>): void {
  claims.set(outdir, [...standing(outdir, app, files), { app: new WeakRef(app), files }]);
}

function standing(outdir: string, app: object, files: ReadonlySet<string>) {
  return (claims.get(outdir) ?? []).filter(
    (other) => other.app.deref() !== app && ![...other.files].some((file) => files.has(file)),
  );
}
