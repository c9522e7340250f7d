import { App } from 'cdk8s';
import fc from 'fast-check';
import { type ClusterTarget, Manifests, MlNamespace, ModelService, type ModelServiceProps } from '../../../lib';
import { podSecurityFaults } from '../../../lib/rules/cluster/pod-security';
import { runRules } from '../../../lib/rules/run';
import { arbitraryProps, arbitraryTarget } from '../../support/arbitrary-service';
import { HAS_SCHEMAS, schemasOf } from '../../support/openapi';

const RUNS = Number(process.env.FUZZ_RUNS ?? 600);

/** The manifests, or the message of the refusal. */
function attempt(props: ModelServiceProps, target: ClusterTarget): Manifests | string {
  const app = new App();
  target.applyTo(app);
  const namespace = new MlNamespace(app, 'serving');
  try {
    new ModelService(namespace, 'churn', props);
  } catch (error) {
    return (error as Error).message;
  }
  return Manifests.fromChart(namespace);
}

const SHAPE = /^serving\/churn: \d+ problems?\n( {2}\S.*\n {4}got {7}.+\n {4}expected {2}.+\n {4}fix {7}.+\n?)+$/;

describe('random props of ModelService', () => {
  let accepted = 0;
  afterAll(() => console.log(`${accepted} of ${RUNS} prop sets accepted, the others refused in the shared shape`));

  test('are either refused in the shared shape, or become manifests that no rule objects to', () => {
    fc.assert(
      fc.property(arbitraryProps, arbitraryTarget, (props, target) => {
        const result = attempt(props, target);
        if (typeof result === 'string') {
          expect(result).toMatch(SHAPE);
          return;
        }
        accepted += 1;
        const located = result.all().map((manifest) => ({ manifest, where: manifest.kind }));
        const findings = runRules(located, { minor: target.minor }).filter((f) => !f.waived);
        expect(findings.map((f) => `${f.rule}: ${f.object} ${f.prop} ${f.got} expected ${f.expected}`)).toEqual([]);
        if (HAS_SCHEMAS) expect(result.all().flatMap((object) => schemasOf(target.minor).faults(object))).toEqual([]);
        const pod = result.podSpec('Deployment', 'churn');
        expect(podSecurityFaults(pod, 'restricted', { minor: target.minor })).toEqual([]);
        for (const container of [...pod.containers, ...(pod.initContainers ?? [])])
          expect(Object.keys(container.resources.requests)).toEqual(expect.arrayContaining(['cpu', 'memory']));
      }),
      { numRuns: RUNS },
    );
    // a generator that is refused every time, or never, would prove nothing
    expect(accepted).toBeGreaterThan(RUNS / 20);
    expect(accepted).toBeLessThan(RUNS);
  });
});
