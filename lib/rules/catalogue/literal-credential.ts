import { credentialFault } from '../../internal/credentials';
import { entries, own, record, text } from '../../internal/json';
import type { PodContainer } from '../../internal/pods/containers';
import type { Item } from '../cluster/item';
import { texts } from '../cluster/item';
import type { Fault, Rule } from '../rule';

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
  *check(cluster) {
    for (const item of cluster.all('', 'ConfigMap'))
      for (const [key, value] of Object.entries(record(own(item.manifest, 'data'))))
        yield* credential(item, `data[${key}]`, key, value);
    for (const { item, containers } of cluster.pods)
      for (const container of containers) {
        for (const { value, at } of entries(own(container.spec, 'env'), `${container.path}.env`))
          yield* credential(item, `${at}.value`, text(own(value, 'name')) ?? '', own(value, 'value'));
        yield* commandLine(item, container);
      }
  },
};

function* credential(item: Item, prop: string, name: string, value: unknown): Iterable<Fault> {
  const fault = credentialFault(name, value);
  if (!fault) return;
  yield {
    item,
    prop,
    // the value itself must not travel on into logs
    got: `${fault} (not shown)`,
    expected: 'a reference to a Secret',
    fix: `keep ${name || 'it'} in a Secret that an ExternalSecret or SealedSecret makes, refer to it from ${item.title}, and change the credential`,
  };
}

/** `--api-key=...`, `--password ...` and whatever else of a command looks like one. */
function* commandLine(item: Item, container: PodContainer): Iterable<Fault> {
  for (const field of ['command', 'args']) {
    let flag = '';
    for (const [i, word] of texts(own(container.spec, field)).entries()) {
      const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
      const at = `${container.path}.${field}[${i}]`;
      if (name === undefined) yield* credential(item, at, flag, word);
      else if (value !== undefined) yield* credential(item, at, name, value);
      // a flag without a value names the word that follows
      flag = name !== undefined && value === undefined ? name : '';
    }
  }
}
