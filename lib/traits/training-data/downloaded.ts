import { checkContainerPath } from '../../internal/checks/paths';
import { contentHash } from '../../internal/hash';
import { checkName } from '../../internal/names';
import type { SourceDefinition } from '../../values/sources/definition';
import { dvcData } from '../../values/sources/dvc';
import { huggingFaceData } from '../../values/sources/hugging-face';
import { fetchedPlan, type RunDataDefinition } from './definition';
import type { DownloadedInputOptions, DvcInputOptions, HuggingFaceInputOptions } from './options';

/** Where the download sees the volume; the program sees only the folder with the data, where it asked for them. */
const MOUNT = '/inputs';

export function huggingFaceInput(name: string, options: HuggingFaceInputOptions): RunDataDefinition {
  const { repository, revision, include, exclude } = options;
  const content = { repository, revision, include, exclude };
  return downloadedInput(name, options, { ...content, kind: 'hugging-face' }, (folder) =>
    huggingFaceData(sourceOptions(options), folder),
  );
}

export function dvcInput(name: string, options: DvcInputOptions): RunDataDefinition {
  const { repository, revision, target } = options;
  return downloadedInput(name, options, { repository, revision, target, kind: 'dvc' }, (folder) =>
    dvcData(sourceOptions(options), folder),
  );
}

/** The path is one of the program; the source has another. */
function sourceOptions<Options extends DownloadedInputOptions>(options: Options) {
  const { path: _path, env: _env, cacheClaim: _cacheClaim, ...rest } = options;
  return { ...rest, mountPath: MOUNT };
}

function downloadedInput(
  name: string,
  { path, env, cacheClaim }: DownloadedInputOptions,
  content: Readonly<Record<string, unknown>> & { readonly kind: string },
  sourceIn: (folder: string) => SourceDefinition,
): RunDataDefinition {
  return {
    check: (check, { target }) => {
      checkName(check.at('name'), name, 'label');
      checkContainerPath(check.at('path'), path);
      if (env !== undefined) checkName(check.at('env'), env, 'env');
      if (cacheClaim !== undefined) checkName(check.at('cacheClaim'), cacheClaim, 'subdomain');
      sourceIn('data').check(check, { target, serverPullsFromHub: false });
    },
    plan: ({ target }) => {
      // a claim may keep several data sets, in several revisions
      const folder = cacheClaim === undefined ? 'data' : `${content.kind}-${contentHash(content, 16)}`;
      const plan = sourceIn(folder).plan({ target, serverPullsFromHub: false });
      const volume = cacheClaim === undefined ? plan.volume : ({ type: 'claim', claimName: cacheClaim } as const);
      const variables = env === undefined ? undefined : { [env]: path };
      return fetchedPlan(name, { ...plan, volume }, variables, { mountPath: path, subPath: folder });
    },
  };
}
