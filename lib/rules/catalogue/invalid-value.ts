import { nearest } from '../../internal/spelling';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { isPlaceholder } from '../cluster/placeholder';
import { addWrongValues, CONTAINER_VALUES, POD_VALUES, SPEC_VALUES, type WrongValue } from '../cluster/values';
import type { Rule } from '../rule';

export const invalidValue: Rule = {
  id: 'invalid-value',
  severity: 'error',
  title: 'A field has a value that is not one of those that it takes',
  why: 'The API server refuses the object. In custom resources, whose schema often takes any text, the controller fails later.',
  fix: 'Use one of the values of the field, written exactly as in the API reference.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0", imagePullPolicy: IfNotPresent}]}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec: {containers: [{name: api, image: "registry.example/scorer:1.0", imagePullPolicy: Sometimes}]}
`,
  kinds: Object.keys(SPEC_VALUES),
  object(item, report) {
    const found: WrongValue[] = [];
    addWrongValues(item.spec, SPEC_VALUES[item.type.id], 'spec', found);
    reportAll(report, item, found);
  },
  pods({ item, set, spec, containers }, report) {
    const found: WrongValue[] = [];
    addWrongValues(spec, POD_VALUES, set.specPath, found);
    for (const container of containers) addWrongValues(container.spec, CONTAINER_VALUES, container.path, found);
    reportAll(report, item, found);
  },
};

function reportAll(report: Report, item: Item, found: readonly WrongValue[]): void {
  for (const { at, got, values } of found) {
    if (isPlaceholder(got)) continue;
    const meant = nearest(got, values, { strict: false });
    const named = values.filter((value) => value !== '');
    report({
      item,
      prop: at,
      got,
      expected: `one of ${named.join(', ')}`,
      fix: meant ? `write ${meant}` : `write one of these values in ${item.title}`,
    });
  }
}
