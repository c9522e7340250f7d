import type { Volume } from '../internal/kubernetes';
import type { SourcePlan } from '../values/sources/plan';
import type { ContainerPlan } from './plan';
import type { Storage } from './storage';

const VOLUME = 'model';

/** Name of the init container that downloads the model. */
export const DOWNLOAD_CONTAINER = 'download-model';

/** Brings the model into the pod: the volume, the server's read-only mount and, where it is downloaded, the init container. */
export function addModel(source: SourcePlan, storage: Storage): ContainerPlan | undefined {
  if (!source.volume || !source.mountPath) return undefined;
  const { volume } = source;
  storage.add(modelVolume(source), 'model', volume.type === 'scratch' ? volume.sizeLimit : undefined);
  storage.mount(
    {
      name: VOLUME,
      mountPath: source.mountPath,
      readOnly: true,
      subPath: source.volume.type === 'claim' ? source.volume.subPath : undefined,
    },
    'model',
  );
  return source.download && downloadContainer(source, source.download, storage);
}

function modelVolume({ volume }: SourcePlan): Volume {
  switch (volume!.type) {
    case 'claim':
      return { name: VOLUME, persistentVolumeClaim: { claimName: volume!.claimName, readOnly: true } };
    case 'image':
      return {
        name: VOLUME,
        image: { reference: volume!.reference, pullPolicy: volume!.pullPolicy ?? 'IfNotPresent' },
      };
    case 'scratch':
      return { name: VOLUME, emptyDir: { sizeLimit: volume!.sizeLimit } };
  }
}

function downloadContainer(
  source: SourcePlan,
  download: NonNullable<SourcePlan['download']>,
  storage: Storage,
): ContainerPlan {
  // the root of the download is read-only too, so its tools get a /tmp of their own
  storage.add({ name: 'download-tmp', emptyDir: { sizeLimit: '1Gi' } }, 'model');
  return {
    name: DOWNLOAD_CONTAINER,
    image: download.image,
    command: download.command,
    args: download.args,
    env: [...download.env, { name: 'HOME', value: '/tmp' }],
    user: download.user,
    resources: {
      requests: { cpu: download.cpu, memory: download.memory },
      limits: { memory: download.memory },
    },
    mounts: [
      { name: VOLUME, mountPath: source.mountPath! },
      { name: 'download-tmp', mountPath: '/tmp' },
    ],
  };
}
