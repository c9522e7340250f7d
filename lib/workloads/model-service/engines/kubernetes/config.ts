import { ApiObject } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import type { ExternalSecretSpec } from '../../../../../imports/external-secrets.io';
import { overrideManifest } from '../../../../internal/override';
import type { SecretPlan } from '../../../../values/secret/plan';
import type { ConfigPlan } from '../../plan/config';
import type { EngineInput } from '.';
import { makeObject, metadata } from './object';

/** What the pods need before they start: config maps, external secrets, the claim of the cache. */
export function makeConfig(input: EngineInput): void {
  const { plan } = input;
  for (const config of plan.configs) makeConfigMap(input, config);
  for (const secret of plan.externalSecrets) makeExternalSecret(input, secret);
  const claim = plan.traits.cache?.claim;
  if (claim)
    makeObject(input, 'Cache', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      name: claim.name,
      annotations: claim.annotations,
      spec: claim.spec,
    });
}

function makeConfigMap({ scope, plan }: EngineInput, config: ConfigPlan): void {
  const { id, name, data, immutable, annotations } = config;
  const map = new ConfigMap(scope, id, { metadata: metadata(plan, name, annotations), data, immutable });
  // cdk8s-plus writes `immutable: false`, which is the default and would only be noise in a diff
  if (!immutable) overrideManifest(ApiObject.of(map), { immutable: null });
}

function makeExternalSecret(input: EngineInput, { external, secretName }: SecretPlan): void {
  if (!external) return;
  const spec: ExternalSecretSpec = {
    secretStoreRef: { name: external.storeName, kind: external.storeKind as any },
    refreshInterval: external.refreshInterval,
    target: { name: secretName },
    data: external.data.map(({ secretKey, remoteKey, property, version }) => ({
      secretKey,
      remoteRef: { key: remoteKey, property, version },
    })),
  };
  makeObject(input, `ExternalSecret-${secretName}`, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    name: secretName,
    spec,
  });
}
