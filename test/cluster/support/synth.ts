import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import type { Manifest } from '../plane/api';
import type { ControlPlane } from '../plane/control-plane';
import { type ManifestFolder, readManifests } from './manifests';

/** Synthesizes charts into a folder of the control plane's own, as a user's app would. */
export function synthesize(plane: ControlPlane, name: string, build: (app: App) => void): ManifestFolder {
  const path = mkdtempSync(join(plane.folder, `${name}-`));
  const app = new App({ outdir: path });
  build(app);
  app.synth();
  return { name, path, objects: readManifests(path) };
}

export function objectsOf(chart: Chart): Manifest[] {
  return chart.toJson();
}

/** Objects written by hand, for what the library refuses to make. */
export function byHand(plane: ControlPlane, name: string, objects: Manifest[]): ManifestFolder {
  const path = join(plane.folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'objects.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  return { name, path, objects };
}
