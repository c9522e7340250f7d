import { credentialFault } from '../../internal/credentials';
import { entries, own, record, text } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';
import type { Item } from '../cluster/item';
import { texts } from '../cluster/item';
import type { Report, Rule } from '../rule';

export const literalCredential: Rule = {
  id: 'literal-credential',
  severity: 'error',
  title: 'A credential is written down in a manifest',
  why: 'Everybody who can read the repository, or the object in the cluster, can use it, and it stays in the history for ever.',
  fix: 'Put it into a Secret that an ExternalSecret or SealedSecret makes, refer to that, and change the credential: it is known now.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: "Secret/scorer:PASSWORD"}}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: scorer, key: PASSWORD}}}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      env: [{name: DB_PASSWORD, value: correct-horse}]
`,
  kinds: ['/ConfigMap'],
  object(item, report) {
    for (const [key, value] of Object.entries(record(own(item.manifest, 'data'))))
      credential(report, item, `data[${key}]`, key, value);
  },
  pods({ item, containers }, report) {
    for (const container of containers) {
      for (const { value, at } of entries(own(container.spec, 'env'), `${container.path}.env`))
        credential(report, item, `${at}.value`, text(own(value, 'name')) ?? '', own(value, 'value'));
      commandLine(report, item, container);
    }
  },
};

function credential(report: Report, item: Item, prop: string, name: string, value: unknown): void {
  const fault = credentialFault(name, value);
  if (!fault) return;
  report({
    item,
    prop,
    // the value itself must not travel on into logs
    got: `${fault} (not shown)`,
    expected: 'a reference to a Secret',
    fix: `keep ${name || 'it'} in a Secret that an ExternalSecret or SealedSecret makes, refer to it from ${item.title}, and change the credential`,
  });
}

/** `--api-key=...`, `--password ...` and whatever else of a command looks like one. */
function commandLine(report: Report, item: Item, container: PodContainer): void {
  for (const field of ['command', 'args']) {
    let flag = '';
    for (const [i, word] of texts(own(container.spec, field)).entries()) {
      const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
      const at = `${container.path}.${field}[${i}]`;
      if (name === undefined) credential(report, item, at, flag, word);
      else if (value !== undefined) credential(report, item, at, name, value);
      // a flag without a value names the word that follows
      flag = name !== undefined && value === undefined ? name : '';
    }
  }
}
