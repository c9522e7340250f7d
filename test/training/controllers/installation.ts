import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../cluster/plane/api';
import type { ControlPlane } from '../../cluster/plane/control-plane';
import { moduleFolder } from './builds';
import type { Controller } from './catalogue';
import { SETTINGS } from './settings';

/** Kinds that every control plane has: a controller that is slow or gone must not hold them up. */
const NOT_WATCHED = new Set(['pods', 'deployments', 'statefulsets']);

/** Installs the CRDs of the controller's own version, and returns its webhooks to be registered once it listens. */
export async function installCrds(
  plane: ControlPlane,
  controller: Controller,
  webhooks: Webhooks,
): Promise<Manifest[]> {
  const objects = await shipped(plane, controller);
  const crds = objects.filter(({ kind }) => kind === 'CustomResourceDefinition').map((crd) => converted(crd, webhooks));
  await apply(plane, `${controller}-crds`, crds);
  await plane.processes.until('kube-apiserver', `serving the CRDs of ${controller}`, 60, async () => {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const states = await Promise.all(crds.map((crd) => plane.api.get(`${path}/${crd.metadata.name}`)));
    return states.every(({ status }) => (status?.conditions ?? []).some(isEstablished));
  });
  return objects.filter(({ kind }) => /WebhookConfiguration$/.test(kind)).map((each) => redirected(each, webhooks));
}

export interface Webhooks {
  readonly port: number;
  /** The certificate's authority, as PEM. */
  readonly authority: string;
  /** Names the configurations, which several controllers call the same. */
  readonly name: string;
}

export async function apply(plane: ControlPlane, name: string, objects: Manifest[]): Promise<void> {
  if (objects.length === 0) return;
  const path = join(plane.folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  const outcome = await plane.kubectl.run(['apply', '--server-side', '--force-conflicts', '-f', path]);
  if (outcome.code !== 0) throw new Error(outcome.stderr);
}

async function shipped(plane: ControlPlane, controller: Controller): Promise<Manifest[]> {
  const source = moduleFolder(controller);
  const rendered = await Promise.all(
    SETTINGS[controller].kustomizations.map((folder) => plane.kubectl.run(['kustomize', join(source, folder)])),
  );
  const failed = rendered.find(({ code }) => code !== 0);
  if (failed) throw new Error(failed.stderr);
  return rendered.flatMap(({ stdout }) => parseAllDocuments(stdout).map((document) => document.toJS() as Manifest));
}

/** A CRD with several served versions is converted by its controller; with one, nothing is ever converted. */
function converted(crd: Manifest, webhooks: Webhooks): Manifest {
  const several = crd.spec.versions.filter(({ served }: Manifest) => served).length > 1;
  const { conversion, ...spec } = crd.spec;
  if (conversion?.strategy !== 'Webhook' || !several) return { ...crd, spec };
  const clientConfig = { url: `${urlOf(webhooks)}/convert`, caBundle: bundle(webhooks) };
  return { ...crd, spec: { ...spec, conversion: { ...conversion, webhook: { ...conversion.webhook, clientConfig } } } };
}

function redirected(configuration: Manifest, webhooks: Webhooks): Manifest {
  const watched = configuration.webhooks.filter(({ rules }: Manifest) => {
    return !rules.some(({ resources }: Manifest) => resources.some((resource: string) => NOT_WATCHED.has(resource)));
  });
  return {
    ...configuration,
    metadata: { name: `${webhooks.name}-${configuration.kind.toLowerCase().replace('webhookconfiguration', '')}` },
    webhooks: watched.map((webhook: Manifest) => ({
      ...webhook,
      clientConfig: { url: `${urlOf(webhooks)}${webhook.clientConfig.service.path}`, caBundle: bundle(webhooks) },
    })),
  };
}

function urlOf({ port }: Webhooks): string {
  return `https://127.0.0.1:${port}`;
}

function bundle({ authority }: Webhooks): string {
  return Buffer.from(authority).toString('base64');
}

function isEstablished({ type, status }: Manifest): boolean {
  return type === 'Established' && status === 'True';
}
