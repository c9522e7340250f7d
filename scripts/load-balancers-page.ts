import {
  GKE_DEFAULT_CLASS,
  INGRESS_CLASSES,
  type IngressClass,
  OTHER_CLASS,
} from '../lib/traits/exposure/ingress-classes';
import { LOAD_BALANCERS } from '../lib/traits/exposure/load-balancers';
import type { Cloud } from '../lib/values/cluster-target';

/** docs/load-balancers.md: what is in front of a Service, for each cloud, Ingress class and Gateway. */
export function loadBalancersPage(): string {
  return `<!-- Made by scripts/docs.ts from lib/traits/exposure. Change the code, then run: npx tsx scripts/docs.ts -->

# Load balancers

What is in front of the Service of each [exposure](exposure.md): when it closes idle connections, how it checks health, where
its requests come from, and whether its address is public. The sources of the figures are beside them in the code.

\`clusterIp\` has nothing in front. \`nodePort\` opens a port of every node: its callers are clients or nodes, and it is as public as
the nodes are.

## Services of type LoadBalancer

${table(
  [
    'cloud',
    'load balancer',
    'idle time',
    'health check',
    'requests come from',
    'address by default',
    '`internal: true`',
  ],
  Object.entries(LOAD_BALANCERS).map(([cloud, { title, docs, internal }]) => [
    `\`${cloud}\``,
    title,
    docs.idle,
    docs.health,
    docs.sources,
    docs.address,
    annotations(internal),
  ]),
)}

OpenStack is an unknown cloud here: its annotation is \`service.beta.kubernetes.io/openstack-internal-load-balancer: "true"\`.
\`internal: true\` beside a \`loadBalancerClass\` is refused, unless the class is known to read the annotations: ${classes('internal')}.

## Ingress classes

${table(
  [
    'class',
    'controller',
    'idle time',
    'health check',
    'requests come from',
    'address',
    'longest request by default',
    '`timeout`',
  ],
  [
    ...[...INGRESS_CLASSES].filter(([name]) => !name.includes('/')).map(([name, one]) => row(`\`${name}\``, one)),
    row('none, on GKE', GKE_DEFAULT_CLASS),
    row('others', OTHER_CLASS),
  ],
)}

Annotations that the library writes by itself:

${table(
  ['class', 'on the Ingress', 'on the Service'],
  [...INGRESS_CLASSES]
    .filter(([name, one]) => !name.includes('/') && (one.annotations || one.serviceAnnotations || one.isAnnotation))
    .map(([name, one]) => [
      `\`${name}\``,
      annotations({
        ...(one.isAnnotation ? { 'kubernetes.io/ingress.class': name } : {}),
        ...one.annotations?.({ httpGet: { path: '/health', port: 'http' } }, 'http'),
      }),
      annotations(one.serviceAnnotations ?? {}),
    ]),
)}

\`/health\` is the path of an HTTP readiness probe. Annotations of your own replace these.

## Gateways

The library knows the name of a Gateway, not its implementation. It takes the longest idle time that is known, 3600 seconds of
Envoy, and the pods of the Gateway's namespace as callers. A Gateway of GKE has 600 seconds, and checks \`/\` unless a
HealthCheckPolicy says otherwise. [Exposure and access](exposure.md#networkaccess) lists gateways whose requests come from elsewhere.
`;
}

function row(name: string, { title, docs, timeout }: IngressClass): string[] {
  const keys = timeout && Object.keys(timeout(1)).map((key) => `\`${key}\``);
  return [name, title, docs.idle, docs.health, docs.sources, docs.address, docs.timeout, keys?.join(', ') ?? 'refused'];
}

function annotations(given: Readonly<Record<string, string>> | undefined): string {
  const entries = Object.entries(given ?? {});
  if (given === undefined) return 'refused';
  return entries.map(([key, value]) => `\`${key}: ${value}\``).join(', ') || 'none';
}

function classes(kind: 'internal' | 'external'): string {
  const named = (Object.keys(LOAD_BALANCERS) as Cloud[]).flatMap((cloud) => LOAD_BALANCERS[cloud].classes[kind]);
  return named.map((name) => `\`${name}\``).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
