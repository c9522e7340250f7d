import { fail, type Problem } from '../internal/errors';

/** Runs a file operation; an error of the file system becomes a problem in the shape of all others. */
export function withFileErrors<T>(path: string, verb: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    fail([fileProblem(path, verb, error as NodeJS.ErrnoException)]);
  }
}

/** Reads a path; `undefined` if it does not exist, or if a file has the name of one of its folders. */
export function readIfExists<T>(path: string, read: () => T): T | undefined {
  return withFileErrors(path, 'read', () => {
    try {
      return read();
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  });
}

function fileProblem(path: string, verb: string, { code, message }: NodeJS.ErrnoException): Problem {
  return {
    path,
    prop: `cannot be ${verb}`,
    got: { toHumanString: () => message },
    expected: 'a folder that this process can read and write',
    fix: FIXES[code ?? ''] ?? 'read the message of the file system, or choose another outdir',
  };
}

const FIXES: { [code: string]: string } = {
  EACCES: 'give this user the permission to write there, or choose another outdir',
  EPERM: 'give this user the permission to write there, or choose another outdir',
  EROFS: 'choose an outdir on a file system that is not read-only',
  ENOSPC: 'free some space on the disk; nothing was replaced',
  EDQUOT: 'free some of the disk quota of this user; nothing was replaced',
  EBUSY: 'it is a mount point: mount its parent folder instead, or choose another outdir',
  ELOOP: 'a symbolic link on this path leads to itself: remove it, or choose another outdir',
  ENOENT: 'a symbolic link on this path is broken, or another process removed the folder: repair it, and run again',
  ENAMETOOLONG: 'shorten the name of the folder, the chart or the object, or choose another yamlOutputType',
  ENOTDIR: 'a file has the name of a folder on this path: remove it, or choose another outdir',
  EEXIST: 'a file has the name of this folder: remove it, or choose another outdir',
  EISDIR: 'a folder has the name of this file: remove it, or choose another outdir',
};
