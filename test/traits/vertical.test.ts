import { VerticalResource, VerticalValues } from '../../lib/traits/vertical-autoscaling/options';
import { VerticalAutoscaling } from '../../lib/traits/vertical-autoscaling/vertical-autoscaling';
import { ClusterTarget } from '../../lib/values/cluster-target';
import { BARE, K133, plain, problemsOf, refuses, type Wrong } from './support';

const scaleTarget = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'churn' };
const facts = { container: 'api', gpusPerPod: 0, target: K133, scaleTarget };
const spec = (vertical: VerticalAutoscaling) => plain(vertical._definition.plan(facts));
const memoryOnly = { resources: [VerticalResource.MEMORY] };

test('watches the server alone, and leaves sidecars as they are', () => {
  expect(spec(VerticalAutoscaling.off())).toEqual({
    targetRef: scaleTarget,
    updatePolicy: { updateMode: 'Off' },
    resourcePolicy: {
      containerPolicies: [
        { containerName: 'api', controlledResources: ['cpu', 'memory'] },
        { containerName: '*', mode: 'Off' },
      ],
    },
  });
});

test('keeps to its bounds', () => {
  const options = {
    minCpu: '100m',
    maxCpu: '4',
    minMemory: '512Mi',
    maxMemory: '8Gi',
    values: VerticalValues.REQUESTS_ONLY,
    minReplicas: 1,
    ...memoryOnly,
  };
  expect(spec(VerticalAutoscaling.recreate(options))).toMatchObject({
    updatePolicy: { updateMode: 'Recreate', minReplicas: 1 },
    resourcePolicy: {
      containerPolicies: [
        {
          controlledResources: ['memory'],
          controlledValues: 'RequestsOnly',
          minAllowed: { cpu: '100m', memory: '512Mi' },
          maxAllowed: { cpu: '4', memory: '8Gi' },
        },
        {},
      ],
    },
  });
});

test('has the modes of today', () => {
  const modes = [VerticalAutoscaling.initial(), VerticalAutoscaling.inPlaceOrRecreate()].map(
    (v) => (spec(v) as any).updatePolicy.updateMode,
  );
  expect(modes).toEqual(['Initial', 'InPlaceOrRecreate']);
});

describe('beside a HorizontalPodAutoscaler', () => {
  const problems = (vertical: VerticalAutoscaling, ...resources: string[]) =>
    problemsOf((check) => vertical._definition.check(check, { ...facts, scaledResources: new Set(resources) }));

  test('is refused on the resource that replicas are scaled on, with the way out', () => {
    const [problem, ...more] = problems(VerticalAutoscaling.recreate(), 'cpu');
    expect(more).toEqual([]);
    expect(problem?.expected).toMatch(/scaled on \(cpu/);
    expect(problem?.fix).toMatch(/resources: \[VerticalResource\.MEMORY\]/);
  });

  test('is refused on both, where no resource is left', () => {
    const [problem] = problems(VerticalAutoscaling.initial(), 'cpu', 'memory');
    expect(problem?.expected).toMatch(/cpu and memory/);
    expect(problem?.fix).toMatch(/^use VerticalAutoscaling\.off\(\)/);
  });

  test('is accepted where the two do not meet', () => {
    expect(problems(VerticalAutoscaling.recreate(memoryOnly), 'cpu')).toEqual([]);
    expect(problems(VerticalAutoscaling.recreate())).toEqual([]);
    expect(problems(VerticalAutoscaling.off(), 'cpu', 'memory')).toEqual([]);
  });
});

describe('wrong inputs', () => {
  const wrong = (
    title: string,
    vertical: VerticalAutoscaling,
    prop: string,
    expected: RegExp,
    fix: RegExp,
    more = {},
  ): Wrong => [title, (check) => vertical._definition.check(check, { ...facts, ...more }), prop, expected, fix];
  const gpu = { gpusPerPod: 1 };
  refuses([
    wrong(
      'evictions of GPU pods',
      VerticalAutoscaling.recreate(),
      '',
      /mode Off or Initial for GPU/,
      /off\(\) or initial/,
      gpu,
    ),
    wrong(
      'resizing of GPU pods',
      VerticalAutoscaling.inPlaceOrRecreate(),
      '',
      /mode Off or Initial for GPU/,
      /off\(\)/,
      gpu,
    ),
    wrong('resizing where it is unknown', VerticalAutoscaling.inPlaceOrRecreate(), '', /1\.33/, /use recreate\(\)/, {
      target: ClusterTarget.kubernetes('1.32'),
    }),
    wrong('a VPA that is not there', VerticalAutoscaling.off(), '', /autoscaling\.k8s\.io\/v1/, /install/, {
      target: BARE,
    }),
    wrong('an amount that is none', VerticalAutoscaling.off({ minCpu: 'few' }), 'minCpu', /quantity/, /100m/),
    wrong(
      'bounds the wrong way round',
      VerticalAutoscaling.off({ minMemory: '2Gi', maxMemory: '1Gi' }),
      'maxMemory',
      /at least minMemory \(2Gi\)/,
      /raise/,
    ),
    wrong('no resource', VerticalAutoscaling.off({ resources: [] }), 'resources', /at least one/, /leave it out/),
    wrong('no replica', VerticalAutoscaling.off({ minReplicas: 0 }), 'minReplicas', /at least 1/, /replicas/),
  ]);

  test('accepts recommendations for GPU pods', () => {
    for (const vertical of [VerticalAutoscaling.off(), VerticalAutoscaling.initial()])
      expect(problemsOf((check) => vertical._definition.check(check, { ...facts, ...gpu }))).toEqual([]);
  });
});
