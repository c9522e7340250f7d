import type { Checker } from '../../internal/errors';
import { checkName, keyFault } from '../../internal/names';
import type { EnvValueContext, EnvValueVariant } from './plan';

/** Fields that the API server takes for a variable, pkg/apis/core/validation: validEnvDownwardAPIFieldPathExpressions. */
const FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

const ENTRY = /^metadata\.(?:labels|annotations)\['([^']*)'\]$/;

/** Amounts that the API server takes, pkg/apis/core/validation: validContainerResourceFieldPathExpressions. */
const RESOURCE = /^(limits|requests)\.(cpu|memory|ephemeral-storage)$/;

/** Divisors of the same place: validContainerResourceDivisorFor... */
const DIVISORS: Readonly<Record<string, readonly string[]>> = {
  cpu: ['1m', '1'],
  memory: ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'],
};

/** Refuses a source that the API server would refuse, and a limit that is not there. */
export function checkEnvValue(check: Checker, variant: EnvValueVariant, context: EnvValueContext): void {
  switch (variant.type) {
    case 'field':
      checkField(check, variant.path, context);
      return;
    case 'resource':
      checkResource(check, variant, context);
      return;
    case 'configMap':
      checkName(check.at('name'), variant.name, 'subdomain', 'name the ConfigMap');
      checkName(check.at('key'), variant.key, 'key', 'name a key of the ConfigMap');
  }
}

function checkField(check: Checker, path: string, { target }: EnvValueContext): void {
  const key = ENTRY.exec(path)?.[1];
  if (key === undefined && !FIELDS.includes(path))
    check.refuse(
      path,
      `a field of the pod that a variable can have: ${FIELDS.join(', ')}, metadata.labels['key'] or metadata.annotations['key']`,
      'name one of these',
    );
  else if (key !== undefined && keyFault(key)) check.refuse(path, keyFault(key)!, 'name a label or an annotation');
  else if (path === 'status.hostIPs') target._require('podHostIps', check, 'status.hostIPs', 'use status.hostIP');
}

function checkResource(
  check: Checker,
  { resource, divisor }: EnvValueVariant & { readonly type: 'resource' },
  context: EnvValueContext,
): void {
  const [, side, name] = RESOURCE.exec(resource) ?? [];
  if (side === undefined) {
    check.refuse(
      resource,
      'limits or requests, a dot, and cpu, memory or ephemeral-storage',
      "write it like 'limits.cpu'; devices have no such value",
    );
    return;
  }
  const divisors = DIVISORS[name === 'cpu' ? 'cpu' : 'memory'];
  if (divisor !== undefined && !divisors.includes(divisor))
    check.at('divisor').refuse(divisor, `one of ${divisors.join(', ')}`, 'choose one, or leave it out');
  // limits of the disk are decided later, with the volumes of the whole pod
  if (side === 'limits' && name !== 'ephemeral-storage') checkLimit(check, resource, name, context);
}

/** Without a limit, the kubelet gives what the whole node has: a program would start a thread for each of its cores. */
function checkLimit(check: Checker, given: string, name: string, { resources, rails }: EnvValueContext): void {
  if (resources?.requests === undefined) return;
  const { default: filled, max } = rails?.containers ?? {};
  if (resources.limits?.[name] ?? filled?.[name] ?? max?.[name]) return;
  check.refuse(
    given,
    `a limit that the container has: without, it would be the ${name === 'cpu' ? 'cores' : name} of the whole node`,
    `give ${name}Limit in its compute, or use requests.${name}`,
  );
}
