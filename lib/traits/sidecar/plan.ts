import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { Volume } from '../../internal/kubernetes';
import type { ContainerRequest } from '../../pod/container/container';
import { type ContainerContext, type PlannedContainer, planContainer } from '../../pod/container/container';
import type { GivenPort } from '../../pod/pod-checks';
import type { PodStorage } from '../../pod/storage';
import type { Compute } from '../../values';
import type { ClusterTarget } from '../../values/cluster-target';
import { computeDefinition } from '../../values/compute/definition';
import { SIDECAR_MOUNT_DEFAULTS, SIDECAR_PORT_DEFAULTS } from '../defaults';
import type { SidecarMount, SidecarPort } from './options';

/** Facts about the workload that a sidecar depends on. */
export interface SidecarContext {
  readonly workloadName: string;
  readonly target: ClusterTarget;
  /** Numbers of the container ports that the main container listens on; not given where they are unknown. */
  readonly mainPorts?: readonly number[];
  /** Whether GitOps tools leave a replaced ConfigMap in the cluster. */
  readonly keepOldConfig: boolean;
}

/** Everything that is decided about one sidecar before its container is planned. */
export interface SidecarPlan {
  readonly request: Omit<ContainerRequest, 'resources'>;
  readonly compute: Compute;
  /** A folder that it shares with the main container: an emptyDir, and where both mount it. */
  readonly shared?: { readonly volume: Volume; readonly mountPath: string; readonly prop: string };
  /** Volumes that the pod has to have for its main container. */
  readonly borrows: readonly SidecarMount[];
  readonly ports: readonly SidecarPort[];
  /** The prop that has the files of its configuration. */
  readonly filesProp: string;
  /** How long it may take until what starts after it starts; 0 where sidecars are not native. */
  readonly startupSeconds: number;
}

/** A sidecar, and what its pod must know of it. */
export interface PlannedSidecar extends PlannedContainer {
  readonly at: Checker;
  readonly borrows: readonly SidecarMount[];
  readonly ports: readonly GivenPort[];
  /** Ports that the callers of the main container may call too. */
  readonly openPorts: readonly number[];
}

/** Plans the container of a sidecar, and mounts the shared folder in both containers. */
export function addSidecar(
  check: Checker,
  plan: SidecarPlan,
  mainContainer: string,
  owner: string,
  context: ContainerContext,
): PlannedSidecar {
  const { request, compute, shared, borrows, ports, filesProp } = plan;
  const { storage, target } = context;
  const amounts = decide(check.at('compute'), computeDefinition(compute), { cloud: target.cloud });
  if (shared) share(check.at(shared.prop), request.name, mainContainer, shared, storage);
  const filesAt = filesProp === 'configFiles' ? undefined : () => check.at(filesProp);
  const planned = planContainer(check, { ...request, resources: amounts?.resources ?? {}, filesAt }, context);
  borrows.forEach(({ volume, mountPath, readOnly = SIDECAR_MOUNT_DEFAULTS.values.readOnly }, i) => {
    const at = check.at('mounts').at(i).at('mountPath');
    storage.of(request.name).mount(at, 'volumes', { name: volume, mountPath, ...(readOnly ? { readOnly } : {}) });
  });
  return {
    ...planned,
    container: { ...planned.container, mounts: storage.of(request.name).list },
    at: check,
    borrows,
    ports: ports.map(({ name, port }, i) => ({ at: check.at('ports').at(i), name, port, owner })),
    openPorts: ports.filter(({ open = SIDECAR_PORT_DEFAULTS.values.open }) => open).map(({ port }) => port),
  };
}

function share(
  check: Checker,
  sidecar: string,
  mainContainer: string,
  { volume, mountPath }: NonNullable<SidecarPlan['shared']>,
  storage: PodStorage,
): void {
  storage.add(check, 'sidecars', volume, volume.emptyDir?.sizeLimit);
  for (const container of [mainContainer, sidecar])
    storage.of(container).mount(check, 'sidecars', { name: volume.name, mountPath });
}

/** Refuses mounts of volumes that the pod does not have, once all its volumes are known. */
export function checkBorrowed(sidecars: readonly PlannedSidecar[], storage: PodStorage): void {
  for (const { at, borrows } of sidecars)
    borrows.forEach(({ volume: name, readOnly = SIDECAR_MOUNT_DEFAULTS.values.readOnly }, i) => {
      const mount = at.at('mounts').at(i);
      const volume = storage.find(name);
      if (!volume) {
        const names = storage.volumes.map((one) => one.name).join(', ');
        mount.at('volume').refuse(name, `a volume of the pod: ${names}`, 'name one of these, or use volumes');
      } else if (!readOnly && !isWritable(volume))
        mount.at('readOnly').refuse(false, `true: volume ${name} cannot be written`, 'leave it out');
    });
}

function isWritable({ configMap, secret, image, persistentVolumeClaim }: Volume): boolean {
  return !configMap && !secret && !image && !persistentVolumeClaim?.readOnly;
}

/** ConfigMaps of a sidecar always have hashed names. */
export function sidecarConfigMaps(name: string, { workloadName, keepOldConfig: keepOld }: SidecarContext) {
  return {
    env: { id: `Config-${name}-env`, prefix: `${workloadName}-${name}-env`, keepOld },
    files: { id: `Config-${name}`, prefix: `${workloadName}-${name}`, keepOld },
  };
}
