import { fail, type Problem } from '../internal/errors';

/** What the file system refuses is told like everything else that a user can put right. */
export function attempt<T>(path: string, verb: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    fail([cannotBe(path, verb, error as NodeJS.ErrnoException)]);
  }
}

/** Reads what is at a path; `undefined` where nothing is, or where a file stands in the place of one of its folders. */
export function ifThere<T>(path: string, read: () => T): T | undefined {
  return attempt(path, 'read', () => {
    try {
      return read();
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  });
}

function cannotBe(path: string, verb: string, { code, message }: NodeJS.ErrnoException): Problem {
  return {
    path,
    prop: `cannot be ${verb}`,
    got: { toHumanString: () => message },
    expected: 'a folder that this process may read and write',
    fix: FIXES[code ?? ''] ?? 'see the message of the file system, or choose another outdir',
  };
}

const FIXES: { [code: string]: string } = {
  EACCES: 'give this user the permission to write there, or choose another outdir',
  EPERM: 'give this user the permission to write there, or choose another outdir',
  EROFS: 'choose an outdir on a file system that is not read-only',
  ENOSPC: 'free some space on the disk; nothing was replaced',
  EDQUOT: 'free some of the space of this user on the disk; nothing was replaced',
  EBUSY: 'it is mounted by itself: mount the folder that holds it instead, or choose another outdir',
  ELOOP: 'a link on the way there leads to itself: remove it, or choose another outdir',
  ENOENT: 'a link on the way there leads nowhere, or somebody removed the folder meanwhile: see to it, and run again',
  ENAMETOOLONG: 'shorten the name of the folder, the chart or the object, or choose another yamlOutputType',
  ENOTDIR: 'a file has the name of a folder on the way there: remove it, or choose another outdir',
  EEXIST: 'a file has the name of this folder: remove it, or choose another outdir',
  EISDIR: 'a folder has the name of this file: remove it, or choose another outdir',
};
