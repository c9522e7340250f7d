import { checkServerPort } from '../../internal/checks/addresses';
import { checkFolder } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkServer } from './checks';
import { NIM } from './defaults';
import { identity, type ServerDefinition } from './definition';
import type { ServerOptions } from './options';
import type { ServerProfile } from './profile';
import { threadEnv } from './threads';

/** NVIDIA NIM for large language models. It fetches its model by itself, with `NGC_API_KEY` from the workload's secrets. */
export interface NimOptions extends ServerOptions {
  /**
   * The port that it listens on: `NIM_SERVER_PORT`.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * Folder of the model cache: `NIM_CACHE_PATH`.
   *
   * @default '/opt/nim/.cache'
   */
  readonly cachePath?: string;
}

export function nimServer(options: NimOptions): ServerDefinition {
  return { check: (check) => checkNim(check, options), plan: () => profile(options) };
}

function checkNim(check: Checker, options: NimOptions): void {
  checkServer(check, options);
  checkServerPort(check.at('port'), options.port);
  checkFolder(check.at('cachePath'), options.cachePath);
}

/** After docs.nvidia.com/nim/large-language-models and NVIDIA's own operator (k8s-nim-operator, nimservice_types.go). */
function profile(options: NimOptions): ServerProfile {
  const { port = NIM.values.port, cachePath = NIM.values.cachePath } = options;
  return {
    name: 'nim',
    ports: [{ name: 'http', port }],
    startup: { type: 'http', path: '/v1/health/ready', port: 'http' },
    readiness: { type: 'http', path: '/v1/health/ready', port: 'http' },
    liveness: { type: 'http', path: '/v1/health/live', port: 'http' },
    metrics: { port: 'http', path: '/v1/metrics' },
    args: () => [],
    env: (context) => ({
      ...threadEnv(context),
      NIM_SERVER_PORT: String(port),
      // what 1.x calls it
      NIM_HTTP_API_PORT: String(port),
      NIM_CACHE_PATH: cachePath,
      OUTLINES_CACHE_DIR: '/tmp/outlines',
      ...options.env,
    }),
    ...identity(options, { user: 1000, group: 1000 }),
    home: '/tmp',
    writable: [{ path: cachePath, purpose: 'cache', sizeLimit: '200Gi' }],
    needsGpu: true,
    pullsFromHub: false,
    drainsItself: false,
  };
}
