import { checkSubPath } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import type { SecretSource } from '../secret/secret-source';
import { allKeys, checkCredentials, checkDownload, checkOneKey, downloadPlan, mountPathOf, oneKeyAs } from './common';
import type { SourceDefinition } from './definition';
import { checkRevision } from './hugging-face';
import type { DownloadOptions } from './options';
import { DVC_SCRIPT } from './scripts';
import { checkHttpUrl } from './urls';

/** Data that DVC tracks in a git repository. */
export interface DvcDataOptions extends Omit<DownloadOptions, 'path' | 'image'> {
  readonly repository: string;
  readonly revision: string;
  readonly target: string;
  readonly remote?: string;
  readonly token?: SecretSource;
  readonly credentials?: SecretSource;
  readonly image: string;
}

/** The user of an image that is not known to have one. */
const USER = 10001;

export function dvcData(options: DvcDataOptions, folder: string): SourceDefinition {
  return {
    check: (check) => checkDvc(check, options),
    plan: (context) => {
      const token = oneKeyAs('GIT_TOKEN', options.token);
      const credentials = allKeys(options.credentials);
      return downloadPlan(
        'dvc',
        options,
        `${mountPathOf(options)}/${folder}`,
        {
          image: options.image,
          user: USER,
          memory: '1Gi',
          script: DVC_SCRIPT,
          environment: { certificates: ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'GIT_SSL_CAINFO', 'AWS_CA_BUNDLE'] },
        },
        {
          MODEL_REPOSITORY: options.repository,
          MODEL_REVISION: options.revision,
          MODEL_PATH: options.target,
          MODEL_REMOTE: options.remote,
          // what it keeps for other projects of the machine; its usual place is for root alone
          DVC_SITE_CACHE_DIR: '/tmp/dvc',
          DVC_NO_ANALYTICS: '1',
        },
        { env: [...token.env, ...credentials.env], plans: [...token.plans, ...credentials.plans] },
        context,
      );
    },
  };
}

function checkDvc(check: Checker, options: DvcDataOptions): void {
  checkDownload(check, options);
  checkHttpUrl(check.at('repository'), options.repository, {
    expected: "the URL of a git repository, for example 'https://github.com/acme/data.git'",
    byReference: 'take it out, and give the token by reference: token: SecretSource...',
    otherwise: 'write the address that git clones by HTTPS',
  });
  checkRevision(
    check.at('revision'),
    options.revision,
    'a branch means other data after the next commit, and a run could not be repeated',
    'take the commit from `git log`, or a tag',
  );
  checkSubPath(check.at('target'), options.target);
  if (options.remote !== undefined && !/^\w[\w.-]*$/.test(options.remote))
    check.at('remote').refuse(options.remote, 'the name of a remote of the repository', 'see `dvc remote list`');
  checkOneKey(check.at('token'), options.token, 'GIT_TOKEN');
  checkCredentials(check.at('credentials'), options.credentials);
}
