import { type NameRule, nameFault } from '../../internal/names';
import type { Item } from './item';

/** Kinds whose names are not DNS subdomains of at most 253 characters, which is the rule for most. */
const BY_KIND: Record<string, { readonly rule: NameRule; readonly max?: number; readonly why?: string }> = {
  '/Namespace': { rule: 'label' },
  // a Service starts with a letter until RelaxedServiceNameValidation (KEP 5311), on by default from 1.36
  '/Service': { rule: 'service' },
  // the controller adds 11 characters to the names of the Jobs that it makes, which have 63
  'batch/CronJob': { rule: 'subdomain', max: 52, why: 'its Jobs get 11 more' },
  // the name becomes the value of the label job-name
  'batch/Job': { rule: 'subdomain', max: 63, why: 'it becomes a label of its pods' },
  // the label controller-revision-hash is the name, a hyphen and up to 10 characters (kubernetes/kubernetes#64023)
  'apps/StatefulSet': { rule: 'subdomain', max: 52, why: 'a label of its pods adds a hash to it' },
};

/** Kinds that allow any name which is valid in the path of a URL. */
const PATH_SEGMENTS = new Set([
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'certificates.k8s.io/CertificateSigningRequest',
  'certificates.k8s.io/ClusterTrustBundle',
  'networking.k8s.io/IPAddress',
]);

const RELAXED_SERVICE_NAMES = 36;

/** What the name of an object should be, where the API server would refuse it. */
export function objectNameFault(item: Item, minor: number): string | undefined {
  const kind = item.type.id;
  if (PATH_SEGMENTS.has(kind))
    return /^\.{1,2}$|[/%]/.test(item.name) ? "a name without '/' and '%' that is not '.' or '..'" : undefined;
  const { rule, max, why } = Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind] : { rule: 'subdomain' as const };
  const relaxed = rule === 'service' && minor >= RELAXED_SERVICE_NAMES ? 'label' : rule;
  const fault = nameFault(item.name, relaxed);
  if (fault) return fault;
  return max !== undefined && item.name.length > max ? `at most ${max} characters: ${why}` : undefined;
}
