import type { Checker } from '../../../internal/errors';
import type { Volume } from '../../../internal/kubernetes';
import { shortName } from '../../../internal/names';
import { bytes, quantity } from '../../../internal/quantity';
import { addModel } from '../../../pod/model-volume';
import type { ContainerPlan } from '../../../pod/plan';
import { Storage } from '../../../pod/storage';
import type { CachePlan } from '../../../traits/cache/plan';
import { shmSize } from '../../../traits/shared-memory';
import type { SidecarPlan } from '../../../traits/sidecar-plan';
import type { SecretPlan } from '../../../values/secret/plan';
import type { WritablePath } from '../../../values/servers/profile';
import type { SourcePlan } from '../../../values/sources/plan';
import { MODEL_SERVICE_DEFAULTS } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';
import type { ConfigPlan } from './config';
import type { ServiceFacts } from './facts';

/** Upper bound of the pod's own /tmp: what a server keeps there is small, and a leak must not fill the node. */
const TMP_LIMIT = '1Gi';

export interface StorageParts {
  readonly files?: ConfigPlan;
  readonly secrets: readonly SecretPlan[];
  readonly cache?: CachePlan;
  readonly sidecars: readonly SidecarPlan[];
}

/** Every volume of the pod and the server's mounts, with the container that downloads the model where there is one. */
export function planStorage(
  check: Checker,
  props: ModelServiceProps,
  facts: ServiceFacts,
  parts: StorageParts,
): { storage: Storage; download?: ContainerPlan } {
  const storage = new Storage(check);
  // the user's own come first, so that what the profile needs falls away where they cover it
  props.volumes?.forEach((extra, i) => {
    const { volume, mount } = extra._definition.plan(facts);
    storage.add(volume, `volumes[${i}].name`, volume.emptyDir?.sizeLimit);
    storage.mount(mount, `volumes[${i}]`);
  });
  const download = facts.source && addModel(facts.source, storage);
  if (parts.files) mountFiles(storage, parts.files, props);
  for (const secret of parts.secrets) mountSecret(storage, secret);
  parts.sidecars.forEach((sidecar, i) => {
    for (const volume of sidecar.volumes) storage.add(volume, `sidecars[${i}]`, sharedSize(volume, sidecar));
    for (const mount of sidecar.serverMounts) storage.mount(mount, `sidecars[${i}].sharedPath`);
  });
  mountWritable(storage, facts, parts.cache);
  mountSharedMemory(storage, props, facts);
  checkBorrowed(check, storage, parts.sidecars);
  return { storage, download };
}

/** What a sidecar mounts of the pod's volumes has to be among them. */
function checkBorrowed(check: Checker, { volumes }: Storage, sidecars: readonly SidecarPlan[]): void {
  sidecars.forEach(({ borrows }, i) => {
    borrows.forEach(({ volume: name, readOnly = true }, j) => {
      const at = check.at('sidecars').at(i).at('mounts').at(j);
      const volume = volumes.find((one) => one.name === name);
      if (!volume) {
        const names = volumes.map((one) => one.name).join(', ');
        at.at('volume').refuse(name, `a volume of the pod: ${names}`, 'name one of these, or use volumes');
      } else if (!readOnly && !isWritable(volume))
        at.at('readOnly').refuse(false, `true: volume ${name} cannot be written`, 'leave it out');
    });
  });
}

function isWritable({ configMap, secret, image, persistentVolumeClaim }: Volume): boolean {
  return !configMap && !secret && !image && !persistentVolumeClaim?.readOnly;
}

function mountFiles(storage: Storage, files: ConfigPlan, props: ModelServiceProps): void {
  storage.add({ name: 'config-files', configMap: { name: files.name } }, 'configFiles');
  const mountPath = props.configPath ?? MODEL_SERVICE_DEFAULTS.values.configPath;
  storage.mount({ name: 'config-files', mountPath, readOnly: true }, 'configPath');
}

function mountSecret(storage: Storage, { secretName, files }: SecretPlan): void {
  if (!files) return;
  const name = shortName(`secret-${secretName}`);
  storage.add({ name, secret: { secretName, items: [...files.items] } }, 'secrets');
  storage.mount({ name, mountPath: files.path, readOnly: true }, 'secrets');
}

/** A server that fetches its model keeps it in its cache, which must hold it whole and what is compiled from it. */
function limitOf({ purpose, sizeLimit }: WritablePath, source: SourcePlan | undefined): string {
  if (purpose !== 'cache' || !source?.hub || !source.size) return sizeLimit;
  const needed = quantity(source.size) * 1.5;
  return needed > quantity(sizeLimit) ? bytes(needed) : sizeLimit;
}

/** A folder between two containers is there to be filled; one of a sidecar's own is bounded, and hardly used. */
function sharedSize({ name, emptyDir }: Volume, { sized }: SidecarPlan): string | undefined {
  return sized.includes(name) ? emptyDir?.sizeLimit : undefined;
}

/** What a folder of the server will hold, where that is known. */
function expectedIn({ purpose, sizeLimit, isSized }: WritablePath, source: SourcePlan | undefined): string | undefined {
  if (isSized) return sizeLimit;
  return purpose === 'cache' && source?.hub && source.size ? bytes(quantity(source.size) * 1.1) : undefined;
}

function mountWritable(storage: Storage, { profile, source }: ServiceFacts, cache: CachePlan | undefined): void {
  storage.scratch('/tmp', TMP_LIMIT, 'server');
  if (cache) storage.add(cache.volume, 'cache', cache.volume.emptyDir?.sizeLimit);
  const cached = profile.writable.filter(({ purpose }) => cache && purpose === 'cache');
  // a subPath is made by the kubelet as root, which file systems without fsGroup (NFS, EFS) leave as it is:
  // the whole volume is mounted where one path is all there is
  for (const { path } of cached)
    if (cached.length === 1) storage.mount({ name: cache!.volume.name, mountPath: path }, 'cache');
    else storage.folderOf(cache!.volume.name, path, 'cache');
  for (const written of profile.writable)
    if (!cached.includes(written))
      storage.scratch(written.path, limitOf(written, source), 'server', expectedIn(written, source));
}

function mountSharedMemory(storage: Storage, props: ModelServiceProps, facts: ServiceFacts): void {
  const { memory, memoryLimit } = props.compute;
  const sizeLimit = props.sharedMemory ?? shmSize(facts.gpusPerPod, memoryLimit ?? memory);
  if (!sizeLimit) return;
  storage.add({ name: 'shm', emptyDir: { medium: 'Memory', sizeLimit } }, 'sharedMemory');
  storage.mount({ name: 'shm', mountPath: '/dev/shm' }, 'sharedMemory');
}
