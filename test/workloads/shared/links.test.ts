import { App, Chart } from 'cdk8s';
import {
  Link,
  Manifests,
  MlNamespace,
  type MlNamespaceProps,
  ModelService,
  type ModelServiceProps,
  NetworkAccess,
  NetworkPeer,
} from '../../../lib';
import { LinkTarget } from '../../support/link-target';
import { MINIMAL, refusalOf } from '../../support/service';

/** A caller and what it calls, in two namespaces. */
function linked(props: Partial<ModelServiceProps> = {}, rails?: MlNamespaceProps) {
  const app = new App();
  const models = new Chart(app, 'models', { namespace: 'models' });
  const web = rails ? new MlNamespace(app, 'web', rails) : new Chart(app, 'web', { namespace: 'web' });
  const target = new ModelService(models, 'embedder', MINIMAL);
  new ModelService(web, 'chat', {
    ...MINIMAL,
    links: [Link.to(target, { env: 'EMBEDDER_URL', path: '/v1' })],
    ...props,
  });
  return { models: Manifests.fromChart(models), web: Manifests.fromChart(web) };
}

const names = (manifests: Manifests) => manifests.ofKind('NetworkPolicy').map(({ metadata }) => metadata.name);
const CALLER = { 'app.kubernetes.io/component': 'model-server', 'app.kubernetes.io/name': 'chat' };

test('the caller has the address, and the target lets it in', () => {
  const { models, web } = linked();
  expect(web.container('Deployment', 'chat', 'server').env).toContainEqual({
    name: 'EMBEDDER_URL',
    value: 'http://embedder.models.svc:80/v1',
  });
  expect(names(models)).toEqual(['embedder', 'embedder-from-web-chat']);
  expect(models.get('NetworkPolicy', 'embedder-from-web-chat').spec.ingress).toEqual([
    {
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'web' } },
          podSelector: { matchLabels: CALLER },
        },
      ],
      ports: [{ protocol: 'TCP', port: 8000 }],
    },
  ]);
});

test('the caller needs no policy for its egress where nothing restricts it', () => {
  expect(names(linked().web)).toEqual(['chat']);
});

describe('the caller gets a policy that lets it out', () => {
  const access = NetworkAccess.allow({ egress: [{ to: [NetworkPeer.namespace('databases')], ports: [5432] }] });

  test.each<[string, Partial<ModelServiceProps>, MlNamespaceProps | undefined]>([
    ['where its access restricts egress', { access }, undefined],
    ['where its namespace denies egress', {}, { defaultDenyEgress: true }],
    [
      'where its namespace denies egress and others manage its policy',
      { access: NetworkAccess.unmanaged() },
      { defaultDenyEgress: true },
    ],
  ])('%s', (_where, props, rails) => {
    const { web } = linked(props, rails);
    expect(web.get('NetworkPolicy', 'chat-to-models-embedder').spec).toEqual({
      podSelector: { matchLabels: CALLER },
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'models' } },
              podSelector: { matchLabels: { ...CALLER, 'app.kubernetes.io/name': 'embedder' } },
            },
          ],
          ports: [{ protocol: 'TCP', port: 8000 }],
        },
      ],
    });
  });
});

test('two links to one target: two variables, one policy', () => {
  const app = new App();
  const [models, web] = ['models', 'web'].map((name) => new Chart(app, name, { namespace: name }));
  const target = new ModelService(models, 'embedder', MINIMAL);
  const links = ['A_URL', 'B_URL'].map((env) => Link.to(target, { env }));
  new ModelService(web, 'chat', { ...MINIMAL, links });
  expect(names(Manifests.fromChart(models))).toEqual(['embedder', 'embedder-from-web-chat']);
  const { env } = Manifests.fromChart(web).container('Deployment', 'chat', 'server');
  expect(env.map(({ name }: { name: string }) => name)).toEqual(['A_URL', 'B_URL', 'HOME']);
});

test('a construct of others is called in the same way', () => {
  const chart = new Chart(new App(), 'web', { namespace: 'web' });
  const target = new LinkTarget(chart, 'tracker', 'tracker');
  const access = NetworkAccess.allow({ egress: [] });
  const service = new ModelService(chart, 'chat', {
    ...MINIMAL,
    access,
    links: [Link.to(target, { env: 'TRACKER_URL' })],
  });
  expect(target.admitted).toEqual([service]);
  expect(names(Manifests.fromChart(chart))).toEqual(['chat', 'chat-to-tracker']);
});

describe('is refused', () => {
  const target = new LinkTarget(new Chart(new App(), 'chart'), 'target', 'target');
  const link = (env: string, path?: string) => Link.to(target, { env, path });

  test.each<[string, Partial<ModelServiceProps>, string, RegExp]>([
    ['a variable of two links', { links: [link('URL'), link('URL')] }, 'links[1].env', /links\[0\] does not set too/],
    ['a variable that env sets', { links: [link('URL')], env: { URL: 'x' } }, 'links[0].env', /env does not set too/],
    [
      'a variable that config sets',
      { links: [link('URL')], config: { URL: 'x' } },
      'links[0].env',
      /config does not set too/,
    ],
    ['a name that no variable has', { links: [link('MY URL')] }, 'links[0].env', /letters, digits and underscores/],
    ['a path that is none', { links: [link('URL', 'v1')] }, 'links[0].path', /begins with \//],
    [
      'a target that serves no requests',
      { links: [Link.to({} as never, { env: 'URL' })] },
      'links[0].target',
      /serves requests/,
    ],
    ['what is no link', { links: [target as never] }, 'links[0]', /a value of Link/],
  ])('%s', (_what, props, path, expected) => {
    const message = refusalOf(props);
    expect(message).toMatch(/^chart\/churn: 1 problem\n/);
    expect(message).toContain(`\n  ${path}\n`);
    expect(message).toMatch(expected);
  });
});
