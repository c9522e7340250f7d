import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import type { ManifestFolder } from './manifests';
import { Paths } from './server-side';

/**
 * Deletes what the old manifests had and the new ones lack, but for what is annotated to stay: the pruning of Argo CD
 * (https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources) and of Flux
 * (https://fluxcd.io/flux/components/kustomize/kustomizations/#prune).
 */
export async function prune(plane: ControlPlane, before: ManifestFolder, after: ManifestFolder): Promise<string[]> {
  const paths = new Paths(plane.api);
  const kept = new Set(after.objects.map(identity));
  const leaving = before.objects.filter((object) => !kept.has(identity(object)));
  const pruned = leaving.filter((object) => !staysWithArgoCd(object) || !staysWithFlux(object));
  for (const object of pruned) await plane.api.call('DELETE', await paths.of(object));
  return pruned.map(identity);
}

function identity({ apiVersion, kind, metadata }: Manifest): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

function staysWithArgoCd(object: Manifest): boolean {
  const options: string = object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
  return options.split(',').some((option) => option.trim() === 'Prune=false');
}

function staysWithFlux(object: Manifest): boolean {
  return object.metadata.annotations?.['kustomize.toolkit.fluxcd.io/prune'] === 'disabled';
}
