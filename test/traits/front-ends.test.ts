import { Duration } from 'cdk8s';
import { Exposure } from '../../lib/traits/exposure/exposure';
import { INGRESS_CLASSES } from '../../lib/traits/exposure/ingress-classes';
import { LOAD_BALANCERS } from '../../lib/traits/exposure/load-balancers';
import { Cloud, ClusterTarget } from '../../lib/values/cluster-target';
import { plain, problemsOf, refuses, type Wrong } from './support';

const on = (cloud: Cloud) => ClusterTarget.kubernetes('1.33', { cloud });
const http = { name: 'http', port: 8000 };
const readiness = { httpGet: { path: '/health', port: 'http' } };
const facts = { ports: [http], target: on(Cloud.GENERIC), serviceName: 'churn', readiness };
const planOf = (exposure: Exposure, context = {}) => plain(exposure._definition.plan({ ...facts, ...context })) as any;
const ingress = (more = {}) => Exposure.ingress({ host: 'a.example.com', ...more });
const minutes = (n: number) => Duration.minutes(n);
const clouds = Object.values(Cloud);
const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const ALB = 'alb.ingress.kubernetes.io/';

describe('a load balancer', () => {
  const annotations = (cloud: Cloud, more: object) =>
    planOf(Exposure.loadBalancer(more), { target: on(cloud) }).service.annotations;

  test.each([
    [Cloud.GKE, { 'networking.gke.io/load-balancer-type': 'Internal' }],
    // the controller of Kubernetes reads the first one only, that of AWS prefers the second one
    [Cloud.EKS, { [`${AWS}internal`]: 'true', [`${AWS}scheme`]: 'internal' }],
    [Cloud.AKS, { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' }],
  ])('is private on %s under each of its controllers', (cloud, expected) => {
    expect(annotations(cloud, { internal: true })).toEqual(expected);
  });

  test.each([
    [Cloud.GENERIC, {}],
    [Cloud.GKE, { 'networking.gke.io/load-balancer-type': 'External' }],
    [Cloud.EKS, { [`${AWS}internal`]: 'false', [`${AWS}scheme`]: 'internet-facing' }],
    [Cloud.AKS, { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'false' }],
  ])('is public on %s where that is given', (cloud, expected) => {
    expect(annotations(cloud, { internal: false })).toEqual(expected);
  });

  test.each(clouds)('has the default of %s where nothing is given', (cloud) => {
    expect(annotations(cloud, {})).toEqual({});
  });

  test('has no annotation beside a class that decides by itself', () => {
    const loadBalancerClass = 'networking.gke.io/l4-regional-internal';
    expect(annotations(Cloud.GKE, { internal: true, loadBalancerClass })).toEqual({});
    expect(annotations(Cloud.EKS, { internal: true, loadBalancerClass: 'service.k8s.aws/nlb' })).not.toEqual({});
  });

  test('has an address that no annotation of the user turns round', () => {
    const wrong = (cloud: Cloud, more: object, prop: string, expected: RegExp): Wrong => [
      `${JSON.stringify(more)} on ${cloud}`,
      (check) => Exposure.loadBalancer(more)._definition.check(check, { ...facts, target: on(cloud) }),
      prop,
      expected,
      /leave out/,
    ];
    for (const [, run, prop, expected, fix] of [
      wrong(
        Cloud.EKS,
        { internal: true, serviceAnnotations: { [`${AWS}scheme`]: 'internet-facing' } },
        `serviceAnnotations.${AWS}scheme`,
        /'internal', as internal: true means/,
      ),
      wrong(
        Cloud.EKS,
        { internal: true, serviceAnnotations: { [`${AWS}internal`]: 'false' } },
        `serviceAnnotations.${AWS}internal`,
        /'true'/,
      ),
      wrong(
        Cloud.GKE,
        { internal: true, loadBalancerClass: 'networking.gke.io/l4-regional-external' },
        'internal',
        /is public/,
      ),
      wrong(
        Cloud.GKE,
        { internal: false, loadBalancerClass: 'networking.gke.io/l4-regional-internal' },
        'internal',
        /is private/,
      ),
      wrong(Cloud.AKS, { internal: true, loadBalancerClass: 'tailscale' }, 'internal', /may ignore/),
      wrong(Cloud.EKS, { internal: true, loadBalancerClass: 'tailscale' }, 'internal', /may ignore/),
    ]) {
      const [problem, ...more] = problemsOf(run);
      expect([problem?.prop, more]).toEqual([`trait.${prop}`, []]);
      expect(problem?.expected).toMatch(expected);
      expect(problem?.fix).toMatch(fix);
    }
  });

  test('is refused as internal only where the cloud is unknown', () => {
    const problems = (internal: boolean) =>
      problemsOf((check) => Exposure.loadBalancer({ internal })._definition.check(check, facts));
    expect(problems(true)).toHaveLength(1);
    expect(problems(false)).toEqual([]);
  });
});

describe('an Ingress of the class', () => {
  const route = (more: object, context = {}) => planOf(ingress(more), context).route;

  test('alb has the pods as targets, and the health check of the readiness probe', () => {
    expect(route({ className: 'alb' }).annotations).toEqual({
      [`${ALB}target-type`]: 'ip',
      [`${ALB}healthcheck-path`]: '/health',
      [`${ALB}success-codes`]: '200-399',
    });
    const elsewhere = { readiness: { httpGet: { path: '/ready', port: 9000, scheme: 'HTTPS' } } };
    expect(route({ className: 'alb' }, elsewhere).annotations).toMatchObject({
      [`${ALB}healthcheck-path`]: '/ready',
      [`${ALB}healthcheck-port`]: '9000',
      [`${ALB}healthcheck-protocol`]: 'HTTPS',
    });
    // a probe that is no HTTP request: any answer of the server
    for (const none of [undefined, { tcpSocket: { port: 'http' } }])
      expect(route({ className: 'alb' }, { readiness: none }).annotations).toEqual({
        [`${ALB}target-type`]: 'ip',
        [`${ALB}success-codes`]: '200-499',
      });
  });

  test('alb keeps the annotations of the user', () => {
    const annotations = { [`${ALB}target-type`]: 'instance', [`${ALB}healthcheck-path`]: '/' };
    expect(route({ className: 'alb', annotations }).annotations).toMatchObject(annotations);
  });

  test.each(['gce', 'gce-internal', 'gce-regional-external'])(
    '%s is an annotation, with the pods as backends',
    (name) => {
      const { route: object, service } = planOf(ingress({ className: name }));
      expect(object.annotations).toEqual({ 'kubernetes.io/ingress.class': name });
      expect(object.spec).not.toHaveProperty('ingressClassName');
      expect(service.annotations).toEqual({ 'cloud.google.com/neg': '{"ingress": true}' });
    },
  );

  test('none is served by Google on GKE, or by the default class of the cluster', () => {
    const { callers, service, route: object } = planOf(ingress(), { target: on(Cloud.GKE) });
    expect(object.annotations).toEqual({});
    expect(service.annotations).toHaveProperty(['cloud.google.com/neg']);
    expect(callers).toEqual([
      { namespaceSelector: {} },
      { ipBlock: { cidr: '130.211.0.0/22' } },
      { ipBlock: { cidr: '35.191.0.0/16' } },
    ]);
    for (const cloud of clouds.filter((one) => one !== Cloud.GKE))
      expect(planOf(ingress(), { target: on(cloud) })).toMatchObject({
        callers: [{ namespaceSelector: {} }],
        service: { annotations: {} },
      });
  });

  test.each([...INGRESS_CLASSES.keys()])('%s is read from the field or the annotation alike', (name) => {
    const annotations = { 'kubernetes.io/ingress.class': name };
    const [byField, byAnnotation] = [planOf(ingress({ className: name })), planOf(ingress({ annotations }))];
    for (const part of ['callers', 'idleTimeoutSeconds']) expect(byAnnotation[part]).toEqual(byField[part]);
    expect(byAnnotation.service.annotations).toEqual(byField.service.annotations);
  });

  test.each([
    [
      'nginx',
      {
        'nginx.ingress.kubernetes.io/proxy-read-timeout': '300',
        'nginx.ingress.kubernetes.io/proxy-send-timeout': '300',
      },
    ],
    ['alb', { [`${ALB}load-balancer-attributes`]: 'idle_timeout.timeout_seconds=300' }],
    ['azure-application-gateway', { 'appgw.ingress.kubernetes.io/request-timeout': '300' }],
    ['contour', { 'projectcontour.io/response-timeout': '300s' }],
  ])('%s has an annotation for the timeout', (className, expected) => {
    expect(route({ className, timeout: minutes(5) }).annotations).toMatchObject(expected);
  });

  const timeout = (title: string, more: object, prop: string, expected: RegExp, fix: RegExp): Wrong => [
    `timeout: ${title}`,
    (check) => ingress({ timeout: minutes(5), ...more })._definition.check(check, facts),
    prop,
    expected,
    fix,
  ];
  refuses([
    timeout('no class', {}, 'timeout', /alb, azure-application-gateway, contour, nginx/, /set className/),
    timeout('a class without one', { className: 'gce' }, 'timeout', /annotation for it/, /configure the controller/),
    timeout('an unknown class', { className: 'example' }, 'timeout', /annotation for it/, /configure the controller/),
    timeout('too long for alb', { className: 'alb', timeout: Duration.hours(2) }, 'timeout', /1 to 4000/, /seconds/),
    timeout('half a second', { className: 'nginx', timeout: Duration.millis(500) }, 'timeout', /at least 1/, /seconds/),
    timeout(
      'given twice',
      { className: 'alb', annotations: { [`${ALB}load-balancer-attributes`]: 'idle_timeout.timeout_seconds=1' } },
      `annotations.${ALB}load-balancer-attributes`,
      /beside timeout/,
      /one of the two/,
    ),
  ]);
});

describe('the server keeps idle connections', () => {
  const idle = (exposure: Exposure, cloud = Cloud.GENERIC) =>
    planOf(exposure, { target: on(cloud) }).idleTimeoutSeconds;

  test('as it likes where no proxy does', () => {
    for (const cloud of clouds) {
      expect(idle(Exposure.clusterIp(), cloud)).toBeUndefined();
      expect(idle(Exposure.nodePort(), cloud)).toBeUndefined();
    }
    expect(idle(Exposure.loadBalancer(), Cloud.GKE)).toBeUndefined();
    expect(idle(Exposure.loadBalancer(), Cloud.EKS)).toBe(120);
  });

  test('longer than the controller, or than any that is known', () => {
    const of = (className: string) => idle(ingress({ className }));
    expect(['nginx', 'traefik', 'alb', 'gce', 'istio', 'example'].map(of)).toEqual([120, 120, 120, 620, 3620, 3620]);
    for (const cloud of clouds) {
      expect(idle(ingress(), cloud)).toBe(3620);
      expect(idle(Exposure.httpRoute({ gateway: { name: 'g' } }), cloud)).toBe(3620);
    }
  });

  test('longer than the timeout of an alb, which is its idle time-out too', () => {
    expect(idle(ingress({ className: 'alb', timeout: minutes(10) }))).toBe(620);
    expect(idle(ingress({ className: 'alb', timeout: Duration.seconds(10) }))).toBe(120);
    expect(idle(ingress({ className: 'nginx', timeout: minutes(10) }))).toBe(120);
  });
});

test('every combination of exposure, cloud, class and gateway has a plan, and admits somebody', () => {
  const gateways = [{ name: 'g' }, { name: 'g', namespace: 'gateways' }];
  const exposures = [
    Exposure.nodePort(),
    Exposure.loadBalancer(),
    ingress(),
    ...[...INGRESS_CLASSES.keys(), 'example'].map((className) => ingress({ className })),
    ...gateways.map((gateway) => Exposure.httpRoute({ gateway })),
  ];
  for (const cloud of clouds)
    for (const exposure of exposures) {
      const { callers, isBehindLoadBalancer } = planOf(exposure, { target: on(cloud) });
      expect(callers.length).toBeGreaterThan(0);
      expect(isBehindLoadBalancer).toBe(true);
    }
  expect(Object.keys(LOAD_BALANCERS).sort()).toEqual([...clouds].sort());
});
