import type { Manifest } from './api';
import type { ControlPlane } from './control-plane';
import { type ManifestFolder, podTemplatesOf, rewrittenFields } from './manifests';
import { sleep } from './processes';

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
  await quotasAreCounted(plane, objects);
  const problems: string[] = [];
  for (const template of objects.flatMap(podTemplatesOf)) {
    const { namespace, origin } = template;
    const metadata = { ...template.metadata, name: undefined, namespace, generateName: 'acceptance-' };
    const answer = await plane.api.request(
      'POST',
      `/api/v1/namespaces/${namespace}/pods?dryRun=All&fieldValidation=Strict`,
      { body: { apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec } },
    );
    if (answer.status >= 300) problems.push(`${origin}: ${answer.body.message}`);
    problems.push(...answer.warnings.map((warning) => `${origin}: warning: ${warning}`));
  }
  return problems;
}

/** Admission only counts against a quota whose status the quota controller has filled in. */
async function quotasAreCounted(plane: ControlPlane, objects: Manifest[]): Promise<void> {
  for (const quota of objects.filter((object) => object.kind === 'ResourceQuota')) {
    const { namespace, name } = quota.metadata;
    const path = `/api/v1/namespaces/${namespace}/resourcequotas/${name}`;
    for (let tries = 0; !(await plane.api.get(path)).status?.hard; tries++) {
      if (tries > 200) throw new Error(`the quota controller ignores ${namespace}/${name}`);
      await sleep(100);
    }
  }
}

/** Applies once more: each object that changed, each difference, and each field that the server keeps otherwise. */
export async function drift(plane: ControlPlane, folder: ManifestFolder): Promise<string[]> {
  const before = versions(await plane.kubectl.getAll(folder.path));
  const again = await plane.kubectl.applyServerSide(folder.path);
  const live = await plane.kubectl.getAll(folder.path);
  const after = versions(live);
  const changed = [...before].filter(([name, version]) => after.get(name) !== version);
  const diff = await plane.kubectl.diffServerSide(folder.path);
  return [
    ...failure(again),
    ...changed.map(([name, version]) => `${name} changed when applied again: ${version} became ${after.get(name)}`),
    ...(diff.code === 0 ? [] : [`kubectl diff after apply:\n${diff.stdout}${diff.stderr}`]),
    ...folder.objects.flatMap((object) => rewritten(object, live)),
  ];
}

/** `kubectl apply -f` as a person types it, on a cluster that has none of it: one go must do, the second is idle. */
export async function applyInOneGo(plane: ControlPlane, folder: ManifestFolder): Promise<string[]> {
  const first = await plane.kubectl.apply(folder.path);
  if (first.code !== 0) return failure(first);
  const second = await plane.kubectl.apply(folder.path);
  const restless = second.stdout.split('\n').filter((line) => line !== '' && !line.endsWith(' unchanged'));
  const diff = await plane.kubectl.diff(folder.path);
  return [
    ...[...first.warnings, ...second.warnings].map((warning) => `warning: ${warning}`),
    ...failure(second),
    ...restless.map((line) => `applied again: ${line}`),
    ...(diff.code === 0 ? [] : [`kubectl diff after apply:\n${diff.stdout}${diff.stderr}`]),
  ];
}

export async function removeAgain(plane: ControlPlane, folder: ManifestFolder): Promise<void> {
  const outcome = await plane.kubectl.delete(folder.path);
  if (outcome.code !== 0) throw new Error(`could not clean up ${folder.name}:\n${outcome.stderr}`);
}

function failure(outcome: { code: number; stderr: string }): string[] {
  return outcome.code === 0 ? [] : [outcome.stderr.trim()];
}

function rewritten(applied: Manifest, live: Manifest[]): string[] {
  const twin = live.find((object) => nameOf(object) === nameOf(applied));
  if (!twin) return [`${nameOf(applied)} is not on the server under this name and version`];
  return rewrittenFields(applied, twin).map((each) => `${nameOf(applied)} ${each}`);
}

function versions(objects: Manifest[]): Map<string, string> {
  return new Map(objects.map((object) => [nameOf(object), object.metadata.resourceVersion]));
}

function nameOf(object: Manifest): string {
  const { namespace, name } = object.metadata;
  return `${object.apiVersion} ${object.kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
