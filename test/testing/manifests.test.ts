import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifests, Match } from '../../lib/testing';

function deployment(scope: Construct, name: string, replicas = 2, extra: object = {}): ApiObject {
  return new ApiObject(scope, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas,
      template: {
        spec: {
          initContainers: [{ name: 'download', image: 'curl:8' }],
          containers: [{ name: 'api', image: 'api:1.0.0', env: [{ name: 'LOG', value: 'INFO' }] }],
        },
      },
      ...extra,
    },
  });
}

function service(scope: Construct, name: string): ApiObject {
  return new ApiObject(scope, `${name}-service`, { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: {} });
}

function example() {
  const app = new App({ outdir: 'never-written' });
  const one = new Chart(app, 'one', { namespace: 'ml-one' });
  const nested = new Chart(one, 'nested', { namespace: 'ml-nested' });
  const two = new Chart(app, 'two', { namespace: 'ml-two' });
  deployment(one, 'api', 2);
  service(one, 'api');
  deployment(nested, 'inner', 1);
  deployment(two, 'api', 5);
  return { app, one, nested, two };
}

function failure(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('did not fail');
}

describe('where manifests come from', () => {
  test('an app: every chart', () => {
    expect(Manifests.fromApp(example().app).list()).toEqual([
      'Deployment ml-nested/inner',
      'Deployment ml-one/api',
      'Deployment ml-two/api',
      'Service ml-one/api',
    ]);
  });

  test('a chart: its own objects and those of nested charts', () => {
    const { one, two } = example();
    expect(Manifests.fromChart(one).list()).toEqual([
      'Deployment ml-nested/inner',
      'Deployment ml-one/api',
      'Service ml-one/api',
    ]);
    expect(Manifests.fromChart(two).list()).toEqual(['Deployment ml-two/api']);
  });

  test('a construct: what it made', () => {
    const chart = new Chart(new App(), 'chart');
    const group = new Construct(chart, 'group');
    deployment(group, 'inside');
    deployment(chart, 'outside');
    expect(Manifests.fromConstruct(group).list()).toEqual(['Deployment inside']);
  });

  test('values are resolved as at synth', () => {
    const chart = new Chart(new App(), 'chart');
    deployment(chart, 'api', Lazy.any({ produce: () => 7 }) as number);
    Manifests.fromChart(chart).has('Deployment', { spec: { replicas: 7 } });
  });

  test('what a chart of the user makes of its objects is taken', () => {
    class Stamped extends Chart {
      override toJson(): any[] {
        return super.toJson().map((object) => ({ ...object, stamped: true }));
      }
    }
    const app = new App();
    const chart = new Stamped(app, 'stamped');
    const made = deployment(chart, 'api');
    expect(Manifests.fromApp(app).find('Deployment', { stamped: true })).toHaveLength(1);
    expect(Manifests.fromApp(app).count('*')).toBe(1);
    expect(Manifests.fromConstruct(made).find('Deployment', { stamped: Match.absent() })).toHaveLength(1);
  });

  test('validations of constructs are run, those of other charts are not', () => {
    const { app, one, two } = example();
    two.node.addValidation({ validate: () => ['this is wrong'] });
    expect(() => Manifests.fromApp(app)).toThrow('[two] this is wrong');
    expect(() => Manifests.fromChart(one)).not.toThrow();
  });

  test('each object is resolved once, however many charts and dependencies there are', () => {
    const app = new App();
    const seen = { resolved: 0, validated: 0 };
    const counted = () => {
      seen.resolved++;
      return 1;
    };
    const validated = () => {
      seen.validated++;
      return [];
    };
    const charts = Array.from({ length: 60 }, (_, i) => {
      const chart = new Chart(app, `chart-${i}`);
      for (let j = 0; j < 3; j++) deployment(chart, `api-${i}-${j}`, Lazy.any({ produce: counted }) as number);
      chart.node.addValidation({ validate: validated });
      return chart;
    });
    // the time that stock synth takes grows exponentially with such a chain
    for (let i = 1; i < charts.length; i++) charts[i].addDependency(charts[i - 1]);
    Manifests.fromApp(app).hasCount('Deployment', 180);
    expect(seen).toEqual({ resolved: 180, validated: 60 });
    for (const chart of charts) Manifests.fromChart(chart).hasCount('Deployment', 3);
    expect(seen).toEqual({ resolved: 360, validated: 120 });
  });

  test('anywhere else, lists taken apart', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };
    expect(Manifests.fromObjects([pod, { apiVersion: 'v1', kind: 'List', items: [pod, pod] }]).count('Pod')).toBe(3);
    expect(failure(() => Manifests.fromObjects([pod, { kind: 'Pod' }])).message).toBe(
      [
        'Manifests.fromObjects: 1 problem',
        '  [1]',
        '    got       {"kind":"Pod"}',
        '    expected  an object with apiVersion and kind',
        '    fix       give Kubernetes objects only',
      ].join('\n'),
    );
  });
});

