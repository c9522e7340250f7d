import { checkServerPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import { checkEndpointPath } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkArgs, lastOf, optionsIn } from './arguments';
import { checkServer } from './checks';
import { FAST_API } from './defaults';
import { ANY_IMAGE, flag, identity, type ServerDefinition } from './definition';
import type { ServerArgsOptions } from './options';
import type { ServerProfile } from './profile';
import { threadEnv } from './threads';
import { checkClientCertificates, httpEndpoint, httpMetrics, httpPort, speaksTls } from './tls';

/** A FastAPI (or any ASGI) application, run by uvicorn. */
export interface FastApiOptions extends ServerArgsOptions {
  /** The application as `module:attribute`, for example `service:app`. */
  readonly app: string;
  /**
   * The port that uvicorn listens on: `--port`.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * Path that answers with a status from 200 to 399 once the model is loaded: the readiness probe.
   *
   * @default '/health'
   */
  readonly healthPath?: string;
  /**
   * Path that answers as long as the process is alive: the liveness probe.
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
   * Worker processes, `--workers`, each with a model of its own in memory. More replicas spread better than more workers.
   *
   * @default 1
   */
  readonly workers?: number;
}

export function fastApiServer(options: FastApiOptions): ServerDefinition {
  return { check: (check) => checkFastApi(check, options), plan: () => profile(options) };
}

const OWN = {
  '--host': 'leave it out: the server listens on all addresses',
  '--port': 'set port instead',
  '--uds': 'leave it out: probes and clients need a port',
  '--fd': 'leave it out: probes and clients need a port',
  '--workers': 'set workers instead',
  '--timeout-graceful-shutdown': "set the workload's drain instead",
  '--reload': 'leave it out: it is for development, and watches a file system that never changes',
};

function checkFastApi(check: Checker, options: FastApiOptions): void {
  checkServer(check, options);
  checkArgs(check, options.args, OWN);
  checkClientCertificates(check, optionsIn(options.args));
  checkServerPort(check.at('port'), options.port);
  checkWhole(check.at('workers'), options.workers, { min: 1 }, 'give the number of worker processes');
  for (const prop of ['healthPath', 'livenessPath', 'startupPath', 'metricsPath'] as const)
    checkEndpointPath(check.at(prop), options[prop]);
  if (typeof options.app !== 'string' || !/^[A-Za-z_][\w.]*:[A-Za-z_][\w.]*$/.test(options.app))
    check
      .at('app')
      .refuse(
        options.app,
        "module and attribute, for example 'service:app'",
        /\(\)$/.test(String(options.app))
          ? `write '${options.app.slice(0, -2)}', and args: ['--factory']`
          : 'write them with a colon between',
      );
}

function profile(options: FastApiOptions): ServerProfile {
  const {
    port = FAST_API.values.port,
    healthPath = FAST_API.values.healthPath,
    workers = FAST_API.values.workers,
  } = options;
  const given = optionsIn(options.args);
  const isTls = speaksTls(given);
  const get = (path: string) => httpEndpoint(path, isTls);
  return {
    name: 'fastapi',
    ports: [httpPort(port, isTls)],
    startup: get(options.startupPath ?? healthPath),
    readiness: get(healthPath),
    liveness: get(options.livenessPath ?? healthPath),
    metrics: options.metricsPath ? httpMetrics(options.metricsPath, isTls) : undefined,
    // uvicorn itself is PID 1, so that it gets SIGTERM
    command: ['uvicorn', options.app],
    args: ({ shutdownSeconds, idleTimeoutSeconds }) => [
      ...flag('--host', '0.0.0.0'),
      ...flag('--port', port),
      // without it, uvicorn waits for open connections until it is killed (0.22 and newer know it)
      ...flag('--timeout-graceful-shutdown', shutdownSeconds),
      // 5 without it (https://uvicorn.dev/settings/#timeouts)
      ...flag('--timeout-keep-alive', lastOf(given, '--timeout-keep-alive') ? undefined : idleTimeoutSeconds),
      ...flag('--workers', workers > 1 ? workers : undefined),
      ...(options.args ?? []),
    ],
    env: (context) => ({ ...threadEnv(context, workers), ...options.env }),
    ...identity(options, ANY_IMAGE),
    home: '/tmp',
    writable: [],
    needsGpu: false,
    pullsFromHub: false,
    drainsItself: true,
  };
}
