import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { MlApp, MlNamespace } from '../../lib';
import { Checker, type ValidationError } from '../../lib/internal/errors';
import { checkNameBelowChart, nameBelowChart } from '../../lib/internal/names-below';

/** Constructs of these ids below a chart, one in the other. */
function below(...ids: string[]): Construct {
  const chart = new Chart(new App(), 'serving');
  return ids.reduce<Construct>((scope, id) => new Construct(scope, id), chart);
}

function problemsOf(scope: Construct, id: string): string {
  const check = Checker.forChild(scope, id);
  checkNameBelowChart(check, scope, id, 'service');
  try {
    check.done();
    return '';
  } catch (error) {
    return (error as ValidationError).message;
  }
}

describe('the name of a construct', () => {
  test.each([
    ['is the id of a child of a chart', [], 'api', 'api'],
    ['is that id as it is written', [], 'Api', 'Api'],
    ['joins the ids on the way', ['fraud', 'models'], 'api', 'fraud-models-api'],
    ['has these in lower case', ['Fraud'], 'api', 'fraud-api'],
    ['has hyphens in place of what is not allowed', ['my team_a.b'], 'api', 'my-team-a-b-api'],
    ['has none at the end of an id', ['-fraud!'], 'api', 'fraud-api'],
    ['leaves out Default', ['Default', 'fraud', 'default'], 'api', 'fraud-api'],
    ['leaves out Default as its own id', ['fraud'], 'Default', 'fraud'],
    ['is Default where nothing else names it', ['Default'], 'Default', 'Default'],
    ['keeps equal ids, which may be two constructs', ['api'], 'api', 'api-api'],
  ])('%s', (_what, ids, id, name) => {
    expect(nameBelowChart(below(...ids), id)).toBe(name);
  });

  test('begins below the nearest chart', () => {
    const inner = new Chart(below('fraud'), 'inner');
    expect(nameBelowChart(inner, 'api')).toBe('api');
    expect(nameBelowChart(new Construct(inner, 'models'), 'api')).toBe('models-api');
  });

  test('is not cut: one that is too long is refused, with its path', () => {
    const long = 'a'.repeat(40);
    expect(problemsOf(below(long), 'b'.repeat(22))).toBe('');
    const message = problemsOf(below(long), 'b'.repeat(23));
    expect(message).toContain(`\n  id\n    got       64 characters: ${long}-`);
    expect(message).toContain('expected  at most 63 characters');
    expect(message).toContain(
      `fix       shorten the ids below the chart, ${long}/${'b'.repeat(23)}, or set the name prop`,
    );
  });

  test('is refused where the server would', () => {
    expect(problemsOf(below(), 'Api')).toMatch(/got {7}'Api'[\s\S]*choose another construct id, or set the name prop/);
    expect(problemsOf(below('fraud'), 'Api')).toMatch(
      /got {7}'fraud-Api'[\s\S]*choose other ids below the chart, fraud\/Api/,
    );
    expect(problemsOf(below('9'), 'api')).toMatch(/a letter first/);
    expect(problemsOf(below('模型'), 'api')).toMatch(/got {7}'模型'[\s\S]*choose another id in 模型\/api/);
    expect(problemsOf(below('Default'), 'api')).toBe('');
  });

  const id = fc.stringMatching(/^[a-z]([a-z0-9]{0,3})$/);

  test('is legal where the ids are words, and unique among siblings', () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 6 }), id, id, (ids, one, other) => {
        const scope = below(...ids);
        expect(problemsOf(scope, one)).toBe('');
        expect(nameBelowChart(scope, one) === nameBelowChart(scope, other)).toBe(one === other);
      }),
    );
  });

  test('is legal, or refused, whatever the ids are', () => {
    // constructs cannot be told apart from what every object has
    const anyId = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((one) => !(one in {}));
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 5 }), anyId, (ids, own) => {
        const scope = below(...ids);
        const isLegal = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(nameBelowChart(scope, own));
        if (problemsOf(scope, own) === '') expect(isLegal).toBe(true);
        if (!isLegal) expect(problemsOf(scope, own)).toContain('1 problem');
      }),
    );
  });
});

describe('objects in an MlNamespace that have no name', () => {
  function namesIn(make: (namespace: MlNamespace) => void): string[] {
    const namespace = MlNamespace.existing(new MlApp({ outdir: 'unused' }), 'serving');
    make(namespace);
    return namespace.toJson().map((object: any) => object.metadata.name);
  }

  test('are named by the ids below it in the same way', () => {
    const made = namesIn((namespace) => {
      const fraud = new Construct(namespace, 'My Fraud_Team');
      new kplus.ConfigMap(fraud, 'Config');
      new ApiObject(new Construct(fraud, 'Default'), 'other', { apiVersion: 'v1', kind: 'ConfigMap' });
      new ApiObject(new Construct(fraud, 'twice'), 'twice', { apiVersion: 'v1', kind: 'ConfigMap' });
    });
    expect(made.sort()).toEqual(['my-fraud-team-config', 'my-fraud-team-other', 'my-fraud-team-twice']);
  });
});
