import { compare } from '../testing/compare';
import type { Difference } from '../testing/comparison';
import { objectsInTexts } from '../testing/files';
import { type KubernetesObject, nameOfObject } from '../testing/objects';

/** A file of the output: what is on the disk, and what a run writes. Either is empty where there is no file. */
export interface ChangedFile {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** An object that a run adds, removes or changes. */
export interface ObjectChange {
  readonly change: 'added' | 'removed' | 'changed';
  /** `Deployment ml-serving/churn-predictor`. */
  readonly title: string;
  readonly before?: KubernetesObject;
  readonly after?: KubernetesObject;
  /** Fields of an object that is changed: `got` is what is on the disk, `expected` what the run writes. */
  readonly differences: readonly Difference[];
}

/** What changes from one set of files to another: an object that moves from one file to another does not. */
export function changesOf(files: readonly ChangedFile[]): ObjectChange[] {
  const before = byTitle(objectsOf(files, 'before'));
  const after = byTitle(objectsOf(files, 'after'));
  const titles = [...new Set([...before.keys(), ...after.keys()])].sort();
  return titles.flatMap((title) => changeOf(title, before.get(title), after.get(title)));
}

function changeOf(title: string, before?: KubernetesObject, after?: KubernetesObject): ObjectChange[] {
  if (before === undefined || after === undefined)
    return [{ change: before ? 'removed' : 'added', title, before, after, differences: [] }];
  const { differences } = compare(after, before, '', 'exact');
  return differences.length > 0 ? [{ change: 'changed', title, before, after, differences }] : [];
}

function objectsOf(files: readonly ChangedFile[], side: 'before' | 'after'): KubernetesObject[] {
  return objectsInTexts(files.map((file) => ({ file: file.name, text: file[side] })).filter(({ text }) => text !== ''));
}

/** Of two objects of one kind and name, which a rule refuses, the first. */
function byTitle(objects: readonly KubernetesObject[]): Map<string, KubernetesObject> {
  return new Map(objects.map((object): [string, KubernetesObject] => [titleOf(object), object]).reverse());
}

function titleOf(object: KubernetesObject): string {
  return `${object.kind} ${nameOfObject(object)}`;
}
