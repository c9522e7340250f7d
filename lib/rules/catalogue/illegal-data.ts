import { nameFault } from '../../internal/names';
import type { Item } from '../cluster/item';
import { own, record, word } from '../cluster/read';
import type { Fault, Rule } from '../rule';

/** MaxSecretSize of k8s.io/api/core/v1, which ConfigMaps have too. */
const MAX_BYTES = 1024 * 1024;

export const illegalData: Rule = {
  id: 'illegal-data',
  severity: 'error',
  title: 'The data of a ConfigMap or Secret is not legal',
  why: 'The API server refuses the object. YAML makes numbers and booleans of 8000 and true: data is text.',
  fix: 'Write the values in quotes, keys of letters, digits, hyphens, underscores and dots, and at most 1 MiB in all.',
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {PORT: "8000"}
`,
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {PORT: 8000}
`,
  *check(cluster) {
    for (const item of cluster.all('', 'ConfigMap')) yield* data(item, ['data', 'binaryData']);
    for (const item of cluster.all('', 'Secret')) yield* data(item, ['data', 'stringData']);
  },
};

function* data(item: Item, fields: readonly string[]): Iterable<Fault> {
  let bytes = 0;
  for (const field of fields)
    for (const [key, value] of Object.entries(record(own(item.manifest, field)))) {
      const prop = `${field}[${key}]`;
      const expected = nameFault(key, 'key');
      if (expected) yield { item, prop, got: key, expected: `a key of ${expected}`, fix: 'rename the key' };
      if (typeof value === 'string') bytes += Buffer.byteLength(value);
      // an empty value reads as empty text
      else if (value !== null && value !== undefined)
        yield { item, prop, got: value, expected: 'text', fix: `write it in quotes: "${word(value)}"` };
    }
  if (bytes > MAX_BYTES)
    yield {
      item,
      prop: fields[0],
      got: `${bytes} bytes`,
      expected: 'at most 1 MiB of data in all',
      fix: `split ${item.title}, or put what is large on a volume`,
    };
}
