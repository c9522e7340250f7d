import { own, record } from '../../internal/json';
import { nameFault } from '../../internal/names';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import type { Rule } from '../rule';

/** MaxSecretSize of k8s.io/api/core/v1, which is also the limit of ConfigMaps. */
const MAX_BYTES = 1024 * 1024;

export const invalidData: Rule = {
  id: 'invalid-data',
  severity: 'error',
  title: 'The data of a ConfigMap or Secret is not valid',
  why: 'The API server refuses the object. YAML reads 8000 and true as a number and a boolean: data is text.',
  fix: 'Write the values in quotes (in base64 under data of a Secret and binaryData of a ConfigMap), use keys of letters, digits, hyphens, underscores and dots, and at most 1 MiB in all.',
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
  kinds: ['/ConfigMap', '/Secret'],
  object(item, report) {
    if (item.kind === 'ConfigMap') checkFields(report, item, 'data', 'binaryData');
    else checkFields(report, item, 'stringData', 'data');
  },
};

function checkFields(report: Report, item: Item, plain: string, encoded: string): void {
  let bytes = 0;
  for (const field of [plain, encoded])
    for (const [key, value] of Object.entries(record(own(item.manifest, field)))) {
      const prop = `${field}[${key}]`;
      const ofKey = nameFault(key, 'key');
      if (ofKey) report({ item, prop, got: key, expected: `a key of ${ofKey}`, fix: 'rename the key' });
      // an empty value reads as empty text
      const text = value ?? '';
      if (typeof text !== 'string')
        report({ item, prop, got: shown(item, value), expected: 'text', fix: 'write the value in quotes' });
      else if (field === encoded && !isBase64(text))
        report({
          item,
          prop,
          got: shown(item, value),
          expected: 'base64',
          fix: `encode it, or move it under ${plain}`,
        });
      else bytes += field === encoded ? (text.length * 3) / 4 : Buffer.byteLength(text);
    }
  if (bytes > MAX_BYTES)
    report({
      item,
      prop: plain,
      got: `${Math.round(bytes)} bytes`,
      expected: 'at most 1 MiB of data in all',
      fix: `split ${item.title}, or put large data on a volume`,
    });
}

/** A value of a Secret must not be printed. */
function shown(item: Item, value: unknown): unknown {
  return item.kind === 'Secret' ? 'a value (not shown)' : value;
}

/** As Go decodes it: padded, line breaks allowed. */
function isBase64(text: string): boolean {
  const written = text.replace(/[\r\n]/g, '');
  return written.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(written);
}
