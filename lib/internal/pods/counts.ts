import { count, dig, type Json } from '../json';

/** A number of pods at a path; negative and missing numbers read as the default. */
export function numberAt(value: Json, path: string, byDefault: number): number {
  const found = count(dig(value, path));
  return found === undefined || found < 0 ? byDefault : found;
}

/** Counts pods by a number at a path of the manifest. */
export function counted(path: string, byDefault = 1): (manifest: Json) => number {
  return (manifest) => numberAt(manifest, path, byDefault);
}

/** Counts pods by a number at a path of the entry. */
export function countedEach(path: string, byDefault = 1): (manifest: Json, entry: Json) => number {
  return (_manifest, entry) => numberAt(entry, path, byDefault);
}

/** The pods of a Job that run at once: its parallelism, but no more than have to succeed. */
export function podsOfJob(jobSpec: unknown): number {
  const parallelism = count(dig(jobSpec, 'parallelism')) ?? 1;
  const completions = count(dig(jobSpec, 'completions')) ?? Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(parallelism, completions));
}
