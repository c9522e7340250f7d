import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlPlane } from '../../cluster/plane/control-plane';
import { freePorts } from '../../cluster/plane/processes';
import { build } from './builds';
import type { Controller } from './catalogue';
import { apply, installCrds } from './installation';
import { type Place, SETTINGS } from './settings';

/** Starts the real controller beside a control plane, with its own CRDs and webhooks, and waits until it works. */
export async function startController(
  plane: ControlPlane,
  controller: Controller,
  environment: { readonly [name: string]: string } = {},
): Promise<void> {
  const built = build(controller, (line) => process.stderr.write(`training: ${line}\n`));
  if ('refused' in built) throw new Error(`${controller}: ${built.refused}`);
  const [webhooks, health] = await freePorts(2);
  const folder = join(plane.folder, controller);
  const certificates = join(folder, 'k8s-webhook-server', 'serving-certs');
  const authority = placeCertificates(plane, certificates);
  const place: Place = { folder, certificates, webhooks, health, kubeconfig: join(plane.folder, 'admin.kubeconfig') };
  const registrations = await installCrds(plane, controller, { port: webhooks, authority, name: controller });
  await giveWhatItWaitsFor(plane, controller);

  const { args, ready } = SETTINGS[controller];
  // TMPDIR: controllers that take no folder of certificates look for one below it
  const variables = { KUBECONFIG: place.kubeconfig, TMPDIR: folder, ...environment };
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  plane.processes.start(controller, 'env', [...assignments, built.binary, ...args(place)]);
  if (ready) await plane.processes.until(controller, 'ready', 120, () => answers(`http://127.0.0.1:${health}${ready}`));
  await apply(plane, `${controller}-webhooks`, registrations);
}

/** The API server's own certificate is good for every server on loopback. */
function placeCertificates(plane: ControlPlane, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const [certificate, key] = plane.servingCertificate();
  copyFileSync(certificate, join(folder, 'tls.crt'));
  copyFileSync(key, join(folder, 'tls.key'));
  return readFileSync(certificate, 'utf8');
}

/**
 * Two controllers insist on a certificate of their own: they want a Secret to put it in, and wait until files of that
 * name exist. Their webhook servers read ours all the same.
 */
async function giveWhatItWaitsFor(plane: ControlPlane, controller: Controller): Promise<void> {
  const { secret } = SETTINGS[controller];
  if (!secret) return;
  await apply(plane, `${controller}-secret`, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: secret.namespace } },
    { apiVersion: 'v1', kind: 'Secret', metadata: secret },
  ]);
  if (controller !== 'training-operator') return;
  // this one looks at a folder that cannot be chosen
  const folder = '/tmp/k8s-webhook-server/serving-certs';
  mkdirSync(folder, { recursive: true });
  for (const file of ['tls.crt', 'tls.key', 'ca.crt']) {
    if (!existsSync(join(folder, file))) writeFileSync(join(folder, file), '');
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
