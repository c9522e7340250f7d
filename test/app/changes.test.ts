import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { MlApp, type MlAppProps } from '../../lib/app';
import { filesIn, inTemporaryFolder } from './same-as-stock';

interface Given {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

function app(outdir: string, objects: readonly Given[], props: MlAppProps = {}): MlApp {
  const made = new MlApp({ outdir, rules: false, ...props });
  const chart = new Chart(made, 'chart');
  objects.forEach((object, i) => {
    new ApiObject(chart, `${i}`, { metadata: { name: 'x', namespace: 'ml' }, ...object });
  });
  return made;
}

const deployment = (spec: object): Given => ({ apiVersion: 'apps/v1', kind: 'Deployment', spec });
const service: Given = { apiVersion: 'v1', kind: 'Service', spec: { type: 'ClusterIP' } };

describe('MlApp.diffAll', () => {
  test('lists objects by what becomes of them, and fields of those that change; nothing is written', () =>
    inTemporaryFolder((out) => {
      const containers = (image: string) => ({ template: { spec: { containers: [{ name: 'main', image }] } } });
      const job: Given = { apiVersion: 'batch/v1', kind: 'Job', spec: {} };
      app(out, [deployment({ replicas: 2, paused: true, ...containers('a:1') }), service]).synth();
      const before = filesIn(out);
      const next = app(out, [deployment({ replicas: 3, ...containers('a:2') }), job]);
      expect(MlApp.diffAll([next])).toBe(
        [
          out,
          '  ~ Deployment ml/x',
          '      spec.replicas: 2 → 3',
          "      spec.template.spec.containers[name=main].image: 'a:1' → 'a:2'",
          '      spec.paused: true → nothing',
          '  + Job ml/x',
          '  - Service ml/x',
          '',
        ].join('\n'),
      );
      expect(filesIn(out)).toEqual(before);
      next.synth();
      expect(MlApp.diffAll([next])).toBe('');
    }));

  test('is empty where objects only move to other files, and reads files that are gone', () =>
    inTemporaryFolder((out) => {
      app(out, [deployment({ replicas: 2 }), service], { name: 'a' }).synth();
      const moved = app(out, [deployment({ replicas: 2 }), service], {
        name: 'a',
        yamlOutputType: YamlOutputType.FILE_PER_RESOURCE,
      });
      expect(MlApp.diffAll([moved])).toBe('');
      expect(MlApp.diffAll([new MlApp({ outdir: out, name: 'a' })])).toMatch(
        / - Deployment ml\/x\n {2}- Service ml\/x\n$/,
      );
      expect(MlApp.diffAll([app(join(out, 'new'), [service])])).toContain('  + Service ml/x\n');
      expect(readdirSync(out)).toEqual(['a']);
    }));

  test('checks the apps, and shows no credential', () =>
    inTemporaryFolder((out) => {
      const containers = [{ name: 'main', image: 'app:1.0.0', envFrom: [{ configMapRef: { name: 'missing' } }] }];
      const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers } };
      expect(() => MlApp.diffAll([app(out, [pod], { rules: true })])).toThrow(/1 problem/);
      const config = (TOKEN: string) => [{ apiVersion: 'v1', kind: 'ConfigMap', data: { TOKEN } }];
      app(out, config('a')).synth();
      expect(MlApp.diffAll([app(out, config('ghp_0123456789abcdefghijABCDEFGHIJ012345'))])).toContain('(not shown');
    }));
});

