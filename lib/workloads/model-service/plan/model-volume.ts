import type { Checker } from '../../../internal/errors';
import type { Volume } from '../../../internal/kubernetes';
import { bytes, quantity } from '../../../internal/quantity';
import { type ContainerContext, type PlannedContainer, planContainer } from '../../../pod/container/container';
import type { PodStorage } from '../../../pod/storage';
import type { WritableFolder } from '../../../pod/writable';
import type { CachePlan } from '../../../traits/cache/plan';
import type { WritablePath } from '../../../values/servers/profile';
import type { SourcePlan } from '../../../values/sources/plan';
import type { ServerFacts } from './server';

const VOLUME = 'model';

/** Name of the init container that downloads the model. */
export const DOWNLOAD_CONTAINER = 'download-model';

/** Upper bound of the pod's own /tmp: what a server keeps there is small, and a leak must not fill the node. */
const TMP_LIMIT = '1Gi';

/** Upper bound of a model that a server copies, where its size is not given: that of the cache of language models. */
const UNKNOWN_COPY = '100Gi';

/** Brings the model into the pod: the volume, and the server's read-only mount. */
export function mountModel(check: Checker, source: SourcePlan, container: string, storage: PodStorage): void {
  const { volume, mountPath } = source;
  if (!volume || !mountPath) return;
  storage.add(check, 'model', volumeOf(volume), volume.type === 'scratch' ? volume.sizeLimit : undefined);
  const subPath = volume.type === 'claim' ? volume.subPath : undefined;
  storage.of(container).mount(check, 'model', { name: VOLUME, mountPath, readOnly: true, subPath });
}

function volumeOf(volume: NonNullable<SourcePlan['volume']>): Volume {
  switch (volume.type) {
    case 'claim':
      return { name: VOLUME, persistentVolumeClaim: { claimName: volume.claimName, readOnly: true } };
    case 'image':
      return { name: VOLUME, image: { reference: volume.reference, pullPolicy: volume.pullPolicy ?? 'IfNotPresent' } };
    case 'scratch':
      return { name: VOLUME, emptyDir: { sizeLimit: volume.sizeLimit } };
  }
}

/** The init container that downloads the model, where one does. */
export function planDownload(check: Checker, source: SourcePlan, context: ContainerContext): PlannedContainer[] {
  const { download, mountPath } = source;
  if (!download || !mountPath) return [];
  const { storage } = context;
  const mounts = storage.of(DOWNLOAD_CONTAINER);
  mounts.mount(check, 'model', { name: VOLUME, mountPath });
  // the root of the download is read-only too, so its tools get a /tmp of their own
  storage.add(check, 'model', { name: 'download-tmp', emptyDir: { sizeLimit: '1Gi' } });
  mounts.mount(check, 'model', { name: 'download-tmp', mountPath: '/tmp' });
  const { image, command, args, env, files, user, cpu, memory } = download;
  const planned = planContainer(
    check,
    {
      ...{ name: DOWNLOAD_CONTAINER, image, command, args, user },
      resources: { requests: { cpu, memory }, limits: { memory } },
      computeAt: check,
      props: {},
      environment: { references: [...env, { name: 'HOME', value: '/tmp' }] },
      configMaps: { env: NO_CONFIG, files: NO_CONFIG },
      volumePrefix: 'download',
    },
    context,
  );
  return [{ ...planned, files }];
}

/** A download is given no configuration. */
const NO_CONFIG = { id: 'Download', prefix: 'download', keepOld: false };

/** What the server writes to: `/tmp`, the folders of its profile, and the cache where there is one. */
export function writableFolders({ profile, source }: ServerFacts, cache: CachePlan | undefined): WritableFolder[] {
  const cached = profile.writable.filter(({ purpose }) => cache && purpose === 'cache');
  const own = profile.writable.filter((folder) => !cached.includes(folder));
  return [
    { path: '/tmp', sizeLimit: TMP_LIMIT },
    ...cached.map(({ path }) => ({
      path,
      volume: cache!.volume,
      expected: cache!.volume.emptyDir?.sizeLimit,
      isFolder: cached.length > 1,
    })),
    ...copyFolder(profile, source),
    ...own.map((folder) => ({
      path: folder.path,
      sizeLimit: limitOf(folder, source),
      expected: expectedIn(folder, source),
    })),
  ];
}

/** Where a server copies what it reads of an object store; a model of unknown size may have any. */
function copyFolder({ reads }: ServerFacts['profile'], source: SourcePlan | undefined): WritableFolder[] {
  if (!source?.remote || !reads?.copiesTo) return [];
  const sizeLimit = source.size === undefined ? UNKNOWN_COPY : bytes(quantity(source.size) * 1.1);
  return [{ path: reads.copiesTo, sizeLimit, expected: source.size }];
}

/** A server that downloads its model keeps it in its cache, which must hold the model and what is compiled from it. */
function limitOf({ purpose, sizeLimit }: WritablePath, source: SourcePlan | undefined): string {
  if (purpose !== 'cache' || !source?.hub || !source.size) return sizeLimit;
  const needed = quantity(source.size) * 1.5;
  return needed > quantity(sizeLimit) ? bytes(needed) : sizeLimit;
}

/** What a folder of the server will hold, where that is known. */
function expectedIn({ purpose, sizeLimit, isSized }: WritablePath, source: SourcePlan | undefined): string | undefined {
  if (isSized) return sizeLimit;
  return purpose === 'cache' && source?.hub && source.size ? bytes(quantity(source.size) * 1.1) : undefined;
}

/** Where the bytes of the model come from when a pod starts. */
export function deliveryOf(source: SourcePlan | undefined): 'image' | 'volume' | 'init' | 'server' {
  if (source?.remote || (source?.hub && !source.download)) return 'server';
  if (source?.download) return 'init';
  return source?.volume?.type === 'claim' ? 'volume' : 'image';
}
