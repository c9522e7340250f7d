import fc from 'fast-check';
import { often } from '../../support/effort';
import { deploymentOf, fieldsAfter, patched, planOf, podPatch, refusedPaths } from './support';

const runs = { numRuns: often(50) };

const word = fc.stringMatching(/^[a-z]{1,4}$/);

/** Entries of a list with a key, each key once. */
const entries = (key: string, rest: Record<string, fc.Arbitrary<unknown>>) =>
  fc.uniqueArray(fc.record({ [key]: word, ...rest }, { requiredKeys: [key, ...needed(rest)] }), {
    selector: (entry) => entry[key],
    minLength: 1,
    maxLength: 5,
  });

const needed = (rest: object) => Object.keys(rest).filter((name) => ['image', 'template'].includes(name));

const env = entries('name', { value: word });
const mounts = entries('mountPath', { name: word, readOnly: fc.boolean() }).map((all) =>
  all.map((mount) => ({ name: 'v', ...mount })),
);
const container = { image: word, tty: fc.boolean(), args: fc.array(word), env, volumeMounts: mounts };
const pod = fc.record(
  {
    containers: entries('name', container),
    initContainers: entries('name', container),
    volumes: entries('name', { emptyDir: fc.constant({}) }),
    hostAliases: entries('ip', { hostnames: fc.array(word) }),
    nodeSelector: fc.dictionary(word, word),
    tolerations: fc.array(fc.record({ key: word, operator: fc.constantFrom('Exists', 'Equal') })),
  },
  { requiredKeys: ['containers'] },
);

/** Objects of kinds with lists in lists, and where a list of pods is one of them. */
const plans = fc.oneof(
  pod.map((spec) => deploymentOf(spec)),
  entries('name', { template: pod.map((spec) => ({ spec: { template: { spec } } })), replicas: fc.nat() }).map((jobs) =>
    planOf('jobset.x-k8s.io/v1alpha2', 'JobSet', { spec: { replicatedJobs: jobs } }),
  ),
  entries('groupName', { template: pod.map((spec) => ({ spec })), replicas: fc.nat() }).map((groups) =>
    planOf('ray.io/v1', 'RayCluster', { spec: { workerGroupSpecs: groups, headGroupSpec: { template: {} } } }),
  ),
  fc
    .tuple(word, pod)
    .map(([field, spec]) => planOf('example.com/v1', 'Unknown', { [field]: { list: spec.containers } })),
);

test('a patch equal to the object changes nothing', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { apiVersion, kind, metadata, fields } = plan;
      const patch = JSON.parse(JSON.stringify({ apiVersion, kind, metadata, ...fields }));
      expect(patched([plan], { [kind]: patch })[0]).toEqual(plan);
    }),
    runs,
  );
});

test('a patch of one entry leaves every other entry as it is', () => {
  fc.assert(
    fc.property(pod, fc.nat(), fc.boolean(), (spec, pick, tty) => {
      const chosen = spec.containers[pick % spec.containers.length];
      const after = fieldsAfter(deploymentOf(spec), podPatch({ containers: [{ name: chosen.name, tty }] }));
      const expected = spec.containers.map((one) => (one === chosen ? { ...one, tty } : one));
      expect(after.spec.template.spec).toEqual({ ...spec, containers: expected });
    }),
    runs,
  );
});

test('of several patched entries none is lost, and new ones come last, in their order', () => {
  fc.assert(
    fc.property(pod, env, (spec, more) => {
      const [first, ...others] = spec.containers;
      const before: any[] = (first.env as any[]) ?? [];
      const patch = podPatch({ containers: [{ name: first.name, env: more }] });
      const after = fieldsAfter(deploymentOf(spec), patch).spec.template.spec.containers;
      const named = new Map(more.map((one) => [one.name, one]));
      const added = more.filter(({ name }) => !before.some((one) => one.name === name));
      expect(after[0].env).toEqual([...before.map((one) => ({ ...one, ...named.get(one.name) })), ...added]);
      expect(after.slice(1)).toEqual(others);
    }),
    runs,
  );
});

test('a removed entry is gone, and it alone', () => {
  fc.assert(
    fc.property(pod, fc.nat(), (spec, pick) => {
      const { name } = spec.containers[pick % spec.containers.length];
      const after = fieldsAfter(deploymentOf(spec), podPatch({ containers: [{ name, $patch: 'delete' }] }));
      expect(after.spec.template.spec.containers).toEqual(spec.containers.filter((one) => one.name !== name));
    }),
    runs,
  );
});

test('what is patched twice is patched once', () => {
  fc.assert(
    fc.property(plans, pod, (plan, spec) => {
      const overrides =
        plan.kind === 'Deployment' ? podPatch(spec) : { [plan.kind]: { metadata: { labels: { a: 'b' } } } };
      const once = patched([plan], overrides);
      expect(patched(once, overrides)).toEqual(once);
    }),
    runs,
  );
});

test('a patch that was not refused has arrived', () => {
  fc.assert(
    fc.property(pod, pod, (spec, other) => {
      expectArrived(fieldsAfter(deploymentOf(spec), podPatch(other)).spec.template.spec, other);
    }),
    runs,
  );
});

/** Finds what the patch says in the object, entries of lists by the key that they have. */
function expectArrived(object: any, patch: any): void {
  const key = ['mountPath', 'ip', 'name'].find((name) => patch?.[0]?.[name] !== undefined);
  if (Array.isArray(patch) && key)
    for (const entry of patch)
      expectArrived(
        object.find((one: any) => one[key] === entry[key]),
        entry,
      );
  else if (Array.isArray(patch) || typeof patch !== 'object') expect(object).toEqual(patch);
  else for (const [name, value] of Object.entries(patch)) expectArrived(object[name], value);
}

test('any JSON is merged or refused in the one shape', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), pod, (spec, containers, own) => {
      const plan = deploymentOf(own);
      for (const patch of [{ Deployment: spec }, { Deployment: { spec } }, podPatch({ containers })])
        for (const path of refusedPaths(plan, patch)) expect(path).toMatch(/^Deployment/);
    }),
    { numRuns: often(100) },
  );
});
