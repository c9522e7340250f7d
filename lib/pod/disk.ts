import type { ResourceRequirements, Volume } from '../internal/kubernetes';
import { bytes, quantity } from '../internal/quantity';
import type { ContainerPlan, PodPlan } from './plan';

const RESOURCE = 'ephemeral-storage';

/** What containers are taken to use of a node's disk, where nobody says it. */
const DISK = {
  /**
   * The kubelet keeps 5 files of 10Mi of each container unless told otherwise (containerLogMaxFiles, containerLogMaxSize;
   * https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/).
   */
  logs: '50Mi',
  /** A folder such as /tmp whose size nobody stated, a root that is writable: its limit guards the node, and is no forecast. */
  unsized: '50Mi',
  /**
   * In limits, above what the volumes may hold: for logs, which some clusters keep 50Mi x 5 of, twice after a restart, and
   * which the kubelet rotates only every 10 s; for config maps, which the kubelet counts too; for containers that admission
   * adds to the pod, which bring no limit.
   */
  headroom: '1Gi',
  /**
   * A folder that may hold more, and of which nobody knows how much it will (a compile cache may hold 100Gi), has the pod go
   * without a limit: one made of such bounds would stop nothing, and be refused where a LimitRange has a maximum.
   */
  scratch: '1Gi',
} as const;

/**
 * Tells the scheduler how much of a node's disk the pod takes, container by container, and bounds it where that is safe.
 * Containers that state something of their own are left alone.
 *
 * @param expected what is known of the pod's volumes, by name, from `Storage`
 */
export function planDisk(pod: PodPlan, expected: ReadonlyMap<string, string>): PodPlan {
  const disks = pod.volumes.filter(isOnDisk);
  const all = [...pod.containers, ...pod.initContainers];
  // each disk is counted once: with the server, also where it was filled by a download, whose amounts go when it ends, while
  // what it wrote stays; with a sidecar only where the server has nothing to do with it
  const [server, ...sidecars] = [...pod.containers, ...pod.initContainers.filter(({ sidecar }) => sidecar)];
  const ownerOf = (disk: Volume) =>
    mountsIt(server, disk) ? server : (sidecars.find((one) => mountsIt(one, disk)) ?? server);
  const canLimit =
    disks.every((disk) => isCloselyBounded(disk, expected)) &&
    all.every(writesToVolumesOnly) &&
    all.every(isLimitedOrSilent);
  // where the server has a limit of the user's, what the others may write comes on top of it
  const isLimited = canLimit || hasLimit(server);
  const withDisk = (container: ContainerPlan): ContainerPlan => {
    if (stated(container)) return container;
    const own = disks.filter((disk) => ownerOf(disk) === container);
    const limit = isLimited && own.every((disk) => isCloselyBounded(disk, expected)) ? most(own) : undefined;
    return { ...container, resources: withAmounts(container.resources, usual(container, own, expected), limit) };
  };
  return { ...pod, containers: pod.containers.map(withDisk), initContainers: pod.initContainers.map(withDisk) };
}

function mountsIt({ mounts }: ContainerPlan, disk: Volume): boolean {
  return mounts?.some(({ name }) => name === disk.name) ?? false;
}

/** What the container will keep on the disk: what somebody sized counts whole, anything else a little. */
function usual(container: ContainerPlan, own: readonly Volume[], expected: ReadonlyMap<string, string>): number {
  const volumes = own.map(({ name }) => quantity(expected.get(name) ?? DISK.unsized));
  const root = writesToVolumesOnly(container) ? 0 : quantity(DISK.unsized);
  return quantity(DISK.logs) + root + sum(volumes);
}

/** Beyond it something went wrong: the volumes cannot hold more without being stopped by their own limits first. */
function most(own: readonly Volume[]): number {
  return quantity(DISK.headroom) + sum(own.map((volume) => quantity(sizeLimit(volume)!)));
}

function withAmounts(resources: ResourceRequirements, request: number, limit: number | undefined) {
  return {
    requests: { ...resources.requests, [RESOURCE]: bytes(request) },
    limits: limit === undefined ? resources.limits : { ...resources.limits, [RESOURCE]: bytes(limit) },
  };
}

/** Memory counts against the container's memory instead. */
function isOnDisk({ emptyDir }: Volume): boolean {
  return emptyDir !== undefined && emptyDir.medium !== 'Memory';
}

/** Bounded by what will lie in it, or as a folder for small things is. */
function isCloselyBounded(disk: Volume, expected: ReadonlyMap<string, string>): boolean {
  const limit = sizeLimit(disk);
  const known = expected.get(disk.name) ?? DISK.scratch;
  return limit !== undefined && quantity(limit) <= Math.max(quantity(known), quantity(DISK.scratch));
}

function sizeLimit({ emptyDir }: Volume): string | undefined {
  return emptyDir?.sizeLimit;
}

function writesToVolumesOnly({ readOnlyRoot }: ContainerPlan): boolean {
  return readOnlyRoot ?? true;
}

/**
 * The kubelet adds up the limits that there are and holds them against what the whole pod uses
 * (pkg/kubelet/eviction/eviction_manager.go, podEphemeralStorageLimitEviction), so that a container without one would
 * write at the expense of the others.
 */
function isLimitedOrSilent(container: ContainerPlan): boolean {
  return !stated(container) || hasLimit(container);
}

function hasLimit({ resources }: Pick<ContainerPlan, 'resources'>): boolean {
  return resources.limits?.[RESOURCE] !== undefined;
}

function stated({ resources }: Pick<ContainerPlan, 'resources'>): boolean {
  return resources.requests?.[RESOURCE] !== undefined || hasLimit({ resources });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
