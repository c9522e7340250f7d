import { type Json, own } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { annotationsOf } from '../cluster/pods';
import { annotationKeyFault } from '../cluster/valid';
import type { Rule } from '../rule';

/** TotalAnnotationSizeLimitB of k8s.io/apimachinery/pkg/api/validation. */
const MAX_BYTES = 256 * 1024;

export const invalidAnnotation: Rule = {
  id: 'invalid-annotation',
  severity: 'error',
  title: 'An annotation is not valid',
  why: 'The API server refuses the whole object. YAML reads 9090 and true as a number and a boolean: annotations are text.',
  fix: 'Write the value in quotes, use a key like that of a label, and no more than 256 KiB in all.',
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
  object(item, report) {
    checkAnnotations(report, item, item.annotations, 'metadata.annotations');
  },
  pods(pods, report) {
    const { item, set } = pods;
    if (set.path !== '') checkAnnotations(report, item, annotationsOf(pods), `${set.path}.metadata.annotations`);
  },
};

function checkAnnotations(report: Report, item: Item, annotations: Json, at: string): void {
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    const value = own(annotations, key);
    const ofKey = annotationKeyFault(key);
    if (ofKey)
      report({ item, prop: `${at}[${key}]`, got: key, expected: ofKey, fix: 'use a key like that of a label' });
    else if (typeof value !== 'string')
      report({ item, prop: `${at}[${key}]`, got: value, expected: 'text', fix: 'write the value in quotes' });
    else bytes += key.length + Buffer.byteLength(value);
  }
  if (bytes > MAX_BYTES)
    report({
      item,
      prop: at,
      got: `${bytes} bytes`,
      expected: 'at most 256 KiB of annotations in all',
      fix: 'move the large ones into a ConfigMap',
    });
}
