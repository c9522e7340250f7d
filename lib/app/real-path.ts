import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The path without symbolic links, also of a folder that does not exist yet. */
export function realPath(path: string): string {
  const absolute = resolve(path);
  const parent = dirname(absolute);
  try {
    return realpathSync.native(absolute);
  } catch {
    return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
  }
}