describe('a field that cannot be changed in place', () => {
  const warnings = (before: Given, after: Given, props: MlAppProps = {}) =>
    inTemporaryFolder((out) => {
      app(out, [before], props).synth();
      return MlApp.synthAll([app(out, [after], props)]).warnings.map((text) => text.replace(out, 'dist'));
    });
  const of = (apiVersion: string, kind: string, fields: object): Given => ({ apiVersion, kind, ...fields });
  const template = (image: string) => ({ template: { spec: { containers: [{ name: 'main', image }] } } });

  test('is warned of where an object keeps its name, with what was and what is', () => {
    expect(
      warnings(of('batch/v1', 'Job', { spec: template('a:1') }), of('batch/v1', 'Job', { spec: template('a:2') })),
    ).toEqual([
      [
        '  dist/chart.k8s.yaml: Job ml/x spec.template.spec.containers[name=main].image',
        "    got       'a:2', where the file had 'a:1'",
        '    expected  no change of a field that cannot be changed in place: the API server refuses to apply it',
        '    fix       give the run a new name (Run.version, or leave run out), or delete the old object before you apply this one',
      ].join('\n'),
    ]);
  });

  test.each<[string, string, object, object]>([
    ['batch/v1', 'Job', { spec: { completions: 1, a: 1 } }, { spec: { completions: 2, a: 2 } }],
    [
      'jobset.x-k8s.io/v1alpha2',
      'JobSet',
      { spec: { replicatedJobs: [{ name: 'a' }] } },
      { spec: { replicatedJobs: [] } },
    ],
    [
      'trainer.kubeflow.org/v1alpha1',
      'TrainJob',
      { spec: { trainer: { numNodes: 1 } } },
      { spec: { trainer: { numNodes: 2 } } },
    ],
    [
      'kubeflow.org/v1',
      'PyTorchJob',
      { spec: { pytorchReplicaSpecs: { a: 1 } } },
      { spec: { pytorchReplicaSpecs: { a: 2 } } },
    ],
    ['kubeflow.org/v2beta1', 'MPIJob', { spec: { slotsPerWorker: 1 } }, { spec: { slotsPerWorker: 2 } }],
    ['ray.io/v1', 'RayJob', { spec: { entrypoint: 'a' } }, { spec: { entrypoint: 'b' } }],
    ['batch.volcano.sh/v1alpha1', 'Job', { spec: { queue: 'a' } }, { spec: { queue: 'b' } }],
    [
      'apps/v1',
      'Deployment',
      { spec: { selector: { matchLabels: { a: 'b' } } } },
      { spec: { selector: { matchLabels: { a: 'c' } } } },
    ],
    ['apps/v1', 'StatefulSet', { spec: { serviceName: 'a' } }, { spec: { serviceName: 'b' } }],
    ['v1', 'PersistentVolumeClaim', { spec: { storageClassName: 'a' } }, { spec: { storageClassName: 'b' } }],
    ['v1', 'ConfigMap', { immutable: true, data: { a: 'b' } }, { immutable: true, data: { a: 'c' } }],
    ['rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { name: 'a' } }, { roleRef: { name: 'b' } }],
  ])('of %s %s is warned of', (apiVersion, kind, before, after) => {
    const [text, ...more] = warnings(of(apiVersion, kind, before), of(apiVersion, kind, after));
    expect(more).toEqual([]);
    expect(text).toContain(`: ${kind} ml/x `);
  });

  test.each<[string, string, object, object]>([
    ['batch/v1', 'Job', { spec: { ttlSecondsAfterFinished: 1, suspend: true } }, { spec: { parallelism: 2 } }],
    ['jobset.x-k8s.io/v1alpha2', 'JobSet', { spec: { ttlSecondsAfterFinished: 1 } }, { spec: { suspend: true } }],
    ['apps/v1', 'Deployment', { spec: template('a:1') }, { spec: template('a:2') }],
    ['apps/v1', 'StatefulSet', { spec: { replicas: 1 } }, { spec: { replicas: 2 } }],
    ['v1', 'PersistentVolumeClaim', { spec: { resources: { a: '1' } } }, { spec: { resources: { a: '2' } } }],
    ['v1', 'ConfigMap', { data: { a: 'b' } }, { data: { a: 'c' } }],
    ['batch/v1', 'CronJob', { spec: { schedule: 'a' } }, { spec: { schedule: 'b' } }],
  ])('is not what else changes of %s %s', (apiVersion, kind, before, after) => {
    expect(warnings(of(apiVersion, kind, before), of(apiVersion, kind, after))).toEqual([]);
  });

  test('is not one of an object with a new name, nor of one in another namespace', () => {
    const job = (name: string, namespace: string, image: string) =>
      of('batch/v1', 'Job', { metadata: { name, namespace }, spec: template(image) });
    expect(warnings(job('a', 'ml', 'a:1'), job('b', 'ml', 'a:2'))).toEqual([]);
    expect(warnings(job('a', 'ml', 'a:1'), job('a', 'other', 'a:2'))).toEqual([]);
  });

  test('is found among many objects; what somebody broke by hand is no hindrance', () =>
    inTemporaryFolder((out) => {
      const objects = (image: string) => [deployment({}), of('batch/v1', 'Job', { spec: template(image) }), service];
      app(out, objects('a:1')).synth();
      const file = join(out, 'chart.k8s.yaml');
      appendFileSync(file, '---\n<<<<<<< HEAD\n: : :\n');
      expect(MlApp.synthAll([app(out, objects('a:2'))]).warnings).toHaveLength(1);
      writeFileSync(file, readFileSync(file, 'utf8').replace('spec:\n  template', 'spec: [\n  template'));
      expect(MlApp.synthAll([app(out, objects('a:3'))]).warnings).toEqual([]);
    }));
});
