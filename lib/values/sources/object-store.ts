import type { Checker } from '../../internal/errors';
import type { SecretPlan } from '../secret/plan';
import {
  allKeys,
  checkCredentials,
  checkDownload,
  checkOneKey,
  type DownloadTool,
  downloadPlan,
  lastPart,
  oneKeyAs,
  otherSource,
  targetOf,
} from './common';
import type { SourceDefinition } from './definition';
import type { GcsModelOptions, S3ModelOptions } from './options';
import { OBJECT_STORE_SCRIPT } from './scripts';
import { checkHttpUrl } from './urls';

/**
 * One small image for both stores, which verifies what it fetched, goes on after an interruption, and takes the pod's
 * identity (IRSA, EKS Pod Identity, GKE workload identity) as well as keys. Its image runs as root, and has a user
 * rclone, 1009 (Dockerfile).
 */
const RCLONE: DownloadTool = {
  image: 'rclone/rclone:1.75.0',
  user: 1009,
  memory: '1Gi',
  script: OBJECT_STORE_SCRIPT,
  // Go's own variable
  environment: { certificates: ['SSL_CERT_FILE', 'AWS_CA_BUNDLE'] },
};

// The "remote" called model, configured by the environment: https://rclone.org/docs/#config-file
const S3_CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

export function s3Source(options: S3ModelOptions): SourceDefinition {
  return {
    check: (check) => checkS3(check, options),
    plan: (context) =>
      downloadPlan(
        's3',
        options,
        targetOf(options, lastPart(options.uri)),
        RCLONE,
        {
          MODEL_REMOTE: remote(options.uri),
          RCLONE_CONFIG_MODEL_TYPE: 's3',
          RCLONE_CONFIG_MODEL_PROVIDER: options.endpoint ? 'Other' : 'AWS',
          RCLONE_CONFIG_MODEL_ENDPOINT: options.endpoint,
          RCLONE_CONFIG_MODEL_REGION: options.region,
          RCLONE_CONFIG_MODEL_ENV_AUTH: options.anonymous ? undefined : 'true',
        },
        allKeys(options.credentials),
        context,
      ),
  };
}

export function gcsSource(options: GcsModelOptions): SourceDefinition {
  return {
    check: (check) => checkGcs(check, options),
    plan: (context) =>
      downloadPlan(
        'gcs',
        options,
        targetOf(options, lastPart(options.uri)),
        RCLONE,
        {
          MODEL_REMOTE: remote(options.uri),
          RCLONE_CONFIG_MODEL_TYPE: 'google cloud storage',
          RCLONE_CONFIG_MODEL_ANONYMOUS: options.anonymous ? 'true' : undefined,
          RCLONE_CONFIG_MODEL_ENV_AUTH: options.anonymous || options.credentials ? undefined : 'true',
        },
        oneKeyAs('RCLONE_CONFIG_MODEL_SERVICE_ACCOUNT_CREDENTIALS', options.credentials),
        context,
      ),
  };
}

function checkS3(check: Checker, options: S3ModelOptions): void {
  checkDownload(check, options);
  checkUri(check.at('uri'), options.uri, 's3');
  if (options.endpoint !== undefined) checkEndpoint(check.at('endpoint'), options.endpoint);
  if (options.region !== undefined) checkRegion(check.at('region'), options.region);
  const credentials = checkCredentials(check.at('credentials'), options.credentials);
  if (credentials) checkS3Keys(check.at('credentials'), credentials);
  checkAnonymous(check, options);
}

export function checkEndpoint(check: Checker, endpoint: string): void {
  const expected = "the URL of a service, for example 'http://minio.storage.svc:9000'";
  const parsed = checkHttpUrl(check, endpoint, {
    expected,
    byReference: 'take it out, and give credentials by reference: credentials: SecretSource...',
    otherwise: 'write scheme and host',
  });
  if (parsed && (parsed.pathname !== '/' || parsed.search || parsed.hash))
    check.refuse(endpoint, expected, `write '${parsed.origin}', without a path`);
}

export function checkRegion(check: Checker, region: string): void {
  if (!/^[a-z0-9-]+$/.test(region))
    check.refuse(region, "a region, for example 'eu-central-1'", 'write its short name');
}

export function checkS3Keys(check: Checker, { env }: SecretPlan): void {
  const names = env.map(({ name }) => name);
  for (const name of S3_CREDENTIALS)
    if (!names.includes(name))
      check.refuse(
        names.join(', '),
        `a source that gives ${name}`,
        `name its key: keys: ['${name}'], or env: { ${name}: '...' }`,
      );
}

function checkGcs(check: Checker, options: GcsModelOptions): void {
  checkDownload(check, options);
  checkUri(check.at('uri'), options.uri, 'gs');
  checkOneKey(check.at('credentials'), options.credentials);
  checkAnonymous(check, options);
}

function checkAnonymous(check: Checker, { anonymous, credentials }: S3ModelOptions | GcsModelOptions): void {
  if (anonymous && credentials)
    check.at('anonymous').refuse(true, 'either credentials or an open bucket', 'leave one of them out');
}

export function checkUri(check: Checker, uri: string, scheme: string): void {
  // rclone cannot name an object with an empty part in its key
  const shape = new RegExp(`^(?!.*/\\.{1,2}(/|$))${scheme}://[a-z0-9][a-z0-9._-]{1,61}[a-z0-9](/[^\\s/]+)+/?$`);
  if (!shape.test(uri))
    check.refuse(
      uri,
      `a file or folder of a bucket, '${scheme}://bucket/path'`,
      (!uri.startsWith(`${scheme}:`) && otherSource(uri)) ||
        `write it so, the bucket in lower case${scheme === 's3' ? '' : ', and gs:// for Google'}`,
    );
}

/** As rclone names it: `bucket/path`. */
function remote(uri: string): string {
  return uri.replace(/^\w+:\/\//, '').replace(/\/+$/, '');
}
