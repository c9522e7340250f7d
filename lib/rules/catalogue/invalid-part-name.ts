import { list, own, record } from '../../internal/json';
import type { Report } from '../cluster/fault';
import type { Item } from '../cluster/item';
import { type CheckedName, validNameFault } from '../cluster/valid';
import type { Rule } from '../rule';

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** What holds for the names of a list. */
interface Part {
  readonly rule: CheckedName;
  readonly required: boolean;
  /** Names of other lists that share one set of names. */
  readonly taken?: Set<string>;
}

export const invalidPartName: Rule = {
  id: 'invalid-part-name',
  severity: 'error',
  title: 'The name of a container, volume or port is missing, not valid or used twice',
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
  kinds: ['/Service'],
  object(service, report) {
    const ports = list(own(service.spec, 'ports'));
    // a single port may have no name
    checkNames(report, service, ports, 'spec.ports', { rule: 'label', required: ports.length > 1 });
  },
  pods({ item, spec, set, containers }, report) {
    const taken = new Set<string>();
    // what is assembled from other fields gets its names from the controller
    const part: Part = { rule: 'label', required: !set.composed, taken };
    for (const field of CONTAINERS) {
      const written = list(own(spec, field)).filter((container) => !set.placed?.has(container));
      checkNames(report, item, written, `${set.specPath}.${field}`, part);
    }
    checkNames(report, item, list(own(spec, 'volumes')), `${set.specPath}.volumes`, { rule: 'label', required: true });
    for (const container of containers)
      checkNames(report, item, list(own(container.spec, 'ports')), `${container.path}.ports`, {
        rule: 'port',
        required: false,
      });
  },
};

function checkNames(report: Report, item: Item, parts: readonly unknown[], at: string, part: Part): void {
  const { rule, required, taken = new Set<string>() } = part;
  for (const [i, entry] of parts.entries()) {
    const name = own(record(entry), 'name');
    const prop = `${at}[${i}].name`;
    if (name === undefined || name === null || name === '') {
      if (required) report({ item, prop, got: name, expected: 'a name', fix: 'give it a name' });
      continue;
    }
    const expected = validNameFault(name, rule);
    if (expected) report({ item, prop, got: name, expected, fix: 'choose a name of that form' });
    else if (taken.has(name as string))
      report({ item, prop, got: name, expected: 'a name that is used once', fix: 'rename one of the two' });
    taken.add(name as string);
  }
}
