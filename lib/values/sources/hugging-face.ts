import type { Checker } from '../../internal/errors';
import {
  checkDownload,
  checkOneKey,
  type DownloadTool,
  downloadPlan,
  lastPart,
  mountPathOf,
  oneKeyAs,
  secretsOf,
  targetOf,
} from './common';
import type { SourceContext, SourceDefinition } from './definition';
import type { HuggingFaceModelOptions } from './options';
import type { SourcePlan } from './plan';
import { HUGGING_FACE_DATA_SCRIPT, HUGGING_FACE_SCRIPT } from './scripts';

/** The hub has no image of its own; KServe's downloader has its library, kept current, and a user, 1000. */
const HUB: Omit<DownloadTool, 'script'> = {
  image: 'kserve/storage-initializer:v0.20.0',
  user: 1000,
  // it holds parts of several files at once (kserve/kserve#5162)
  memory: '2Gi',
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
  return {
    check: (check, context) => checkHub(check, options, context, MODEL),
    plan: (context) => plan(options, context),
  };
}

/** A data set, which goes to `folder` below the mount. */
export function huggingFaceData(options: HuggingFaceModelOptions, folder: string): SourceDefinition {
  return {
    check: (check, context) => checkHub(check, options, context, DATA),
    plan: (context) => downloaded(options, `${mountPathOf(options)}/${folder}`, context, HUGGING_FACE_DATA_SCRIPT),
  };
}

/** How messages speak of what a repository has. */
interface Content {
  /** What addresses of the hub begin with. */
  readonly prefix: RegExp;
  readonly page: string;
  readonly danger: string;
}

const MODEL: Content = {
  prefix: /^(https:\/\/huggingface\.co\/|hf:\/\/)/,
  page: 'the model',
  danger: 'a branch means other weights after the next push, and replicas that start later would serve them',
};

const DATA: Content = {
  prefix: /^(https:\/\/huggingface\.co\/|hf:\/\/)?datasets\//,
  page: 'the data set',
  danger: 'a branch means other data after the next push, and a run could not be repeated',
};

function checkHub(
  check: Checker,
  options: HuggingFaceModelOptions,
  { serverPullsFromHub }: SourceContext,
  { prefix, page, danger }: Content,
): void {
  checkDownload(check, options);
  for (const prop of ['include', 'exclude'] as const) checkPatterns(check.at(prop), options[prop], serverPullsFromHub);
  checkOneKey(check.at('token'), options.token, 'HF_TOKEN');
  const { repository, revision } = options;
  if (typeof repository !== 'string' || !REPOSITORY.test(repository))
    check
      .at('repository')
      .refuse(
        repository,
        "owner and name, for example 'Qwen/Qwen3-8B'",
        prefix.test(String(repository))
          ? `write '${String(repository).replace(prefix, '').split('/').slice(0, 2).join('/')}'`
          : `write it as the page of ${page} shows it`,
      );
  checkRevision(
    check.at('revision'),
    revision,
    danger,
    'take the commit from the history on the "Files" page of the repository',
  );
}

/** Refuses what does not name the same content for good. */
export function checkRevision(check: Checker, revision: string, danger: string, fix: string): void {
  if (typeof revision !== 'string' || !REVISION.test(revision) || BRANCH.test(revision))
    check.refuse(revision, `a commit or a tag: ${danger}`, fix);
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
  if (!context.serverPullsFromHub)
    return downloaded(options, targetOf(options, lastPart(repository)), context, HUGGING_FACE_SCRIPT);
  const token = oneKeyAs('HF_TOKEN', options.token);
  return {
    kind: 'hugging-face',
    hub: { repository, revision, token: token.env[0] },
    size,
    ...secretsOf(token.plans),
  };
}

function downloaded(
  options: HuggingFaceModelOptions,
  target: string,
  context: SourceContext,
  script: string,
): SourcePlan {
  const { repository, revision } = options;
  return downloadPlan(
    'hugging-face',
    options,
    target,
    { ...HUB, script },
    {
      MODEL_REPOSITORY: repository,
      MODEL_REVISION: revision,
      MODEL_INCLUDE: options.include && JSON.stringify(options.include),
      MODEL_EXCLUDE: options.exclude && JSON.stringify(options.exclude),
      HF_HOME: '/tmp/huggingface',
      // chunks kept for another download, which there is none of, would fill /tmp
      HF_XET_CHUNK_CACHE_SIZE_BYTES: '0',
    },
    oneKeyAs('HF_TOKEN', options.token),
    context,
  );
}