describe('manifests from files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'manifests-'));
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const object = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

  test('a folder: all YAML in it, by path, and nothing else', () => {
    write('b.k8s.yaml', `${object('b1')}---\n---\n${object('b2')}`);
    write('deep/er/a.yml', `%YAML 1.2\n---\n${object('a')}data:\n  keep: |+\n    x\n\n`);
    write('c.yaml', `\uFEFF# a comment alone\n---\n${object('c')}...`);
    write('empty.yaml', '');
    write('README.md', 'kind: nothing');
    const manifests = Manifests.fromFiles(folder);
    expect(manifests.all().map(({ metadata }) => metadata.name)).toEqual(['b1', 'b2', 'c', 'a']);
    expect(manifests.get('ConfigMap', 'a').data.keep).toBe('x\n\n');
  });

  test('a file of any name', () => {
    write('rendered.txt', object('x'));
    expect(Manifests.fromFiles(join(folder, 'rendered.txt')).list()).toEqual(['ConfigMap x']);
  });

  test('one that says what it wrote reads it back', () => {
    const before = Manifests.fromApp(example().app);
    write('all.yaml', before.yaml());
    expect(Manifests.fromFiles(folder).all()).toEqual(before.all());
  });

  test.each([
    ['no such path', 'missing', 'a file or folder that exists'],
    ['a folder without YAML', 'deep', 'a folder with *.yaml or *.yml files in it'],
  ])('refused: %s', (_, name, expected) => {
    expect(failure(() => Manifests.fromFiles(join(folder, name))).message).toContain(expected);
  });

  test('refused: what is no Kubernetes object, named by its file', () => {
    write('good.yaml', object('good'));
    write('values.yaml', 'replicas: 3\n');
    expect(failure(() => Manifests.fromFiles(folder)).message).toMatch(/values\.yaml: 1 problem\n {2}\[0\]/);
  });
});

