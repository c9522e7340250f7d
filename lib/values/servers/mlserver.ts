import { checkServerPort } from '../../internal/checks/addresses';
import { checkFolder } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkPortsApart, checkServer } from './checks';
import { ML_SERVER } from './defaults';
import { identity, type ServerDefinition } from './definition';
import type { ServerOptions } from './options';
import type { ServerContext, ServerProfile } from './profile';
import { threadEnv } from './threads';

/** Seldon MLServer. Everything is set by its environment variables. */
export interface MlServerOptions extends ServerOptions {
  /**
   * The port of its HTTP API: `MLSERVER_HTTP_PORT`.
   *
   * @default 8080
   */
  readonly port?: number;
  /**
   * The port of its gRPC API: `MLSERVER_GRPC_PORT`.
   *
   * @default 8081
   */
  readonly grpcPort?: number;
  /**
   * The port of its metrics: `MLSERVER_METRICS_PORT`.
   *
   * @default 8082
   */
  readonly metricsPort?: number;
  /**
   * Runtime of a model that has no `model-settings.json`, for example `mlserver_sklearn.SKLearnModel`:
   * `MLSERVER_MODEL_IMPLEMENTATION`. The model is then the file or folder that the model source gives, and has the
   * workload's id as its name.
   *
   * @default - each model says it in its `model-settings.json`
   */
  readonly implementation?: string;
  /**
   * Folder with the models' `model-settings.json`: `MLSERVER_MODELS_DIR`.
   *
   * @default - where the model source puts the model, or `/mnt/models`
   */
  readonly modelsFolder?: string;
}

export function mlServer(options: MlServerOptions): ServerDefinition {
  return { check: (check) => checkMlServer(check, options), plan: () => profile(options) };
}

function checkMlServer(check: Checker, options: MlServerOptions): void {
  checkServer(check, options);
  checkPortsApart(check, options, ML_SERVER.values);
  for (const prop of ['port', 'grpcPort', 'metricsPort'] as const) checkServerPort(check.at(prop), options[prop]);
  checkFolder(check.at('modelsFolder'), options.modelsFolder);
  if (options.implementation !== undefined && !/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(options.implementation))
    check
      .at('implementation')
      .refuse(
        options.implementation,
        "a Python class with its module, for example 'mlserver_sklearn.SKLearnModel'",
        'write module.Class',
      );
}

/** Where the server's environment.tar.gz is unpacked (hack/activate-env.sh). */
const ENVIRONMENTS = '/opt/mlserver/envs';

function profile(options: MlServerOptions): ServerProfile {
  const defaults = ML_SERVER.values;
  const { port = defaults.port, grpcPort = defaults.grpcPort, metricsPort = defaults.metricsPort } = options;
  return {
    name: 'mlserver',
    ports: [
      { name: 'http', port },
      { name: 'grpc', port: grpcPort, appProtocol: 'kubernetes.io/h2c' },
      { name: 'metrics', port: metricsPort },
    ],
    startup: { type: 'http', path: '/v2/health/ready', port: 'http' },
    readiness: { type: 'http', path: '/v2/health/ready', port: 'http' },
    liveness: { type: 'http', path: '/v2/health/live', port: 'http' },
    metrics: { port: 'metrics', path: '/metrics' },
    // none: the image's command unpacks the model's own Python environment, then starts the server
    args: () => [],
    env: (context) => ({
      MLSERVER_HTTP_PORT: String(port),
      MLSERVER_GRPC_PORT: String(grpcPort),
      MLSERVER_METRICS_PORT: String(metricsPort),
      ...modelEnv(options, context),
      ...threadEnv(context),
      // both are in the working folder without it, which is read-only (settings.py)
      MLSERVER_METRICS_DIR: '/tmp/mlserver-metrics',
      // gigabytes each, too many for /tmp
      MLSERVER_ENVIRONMENTS_DIR: `${ENVIRONMENTS}/models`,
      HF_HOME: '/cache/huggingface',
      NUMBA_CACHE_DIR: '/cache/numba',
      ...options.env,
    }),
    // the image's own user (Dockerfile)
    ...identity(options, { user: 1000, group: 1000 }),
    // not the image's, /opt/mlserver, which holds scripts that it needs
    home: '/tmp',
    writable: [
      { path: '/cache', purpose: 'cache', sizeLimit: '10Gi' },
      { path: ENVIRONMENTS, purpose: 'scratch', sizeLimit: '10Gi' },
    ],
    needsGpu: false,
    pullsFromHub: false,
    // on SIGTERM it stops taking requests and finishes the others (server.py, uvicorn); there is no flag for how long
    drainsItself: true,
  };
}

function modelEnv(options: MlServerOptions, { modelPath, modelName }: ServerContext): Record<string, string> {
  const folder = options.modelsFolder ?? modelPath ?? '/mnt/models';
  const single = options.implementation !== undefined;
  // a single model may be a file; a folder without settings has MLServer look at the environment (repository.py)
  const parent = folder.replace(/\/[^/]+$/, '');
  // what is mounted at the top is a folder; its parent is the whole file system, all of which would be searched
  const searched = single && parent !== '' ? parent : folder;
  return {
    MLSERVER_MODELS_DIR: searched,
    MLSERVER_ENV_TARBALL: `${searched}/environment.tar.gz`,
    ...(single && {
      MLSERVER_MODEL_IMPLEMENTATION: options.implementation!,
      MLSERVER_MODEL_NAME: modelName,
      MLSERVER_MODEL_URI: folder,
    }),
  };
}
