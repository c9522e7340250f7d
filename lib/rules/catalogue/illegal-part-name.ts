import { list, own, record } from '../../internal/json';
import { type NameRule, nameFault } from '../../internal/names';
import type { Item } from '../cluster/item';
import type { Pods } from '../cluster/pods';
import type { Fault, Rule } from '../rule';

export const illegalPartName: Rule = {
  id: 'illegal-part-name',
  severity: 'error',
  title: 'A container, volume or port has a name that is missing, not legal or taken twice',
  why: 'The API server refuses the workload or the Service.',
  fix: 'Use lower case letters, digits and hyphens (15 characters at most for a port of a container), each name once.',
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", ports: [{name: http, containerPort: 8000}]}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - {name: api, image: "registry.example/scorer:1.0", ports: [{name: prometheus-metrics, containerPort: 8000}]}
`,
  *check(cluster) {
    for (const pods of cluster.pods) yield* partsOfPods(pods);
    for (const service of cluster.all('', 'Service')) {
      const ports = list(own(service.spec, 'ports'));
      // one port may go without a name, several may not
      yield* parts(service, ports, 'spec.ports', 'label', ports.length > 1);
    }
  },
};

function* partsOfPods({ item, spec, set, containers }: Pods): Iterable<Fault> {
  const all = ['initContainers', 'containers', 'ephemeralContainers'] as const;
  const taken = new Set<string>();
  for (const field of all) yield* parts(item, list(own(spec, field)), `${set.specPath}.${field}`, 'label', true, taken);
  yield* parts(item, list(own(spec, 'volumes')), `${set.specPath}.volumes`, 'label', true);
  for (const container of containers)
    yield* parts(item, list(own(container.spec, 'ports')), `${container.path}.ports`, 'port', false);
}

function* parts(
  item: Item,
  found: readonly unknown[],
  at: string,
  rule: NameRule,
  required: boolean,
  taken = new Set<string>(),
): Iterable<Fault> {
  for (const [i, part] of found.entries()) {
    const name = own(record(part), 'name');
    const prop = `${at}[${i}].name`;
    if (name === undefined || name === null || name === '') {
      if (required) yield { item, prop, got: name, expected: 'a name', fix: 'give it a name' };
      continue;
    }
    const expected = nameFault(name as string, rule);
    if (expected) yield { item, prop, got: name, expected, fix: 'choose a name of that form' };
    else if (taken.has(name as string))
      yield { item, prop, got: name, expected: 'a name that no other one here has', fix: 'rename one of the two' };
    taken.add(name as string);
  }
}
