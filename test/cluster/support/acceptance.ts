import type { ApiClient, Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import { type ManifestFolder, type PodTemplate, podTemplatesOf, rewrittenFields } from './manifests';
import { inParallel } from './server-side';

/** Server-side apply, strict: what the API server refused or warned of. */
export async function refusedOrWarned(plane: ControlPlane, folder: ManifestFolder): Promise<string[]> {
  const outcome = await plane.kubectl.applyServerSide(folder.path);
  return [...outcome.warnings.map((warning) => `warning: ${warning}`), ...failure(outcome)];
}

/**
 * Creates a pod of every template (dry run): admission shows what a Deployment only would at its first rollout.
 * Pod Security, quotas and limits are those of the namespace as it was applied.
 */
export async function refusedPods(plane: ControlPlane, objects: Manifest[]): Promise<string[]> {
  await startQuotas(plane, objects);
  const problems = await inParallel(objects.flatMap(podTemplatesOf), 4, (template) => refusedPod(plane.api, template));
  return problems.flat();
}

export async function refusedPod(api: ApiClient, template: PodTemplate): Promise<string[]> {
  const { namespace, origin, spec } = template;
  const metadata = { ...template.metadata, name: undefined, namespace, generateName: 'acceptance-' };
  const answer = await api.request('POST', `/api/v1/namespaces/${namespace}/pods?dryRun=All&fieldValidation=Strict`, {
    body: { apiVersion: 'v1', kind: 'Pod', metadata, spec },
  });
  const warnings = answer.warnings.map((warning) => `${origin}: warning: ${warning}`);
  if (answer.status >= 300) return [...warnings, `${origin}: ${answer.body.message}`];
  const uninvited = spec.automountServiceAccountToken === true ? [] : tokensIn(answer.body);
  return [...warnings, ...uninvited.map((volume) => `${origin}: a token nobody asked for in volume ${volume}`)];
}

/** Volumes of the admitted pod that admission filled with a service account's token. */
function tokensIn(pod: Manifest): string[] {
  const volumes: Manifest[] = pod.spec.volumes ?? [];
  const mounted = volumes.filter((volume) => volume.name.startsWith('kube-api-access-'));
  return mounted.map((volume) => volume.name);
}

/** Does at once what the quota controller does at leisure: admission counts only against a quota with a status. */
async function startQuotas(plane: ControlPlane, objects: Manifest[]): Promise<void> {
  for (const { metadata, spec } of objects.filter((object) => object.kind === 'ResourceQuota')) {
    const used = Object.fromEntries(Object.keys(spec.hard).map((resource) => [resource, '0']));
    const path = `/api/v1/namespaces/${metadata.namespace}/resourcequotas/${metadata.name}/status`;
    await plane.api.mergePatch(path, { status: { hard: spec.hard, used } });
  }
}

/**
 * Applies once more, after the server has had one re-apply to settle (it stores a new claim's defaults only then): each
 * object that changed, each difference, and each field that the server keeps otherwise.
 */
export async function drift(plane: ControlPlane, folder: ManifestFolder): Promise<string[]> {
  await plane.kubectl.applyServerSide(folder.path);
  const before = versions(await plane.kubectl.getAll(folder.path));
  const again = await plane.kubectl.applyServerSide(folder.path);
  const live = await plane.kubectl.getAll(folder.path);
  const after = versions(live);
  const diff = await plane.kubectl.diffServerSide(folder.path);
  return [
    ...failure(again),
    ...changes(before, after),
    ...(diff.code === 0 ? [] : [`kubectl diff after apply:\n${diff.stdout}${diff.stderr}`]),
    ...folder.objects.flatMap((object) => rewritten(object, live)),
  ];
}

/** `kubectl apply -f` as a person types it, on a cluster that has none of it: one go must do, a second changes nothing. */
export async function applyInOneGo(plane: ControlPlane, folder: ManifestFolder): Promise<string[]> {
  const first = await plane.kubectl.apply(folder.path);
  if (first.code !== 0) return failure(first);
  const before = versions(await plane.kubectl.getAll(folder.path));
  const second = await plane.kubectl.apply(folder.path);
  const after = versions(await plane.kubectl.getAll(folder.path));
  const diff = await plane.kubectl.diff(folder.path);
  return [
    ...[...first.warnings, ...second.warnings].map((warning) => `warning: ${warning}`),
    ...failure(second),
    ...changes(before, after),
    ...(diff.code === 0 ? [] : [`kubectl diff after apply:\n${diff.stdout}${diff.stderr}`]),
  ];
}

/**
 * Leaves nothing behind. The namespace controller would take its time to look through every custom resource, so what is
 * known to be there is deleted by name, and the namespace is released by hand.
 */
export async function removeAgain(plane: ControlPlane, folder: ManifestFolder): Promise<void> {
  const outcome = await plane.kubectl.delete(folder.path);
  if (outcome.code !== 0) throw new Error(`could not clean up ${folder.name}:\n${outcome.stderr}`);
  for (const { metadata } of folder.objects.filter((object) => object.kind === 'Namespace')) {
    const path = `/api/v1/namespaces/${metadata.name}`;
    const claims = `${path}/persistentvolumeclaims`;
    await plane.until('done with the claims', async () => (await plane.api.get(claims)).items.length === 0);
    await plane.api.call('DELETE', `${path}/serviceaccounts`);
    const { status, body } = await plane.api.request('GET', path);
    if (status === 200)
      await plane.api.call('PUT', `${path}/finalize`, { body: { ...body, spec: { finalizers: [] } } });
  }
}

function failure(outcome: { code: number; stderr: string }): string[] {
  return outcome.code === 0 ? [] : [outcome.stderr.trim()];
}

function rewritten(applied: Manifest, live: Manifest[]): string[] {
  const twin = live.find((object) => nameOf(object) === nameOf(applied));
  if (!twin) return [`${nameOf(applied)} is not on the server under this name and version`];
  return rewrittenFields(applied, twin).map((each) => `${nameOf(applied)} ${each}`);
}

function changes(before: Map<string, string>, after: Map<string, string>): string[] {
  const changed = [...before].filter(([name, version]) => after.get(name) !== version);
  return changed.map(([name, version]) => `${name} changed when applied again: ${version} became ${after.get(name)}`);
}

function versions(objects: Manifest[]): Map<string, string> {
  return new Map(objects.map((object) => [nameOf(object), object.metadata.resourceVersion]));
}

function nameOf(object: Manifest): string {
  const { namespace, name } = object.metadata;
  return `${object.apiVersion} ${object.kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
