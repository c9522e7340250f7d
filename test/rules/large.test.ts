import { custom, findings } from './support';

const rule = 'too-large-for-client-apply';
const KIB = 1024;

/** What the object is as JSON, beside its one text. */
const FRAME = JSON.stringify(custom('v1', 'ConfigMap', { data: { a: '' } })).length;
const of = (text: string) => findings(rule, [custom('v1', 'ConfigMap', { data: { a: text } })]);

test('256 KiB of JSON are the most', () => {
  expect(of('x'.repeat(256 * KIB - FRAME))).toEqual([]);
  expect(of('x'.repeat(256 * KIB - FRAME + 1)).map(({ got, severity }) => [got, severity])).toEqual([
    ['257 KiB', 'warning'],
  ]);
});

test('signs that JSON escapes, and letters of several bytes, count as they are written', () => {
  expect(of('\n'.repeat(140 * KIB))).toHaveLength(1);
  expect(of('ä'.repeat(140 * KIB))).toHaveLength(1);
  expect(of('x'.repeat(140 * KIB))).toEqual([]);
});

test('custom resource definitions, too', () => {
  const crd = custom('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { spec: { text: 'x'.repeat(300 * KIB) } });
  expect(findings(rule, [crd])[0].prop).toBe('spec');
  expect(findings(rule, [custom('example.org/v1', 'Widget', { spec: { text: 'x'.repeat(300 * KIB) } })])).toEqual([]);
});
