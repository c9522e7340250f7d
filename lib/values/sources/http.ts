import type { Checker } from '../../internal/errors';
import {
  checkDownload,
  checkOneKey,
  type DownloadTool,
  downloadPlan,
  isFileName,
  oneKeyAs,
  otherSource,
  targetOf,
} from './common';
import type { SourceDefinition } from './definition';
import type { HttpModelOptions } from './options';
import { HTTP_SCRIPT } from './scripts';
import { checkHttpUrl } from './urls';

/** curl's own image, made for its user curl_user, 100 (https://github.com/curl/curl-container). */
const CURL: DownloadTool = {
  image: 'curlimages/curl:8.21.0',
  user: 100,
  memory: '256Mi',
  script: HTTP_SCRIPT,
  environment: { certificates: ['CURL_CA_BUNDLE'] },
};

/** Parameters by which clouds and others sign a URL, or carry a credential in it. */
const SIGNED = /[?&](x-amz-signature|x-goog-signature|sig|signature|token|access_token|private_token|api_key)=/i;

export function httpSource(options: HttpModelOptions): SourceDefinition {
  return {
    check: (check) => checkHttp(check, options),
    plan: (context) =>
      downloadPlan(
        'http',
        options,
        targetOf(options, nameIn(options.url)),
        CURL,
        { MODEL_URL: options.url, MODEL_SHA256: options.sha256 },
        oneKeyAs('MODEL_TOKEN', options.token),
        context,
      ),
  };
}

function checkHttp(check: Checker, options: HttpModelOptions): void {
  checkDownload(check, options);
  checkUrl(check.at('url'), options);
  checkOneKey(check.at('token'), options.token);
  const { sha256 } = options;
  if (sha256 !== undefined && !/^[a-f0-9]{64}$/.test(sha256))
    check
      .at('sha256')
      .refuse(
        sha256,
        '64 hex digits in lower case',
        /^(sha256[:-])?[a-f0-9]{64}$/i.test(sha256)
          ? `write '${sha256.slice(-64).toLowerCase()}'`
          : 'take what `sha256sum` prints for the file',
      );
}

function checkUrl(check: Checker, options: HttpModelOptions): void {
  const { url, sha256, token, path } = options;
  const parsed = checkHttpUrl(check, url, {
    expected: "a URL, for example 'https://example.com/model.pkl'",
    byReference: 'take it out, and give a token by reference: token: SecretSource...',
    otherwise: otherSource(url) ?? 'write it with https://',
  });
  if (!parsed) return;
  if (SIGNED.test(parsed.search))
    check.refuse(
      'a URL with a credential in its query',
      'a URL that stays valid, and that everybody may read',
      'use ModelSource.s3 or ModelSource.gcs, or give a token by reference: token: SecretSource...',
    );
  if (parsed.protocol === 'http:' && sha256 === undefined)
    check.refuse(url, 'https, where no checksum verifies the file', 'use https://, or give sha256');
  if (parsed.protocol === 'http:' && token)
    check.refuse(url, 'https, where a token is sent', 'use https://, or leave token out');
  if (path === undefined && !isFileName(nameIn(url)))
    check.refuse(url, 'a URL that ends with the name of a file', 'give path, the name that the file is to have');
}

/** The last part of the URL's path; empty where the URL ends with a slash. */
function nameIn(url: string): string {
  return new URL(url).pathname.split('/').pop() ?? '';
}
