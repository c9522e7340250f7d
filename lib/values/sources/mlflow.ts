import type { Checker } from '../../internal/errors';
import {
  allKeys,
  checkCredentials,
  checkDownload,
  type DownloadTool,
  downloadPlan,
  isFileName,
  lastPart,
  targetOf,
} from './common';
import type { SourceDefinition } from './definition';
import type { MlflowModelOptions } from './options';
import { MLFLOW_SCRIPT } from './scripts';
import { checkHttpUrl } from './urls';

/** MLflow's own image, with the libraries of the artifact stores; it runs as root, and needs nothing of it. */
const MLFLOW: DownloadTool = {
  image: 'ghcr.io/mlflow/mlflow:v3.17.0-full',
  user: 1000,
  memory: '1Gi',
  script: MLFLOW_SCRIPT,
  // https://mlflow.org/docs/latest/api_reference/python_api/mlflow.environment_variables.html
  environment: {
    certificates: ['REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE', 'AWS_CA_BUNDLE'],
    others: ['MLFLOW_S3_ENDPOINT_URL', 'MLFLOW_S3_IGNORE_TLS', 'MLFLOW_TRACKING_INSECURE_TLS'],
  },
};

const REGISTERED = /^models:\/([^/@\s]+)\/(\d+)\/?$/;
const OF_A_RUN = /^runs:\/[a-f0-9]{32}(\/[^\s/]+)+\/?$/;

export function mlflowSource(options: MlflowModelOptions): SourceDefinition {
  return {
    check: (check) => checkMlflow(check, options),
    plan: (context) =>
      downloadPlan(
        'mlflow',
        options,
        targetOf(options, nameOf(options.uri)),
        MLFLOW,
        { MODEL_URI: options.uri.replace(/\/$/, ''), MLFLOW_TRACKING_URI: options.trackingUri },
        allKeys(options.credentials),
        context,
      ),
  };
}

function checkMlflow(check: Checker, options: MlflowModelOptions): void {
  checkDownload(check, options);
  checkCredentials(check.at('credentials'), options.credentials);
  checkUri(check.at('uri'), options.uri);
  const byReference = 'take it out, and give credentials by reference';
  const expected = "the URL of a tracking server, for example 'http://mlflow-server:5000'";
  checkHttpUrl(check.at('trackingUri'), options.trackingUri, { expected, byReference, otherwise: 'write it so' });
}

function checkUri(check: Checker, uri: string): void {
  const isLegal = typeof uri === 'string' && (REGISTERED.test(uri) || OF_A_RUN.test(uri));
  if (!isLegal || !uri.split('/').slice(1).filter(Boolean).every(isFileName))
    check.refuse(
      uri,
      "a numbered version, 'models:/name/3', or a model of a run, 'runs:/id/path'",
      /^models:\/[^/@\s]+(@|\/)/.test(String(uri)) && !isLegal
        ? 'write the number of the version: an alias or a stage means another model after the next promotion'
        : 'write it so',
    );
}

function nameOf(uri: string): string {
  return REGISTERED.exec(uri)?.[1] ?? lastPart(uri);
}
