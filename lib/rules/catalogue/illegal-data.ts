import { own, record } from '../../internal/json';
import { nameFault } from '../../internal/names';
import type { Item } from '../cluster/item';
import type { Fault, Rule } from '../rule';

/** MaxSecretSize of k8s.io/api/core/v1, which ConfigMaps have too. */
const MAX_BYTES = 1024 * 1024;

export const illegalData: Rule = {
  id: 'illegal-data',
  severity: 'error',
  title: 'The data of a ConfigMap or Secret is not legal',
  why: 'The API server refuses the object. YAML makes numbers and booleans of 8000 and true: data is text.',
  fix: 'Write the values in quotes (in base64 under data of a Secret and binaryData of a ConfigMap), keys of letters, digits, hyphens, underscores and dots, and at most 1 MiB in all.',
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
    for (const item of cluster.all('', 'ConfigMap')) yield* fields(item, 'data', 'binaryData');
    for (const item of cluster.all('', 'Secret')) yield* fields(item, 'stringData', 'data');
  },
};

function* fields(item: Item, plain: string, encoded: string): Iterable<Fault> {
  let bytes = 0;
  for (const field of [plain, encoded])
    for (const [key, value] of Object.entries(record(own(item.manifest, field)))) {
      const prop = `${field}[${key}]`;
      const ofKey = nameFault(key, 'key');
      if (ofKey) yield { item, prop, got: key, expected: `a key of ${ofKey}`, fix: 'rename the key' };
      // an empty value reads as empty text
      const text = value ?? '';
      if (typeof text !== 'string')
        yield { item, prop, got: shown(item, value), expected: 'text', fix: 'write the value in quotes' };
      else if (field === encoded && !isBase64(text))
        yield { item, prop, got: shown(item, value), expected: 'base64', fix: `encode it, or move it under ${plain}` };
      else bytes += field === encoded ? (text.length * 3) / 4 : Buffer.byteLength(text);
    }
  if (bytes > MAX_BYTES)
    yield {
      item,
      prop: plain,
      got: `${Math.round(bytes)} bytes`,
      expected: 'at most 1 MiB of data in all',
      fix: `split ${item.title}, or put what is large on a volume`,
    };
}

/** What stands in a Secret must not travel on into logs. */
function shown(item: Item, value: unknown): unknown {
  return item.kind === 'Secret' ? 'a value (not shown)' : value;
}

/** As Go decodes it: padded, line breaks allowed. */
function isBase64(text: string): boolean {
  const written = text.replace(/[\r\n]/g, '');
  return written.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(written);
}
