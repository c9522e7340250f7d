import { App, Chart } from 'cdk8s';
import { MlNamespace, type MlNamespaceProps, ModelServer, ModelService, type ModelServiceProps } from '../../lib';
import { MINIMAL } from '../support/service';
import { SHAPE } from './support/trial';

/** What was an error of another package, or of JavaScript. */

const MIB = 2 ** 20;

function messageOf(act: () => unknown): string {
  try {
    act();
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
}

const namespace = (props: MlNamespaceProps) => messageOf(() => new MlNamespace(new App(), 'ml', props));
const service = (props: Partial<ModelServiceProps>) =>
  messageOf(() => new ModelService(new Chart(new App(), 'chart'), 'churn', { ...MINIMAL, ...props }));

test.each([
  ['a:b', 'a-b'],
  ['A:b', 'a:b'],
  ['team/x'.replace('/', '_'), 'team--x'],
])('ClusterRoles %s and %s, whose RoleBindings would be one', (first, second) => {
  const message = namespace({ clusterRoles: { [first]: ['x'], [second]: ['y'] } });
  expect(message).toMatch(SHAPE);
  expect(message).toContain(`clusterRoles.${second}\n`);
  expect(message).toContain(`than that of ${first}: both would be cluster-role-`);
});

test('groups whose names differ in signs alone are all bound', () => {
  const groups = ['a:b', 'a-b', 'a/b', 'a--b', 'A/b', 'oidc:https://login.example.com/x', '0'];
  const app = new App();
  const namespace = new MlNamespace(app, 'ml', { admins: groups, clusterRoles: { own: groups } });
  const bindings = namespace.toJson().filter(({ kind }) => kind === 'RoleBinding');
  expect(bindings.map(({ subjects }) => subjects.map(({ name }: { name: string }) => name))).toEqual([groups, groups]);
});

test('a cycle in overrides, in a map and in a list', () => {
  const map: { [key: string]: unknown } = {};
  map.self = { list: [map] };
  const list: unknown[] = [];
  list.push(list);
  for (const patch of [map, { metadata: { annotations: { list } } }, { spec: list }]) {
    const message = service({ overrides: { Deployment: patch } });
    expect(message).toMatch(SHAPE);
    expect(message).toContain('data without a cycle');
  }
});

test('the same data at two places of overrides are no cycle', () => {
  const same = { team: 'ml' };
  expect(service({ overrides: { Deployment: { metadata: { labels: same, annotations: same } } } })).toBe('accepted');
});

test('megabytes of variables and of arguments have the right cause', () => {
  const large = 'x'.repeat(3 * MIB);
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`V${i}`, 'x'.repeat(MIB / 20)]));
  expect(service({ env: { LARGE: large } })).toMatch(
    /env\.LARGE\n {4}got {7}'3145734 bytes'\n.*Linux starts no program/,
  );
  expect(service({ env: many })).toMatch(
    / {2}env\n.*\n.*the API server refuses an object that is larger than 1\.5 MiB/,
  );
  expect(service({ config: { LARGE: large } })).toMatch(/ {2}config\n.*\n.*at most 1 MiB in one ConfigMap/);
  const server = ModelServer.http({ port: 8000, healthPath: '/health', args: [large] });
  expect(service({ server })).toMatch(/server\.args\[0\]\n.*\n.*Linux starts no program/);
  expect(service({ env: { FITS: 'x'.repeat(128 * 1024 - 6) } })).toBe('accepted');
});
