import type { Checker } from '../../../internal/errors';
import { contentHash } from '../../../internal/hash';
import { nameFault } from '../../../internal/names';
import type { ObjectPlan } from '../../../internal/object-plan';
import type { RunNaming } from '../../../traits/run/plan';

/**
 * The name of a run while its plan is made. Objects contain the name (addresses, selectors), and its hash covers the
 * objects, so that the name stands in for itself until the hash is known.
 */
export function placeholderOf(id: string, naming: RunNaming): string {
  if (naming.type === 'fixed') return naming.text!;
  return `${id}-${naming.type === 'version' ? naming.text : PLACEHOLDER}`;
}

/** As long as the hash. Hashes have digits and a to f only, so that no finished name contains it. */
const PLACEHOLDER = 'rrrrrrrr';

/** Name and objects of the finished run. */
export interface NamedRun {
  readonly run: string;
  readonly objects: readonly ObjectPlan[];
}

/** Gives the run its name: by a hash of what cannot be changed in place, or as the user says. */
export function nameRun(
  placeholder: string,
  naming: RunNaming,
  objects: readonly ObjectPlan[],
  immutable: (objects: readonly ObjectPlan[]) => unknown,
): NamedRun {
  if (naming.type !== 'hash') return { run: placeholder, objects };
  const run = placeholder.replace(PLACEHOLDER, contentHash(immutable(objects)));
  return { run, objects: replaceIn(objects, placeholder, run) };
}

/** The value with the text replaced in every string and key. */
export function replaceIn<T>(value: T, text: string, by: string): T {
  if (typeof value === 'string') return value.replaceAll(text, by) as T;
  if (Array.isArray(value)) return value.map((one) => replaceIn(one, text, by)) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.replaceAll(text, by), replaceIn(one, text, by)]),
  ) as T;
}

/** Refuses a run whose pods or Services would have names that are too long. */
export function checkRunName(check: Checker, run: string, naming: RunNaming, longest: number): void {
  const at = naming.type === 'hash' ? check.at('id') : check.at('run');
  const fault = nameFault(run, 'service');
  const shown = naming.type === 'hash' ? run.replace(PLACEHOLDER, '<hash>') : run;
  if (fault) at.refuse(shown, `a name of a run: ${fault}`, 'shorten the id, or set name or run');
  else if (run.length > longest)
    at.refuse(
      shown,
      `a name of a run of at most ${longest} characters: names of pods are made of it, and have at most 63`,
      'shorten the id, or set name or run',
    );
}
