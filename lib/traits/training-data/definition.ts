import { checkSeconds, seconds } from '../../internal/checks/durations';
import { checkContainerPath, checkSubPath } from '../../internal/checks/paths';
import { checkBytes } from '../../internal/checks/quantities';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { Volume } from '../../internal/kubernetes';
import { PROTECT_ANNOTATIONS } from '../../internal/labels';
import { checkName, shortName } from '../../internal/names';
import type { SourceDefinition } from '../../values/sources/definition';
import type { SourcePlan } from '../../values/sources/plan';
import { CHECKPOINT_DEFAULTS, TRACKING_DEFAULTS } from '../defaults';
import type {
  CheckpointClaimOptions,
  CheckpointExistingOptions,
  CheckpointOptions,
  ClaimInputOptions,
  ClaimOutputOptions,
  FetchedInputOptions,
  StoreOutputOptions,
  TrackingOptions,
} from './options';
import type { RunDataContext, RunDataPlan } from './plan';

export type RunDataDefinition = Definition<RunDataContext, RunDataPlan>;

const NOTHING: RunDataPlan = { env: {}, volumes: [], mounts: [], fetches: [], claims: [], needs: [], secrets: [] };

export function claimInput(claimName: string, { path, env, subPath }: ClaimInputOptions): RunDataDefinition {
  return {
    check: (check) => checkClaim(check, claimName, path, env, subPath),
    plan: () => {
      const name = shortName(`claim-${claimName}`);
      return {
        ...NOTHING,
        env: variable(env, path),
        volumes: [{ volume: { name, persistentVolumeClaim: { claimName } } }],
        mounts: [{ name, mountPath: path, readOnly: true, ...(subPath === undefined ? {} : { subPath }) }],
        needs: [`PersistentVolumeClaim/${claimName}`],
      };
    },
  };
}

/** What a model source does for a server, it does for a program that trains: the folder is read-only for the program. */
export function fetchedInput(name: string, source: SourceDefinition, { env }: FetchedInputOptions): RunDataDefinition {
  const context = ({ target }: RunDataContext) => ({ target, serverPullsFromHub: false });
  return {
    check: (check, facts) => {
      checkName(check.at('name'), name, 'label');
      if (env !== undefined) checkName(check.at('env'), env, 'env');
      source.check(check.at('source'), context(facts));
    },
    plan: (facts) => {
      const plan = source.plan(context(facts));
      const { modelPath, mountPath } = plan;
      return fetchedPlan(name, plan, modelPath === undefined ? undefined : variable(env, modelPath), { mountPath });
    },
  };
}

/**
 * What a source brings into the pods of a run.
 *
 * @param env variables of the program
 * @param main where the program sees the volume, or a part of it
 */
export function fetchedPlan(
  name: string,
  source: SourcePlan,
  env: Readonly<Record<string, string>> | undefined,
  main: { readonly mountPath?: string; readonly subPath?: string },
): RunDataPlan {
  const { volume, mountPath, download, secretPlans = [] } = source;
  const volumeName = `input-${name}`;
  const secrets = Object.entries(source.secrets).map(([secret, keys]) =>
    keys.length > 0 ? `Secret/${secret}:${[...keys].sort().join('+')}` : `Secret/${secret}`,
  );
  return {
    ...NOTHING,
    env: env ?? {},
    volumes: volume
      ? [{ volume: { name: volumeName, ...volumeOf(volume, download === undefined) }, expected: sizeOf(volume) }]
      : [],
    mounts:
      volume && main.mountPath
        ? [
            {
              ...{ name: volumeName, mountPath: main.mountPath, readOnly: true },
              ...(main.subPath === undefined ? {} : { subPath: main.subPath }),
            },
          ]
        : [],
    fetches:
      download && mountPath ? [{ ...download, name: `fetch-${name}`, mounts: [{ name: volumeName, mountPath }] }] : [],
    needs: [...secrets, ...(volume?.type === 'claim' ? [`PersistentVolumeClaim/${volume.claimName}`] : [])],
    secrets: secretPlans,
  };
}

