import { own, record } from '../../internal/json';
import type { Rule } from '../rule';

export const secretInManifest: Rule = {
  id: 'secret-in-manifest',
  severity: 'warning',
  title: 'The manifests hold a Secret with its values',
  why: 'Base64 is not encryption: everybody who can read the manifests can read the secret, and it stays in the history of the repository.',
  fix: 'Use an ExternalSecret or a SealedSecret, or create the Secret outside of the repository and declare it.',
  good: `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: scorer, namespace: ml}
spec:
  secretStoreRef: {name: vault, kind: ClusterSecretStore}
  data: [{secretKey: PASSWORD, remoteRef: {key: ml/scorer}}]
`,
  bad: `
apiVersion: v1
kind: Secret
metadata: {name: scorer, namespace: ml}
stringData: {PASSWORD: correct-horse}
`,
  kinds: ['/Secret'],
  object(item, report) {
    for (const field of ['data', 'stringData']) {
      const values = Object.entries(record(own(item.manifest, field)));
      const keys = values.filter(([, value]) => typeof value === 'string' && value !== '').map(([key]) => key);
      if (keys.length === 0) continue;
      report({
        item,
        prop: field,
        got: `values of ${keys.join(', ')} (not shown)`,
        expected: 'no value',
        fix: `make ${item.title} with an ExternalSecret or a SealedSecret`,
      });
    }
  },
};