describe('looking up', () => {
  test('counts by kind, by API version and kind, and all', () => {
    const manifests = Manifests.fromApp(example().app);
    expect(['Deployment', 'apps/v1/Deployment', 'v1/Deployment', '*'].map((kind) => manifests.count(kind))).toEqual([
      3, 3, 0, 4,
    ]);
    expect(manifests.ofKind('v1/Service')).toHaveLength(1);
  });

  test('refuses what is no kind, rather than counting zero', () => {
    for (const kind of ['deployment', '', 'Deployment ', 'apps/v1'])
      expect(() => Manifests.fromApp(example().app).hasNo(kind)).toThrow('a kind');
  });

  test('finds by pattern', () => {
    const manifests = Manifests.fromApp(example().app);
    expect(manifests.find('Deployment', { metadata: { name: 'api' } })).toHaveLength(2);
    expect(manifests.find('Deployment', { spec: { replicas: 9 } })).toEqual([]);
  });

  test('gets one by name, within a namespace where several have it', () => {
    const manifests = Manifests.fromApp(example().app);
    expect(manifests.inNamespace('ml-two').get('Deployment', 'api').spec.replicas).toBe(5);
    expect(failure(() => manifests.get('Deployment', 'api')).message).toBe(
      [
        '2 objects are Deployment api; choose with inNamespace',
        '',
        'there are',
        '  Deployment ml-one/api',
        '  Deployment ml-two/api',
      ].join('\n'),
    );
    expect(failure(() => manifests.get('Service', 'nope')).message).toBe(
      'no Service is named nope\n\nthere are\n  Service ml-one/api',
    );
  });

  test('gets a container, an init container, and the pod they are in', () => {
    const manifests = Manifests.fromChart(example().nested);
    expect(manifests.container('Deployment', 'inner', 'api').image).toBe('api:1.0.0');
    expect(manifests.container('Deployment', 'inner', 'download').image).toBe('curl:8');
    expect(manifests.podSpec('Deployment', 'inner').containers).toHaveLength(1);
    expect(failure(() => manifests.container('Deployment', 'inner', 'apo')).message).toBe(
      [
        'Deployment inner has no container apo',
        '',
        'there are',
        '  spec.template.spec.initContainers[download]',
        '  spec.template.spec.containers[api]',
      ].join('\n'),
    );
  });

  test('finds pods wherever a kind keeps them', () => {
    const containers = [{ name: 'main', image: 'x' }];
    const make = (apiVersion: string, kind: string, spec: object) => ({
      apiVersion,
      kind,
      metadata: { name: 'x' },
      spec,
    });
    const template = { spec: { containers } };
    const manifests = Manifests.fromObjects([
      make('v1', 'Pod', { containers }),
      make('batch/v1', 'CronJob', { jobTemplate: { spec: { template } } }),
      make('jobset.x-k8s.io/v1alpha2', 'JobSet', { replicatedJobs: [{ template: { spec: { template } } }] }),
      make('kubeflow.org/v1', 'PyTorchJob', {
        pytorchReplicaSpecs: { Master: { template }, Worker: { template } },
      }),
      make('example.org/v1', 'Widget', { anywhere: [{ deep: { containers } }] }),
      make('v1', 'Service', {}),
    ]);
    for (const kind of ['Pod', 'CronJob', 'JobSet', 'Widget']) {
      expect(manifests.podSpec(kind, 'x')).toEqual({ containers });
      expect(manifests.container(kind, 'x', 'main').image).toBe('x');
    }
    expect(() => manifests.podSpec('Service', 'x')).toThrow('has no pods');
    expect(() => manifests.podSpec('PyTorchJob', 'x')).toThrow('spec.pytorchReplicaSpecs.Worker.template.spec');
    expect(() => manifests.container('PyTorchJob', 'x', 'main')).toThrow('2 containers main');
  });

  test('finds the pods of a role, in any case, and says which roles there are', () => {
    const template = (image: string) => ({ template: { spec: { containers: [{ name: 'main', image }] } } });
    const manifests = Manifests.fromObjects([
      {
        apiVersion: 'kubeflow.org/v1',
        kind: 'PyTorchJob',
        metadata: { name: 'x' },
        spec: { pytorchReplicaSpecs: { Master: template('a'), Worker: template('b') } },
      },
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'x' }, spec: template('c') },
    ]);
    expect(manifests.podSpec('PyTorchJob', 'x', 'Master').containers[0].image).toBe('a');
    expect(manifests.podSpec('PyTorchJob', 'x', 'worker').containers[0].image).toBe('b');
    expect(manifests.container('PyTorchJob', 'x', 'main', 'worker').image).toBe('b');
    expect(() => manifests.podSpec('PyTorchJob', 'x')).toThrow('Worker: spec.pytorchReplicaSpecs.Worker');
    expect(() => manifests.podSpec('PyTorchJob', 'x', 'chief')).toThrow('there are Master, Worker');
    expect(() => manifests.container('Job', 'x', 'main', 'worker')).toThrow('its pods have no roles');
  });

  test('finds the container of a kind that keeps it outside of a pod spec', () => {
    const manifests = Manifests.fromObjects([
      {
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        metadata: { name: 'x' },
        spec: { predictor: { model: { image: 'server:1' } } },
      },
    ]);
    expect(manifests.container('InferenceService', 'x', 'kserve-container').image).toBe('server:1');
    expect(() => manifests.container('InferenceService', 'x', 'y')).toThrow('spec.predictor.model');
  });
});

