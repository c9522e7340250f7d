import type { Checker } from '../internal/errors';
import { contentHash } from '../internal/hash';
import type { Volume, VolumeMount } from '../internal/kubernetes';

/** What brings volumes into a pod, in the order in which volumes and mounts are written. */
const ORDER = ['volumes', 'model', 'config', 'secrets', 'sidecars', 'writable', 'memory'] as const;

export type StoragePart = (typeof ORDER)[number];

/** The volumes of a pod, and where each container mounts them. */
export class PodStorage {
  /** How much is expected on the node's disk, a quantity by name of the volume, where that is known. */
  readonly expected = new Map<string, string>();
  private readonly added: { readonly part: StoragePart; readonly volume: Volume }[] = [];
  private readonly containers = new Map<string, ContainerMounts>();

  /** All volumes, in the order of the parts. */
  get volumes(): Volume[] {
    return inOrder(this.added).map(({ volume }) => volume);
  }

  /**
   * Adds the volume, once where several containers want the same.
   *
   * @param check the prop that wants it
   * @param expected how much will be in it, a quantity, where that is known: a size limit does not say so
   */
  add(check: Checker, part: StoragePart, volume: Volume, expected?: string): void {
    if (expected !== undefined) this.expected.set(volume.name, expected);
    const known = this.find(volume.name);
    if (!known) this.added.push({ part, volume });
    else if (contentHash(known) !== contentHash(volume))
      check.refuse(volume.name, 'a name that no other volume of the pod has', 'give the one in volumes another name');
  }

  find(name: string): Volume | undefined {
    return this.added.find(({ volume }) => volume.name === name)?.volume;
  }

  /** Where the container of this name mounts volumes. */
  of(container: string): ContainerMounts {
    const mounts = this.containers.get(container) ?? new ContainerMounts();
    this.containers.set(container, mounts);
    return mounts;
  }
}

/** The mounts of one container. A path is used once: the API server refuses a second mount on it. */
export class ContainerMounts {
  private readonly added: { readonly part: StoragePart; readonly mount: VolumeMount }[] = [];

  /** All mounts, in the order of the parts. */
  get list(): VolumeMount[] {
    return inOrder(this.added).map(({ mount }) => mount);
  }

  /** Mounts a volume of the pod; `check` is the prop that wants it. */
  mount(check: Checker, part: StoragePart, mount: VolumeMount): void {
    const path = withoutSlash(mount.mountPath);
    const taken = this.added.find((one) => withoutSlash(one.mount.mountPath) === path)?.mount;
    if (taken)
      check.refuse(
        mount.mountPath,
        `a path that no other volume is mounted on (${taken.name} is)`,
        'choose another path',
      );
    else this.added.push({ part, mount });
  }

  /** True where the path is, or is below, a folder of a writable volume that is mounted already. */
  covers(path: string): boolean {
    return this.added.some(({ mount }) => {
      const folder = withoutSlash(mount.mountPath);
      return !mount.readOnly && (withoutSlash(path) === folder || path.startsWith(`${folder}/`));
    });
  }
}

function inOrder<Item extends { readonly part: StoragePart }>(items: readonly Item[]): Item[] {
  return ORDER.flatMap((part) => items.filter((item) => item.part === part));
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)\/+$/, '');
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