function volumeOf(volume: NonNullable<SourcePlan['volume']>, isReadOnly: boolean): Omit<Volume, 'name'> {
  switch (volume.type) {
    case 'claim':
      return { persistentVolumeClaim: { claimName: volume.claimName, ...(isReadOnly ? { readOnly: true } : {}) } };
    case 'image':
      return { image: { reference: volume.reference, pullPolicy: volume.pullPolicy ?? 'IfNotPresent' } };
    case 'scratch':
      return { emptyDir: { sizeLimit: volume.sizeLimit } };
  }
}

function sizeOf(volume: NonNullable<SourcePlan['volume']>): string | undefined {
  return volume.type === 'scratch' ? volume.sizeLimit : undefined;
}

export function claimOutput(claimName: string, options: ClaimOutputOptions): RunDataDefinition {
  const { path, env, subPath, access } = options;
  return {
    check: (check, { pods }) => {
      checkClaim(check, claimName, path, env, subPath);
      checkAccess(check.at('access'), access, pods);
    },
    plan: () => {
      const name = shortName(`claim-${claimName}`);
      return {
        ...NOTHING,
        env: variable(env, path),
        volumes: [{ volume: { name, persistentVolumeClaim: { claimName } } }],
        mounts: [{ name, mountPath: path, ...(subPath === undefined ? {} : { subPath }) }],
        needs: [`PersistentVolumeClaim/${claimName}`],
      };
    },
  };
}

/** The program writes to the store itself, with the rights of its identity or its secrets. */
export function storeOutput(uri: string, scheme: string, { env }: StoreOutputOptions): RunDataDefinition {
  return {
    check: (check) => {
      checkName(check.at('env'), env, 'env');
      checkUri(check.at('uri'), uri, scheme);
    },
    plan: ({ run }) => ({ ...NOTHING, env: { [env]: `${uri.replace(/\/+$/, '')}/${run}` } }),
  };
}

export function claimCheckpoints(options: CheckpointClaimOptions): RunDataDefinition {
  const { size, path, storageClass, access, name } = options;
  return {
    check: (check, { pods }) => {
      checkBytes(check.at('size'), size);
      checkContainerPath(check.at('path'), path);
      if (storageClass) checkName(check.at('storageClass'), storageClass, 'subdomain');
      if (name !== undefined) checkName(check.at('name'), name, 'subdomain');
      checkAccess(check.at('access'), access, pods);
      checkCheckpoints(check, options);
    },
    plan: (context) => {
      const claimName = name ?? `${context.workloadName}-checkpoints`;
      const accessModes = [access ?? (context.pods > 1 ? 'ReadWriteMany' : 'ReadWriteOnce')];
      const storage = { accessModes, resources: { requests: { storage: size } } };
      const spec = { ...storage, ...(storageClass === undefined ? {} : { storageClassName: storageClass }) };
      return {
        ...onClaim(claimName, path, options, context),
        claims: [{ id: 'Checkpoints', name: claimName, annotations: PROTECT_ANNOTATIONS, spec }],
      };
    },
  };
}

export function existingCheckpoints(claimName: string, options: CheckpointExistingOptions): RunDataDefinition {
  const { path, access } = options;
  return {
    check: (check, { pods }) => {
      checkClaim(check, claimName, path);
      checkAccess(check.at('access'), access, pods);
      checkCheckpoints(check, options);
    },
    plan: (context) => ({
      ...onClaim(claimName, path, options, context),
      needs: [`PersistentVolumeClaim/${claimName}`],
    }),
  };
}

export function storeCheckpoints(uri: string, scheme: string, options: CheckpointOptions): RunDataDefinition {
  return {
    check: (check) => {
      checkUri(check.at('uri'), uri, scheme);
      checkCheckpoints(check, options);
    },
    plan: ({ run }) => ({ ...NOTHING, ...places(uri.replace(/\/+$/, ''), run, options) }),
  };
}

