import type { Checker } from '../../internal/errors';
import {
  checkDownload,
  checkOneKey,
  type DownloadTool,
  downloadPlan,
  lastPart,
  oneKeyAs,
  secretsOf,
  targetOf,
} from './common';
import type { SourceContext, SourceDefinition } from './definition';
import type { HuggingFaceModelOptions } from './options';
import type { SourcePlan } from './plan';
import { HUGGING_FACE_SCRIPT } from './scripts';

/** The hub has no image of its own; KServe's downloader has its library, kept current, and a user, 1000. */
const HUB: DownloadTool = {
  image: 'kserve/storage-initializer:v0.20.0',
  user: 1000,
  // it holds parts of several files at once (kserve/kserve#5162)
  memory: '2Gi',
  script: HUGGING_FACE_SCRIPT,
  // https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables
  environment: {
    certificates: ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'],
    others: ['HF_ENDPOINT', 'HF_TOKEN', 'HF_HUB_DISABLE_XET', 'HF_HUB_DOWNLOAD_TIMEOUT', 'HF_HUB_ETAG_TIMEOUT'],
  },
};

/** Names of branches: `main` is what the hub calls the newest, the others are what people do. */
const BRANCH = /^(main|master|head|latest|refs\/heads\/.*|refs\/pr\/.*)$/i;
/** As `huggingface_hub` checks it (utils/_validators.py): owner and name, a letter, digit or underscore at both ends. */
const REPOSITORY = /^(?!.*(--|\.\.|\.git$))(\w([\w.-]{0,94}\w)?)\/(\w([\w.-]{0,94}\w)?)$/;
const REVISION = /^\w[\w.-]*$/;

export function huggingFaceSource(options: HuggingFaceModelOptions): SourceDefinition {
  return { check: (check, context) => checkHub(check, options, context), plan: (context) => plan(options, context) };
}

function checkHub(check: Checker, options: HuggingFaceModelOptions, { serverPullsFromHub }: SourceContext): void {
  checkDownload(check, options);
  for (const prop of ['include', 'exclude'] as const) checkPatterns(check.at(prop), options[prop], serverPullsFromHub);
  checkOneKey(check.at('token'), options.token, 'HF_TOKEN');
  const { repository, revision } = options;
  if (typeof repository !== 'string' || !REPOSITORY.test(repository))
    check.at('repository').refuse(
      repository,
      "owner and name, for example 'Qwen/Qwen3-8B'",
      /^(https:\/\/huggingface\.co\/|hf:\/\/)/.test(String(repository))
        ? `write '${String(repository)
            .replace(/^(https:\/\/huggingface\.co\/|hf:\/\/)/, '')
            .split('/')
            .slice(0, 2)
            .join('/')}'`
        : 'write it as the page of the model shows it',
    );
  if (typeof revision !== 'string' || !REVISION.test(revision) || BRANCH.test(revision))
    check
      .at('revision')
      .refuse(
        revision,
        'a commit or a tag: a branch means other weights after the next push, and replicas that start later would serve them',
        'take the commit from the history on the "Files" page of the repository',
      );
}

function checkPatterns(check: Checker, patterns: string[] | undefined, serverPullsFromHub: boolean): void {
  if (patterns === undefined) return;
  if (serverPullsFromHub)
    check.refuse(patterns, 'nothing: the server itself chooses the files that it downloads', 'leave it out');
  else if (patterns.length === 0)
    check.refuse(patterns, "patterns of file names, for example '*.safetensors'", 'name some, or leave it out');
  patterns.forEach((pattern, i) => {
    if (!/^[^\s/][^\r\n]*$/.test(pattern))
      check.at(i).refuse(pattern, 'a pattern of paths in the repository', "write it like '*.safetensors' or 'onnx/*'");
  });
}

function plan(options: HuggingFaceModelOptions, context: SourceContext): SourcePlan {
  const { repository, revision, size } = options;
  const token = oneKeyAs('HF_TOKEN', options.token);
  if (context.serverPullsFromHub)
    return {
      kind: 'hugging-face',
      hub: { repository, revision, token: token.env[0] },
      size,
      ...secretsOf(token.plans),
    };
  return downloadPlan(
    'hugging-face',
    options,
    targetOf(options, lastPart(repository)),
    HUB,
    {
      MODEL_REPOSITORY: repository,
      MODEL_REVISION: revision,
      MODEL_INCLUDE: options.include && JSON.stringify(options.include),
      MODEL_EXCLUDE: options.exclude && JSON.stringify(options.exclude),
      HF_HOME: '/tmp/huggingface',
      // chunks kept for another download, which there is none of, would fill /tmp
      HF_XET_CHUNK_CACHE_SIZE_BYTES: '0',
    },
    token,
    context,
  );
}
