import type { Rule } from '../rule';

/** TotalAnnotationSizeLimitB of k8s.io/apimachinery: the annotation kubectl.kubernetes.io/last-applied-configuration. */
const MOST_BYTES = 256 * 1024;

export const tooLargeForClientApply: Rule = {
  id: 'too-large-for-client-apply',
  severity: 'warning',
  title: 'An object is too large for client-side apply',
  why: 'The command kubectl apply writes the whole object into an annotation, which may have 256 KiB. For a larger object it fails with "metadata.annotations: Too long", after other objects were applied already.',
  fix: 'Apply with kubectl apply --server-side (Argo CD: the sync option ServerSideApply=true; Flux does so by itself), or put large data on a volume or into the image.',
  good: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ml}
data: {LOG_LEVEL: INFO}
`,
  // a text of 300 KiB, which the documentation does not show in full
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: {name: vocabulary, namespace: ml}
data: {vocabulary.txt: "${'word '.repeat(60_000)}"}
`,
  kinds: ['/ConfigMap', '/Secret', 'apiextensions.k8s.io/CustomResourceDefinition'],
  object(item, report) {
    // JSON may need several bytes for a character
    if (charactersOf(item.manifest) < MOST_BYTES / 8) return;
    const bytes = Buffer.byteLength(JSON.stringify(item.manifest));
    if (bytes <= MOST_BYTES) return;
    report({
      item,
      prop: item.kind === 'CustomResourceDefinition' ? 'spec' : 'data',
      got: `${Math.ceil(bytes / 1024)} KiB`,
      expected: 'at most 256 KiB for client-side apply',
      fix: `apply ${item.title} with kubectl apply --server-side, or make it smaller`,
    });
  },
};

/** The characters of all texts and keys: where they are few, JSON need not be made of the object. */
function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  for (const key of Object.keys(value)) count += key.length + 4 + charactersOf((value as Record<string, unknown>)[key]);
  return count;
}
