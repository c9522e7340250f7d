import type { Checker } from '../internal/errors';
import { contentHash } from '../internal/hash';
import type { Volume, VolumeMount } from '../internal/kubernetes';

/**
 * The volumes of a pod and where its main container mounts them. Paths are taken once only: the kubelet refuses a
 * second mount on the same path.
 */
export class Storage {
  readonly volumes: Volume[] = [];
  readonly mounts: VolumeMount[] = [];
  /** How much is expected on the node's disk, a quantity by name of the volume, where that is known. */
  readonly expected = new Map<string, string>();

  constructor(private readonly check: Checker) {}

  /**
   * Adds the volume, once where several want the same.
   *
   * @param prop what asked for it
   * @param expected how much will lie in it, a quantity, where that is known: what a size limit allows is not that
   */
  add(volume: Volume, prop: string, expected?: string): void {
    if (expected !== undefined) this.expected.set(volume.name, expected);
    const known = this.volumes.find(({ name }) => name === volume.name);
    if (!known) this.volumes.push(volume);
    else if (contentHash(known) !== contentHash(volume))
      this.check
        .at(prop)
        .refuse(volume.name, 'a name that no other volume of the pod has', 'give the one in volumes another name');
  }

  /** Mounts a volume of the pod in the main container; `prop` is what asked for it. */
  mount(mount: VolumeMount, prop: string): void {
    const taken = this.mounts.find((m) => m.mountPath === mount.mountPath);
    if (taken)
      this.check
        .at(prop)
        .refuse(mount.mountPath, `a path that no other volume is mounted on (${taken.name} is)`, 'choose another path');
    else this.mounts.push(mount);
  }

  /** An emptyDir mounted at the path: writable, gone with the pod. */
  scratch(path: string, sizeLimit: string, prop: string, expected?: string): void {
    if (this.covers(path)) return;
    const usual = slug(path);
    const isTaken = this.volumes.some((volume) => volume.name === usual);
    const name = isTaken ? `${usual.slice(0, 54).replace(/-+$/, '')}-${contentHash(path)}` : usual;
    this.add({ name, emptyDir: { sizeLimit } }, prop, expected);
    this.mount({ name, mountPath: path }, prop);
  }

  /** A folder of a volume of the pod, mounted at the path. */
  folderOf(volume: string, path: string, prop: string): void {
    if (!this.covers(path)) this.mount({ name: volume, mountPath: path, subPath: slug(path) }, prop);
  }

  /** True where the path is, or lies in, something writable that is mounted already. */
  private covers(path: string): boolean {
    return this.mounts.some((m) => !m.readOnly && (path === m.mountPath || path.startsWith(`${m.mountPath}/`)));
  }
}

/** A volume's name from a path: `/home/app/.cache` becomes `home-app-cache`. */
export function slug(path: string): string {
  return (
    path
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 63)
      .replace(/-+$/, '') || 'root'
  );
}
