import type { Finding } from './support/findings';
import { countOf } from './support/findings';
import { accepts, complaints, judged, readWaivers, type Waiver } from './support/waivers';

const FINDING: Finding = {
  judge: 'kube-score',
  check: 'container-resources',
  object: 'llm/gke/Deployment/qwen-7b',
  message: '(server) CPU limit is not set',
};
const REASON = 'a reason that is long enough to be read as one by somebody who reviews it';
const WAIVER: Waiver = {
  judge: 'kube-score',
  check: 'container-resources',
  objects: ['llm/*/Deployment/*'],
  reason: REASON,
};

test.each([
  ['what it names', {}, true],
  ['another object', { objects: ['churn-predictor/*/Deployment/*'] }, false],
  ['a kind that only begins alike', { objects: ['llm/*/Deploy/*'] }, false],
  ['a star is one part of the path, not several', { objects: ['llm/*'] }, false],
  ['a dot is a dot', { objects: ['llm/gke/Deployment/qwen.7b'] }, false],
  ['another check', { check: 'container-image-tag' }, false],
  ['another judge', { judge: 'checkov' as const }, false],
  ['the same words', { message: '(server) CPU limit is not set' }, true],
  ['the same words of any container', { message: '(*) CPU limit is not set' }, true],
  ['other words of the same check', { message: '(server) Memory limit is not set' }, false],
])('a waiver accepts, or not: %s', (_, change, expected) => {
  expect(accepts({ ...WAIVER, ...change }, FINDING)).toBe(expected);
});

test('what is waived and what is open are told apart', () => {
  const other = { ...FINDING, object: 'churn-predictor/prod/Deployment/churn-predictor' };
  const verdict = judged([FINDING, other], [WAIVER]);
  expect(verdict).toEqual({ waived: [FINDING], open: [other], unused: [] });
  expect(complaints(verdict)).toEqual([
    'churn-predictor/prod/Deployment/churn-predictor: kube-score container-resources: (server) CPU limit is not set',
  ]);
});

test('a waiver that accepts nothing is an error, and so is one pattern of it', () => {
  const { unused } = judged([FINDING], [{ ...WAIVER, objects: ['llm/*/Deployment/*', 'llm/*/Service/*'] }]);
  expect(unused).toEqual(['kube-score container-resources llm/*/Service/*']);
  expect(judged([], [WAIVER]).unused).toHaveLength(1);
});

test.each([
  ['no reason', { reason: undefined }, /say why/],
  ['a shrug', { reason: 'not applicable' }, /say why/],
  ['no object', { objects: [] }, /names no objects/],
  ['no check', { check: undefined }, /names no check/],
  ['a field that does not exist', { object: 'llm' }, /no field object/],
  ['a judge that is never wrong', { judge: 'kubeconform' }, /cannot be waived/],
])('a waiver is refused: %s', (_, change, message) => {
  expect(() => readWaivers(JSON.stringify([{ ...WAIVER, ...change }]))).toThrow(message);
});

test('a finding counts once for each check and object, as the judges count', () => {
  const twice = [FINDING, { ...FINDING, message: '(server) Memory limit is not set' }];
  expect(countOf([...twice, { ...FINDING, object: 'llm/eks/Deployment/qwen-7b' }], 'kube-score')).toBe(2);
  expect(countOf(twice, 'checkov')).toBe(0);
});
