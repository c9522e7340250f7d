import { App, Chart } from 'cdk8s';
import {
  Cloud,
  ClusterTarget,
  Manifests,
  MlApp,
  MlNamespace,
  ModelService,
  type ModelServiceProps,
  Rollout,
  ServingEngine,
} from '../../../lib';
import type { ServingEngineDefinition } from '../../../lib/workloads/model-service/engines/definition';
import { kubernetes } from '../../../lib/workloads/model-service/engines/kubernetes';
import { SERVING_ENGINES } from '../../../lib/workloads/model-service/engines/serving-engine';
import { SERVING_FEATURES, type ServingFeature } from '../../../lib/workloads/model-service/features';
import type { ModelServicePlan } from '../../../lib/workloads/model-service/plan/model-service-plan';
import { inTemporaryFolder } from '../../app/same-as-stock';
import { MINIMAL } from '../../support/service';
import { engineOf } from '../../support/toy/engine';
import { statefulSet } from '../../support/toy/stateful-set';
import { modelService } from '../../support/workloads/model-service';

/** Those of the library, and one that cannot do everything. */
const ENGINES = [...SERVING_ENGINES, statefulSet];

/** A cluster that has every feature. */
const NEWEST = ClusterTarget.kubernetes('1.36', { cloud: Cloud.GKE });

const FEATURES = Object.keys(SERVING_FEATURES) as ServingFeature[];
const CELLS = ENGINES.flatMap((engine) => FEATURES.map((feature) => [engine.id, feature, engine] as const));

function made(engine: ServingEngineDefinition, props: Partial<ModelServiceProps> = {}, target = NEWEST) {
  const app = new App();
  target.applyTo(app);
  const chart = new Chart(app, 'chart', { namespace: 'serving' });
  const service = new ModelService(chart, 'churn', { ...MINIMAL, ...props, engine: engineOf(engine) });
  return { chart, service };
}

/** Features that the props ask for. */
function askedBy(props: Partial<ModelServiceProps>): ServingFeature[] {
  const { plan } = made(kubernetes, props).service as unknown as { readonly plan: ModelServicePlan };
  return FEATURES.filter((feature) => SERVING_FEATURES[feature].asked(plan) !== undefined);
}

test('the fewest props ask for no feature, so that no refusal speaks of a default', () => {
  expect(askedBy({})).toEqual([]);
});

test.each(FEATURES)('%s: its example asks for it, with the prop that it names', (feature) => {
  const { prop, example } = SERVING_FEATURES[feature];
  expect(Object.keys(example())).toContain(prop);
  expect(Object.keys(modelService.rows)).toContain(prop);
  expect(askedBy(example())).toContain(feature);
});

test.each(CELLS.filter(([, feature, { can }]) => typeof can[feature] !== 'object'))(
  '%s can do %s: its example passes synthesis and every rule',
  (_id, feature, engine) => {
    const yaml = inTemporaryFolder((outdir) => {
      const app = new MlApp({ outdir });
      NEWEST.applyTo(app);
      const props = { ...MINIMAL, ...SERVING_FEATURES[feature].example(), engine: engineOf(engine) };
      const namespace = new MlNamespace(app, 'serving');
      new ModelService(namespace, 'churn', props);
      app.synth();
      return Manifests.fromChart(namespace).yaml();
    });
    expect(yaml).toContain('name: churn');
  },
);

test.each(CELLS.filter(([, feature, { can }]) => typeof can[feature] === 'object'))(
  '%s cannot do %s: its example is refused, with the reason and the engines that can',
  (_id, feature, engine) => {
    const { prop, title, example } = SERVING_FEATURES[feature];
    const { not } = engine.can[feature] as { readonly not: string };
    const able = SERVING_ENGINES.filter(({ can }) => typeof can[feature] !== 'object').map(({ id }) => id);
    const refusal = messageOf(() => made(engine, example()));
    expect(refusal).toMatch(/^chart\/churn: 1 problem\n/);
    expect(refusal).toContain(`\n  ${prop}\n`);
    expect(refusal).toContain(`${engine.title} (engine ${engine.id}) does not support ${title}: ${not}`);
    expect(refusal).toContain(`choose one of the engines that do (${able.join(', ')}), or leave ${prop} out`);
  },
);

describe('an engine', () => {
  test('that needs an API which the cluster does not have is refused', () => {
    const needs = { ...statefulSet, apis: () => ['serving.kserve.io/v1beta1'] };
    const bare = ClusterTarget.kubernetes('1.33', { apis: [] });
    expect(messageOf(() => made(needs, {}, bare))).toMatch(
      /^chart\/churn: 1 problem\n {2}engine\n(.*\n)*.*serving\.kserve\.io\/v1beta1/,
    );
    expect(() =>
      made(needs, {}, ClusterTarget.kubernetes('1.33', { apis: ['serving.kserve.io/v1beta1'] })),
    ).not.toThrow();
  });

  test('that can do something where the cluster has a feature refuses it elsewhere', () => {
    const some = { ...statefulSet, can: { ...statefulSet.can, recreate: 'nativeSidecars' as const } };
    const rollout = Rollout.recreate();
    expect(messageOf(() => made(some, { rollout }, ClusterTarget.kubernetes('1.28')))).toMatch(
      /^chart\/churn: 1 problem\n {2}rollout\n(.*\n)*.*1\.29/,
    );
    expect(() => made(some, { rollout })).not.toThrow();
  });

  test('is refused beside all other faults, in one error', () => {
    const message = messageOf(() =>
      made(statefulSet, { rollout: Rollout.recreate(), labels: { 'a b': 'c' }, image: 'churn' }),
    );
    expect([...message.matchAll(/^ {2}(\S.*)$/gm)].map(([, prop]) => prop)).toEqual(['image', 'rollout', 'labels.a b']);
  });

  test('that makes no Service: reading service is an error that names url', () => {
    const without: ServingEngineDefinition = {
      ...statefulSet,
      objects: (plan) => statefulSet.objects(plan).filter(({ kind }) => kind !== 'Service'),
    };
    const { chart, service } = made(without);
    Manifests.fromChart(chart).hasCount('Service', 0);
    expect(service.url).toBe('http://churn.serving.svc:80');
    expect(messageOf(() => service.service)).toBe(
      `chart/churn: 1 problem
  service
    got       nothing
    expected  an engine that makes a Service
    fix       use url, which every engine has`,
    );
  });

  test('left out is plain Kubernetes', () => {
    const yamlOf = (props: Partial<ModelServiceProps>) => {
      const chart = new Chart(new App(), 'chart');
      new ModelService(chart, 'churn', { ...MINIMAL, ...props });
      return Manifests.fromChart(chart).yaml();
    };
    expect(yamlOf({})).toBe(yamlOf({ engine: ServingEngine.kubernetes() }));
  });
});

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}
