import { checkServerPort } from '../../internal/checks/addresses';
import { checkEndpointPath, checkFolder } from '../../internal/checks/paths';
import { checkCommand } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { checkArgs } from './arguments';
import { checkServer } from './checks';
import { HTTP_SERVER } from './defaults';
import { ANY_IMAGE, identity, type ServerDefinition } from './definition';
import type { ServerArgsOptions } from './options';
import type { ServerEndpoint, ServerProfile } from './profile';
import { threadEnv } from './threads';
import { httpEndpoint, httpMetrics, httpPort } from './tls';

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
  /**
   * Argument by which the server is told after how many idle seconds it may close a connection; `{seconds}` stands for the
   * number, for example `--keep-alive={seconds}`. It is given behind a proxy that keeps connections open.
   *
   * @default - none: behind a proxy, have the server keep idle connections for longer than the proxy does
   */
  readonly keepAliveArg?: string;
  /**
   * Whether the server itself speaks TLS: the port is then named `https`, and the probes use HTTPS.
   *
   * @default false
   */
  readonly https?: boolean;
}

export function httpServer(options: HttpServerOptions): ServerDefinition {
  return { check: (check) => checkHttp(check, options), plan: () => profile(options) };
}

function checkHttp(check: Checker, options: HttpServerOptions): void {
  checkServer(check, options);
  checkArgs(check, options.args);
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
  for (const [prop, example] of [
    ['drainArg', DRAIN_EXAMPLE],
    ['keepAliveArg', KEEP_ALIVE_EXAMPLE],
  ] as const)
    checkSecondsArgs(check.at(prop), options[prop] === undefined ? undefined : [options[prop]], example);
}

export const DRAIN_EXAMPLE = '--graceful-timeout={seconds}';
export const KEEP_ALIVE_EXAMPLE = '--keep-alive={seconds}';

/** Refuses arguments that no number would be put into. */
export function checkSecondsArgs(check: Checker, args: readonly string[] | undefined, example: string): void {
  if (args !== undefined && !args.some((arg) => arg?.includes('{seconds}')))
    check.refuse(args.join(' '), "an argument with '{seconds}' where the number goes", `write it as '${example}'`);
}

function profile(options: HttpServerOptions): ServerProfile {
  const apart = options.metricsPort !== undefined && options.metricsPort !== options.port;
  const { https: isTls = HTTP_SERVER.values.https } = options;
  const endpoint = (path: string | undefined): ServerEndpoint =>
    path === undefined ? { type: 'tcp', port: isTls ? 'https' : 'http' } : httpEndpoint(path, isTls);
  const readiness = endpoint(options.healthPath);
  return {
    name: 'http',
    ports: [httpPort(options.port, isTls), ...(apart ? [{ name: 'metrics', port: options.metricsPort! }] : [])],
    startup: options.startupPath ? endpoint(options.startupPath) : readiness,
    readiness,
    liveness: options.livenessPath ? endpoint(options.livenessPath) : readiness,
    metrics: metrics(options, apart, isTls),
    command: options.command,
    args: ({ shutdownSeconds, idleTimeoutSeconds }) => [
      ...secondsArgs(options.drainArg === undefined ? [] : [options.drainArg], shutdownSeconds),
      ...secondsArgs(options.keepAliveArg === undefined ? [] : [options.keepAliveArg], idleTimeoutSeconds),
      ...(options.args ?? []),
    ],
    env: (context) => ({ ...threadEnv(context), ...options.env }),
    ...identity(options, ANY_IMAGE),
    // not a folder of its own: mounted over one of the image, it would hide what the image keeps there
    home: '/tmp',
    writable: (options.writablePaths ?? []).map((path) => ({ path, purpose: 'scratch', sizeLimit: '1Gi' })),
    needsGpu: false,
    pullsFromHub: false,
    drainsItself: options.drainArg !== undefined,
  };
}

/** The arguments with the number in them; none where there is no number. */
export function secondsArgs(args: readonly string[], seconds: number | undefined): string[] {
  return seconds === undefined ? [] : args.map((arg) => arg.replaceAll('{seconds}', String(seconds)));
}

function metrics({ metricsPath }: HttpServerOptions, apart: boolean, isTls: boolean): ServerProfile['metrics'] {
  if (!metricsPath) return undefined;
  return apart ? { port: 'metrics', path: metricsPath } : httpMetrics(metricsPath, isTls);
}
