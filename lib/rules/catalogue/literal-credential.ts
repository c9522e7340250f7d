import { credentialFault } from '../../internal/credentials';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { TextVisitor } from '../cluster/named-texts';
import type { Rule } from '../rule';

/** A Secret has a rule of its own, the others hold encrypted texts or the schema of such fields. */
const NOT_SEARCHED = new Set(['/Secret', 'apiextensions.k8s.io/CustomResourceDefinition', 'bitnami.com/SealedSecret']);

/** Searches every text of an object: probes, hooks and annotations hold credentials as well as variables do. */
export const literalCredential: Rule = {
  id: 'literal-credential',
  severity: 'error',
  title: 'A credential is written in a manifest',
  why: 'Everybody who can read the repository, or the object in the cluster, can use it, and it stays in the history of the repository.',
  fix: 'Put it into a Secret that an ExternalSecret or SealedSecret makes, refer to the Secret, and change the credential, because it is no longer secret.',
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
  kinds: ({ id }) => !NOT_SEARCHED.has(id),
  object(item, report) {
    new CredentialSearch(item, report).walk(item.manifest);
  },
};

class CredentialSearch extends TextVisitor {
  constructor(
    private readonly item: Item,
    private readonly report: Report,
  ) {
    super();
  }

  protected visit(value: string, name: string): void {
    const fault = credentialFault(name, value);
    if (!fault) return;
    this.report({
      item: this.item,
      prop: this.path(),
      // the value itself must not be printed
      got: `${fault} (not shown)`,
      expected: 'a reference to a Secret',
      fix: `keep ${name || 'it'} in a Secret that an ExternalSecret or SealedSecret makes, refer to it from ${this.item.title}, and change the credential`,
    });
  }
}
