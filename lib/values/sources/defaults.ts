import { defaultsTable } from '../defaults-table';
import { PullPolicy } from './options';

export const MODEL_SOURCE = defaultsTable('ModelSourceOptions', { mountPath: '/models' });
export const DOWNLOAD = defaultsTable('DownloadOptions', { cpu: '500m' });
export const S3_MODEL = defaultsTable('S3ModelOptions', { anonymous: false });
export const GCS_MODEL = defaultsTable('GcsModelOptions', { anonymous: false });
export const OCI_IMAGE_MODEL = defaultsTable('OciImageModelOptions', { pullPolicy: PullPolicy.IF_NOT_PRESENT });
