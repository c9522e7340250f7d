import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import fc from 'fast-check';
import { defaultAccess } from '../../lib/traits/network-access/definition';
import { NetworkAccess } from '../../lib/traits/network-access/network-access';
import { NetworkPeer } from '../../lib/traits/network-access/network-peer';
import { planPeers } from '../../lib/traits/network-access/peers';
import type { AccessContext } from '../../lib/traits/network-access/plan';
import { plain, problemsOf, refuses } from './support';

const context: AccessContext = {
  podSelector: { matchLabels: { app: 'churn' } },
  serverPorts: [8000],
  exposureCallers: [],
};
const planOf = (access?: NetworkAccess, more = {}) =>
  (access?._definition ?? defaultAccess).plan({ ...context, ...more });
const spec = (access?: NetworkAccess, more = {}) => plain(planOf(access, more).spec) as any;
const tcp = (port: number) => ({ protocol: 'TCP', port });
const inNamespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const metrics = (port: number) => ({ metrics: { port, from: [inNamespace('monitoring')] } });

describe('the NetworkPolicy', () => {
  test('lets the own namespace in by default, and says nothing of egress', () => {
    expect(spec()).toEqual({
      podSelector: { matchLabels: { app: 'churn' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: {} }], ports: [tcp(8000)] }],
    });
  });

  test('adds who was declared and whom the exposure needs, each once', () => {
    const access = NetworkAccess.allow({ from: [NetworkPeer.namespace('web'), NetworkPeer.namespace('edge')] });
    const exposureCallers = [inNamespace('edge')];
    expect(spec(access, { exposureCallers }).ingress[0].from).toEqual([
      { podSelector: {} },
      inNamespace('web'),
      inNamespace('edge'),
    ]);
  });

  test('has no list of peers where everyone may call', () => {
    const open = [{ ports: [tcp(8000)] }];
    expect(spec(NetworkAccess.everyone()).ingress).toEqual(open);
    expect(spec(undefined, { exposureCallers: 'everyone' }).ingress).toEqual(open);
    expect(spec(NetworkAccess.allow({ from: [NetworkPeer.everyone()] })).ingress).toEqual(open);
  });

  test('opens the metrics port to Prometheus alone', () => {
    expect(spec(undefined, metrics(8002)).ingress).toEqual([
      { from: [{ podSelector: {} }], ports: [tcp(8000)] },
      { from: [inNamespace('monitoring')], ports: [tcp(8002)] },
    ]);
  });

  test('needs no rule for metrics on a port that is open to everyone', () => {
    expect(spec(NetworkAccess.everyone(), metrics(8000)).ingress).toHaveLength(1);
    expect(spec(NetworkAccess.everyone(), metrics(8002)).ingress).toHaveLength(2);
  });

  test('of nobody denies all, but for Prometheus', () => {
    expect(spec(NetworkAccess.nobody())).toMatchObject({ policyTypes: ['Ingress'] });
    // no list at all: the API server drops an empty one
    expect(spec(NetworkAccess.nobody())).not.toHaveProperty('ingress');
    expect(spec(NetworkAccess.nobody(), metrics(8002)).ingress).toHaveLength(1);
  });

  test('is none where others decide', () => {
    expect(planOf(NetworkAccess.unmanaged())).toEqual({ hasEgress: true });
  });

  test('closes egress but for what is called and DNS', () => {
    const dns = { ports: [{ protocol: 'UDP', port: 53 }, tcp(53)] };
    const access = NetworkAccess.allow({
      egress: [
        { to: [NetworkPeer.cidr('10.0.0.0/8', ['10.1.0.0/16'])], ports: [443] },
        { to: [NetworkPeer.everyone()] },
      ],
    });
    expect(spec(access)).toMatchObject({
      policyTypes: ['Ingress', 'Egress'],
      egress: [dns, { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [tcp(443)] }, {}],
    });
    expect(planOf(access).hasEgress).toBe(true);
    expect(spec(NetworkAccess.allow({ egress: [] })).egress).toEqual([dns]);
    expect(planOf(NetworkAccess.allow({ egress: [] })).hasEgress).toBe(false);
  });

  test('never has an empty list of peers, which would let everyone in', () => {
    const peer = fc.constantFrom(
      NetworkPeer.sameNamespace(),
      NetworkPeer.namespace('a'),
      NetworkPeer.cluster(),
      NetworkPeer.cidr('10.0.0.0/8'),
      NetworkPeer.pods({ labels: { a: 'b' } }),
      nobody(),
    );
    fc.assert(
      fc.property(fc.array(peer), fc.boolean(), fc.array(peer), (from, sameNamespace, callers) => {
        const access = NetworkAccess.allow({ from, sameNamespace, egress: [{ to: from }] });
        const exposureCallers = planPeers(callers);
        const policy = spec(access, { exposureCallers });
        for (const rule of policy.ingress ?? []) expect(rule.from?.length).toBeGreaterThan(0);
        for (const rule of policy.egress.slice(1)) expect(rule.to?.length).toBeGreaterThan(0);
      }),
    );
  });
});

/** A peer of cdk8s-plus that selects nothing: namespaces by no names. */
function nobody(): NetworkPeer {
  const chart = new Chart(new App(), 'c');
  return NetworkPeer.peer(kplus.Namespaces.select(chart, 'none', { names: [] }));
}

