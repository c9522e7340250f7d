import type { Checker } from '../internal/errors';
import type { Volume, VolumeMount } from '../internal/kubernetes';

/**
 * The volumes of a pod and where its main container mounts them. Paths are taken once only: the kubelet refuses a
 * second mount on the same path.
 */
export class Storage {
  readonly volumes: Volume[] = [];
  readonly mounts: VolumeMount[] = [];

  constructor(private readonly check: Checker) {}

  /** Adds the volume, once for each name. */
  add(volume: Volume): void {
    if (!this.volumes.some((v) => v.name === volume.name)) this.volumes.push(volume);
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
  scratch(path: string, sizeLimit: string, prop: string): void {
    if (this.covers(path)) return;
    const name = slug(path);
    this.add({ name, emptyDir: { sizeLimit } });
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
