import type { Json } from '../../internal/json';
import { keyFault } from '../../internal/names';
import type { Item } from '../cluster/item';
import { annotationsOf } from '../cluster/pods';
import type { Fault, Rule } from '../rule';

/** TotalAnnotationSizeLimitB of k8s.io/apimachinery/pkg/api/validation. */
const MAX_BYTES = 256 * 1024;

export const illegalAnnotation: Rule = {
  id: 'illegal-annotation',
  severity: 'error',
  title: 'An annotation is not legal',
  why: 'The API server refuses the whole object. YAML makes numbers and booleans of 9090 and true: annotations are text.',
  fix: 'Write the value in quotes, the key like that of a label, and no more than 256 KiB in all.',
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml, annotations: {example.com/port: "9090"}}
data: {LOG_LEVEL: INFO}
`,
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml, annotations: {example.com/port: 9090}}
data: {LOG_LEVEL: INFO}
`,
  *check(cluster) {
    for (const item of cluster.items) yield* annotations(item, item.annotations, 'metadata.annotations');
    for (const pods of cluster.pods)
      if (pods.set.path !== '')
        yield* annotations(pods.item, annotationsOf(pods), `${pods.set.path}.metadata.annotations`);
  },
};

function* annotations(item: Item, found: Json, at: string): Iterable<Fault> {
  let bytes = 0;
  for (const [key, value] of Object.entries(found)) {
    // the API server judges keys of annotations in lower case
    const ofKey = keyFault(key.toLowerCase());
    if (ofKey) yield { item, prop: `${at}[${key}]`, got: key, expected: ofKey, fix: 'use a key like that of a label' };
    else if (typeof value !== 'string')
      yield { item, prop: `${at}[${key}]`, got: value, expected: 'text', fix: 'write the value in quotes' };
    else bytes += key.length + Buffer.byteLength(value);
  }
  if (bytes > MAX_BYTES)
    yield {
      item,
      prop: at,
      got: `${bytes} bytes`,
      expected: 'at most 256 KiB of annotations in all',
      fix: 'move the large ones into a ConfigMap',
    };
}
