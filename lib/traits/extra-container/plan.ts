import { decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { Volume } from '../../internal/kubernetes';
import {
  type ContainerContext,
  type ContainerRequest,
  type PlannedContainer,
  planContainer,
} from '../../pod/container/container';
import type { PodStorage } from '../../pod/storage';
import type { Compute } from '../../values';
import { computeDefinition } from '../../values/compute/definition';
import { EXTRA_CONTAINER_DEFAULTS, POD_VOLUME_MOUNT_DEFAULTS } from '../defaults';
import { legalSize } from './check';
import type { ExtraContainerOptions, PodVolumeMount } from './options';

/** For files that such a container writes by itself (judgement). */
const SCRATCH = '256Mi';

/** Facts about the workload that its containers beside the main one depend on. */
export interface ExtraContainerContext {
  readonly workloadName: string;
  /** Whether GitOps tools leave a replaced ConfigMap in the cluster. */
  readonly keepOldConfig: boolean;
}

/** Everything that is decided about such a container before it is planned. */
export interface ExtraContainerPlan {
  readonly request: Omit<ContainerRequest, 'resources'>;
  readonly compute: Compute;
  /** A folder that it shares with the main container: an emptyDir, and where both mount it. */
  readonly shared?: { readonly volume: Volume; readonly mountPath: string; readonly prop: string };
  /** Volumes that the pod has to have for its main container. */
  readonly borrows: readonly PodVolumeMount[];
  /** The prop that has the files of its configuration. */
  readonly filesProp: string;
}

/** Such a container, and what its pod must know of it. */
export interface PlannedExtraContainer extends PlannedContainer {
  readonly at: Checker;
  readonly borrows: readonly PodVolumeMount[];
}

/** What the options say; its kind adds what is its own. */
export function planExtraContainer(
  options: ExtraContainerOptions,
  context: ExtraContainerContext,
  usual: { readonly compute: Compute; readonly volumePrefix: string },
): ExtraContainerPlan {
  const { name, image, command, args, user, mounts = [], sharedPath } = options;
  const { values } = EXTRA_CONTAINER_DEFAULTS;
  const { volumePrefix } = usual;
  // every one has a /tmp
  const ownPaths = (options.writablePaths ?? []).map((path, i) => ({ path, prop: ['writablePaths', i] as const }));
  return {
    request: {
      ...{ name, image, command, args, user },
      props: options,
      readOnlyRoot: options.readOnlyRootFilesystem ?? values.readOnlyRootFilesystem,
      writable: [
        { name: `${volumePrefix}-tmp`, path: '/tmp', sizeLimit: SCRATCH },
        ...ownPaths
          .filter(({ path }) => path !== '/tmp')
          .map((folder, i) => ({ ...folder, name: `${volumePrefix}-writable-${i + 1}`, sizeLimit: SCRATCH })),
      ],
      configMaps: extraConfigMaps(name, context),
      volumePrefix,
    },
    shared:
      sharedPath === undefined
        ? undefined
        : {
            volume: {
              name: `${volumePrefix}-shared`,
              emptyDir: { sizeLimit: legalSize(options.sharedSizeLimit, values.sharedSizeLimit) },
            },
            mountPath: sharedPath,
            prop: 'sharedPath',
          },
    compute: options.compute ?? usual.compute,
    borrows: mounts,
    filesProp: 'configFiles',
  };
}

/** Plans the container, and mounts the shared folder in the main one too. Comes before the main container. */
export function addExtraContainer(
  check: Checker,
  plan: ExtraContainerPlan,
  mainContainer: string,
  context: ContainerContext,
): PlannedExtraContainer {
  const { request, compute, shared, borrows, filesProp } = plan;
  const { storage, target } = context;
  const amounts = decide(check.at('compute'), computeDefinition(compute), { cloud: target.cloud });
  if (shared) share(check.at(shared.prop), request.name, mainContainer, shared, storage);
  const filesAt = filesProp === 'configFiles' ? undefined : () => check.at(filesProp);
  const planned = planContainer(check, { ...request, resources: amounts?.resources ?? {}, filesAt }, context);
  borrows.forEach(({ volume, mountPath, readOnly = POD_VOLUME_MOUNT_DEFAULTS.values.readOnly }, i) => {
    const at = check.at('mounts').at(i).at('mountPath');
    storage.of(request.name).mount(at, 'volumes', { name: volume, mountPath, ...(readOnly ? { readOnly } : {}) });
  });
  return {
    ...planned,
    container: { ...planned.container, mounts: storage.of(request.name).list },
    at: check,
    borrows,
  };
}

function share(
  check: Checker,
  container: string,
  mainContainer: string,
  { volume, mountPath }: NonNullable<ExtraContainerPlan['shared']>,
  storage: PodStorage,
): void {
  storage.add(check, 'sidecars', volume, volume.emptyDir?.sizeLimit);
  for (const one of [mainContainer, container])
    storage.of(one).mount(check, 'sidecars', { name: volume.name, mountPath });
}

/** Refuses mounts of volumes that the pod does not have, once all its volumes are known. */
export function checkBorrowed(containers: readonly PlannedExtraContainer[], storage: PodStorage): void {
  for (const { at, borrows } of containers)
    borrows.forEach(({ volume: name, readOnly = POD_VOLUME_MOUNT_DEFAULTS.values.readOnly }, i) => {
      const mount = at.at('mounts').at(i);
      const volume = storage.find(name);
      if (!volume) {
        const names = storage.volumes.map((one) => one.name).join(', ');
        mount.at('volume').refuse(name, `a volume of the pod: ${names}`, 'name one of these, or use volumes');
      } else if (!readOnly && !isWritable(volume))
        mount.at('readOnly').refuse(false, `true: volume ${name} cannot be written`, 'leave it out');
    });
}

function isWritable({ configMap, secret, image, projected, downwardAPI, ...volume }: Volume): boolean {
  const { persistentVolumeClaim, csi, nfs } = volume;
  const isFiles = configMap || secret || image || projected || downwardAPI;
  return !isFiles && !persistentVolumeClaim?.readOnly && !csi?.readOnly && !nfs?.readOnly;
}

/** ConfigMaps of such a container always have hashed names. */
export function extraConfigMaps(name: string, { workloadName, keepOldConfig: keepOld }: ExtraContainerContext) {
  return {
    env: { id: `Config-${name}-env`, prefix: `${workloadName}-${name}-env`, keepOld },
    files: { id: `Config-${name}`, prefix: `${workloadName}-${name}`, keepOld },
  };
}
