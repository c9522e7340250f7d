import type { Checker } from '../internal/errors';
import { contentHash } from '../internal/hash';
import type { Volume } from '../internal/kubernetes';
import { type ContainerMounts, type PodStorage, slug } from './storage';

/** A folder that a container writes to, though its root is read-only. */
export interface WritableFolder {
  readonly path: string;
  /** Upper bound of an emptyDir, a quantity. */
  readonly sizeLimit?: string;
  /** How much will be in it, a quantity, where that is known. */
  readonly expected?: string;
  /** A volume that is mounted in place of an emptyDir of its own. */
  readonly volume?: Volume;
  /** True where a folder of that volume is mounted, because other paths of the container are in it too. */
  readonly isFolder?: boolean;
  /** Name of the emptyDir. @default - from the path */
  readonly name?: string;
  /** The prop of the container that asks for it, where one does. */
  readonly prop?: readonly (string | number)[];
}

/**
 * Mounts a folder that a container writes to. One that is in a writable volume already needs nothing.
 *
 * A subPath is made by the kubelet as root, which file systems without fsGroup (NFS, EFS) leave as it is: the whole volume
 * is mounted where one path of the container is in it.
 */
export function addWritable(
  check: Checker,
  storage: PodStorage,
  mounts: ContainerMounts,
  folder: WritableFolder,
): void {
  const { path, sizeLimit, expected, volume, isFolder, prop = [] } = folder;
  if (volume) {
    storage.add(check, 'writable', volume, expected);
    if (!isFolder) mounts.mount(check, 'writable', { name: volume.name, mountPath: path });
    else if (!mounts.covers(path))
      mounts.mount(check, 'writable', { name: volume.name, mountPath: path, subPath: slug(path) });
    return;
  }
  if (mounts.covers(path)) return;
  const name = folder.name ?? freeName(storage, path);
  storage.add(check, 'writable', { name, emptyDir: { sizeLimit } }, expected);
  const at = prop.reduce<Checker>((parent, step) => parent.at(step), check);
  mounts.mount(at, 'writable', { name, mountPath: path });
}

function freeName(storage: PodStorage, path: string): string {
  const name = slug(path);
  return storage.find(name) ? `${name.slice(0, 54).replace(/-+$/, '')}-${contentHash(path)}` : name;
}
