import { checkBytes } from '../../internal/checks/quantities';
import type { Checker } from '../../internal/errors';
import type { EnvVar } from '../../internal/kubernetes';
import { allKeys, checkCredentials, secretsOf } from './common';
import type { SourceContext, SourceDefinition } from './definition';
import { checkEndpoint, checkRegion, checkS3Keys, checkUri } from './object-store';
import type { ReadByServerOptions } from './options';
import type { SourcePlan } from './plan';

export function readByServerSource(options: ReadByServerOptions): SourceDefinition {
  return {
    check: (check, context) => checkReadByServer(check, options, context),
    plan: () => plan(options),
  };
}

function checkReadByServer(check: Checker, options: ReadByServerOptions, { serverReads }: SourceContext): void {
  const { uri, endpoint, region, size } = options;
  const scheme = /^(s3|gs):/.exec(String(uri))?.[1] ?? 's3';
  checkUri(check.at('uri'), uri, scheme);
  if (serverReads !== undefined && !serverReads.includes(scheme))
    check
      .at('uri')
      .refuse(
        uri,
        'a server that reads object stores itself: vllm, sglang or triton',
        `download it: ModelSource.${scheme === 's3' ? 's3' : 'gcs'}`,
      );
  if (endpoint !== undefined) checkEndpoint(check.at('endpoint'), endpoint);
  if (region !== undefined) checkRegion(check.at('region'), region);
  if (size !== undefined) checkBytes(check.at('size'), size);
  const credentials = checkCredentials(check.at('credentials'), options.credentials);
  if (credentials && scheme === 's3') checkS3Keys(check.at('credentials'), credentials);
  if (scheme === 's3') return;
  for (const prop of ['endpoint', 'region', 'credentials'] as const)
    if (options[prop] !== undefined)
      check
        .at(prop)
        .refuse(
          prop === 'credentials' ? 'a SecretSource' : options[prop],
          'nothing: Google Cloud Storage is read with the identity of the pod',
          'leave it out, and give the workload an identity',
        );
}

function plan(options: ReadByServerOptions): SourcePlan {
  const { uri, endpoint, region, size } = options;
  const credentials = allKeys(options.credentials);
  const env: EnvVar[] = Object.entries({
    // boto3 and the AWS SDK for C++ read one each
    AWS_DEFAULT_REGION: region,
    AWS_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    // https://docs.vllm.ai/en/stable/models/extensions/runai_model_streamer/, for services that speak S3
    RUNAI_STREAMER_S3_USE_VIRTUAL_ADDRESSING: endpoint && '0',
    AWS_EC2_METADATA_DISABLED: endpoint && 'true',
  }).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return {
    kind: 'read-by-server',
    modelPath: uri.replace(/\/+$/, ''),
    remote: { endpoint, env: [...env, ...credentials.env] },
    size,
    ...secretsOf(credentials.plans),
  };
}
