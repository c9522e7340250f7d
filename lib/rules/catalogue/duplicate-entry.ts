import { entries, type Json, own, word } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import type { Rule } from '../rule';

type Key = (entry: Json) => string;

const by =
  (...fields: readonly string[]): Key =>
  (entry) =>
    fields.map((field) => word(own(entry, field))).join(' ');

/** A port without a protocol is a TCP port. */
const byPort =
  (field: string): Key =>
  (entry) =>
    `${word(own(entry, field))} ${word(own(entry, 'protocol')) || 'TCP'}`;

const PORT_OF_SERVICE = byPort('port');

/** The keys of the lists in a pod, by `x-kubernetes-list-map-keys` of the OpenAPI; names are another rule's. */
const OF_POD: readonly (readonly [string, Key])[] = [
  ['imagePullSecrets', by('name')],
  ['hostAliases', by('ip')],
  ['topologySpreadConstraints', by('topologyKey', 'whenUnsatisfiable')],
  ['resourceClaims', by('name')],
];
const OF_CONTAINER: readonly (readonly [string, Key])[] = [
  ['env', by('name')],
  ['ports', byPort('containerPort')],
  ['volumeMounts', by('mountPath')],
  ['volumeDevices', by('devicePath')],
];

export const duplicateEntry: Rule = {
  id: 'duplicate-entry',
  severity: 'error',
  title: 'A list has two entries with the same key',
  why: 'Server-side apply, which Flux and Argo CD use, refuses the object: "duplicate entries for key". Client-side apply keeps both, warns, and drops one of them with a later change.',
  fix: 'Remove one of the two entries.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Secret/registry}}
spec:
  imagePullSecrets: [{name: registry}]
  containers: [{name: api, image: "registry.example/scorer:1.0"}]
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml, annotations: {cdk8s-ml.io/expects: Secret/registry}}
spec:
  imagePullSecrets: [{name: registry}, {name: registry}]
  containers: [{name: api, image: "registry.example/scorer:1.0"}]
`,
  kinds: ['/Service'],
  object(service, report) {
    checkList(report, service, own(service.spec, 'ports'), 'spec.ports', PORT_OF_SERVICE);
  },
  pods({ item, set, spec, containers }, report) {
    for (const [field, keyOf] of OF_POD) checkList(report, item, own(spec, field), `${set.specPath}.${field}`, keyOf);
    for (const container of containers)
      for (const [field, keyOf] of OF_CONTAINER)
        checkList(report, item, own(container.spec, field), `${container.path}.${field}`, keyOf);
  },
};

function checkList(report: Report, item: Item, value: unknown, path: string, keyOf: Key): void {
  if (!Array.isArray(value) || value.length < 2) return;
  const taken = new Set<string>();
  for (const [i, entry] of entries(value, path).entries()) {
    const key = keyOf(entry.value);
    // an entry without its key is refused for that
    if (key.trim() !== '' && taken.has(key))
      report({
        item,
        prop: `${path}[${i}]`,
        got: key,
        expected: 'a key that no earlier entry has',
        fix: `remove one of the two entries '${key}' from ${item.title}`,
      });
    taken.add(key);
  }
}
