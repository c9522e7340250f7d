import type { ExternalSecretSpec } from '../../../imports/external-secrets.io';
import type { NetworkPolicySpec } from '../../internal/kubernetes';
import type { ObjectPlan } from '../../internal/object-plan';
import type { Plain } from '../../internal/plain';
import type { ConfigMapPlan } from '../../pod/container/config-maps';
import type { SecretPlan } from '../../values/secret/plan';
import { expects } from './expectations';
import type { WorkloadPlan } from './plan';

/** What distinguishes one object of a workload from another. */
interface ObjectFields {
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly late?: readonly string[];
  readonly isShared?: boolean;
}

/** An object with the metadata that all objects of a workload have. */
export function objectOf(plan: WorkloadPlan, object: ObjectFields): ObjectPlan {
  const { id, apiVersion, kind, name, labels, annotations, fields, late, isShared } = object;
  const metadata = {
    name,
    labels: { ...plan.labels, ...labels },
    annotations: { ...plan.annotations, ...annotations },
  };
  return { id, apiVersion, kind, metadata, fields, late, isShared };
}

/** What the pods of a workload need before they start: account, ConfigMaps, ExternalSecrets. */
export function supportingObjects(plan: WorkloadPlan): ObjectPlan[] {
  return [
    ...accountObject(plan),
    ...plan.configMaps.map((map) => configMapObject(plan, map)),
    ...plan.externalSecrets.map((secret) => externalSecretObject(plan, secret)),
  ];
}

/** The ServiceAccount, where the workload has one of its own. */
function accountObject(plan: WorkloadPlan): ObjectPlan[] {
  const account = plan.identity.create;
  if (!account) return [];
  const { name, annotations } = account;
  const kind = { id: 'ServiceAccount', apiVersion: 'v1', kind: 'ServiceAccount' };
  // the pod decides whether it wants the token; nobody gets one by accident
  return [objectOf(plan, { ...kind, name, annotations, fields: { automountServiceAccountToken: false } })];
}

function configMapObject(plan: WorkloadPlan, { id, name, data, immutable, annotations }: ConfigMapPlan): ObjectPlan {
  const fields = { data, ...(immutable ? { immutable } : {}) };
  return objectOf(plan, { id, apiVersion: 'v1', kind: 'ConfigMap', name, annotations, fields });
}

function externalSecretObject(plan: WorkloadPlan, { external, secretName }: SecretPlan): ObjectPlan {
  const { storeName, storeKind, refreshInterval, data } = external!;
  const spec: Plain<ExternalSecretSpec> = {
    secretStoreRef: { name: storeName, kind: storeKind },
    refreshInterval,
    target: { name: secretName },
    data: data.map(({ secretKey, remoteKey, property, version }) => ({
      secretKey,
      remoteRef: { key: remoteKey, property, version },
    })),
  };
  return objectOf(plan, {
    id: `ExternalSecret-${secretName}`,
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    name: secretName,
    fields: { spec },
    isShared: true,
  });
}

/** The NetworkPolicy of the workload, where it has one. */
export function networkPolicyObject(plan: WorkloadPlan): ObjectPlan[] {
  const { policy, names } = plan;
  if (!policy) return [];
  return [policyOf(plan, 'NetworkPolicy', names.networkPolicy, policy)];
}

/** A NetworkPolicy in addition, for one link. */
export function policyOf(plan: WorkloadPlan, id: string, name: string, spec: NetworkPolicySpec): ObjectPlan {
  const kind = { id, apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };
  return objectOf(plan, { ...kind, name, annotations: expects(plan.madeElsewhere ?? []), fields: { spec } });
}
