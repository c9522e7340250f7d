import { checkServerPort } from '../../internal/checks/addresses';
import { checkEndpointPath, checkFolder } from '../../internal/checks/paths';
import { checkCommand } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { checkArgs, checkServer } from './checks';
import { ANY_IMAGE, identity, type ServerDefinition } from './definition';
import type { ServerArgsOptions } from './options';
import type { ServerEndpoint, ServerProfile } from './profile';

/** A server that speaks HTTP and that the library knows nothing else of. */
export interface HttpServerOptions extends ServerArgsOptions {
  /** The port that the server listens on. */
  readonly port: number;
  /**
   * Path that answers with a status from 200 to 399 once the model is loaded and requests can be taken: the readiness
   * probe.
   *
   * @default - none: only whether the port accepts connections is probed, which says nothing of the model
   */
  readonly healthPath?: string;
  /**
   * Path that answers as long as the process is alive, before the model is loaded and under full load too: the liveness
   * probe.
   *
   * @default - `healthPath`
   */
  readonly livenessPath?: string;
  /**
   * Path that answers once the model is loaded: the startup probe.
   *
   * @default - `healthPath`
   */
  readonly startupPath?: string;
  /**
   * Path of the Prometheus metrics.
   *
   * @default - none
   */
  readonly metricsPath?: string;
  /**
   * Port of the Prometheus metrics, where it is another.
   *
   * @default - `port`
   */
  readonly metricsPort?: number;
  /**
   * Replaces the image's entry point: `command`.
   *
   * @default - the image's own
   */
  readonly command?: string[];
  /**
   * Further folders that the server writes to, each an emptyDir of the pod; `/tmp`, which is also HOME, always is.
   *
   * @default - none
   */
  readonly writablePaths?: string[];
  /**
   * Argument by which the server is told how many seconds it may take to finish after SIGTERM; `{seconds}` stands for the
   * number, for example `--graceful-timeout={seconds}`.
   *
   * @default - none: the server is kept from its clients before it gets SIGTERM, and may take what is left of the drain
   */
  readonly drainArg?: string;
}

export function httpServer(options: HttpServerOptions): ServerDefinition {
  return { check: (check) => checkHttp(check, options), plan: () => profile(options) };
}

function checkHttp(check: Checker, options: HttpServerOptions): void {
  checkServer(check, options);
  checkArgs(check, options);
  checkCommand(check.at('command'), options.command);
  checkServerPort(check.at('port'), options.port);
  checkServerPort(check.at('metricsPort'), options.metricsPort);
  for (const prop of ['healthPath', 'livenessPath', 'startupPath', 'metricsPath'] as const)
    checkEndpointPath(check.at(prop), options[prop]);
  (options.writablePaths ?? []).forEach((path, index) => {
    checkFolder(check.at('writablePaths').at(index), path);
  });
  if (options.metricsPort !== undefined && options.metricsPath === undefined)
    check
      .at('metricsPath')
      .refuse(undefined, 'the path of the metrics on that port', "give it, for example '/metrics'");
  checkDrainArgs(check.at('drainArg'), options.drainArg === undefined ? undefined : [options.drainArg]);
}

/** Refuses drain arguments that no number would be put into. */
export function checkDrainArgs(check: Checker, args: readonly string[] | undefined): void {
  if (args !== undefined && !args.some((arg) => arg.includes('{seconds}')))
    check.refuse(
      args.join(' '),
      "an argument with '{seconds}' where the number goes",
      "write it as '--graceful-timeout={seconds}'",
    );
}

function profile(options: HttpServerOptions): ServerProfile {
  const apart = options.metricsPort !== undefined && options.metricsPort !== options.port;
  const readiness = endpoint(options.healthPath);
  return {
    name: 'http',
    ports: [{ name: 'http', port: options.port }, ...(apart ? [{ name: 'metrics', port: options.metricsPort! }] : [])],
    startup: options.startupPath ? endpoint(options.startupPath) : readiness,
    readiness,
    liveness: options.livenessPath ? endpoint(options.livenessPath) : readiness,
    metrics: options.metricsPath ? { port: apart ? 'metrics' : 'http', path: options.metricsPath } : undefined,
    command: options.command,
    args: ({ shutdownSeconds }) => [
      ...drainArgs(options.drainArg === undefined ? [] : [options.drainArg], shutdownSeconds),
      ...(options.args ?? []),
    ],
    env: () => ({ ...options.env }),
    ...identity(options, ANY_IMAGE),
    // not a folder of its own: mounted over one of the image, it would hide what the image keeps there
    home: '/tmp',
    writable: (options.writablePaths ?? []).map((path) => ({ path, purpose: 'scratch', sizeLimit: '1Gi' })),
    needsGpu: false,
    pullsFromHub: false,
    drainsItself: options.drainArg !== undefined,
  };
}

export function drainArgs(args: readonly string[], seconds: number): string[] {
  return args.map((arg) => arg.replaceAll('{seconds}', String(seconds)));
}

function endpoint(path: string | undefined): ServerEndpoint {
  return path === undefined ? { type: 'tcp', port: 'http' } : { type: 'http', path, port: 'http' };
}