describe('asserting', () => {
  const manifests = () => Manifests.fromApp(example().app);

  test('what is so passes', () => {
    manifests().has('Deployment');
    manifests().has('Deployment', { spec: { replicas: 5 } });
    manifests().has('Deployment', Match.objectLike({ metadata: { namespace: Match.stringLike('ml-*') } }));
    manifests().hasNo('Secret');
    manifests().hasNo('Deployment', { spec: { replicas: 9 } });
    manifests().hasEvery('Deployment', { spec: { replicas: Match.anyValue() } });
    manifests().hasEvery('*', { metadata: { namespace: Match.regex('^ml-') } });
    manifests().hasCount('Deployment', 3);
    manifests().hasCount('Secret', 0);
  });

  test('has: the nearest object, where it differs, and what there is', () => {
    const pattern = {
      metadata: { namespace: 'ml-two' },
      spec: {
        replicas: 6,
        template: { spec: { containers: Match.arrayWith([{ name: 'api', image: Match.stringLike('api:2.*') }]) } },
      },
    };
    expect(failure(() => manifests().has('Deployment', pattern)).message).toBe(
      [
        'no Deployment matches the pattern',
        '',
        'nearest: Deployment ml-two/api, 2 differences',
        '  spec.replicas',
        '    got       5',
        '    expected  6',
        '  spec.template.spec.containers[name=api].image',
        "    got       'api:1.0.0'",
        "    expected  a string like 'api:2.*'",
        '',
        'there are',
        '  Deployment ml-nested/inner',
        '  Deployment ml-one/api',
        '  Deployment ml-two/api',
      ].join('\n'),
    );
  });

  test('has: what there is instead of a kind that is not there', () => {
    const { one } = example();
    expect(failure(() => Manifests.fromChart(one).inNamespace('ml-one').has('StatefulSet')).message).toBe(
      ['there is no StatefulSet', '', 'there are', '  Deployment ml-one/api', '  Service ml-one/api'].join('\n'),
    );
    expect(failure(() => Manifests.fromObjects([]).has('Pod')).message).toBe(
      'there is no Pod\n\nthere are no objects at all',
    );
  });

  test('hasNo: what is there, and in what it is like the pattern', () => {
    expect(failure(() => manifests().hasNo('Deployment', { spec: { replicas: 5 } })).message).toBe(
      'expected no Deployment like this, got 1\n\nDeployment ml-two/api\n  spec.replicas is 5',
    );
  });

  test('hasEvery: those that are not, and none at all', () => {
    expect(failure(() => manifests().hasEvery('Deployment', { spec: { replicas: 5 } })).message).toBe(
      [
        '2 of 3 Deployment do not match the pattern',
        '',
        'Deployment ml-nested/inner\n  spec.replicas\n    got       1\n    expected  5',
        '',
        'Deployment ml-one/api\n  spec.replicas\n    got       2\n    expected  5',
      ].join('\n'),
    );
    expect(() => manifests().hasEvery('Secret', {})).toThrow('there is no Secret');
  });

  test('hasCount: how many, and which', () => {
    expect(failure(() => manifests().hasCount('Service', 2)).message).toBe(
      'got 1 Service, expected 2\n\nthere are\n  Service ml-one/api',
    );
  });

  test('long failures are cut', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k${i}`, i]));
    const objects = Array.from({ length: 40 }, (_, i) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `p${i}` },
    }));
    const { message } = failure(() => Manifests.fromObjects(objects).has('Pod', many));
    expect(message).toContain('20 differences');
    expect(message).toContain('  ... and 8 more');
    expect(message).toContain('  ... and 10 more');
  });

  test('a pattern that is none is refused', () => {
    expect(() => manifests().has('Deployment', 'api' as never)).toThrow('an object, or a matcher');
    expect(() => manifests().has('Deployment', [] as never)).toThrow('an object, or a matcher');
  });

  test('a failure points at the test, not into the library', () => {
    const frames = failure(() => manifests().has('Secret'))
      .stack!.split('\n')
      .filter((line) => /^\s+at /.test(line));
    expect(frames[0]).toContain('manifests.test.ts');
    expect(frames.join('\n')).not.toMatch(/lib[\\/]testing/);
  });
});