export function trackingAt(uri: string, { experiment, env }: TrackingOptions): RunDataDefinition {
  const name = env ?? TRACKING_DEFAULTS.values.env;
  return {
    check: (check) => {
      if (!/^(https?|databricks):\/\/[^\s@]+$/.test(uri))
        check
          .at('uri')
          .refuse(uri, 'the URL of a tracking server', "write it like 'http://mlflow-server:5000', without a password");
      checkName(check.at('env'), name, 'env');
    },
    plan: () => ({
      ...NOTHING,
      env: { [name]: uri, ...(experiment === undefined ? {} : { MLFLOW_EXPERIMENT_NAME: experiment }) },
    }),
  };
}

function onClaim(claimName: string, path: string, options: CheckpointOptions, { run }: RunDataContext): RunDataPlan {
  return {
    ...NOTHING,
    ...places(path, run, options),
    volumes: [{ volume: { name: 'checkpoints', persistentVolumeClaim: { claimName } } }],
    mounts: [{ name: 'checkpoints', mountPath: path }],
  };
}

/** Each run writes to a place of its own, so that a changed program never resumes from checkpoints that it cannot read. */
function places(base: string, run: string, options: CheckpointOptions): Pick<RunDataPlan, 'env' | 'saveSeconds'> {
  const { resumeEnv, resumeFrom, saveTime } = options;
  return {
    env: {
      [options.env ?? CHECKPOINT_DEFAULTS.values.env]: `${base}/${run}`,
      ...(resumeEnv === undefined ? {} : { [resumeEnv]: `${base}/${resumeFrom ?? run}` }),
    },
    saveSeconds: saveTime && seconds(saveTime),
  };
}

function checkCheckpoints(check: Checker, { env, resumeEnv, resumeFrom, saveTime }: CheckpointOptions): void {
  if (env !== undefined) checkName(check.at('env'), env, 'env');
  if (resumeEnv !== undefined) checkName(check.at('resumeEnv'), resumeEnv, 'env');
  if (resumeFrom !== undefined) {
    checkName(check.at('resumeFrom'), resumeFrom, 'subdomain', 'name an earlier run');
    if (resumeEnv === undefined)
      check.at('resumeEnv').refuse(undefined, 'a variable that has the place', "add resumeEnv: 'RESUME_FROM'");
  }
  checkSeconds(check.at('saveTime'), saveTime, { min: 1, max: 24 * 3600 }, 'give the longest time that saving takes');
}

function checkClaim(check: Checker, claimName: string, path: string, env?: string, subPath?: string): void {
  checkName(check.at('claimName'), claimName, 'subdomain', 'name the PersistentVolumeClaim');
  checkContainerPath(check.at('path'), path);
  if (env !== undefined) checkName(check.at('env'), env, 'env');
  checkSubPath(check.at('subPath'), subPath);
}

const ONE_NODE = ['ReadWriteOnce', 'ReadWriteOncePod'];

function checkAccess(check: Checker, access: string | undefined, pods: number): void {
  if (access === 'ReadOnlyMany') check.refuse(access, 'a claim that the program can write to', 'use READ_WRITE_MANY');
  else if (access !== undefined && ONE_NODE.includes(access) && pods > 1)
    check.refuse(
      access,
      `a claim that ${pods} pods can mount wherever they run`,
      'use READ_WRITE_MANY, or an object store',
    );
}

function checkUri(check: Checker, uri: string, scheme: string): void {
  if (!new RegExp(`^${scheme}://[a-z0-9][a-z0-9._-]+(/[^\\s?#]*)?$`).test(uri))
    check.refuse(uri, `an address of the form ${scheme}://bucket/path`, `write it like '${scheme}://models/churn'`);
}

function variable(env: string | undefined, value: string): Record<string, string> {
  return env === undefined ? {} : { [env]: value };
}
