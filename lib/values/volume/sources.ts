import { seconds } from '../../internal/checks/durations';
import type { Volume } from '../../internal/kubernetes';
import { PROJECTED_TOKEN_DEFAULTS } from './defaults';
import type { DownwardApiVolumeOptions } from './options';
import type { ProjectedKeysOptions, ProjectedTokenOptions } from './projection-options';

/** The factory of a source of projected files, and its arguments. */
export type ProjectionVariant =
  | ({ readonly type: 'configMap' | 'secret'; readonly name: string } & ProjectedKeysOptions)
  | ({ readonly type: 'token' } & ProjectedTokenOptions)
  | { readonly type: 'fields'; readonly fields: Readonly<Record<string, string>> };

type ProjectedSource = NonNullable<NonNullable<Volume['projected']>['sources']>[number];

/** An entry of `projected.sources`. */
export function projectedSource(variant: ProjectionVariant): ProjectedSource {
  switch (variant.type) {
    case 'configMap':
    case 'secret': {
      const items = Object.entries(variant.files ?? {}).map(([path, key]) => ({ key, path }));
      return { [variant.type]: { name: variant.name, ...(items.length > 0 ? { items } : {}) } };
    }
    case 'token': {
      const { file, audience, expiration = PROJECTED_TOKEN_DEFAULTS.values.expiration } = variant;
      const expirationSeconds = seconds(expiration);
      return {
        serviceAccountToken: { path: file, expirationSeconds, ...(audience === undefined ? {} : { audience }) },
      };
    }
    case 'fields':
      return { downwardAPI: { items: fieldItems(variant.fields) } };
  }
}

/** The files that a source names itself; those of a whole object are not known. */
export function filesOf(variant: ProjectionVariant): string[] {
  if (variant.type === 'token') return [variant.file];
  return Object.keys((variant.type === 'fields' ? variant.fields : variant.files) ?? {});
}

/** `Kind/name` of the object that the source needs, with the keys that it takes. */
export function needOf(variant: ProjectionVariant): string[] {
  if (variant.type !== 'configMap' && variant.type !== 'secret') return [];
  const keys = [...new Set(Object.values(variant.files ?? {}))].sort();
  const kind = variant.type === 'secret' ? 'Secret' : 'ConfigMap';
  return [`${kind}/${variant.name}${keys.length > 0 ? `:${keys.join('+')}` : ''}`];
}

/** `downwardAPI.items` of a volume; amounts are those of the container that mounts it. */
export function downwardItems({ fields = {}, resources = {} }: DownwardApiVolumeOptions, containerName: string) {
  return [
    ...fieldItems(fields),
    ...Object.entries(resources).map(([path, resource]) => ({ path, resourceFieldRef: { containerName, resource } })),
  ];
}

function fieldItems(fields: Readonly<Record<string, string>>) {
  return Object.entries(fields).map(([path, fieldPath]) => ({ path, fieldRef: { fieldPath } }));
}