describe('peers', () => {
  const entries = (peer: NetworkPeer) => plain(peer._definition.plan(undefined));

  test('are pods, namespaces and addresses', () => {
    const labels = { app: 'web' };
    expect(entries(NetworkPeer.pods({ labels }))).toEqual([{ podSelector: { matchLabels: labels } }]);
    expect(entries(NetworkPeer.pods({ labels, namespace: 'web' }))).toEqual([
      { ...inNamespace('web'), podSelector: { matchLabels: labels } },
    ]);
    expect(entries(NetworkPeer.namespacesWith({ team: 'a' }))).toEqual([
      { namespaceSelector: { matchLabels: { team: 'a' } } },
    ]);
    expect(entries(NetworkPeer.cluster())).toEqual([{ namespaceSelector: {} }]);
    expect(entries(NetworkPeer.cidr('10.0.0.0/8'))).toEqual([{ ipBlock: { cidr: '10.0.0.0/8' } }]);
  });

  test('made with cdk8s-plus read as in its own NetworkPolicy', () => {
    const chart = new Chart(new App(), 'c', { namespace: 'apps' });
    const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx:1.27' }] });
    const peers: kplus.INetworkPolicyPeer[] = [
      kplus.NetworkPolicyIpBlock.ipv4(chart, 'ip', '10.0.0.0/8', ['10.1.0.0/16']),
      kplus.Namespaces.select(chart, 'named', { names: ['a', 'b'], labels: { team: 'x' } }),
      kplus.Namespaces.all(chart, 'all'),
      kplus.Pods.select(chart, 'pods', { labels: { app: 'web' }, expressions: [kplus.LabelExpression.exists('tier')] }),
      deployment,
    ];
    for (const [index, peer] of peers.entries()) {
      const policy = new kplus.NetworkPolicy(chart, `policy${index}`, {
        metadata: { namespace: 'apps' },
        ingress: { rules: [{ peer }] },
      });
      const theirs = (chart.toJson() as any[]).find(({ metadata }) => metadata.name === policy.name).spec.ingress[0]
        .from;
      expect(entries(NetworkPeer.peer(peer))).toEqual(theirs);
    }
  });
});

describe('wrong inputs', () => {
  const allow = (options: object) => NetworkAccess.allow(options);
  refuses([
    [
      'an illegal namespace',
      (check) => NetworkPeer.namespace('Web')._definition.check(check, undefined),
      '',
      /lower case/,
      /choose/,
    ],
    [
      'pods without labels',
      (check) => NetworkPeer.pods({ labels: {} })._definition.check(check, undefined),
      'labels',
      /at least one/,
      /sameNamespace/,
    ],
    [
      'pods without labels elsewhere',
      (check) => NetworkPeer.pods({ labels: {}, namespace: 'web' })._definition.check(check, undefined),
      'labels',
      /at least one/,
      /namespace\('web'\)/,
    ],
    [
      'namespaces without labels',
      (check) => NetworkPeer.namespacesWith({})._definition.check(check, undefined),
      '',
      /at least one/,
      /cluster\(\)/,
    ],
    [
      'an address for a range',
      (check) => NetworkPeer.cidr('10.0.0.1')._definition.check(check, undefined),
      '',
      /prefix/,
      /10\.0\.0\.1\/32/,
    ],
    [
      'an IPv6 address for a range',
      (check) => NetworkPeer.cidr('::1')._definition.check(check, undefined),
      '',
      /prefix/,
      /::1\/128/,
    ],
    [
      'an exception that is no range',
      (check) => NetworkPeer.cidr('10.0.0.0/8', ['x'])._definition.check(check, undefined),
      'except[0]',
      /CIDR/,
      /10\.0/,
    ],
    [
      'a peer that selects nothing',
      (check) => nobody()._definition.check(check, undefined),
      '',
      /selects/,
      /leave it out/,
    ],
    [
      'an illegal peer of an access',
      (check) => allow({ from: [NetworkPeer.namespace('A')] })._definition.check(check, context),
      'from[0]',
      /lower/,
      /choose/,
    ],
    [
      'an egress to nobody',
      (check) => allow({ egress: [{ to: [] }] })._definition.check(check, context),
      'egress[0].to',
      /at least one/,
      /everyone/,
    ],
    [
      'an egress to no port',
      (check) => allow({ egress: [{ to: [NetworkPeer.everyone()], ports: [0] }] })._definition.check(check, context),
      'egress[0].ports[0]',
      /1 to 65535/,
      /port/,
    ],
  ]);

  test('refuses nobody beside an exposure that needs callers', () => {
    const problems = (exposureCallers?: AccessContext['exposureCallers']) =>
      problemsOf((check) => NetworkAccess.nobody()._definition.check(check, { ...context, exposureCallers }));
    for (const callers of ['everyone', [inNamespace('gateways')]] as const) {
      const [problem, ...more] = problems(callers);
      expect([problem?.prop, more]).toEqual(['trait', []]);
      expect(problem?.fix).toMatch(/sameNamespace: false/);
    }
    expect(problems([])).toEqual([]);
    // unknown, since the exposure was refused
    expect(problems()).toEqual([]);
  });

  test('accepts what is right', () => {
    const right = [
      allow({ from: [NetworkPeer.everyone(), NetworkPeer.cidr('::/0')], egress: [] }),
      NetworkAccess.everyone(),
      NetworkAccess.nobody(),
      NetworkAccess.unmanaged(),
    ];
    for (const access of right) expect(problemsOf((check) => access._definition.check(check, context))).toEqual([]);
  });
});
