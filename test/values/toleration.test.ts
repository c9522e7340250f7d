import type { Toleration } from '../../lib/values';
import { tolerationDefinition } from '../../lib/values/toleration-definition';
import { fixesOf } from './support';

const planOf = (toleration: Toleration) => tolerationDefinition(toleration).plan();
const faults = (toleration: Toleration) => fixesOf((check) => tolerationDefinition(toleration).check(check));

test('without a value, any value of the taint is tolerated', () => {
  expect(planOf({ key: 'dedicated' })).toEqual({ key: 'dedicated', operator: 'Exists' });
  expect(planOf({ key: 'dedicated', value: 'ml', effect: 'NoSchedule' })).toEqual({
    key: 'dedicated',
    operator: 'Equal',
    value: 'ml',
    effect: 'NoSchedule',
  });
});

test('an empty value is compared, but not written: the API server does not store it', () => {
  expect(planOf({ key: 'dedicated', value: '' })).toEqual({ key: 'dedicated', operator: 'Equal' });
});

test('everything that is wrong is reported at once', () => {
  expect(faults({ key: 'a b', value: 'x y', effect: 'Never' })).toEqual([
    'effect: choose one, or leave it out for all',
    'key: name it as the nodes do',
    'value: write it as the nodes do, or leave it out for any',
  ]);
  expect(faults({ key: 'example.com/dedicated', value: 'ml', effect: 'NoExecute' })).toEqual([]);
});

test('a key that was reported before is refused again, and nothing throws', () => {
  expect(faults({} as Toleration)).toEqual(['key: name it as the nodes do']);
});
