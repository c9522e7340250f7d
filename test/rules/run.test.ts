import { RULES } from '../../lib/rules/registry';
import { RuleRun, runRules } from '../../lib/rules/run';
import { deployment, manifests, service } from './support';

const all = RULES.flatMap(({ bad }, i) =>
  manifests(bad).map(({ manifest }) => {
    const copy = structuredClone(manifest);
    copy.metadata.namespace &&= `ns-${i}`;
    return { manifest: copy, where: `${i}` };
  }),
);

test.each(RULES.map(({ id, bad }) => [id, bad] as const))(
  '%s does not look at objects again once they were added',
  (_id, bad) => {
    const expected = runRules(manifests(bad));
    expect(expected).not.toEqual([]);
    const run = new RuleRun();
    for (const { manifest, where } of manifests(bad)) {
      run.add({ manifest, where });
      // whoever added the object may forget it: what is left of it must not be read
      for (const key of Object.keys(manifest)) delete manifest[key];
    }
    expect(run.findings()).toEqual(expected);
  },
);

test('findings come in the order of the objects, then of the rules', () => {
  const ranks = new Map(RULES.map(({ id }, rank) => [id, rank]));
  const keys = runRules(all).map(({ where, rule }) => [Number(where), ranks.get(rule)!]);
  const sorted = [...keys].sort((a, b) => a[0] - b[0]);
  expect(keys.map(([where]) => where)).toEqual(sorted.map(([where]) => where));
});

test('a case that is less sure than its rule is a warning', () => {
  const closed = service({ ports: [{ port: 80, targetPort: 8080 }] });
  const opens = deployment(
    {},
    { containers: [{ name: 'api', image: 'a:1', ports: [{ name: 'http', containerPort: 8000 }] }] },
  );
  const severities = (made: any) =>
    runRules([made, opens].map((manifest) => ({ manifest, where: 'x' }))).map((f) => f.severity);
  expect(severities(closed)).toEqual(['warning']);
  expect(severities(service({ ports: [{ port: 80, targetPort: 'web' }] }))).toEqual(['error']);
});
