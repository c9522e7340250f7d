import { type Agreement, type Comparison, nearest } from './comparison';
import { type KubernetesObject, nameOfObject } from './objects';

const MOST_DIFFERENCES = 12;
const MOST_OBJECTS = 30;

/** An object and its comparison with the pattern. */
export interface Compared extends Comparison {
  readonly object: KubernetesObject;
}

/** The object that is nearest to the pattern, and where it differs. */
export function nearestObject(compared: readonly Compared[]): string {
  const near = nearest(compared);
  if (!near) return '';
  const { length } = near.differences;
  const title = `nearest: ${label(near.object)}, ${length} ${length === 1 ? 'difference' : 'differences'}`;
  return [title, differencesOf(near)].join('\n');
}

/** Every difference: path, got, expected, as the errors of the library print them. */
export function differencesOf({ differences }: Comparison): string {
  const lines = differences
    .slice(0, MOST_DIFFERENCES)
    .map(({ path, got, expected }) => `  ${path}\n    got       ${got}\n    expected  ${expected}`);
  if (differences.length > MOST_DIFFERENCES) lines.push(`  ... and ${differences.length - MOST_DIFFERENCES} more`);
  return lines.join('\n');
}

/** The parts of an object that a pattern describes. */
export function agreementsOf(agreed: readonly Agreement[]): string {
  return agreed
    .slice(0, MOST_DIFFERENCES)
    .map(({ path, value }) => `  ${path} is ${value}`)
    .join('\n');
}

/** What objects there are, one a line. */
export function inventory(objects: readonly KubernetesObject[]): string {
  if (objects.length === 0) return 'there are no objects at all';
  const lines = objects.slice(0, MOST_OBJECTS).map((object) => `  ${label(object)}`);
  if (objects.length > MOST_OBJECTS) lines.push(`  ... and ${objects.length - MOST_OBJECTS} more`);
  return ['there are', ...lines].join('\n');
}

/** `Deployment ml-serving/churn-predictor`. */
export function label(object: KubernetesObject): string {
  return `${object.kind} ${nameOfObject(object)}`;
}
