import { checkServerPort } from '../../internal/checks/addresses';
import { checkEndpointPath, checkFolder } from '../../internal/checks/paths';
import { checkBytes } from '../../internal/checks/quantities';
import { checkCommand } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { checkName, keyFault } from '../../internal/names';
import { checkArgs } from './arguments';
import { checkServer } from './checks';
import { CUSTOM_SERVER, WRITABLE_PATH } from './defaults';
import { ANY_IMAGE, identity, type ServerDefinition } from './definition';
import type { HealthEndpoint } from './health-endpoint';
import { checkSecondsArgs, DRAIN_EXAMPLE, KEEP_ALIVE_EXAMPLE, secondsArgs } from './http';
import type { ServerArgsOptions } from './options';
import type { ServerProfile } from './profile';
import { threadEnv } from './threads';

/** One port of a server. */
export interface ServerPortProps {
  /** Name of the container's port, for example `http`. */
  readonly name: string;
  /** The number. */
  readonly port: number;
  /**
   * The Service's `appProtocol`, for example `kubernetes.io/h2c`.
   *
   * @default - none
   */
  readonly appProtocol?: string;
}

/** A folder that a server writes to. */
export interface WritablePathProps {
  /** The folder. */
  readonly path: string;
  /**
   * Whether what is in it is worth keeping: it goes to the workload's cache volume where there is one.
   *
   * @default false
   */
  readonly cache?: boolean;
  /**
   * Most that an emptyDir there may hold, a quantity.
   *
   * @default '1Gi'
   */
  readonly sizeLimit?: string;
}

/** Any other server. */
export interface CustomServerOptions extends ServerArgsOptions {
  /** Short name for messages and labels, for example `bentoml`. */
  readonly name: string;
  /** What it opens; the first is the one that clients call. */
  readonly ports: ServerPortProps[];
  /** Answers while the server can take requests. */
  readonly readiness: HealthEndpoint;
  /**
   * Answers while the process is alive, however busy it is.
   *
   * @default - `readiness`
   */
  readonly liveness?: HealthEndpoint;
  /**
   * Answers once the model is loaded.
   *
   * @default - `readiness`
   */
  readonly startup?: HealthEndpoint;
  /**
   * Path of the Prometheus metrics.
   *
   * @default - none
   */
  readonly metricsPath?: string;
  /**
   * Name of the port of the Prometheus metrics.
   *
   * @default - the first port
   */
  readonly metricsPort?: string;
  /**
   * Replaces the image's entry point.
   *
   * @default - the image's own
   */
  readonly command?: string[];
  /**
   * Arguments by which the server is told how long it may take to finish after SIGTERM; `{seconds}` stands for the number.
   *
   * @default - none
   */
  readonly drainArgs?: string[];
  /**
   * Arguments by which the server is told after how many idle seconds it may close a connection; `{seconds}` stands for the
   * number. They are given behind a proxy that keeps connections open.
   *
   * @default - none: behind a proxy, have the server keep idle connections for longer than the proxy does
   */
  readonly keepAliveArgs?: string[];
  /**
   * A writable HOME.
   *
   * @default '/tmp'
   */
  readonly home?: string;
  /**
   * What else must be writable; `/tmp` and HOME always are.
   *
   * @default - nothing
   */
  readonly writablePaths?: WritablePathProps[];
  /**
   * Whether it cannot do without a GPU.
   *
   * @default false
   */
  readonly needsGpu?: boolean;
}

export function customServer(options: CustomServerOptions): ServerDefinition {
  return { check: (check) => checkCustom(check, options), plan: () => profile(options) };
}

function checkCustom(check: Checker, options: CustomServerOptions): void {
  checkServer(check, options);
  checkArgs(check, options.args);
  checkCommand(check.at('command'), options.command);
  checkName(check.at('name'), options.name, 'label');
  checkPorts(check.at('ports'), options.ports);
  const names = (options.ports ?? []).map(({ name }) => name);
  for (const prop of ['readiness', 'liveness', 'startup'] as const)
    options[prop]?._definition.check(check.at(prop), { ports: names });
  checkEndpointPath(check.at('metricsPath'), options.metricsPath);
  if (options.metricsPort !== undefined && !names.includes(options.metricsPort))
    check
      .at('metricsPort')
      .refuse(options.metricsPort, `a port of this server (${names.join(', ')})`, 'name one of them');
  checkSecondsArgs(check.at('drainArgs'), options.drainArgs, DRAIN_EXAMPLE);
  checkSecondsArgs(check.at('keepAliveArgs'), options.keepAliveArgs, KEEP_ALIVE_EXAMPLE);
  checkFolder(check.at('home'), options.home);
  (options.writablePaths ?? []).forEach(({ path, sizeLimit }, index) => {
    const at = check.at('writablePaths').at(index);
    checkFolder(at.at('path'), path);
    if (sizeLimit !== undefined) checkBytes(at.at('sizeLimit'), sizeLimit);
  });
}

function checkPorts(check: Checker, ports: ServerPortProps[] | undefined): void {
  if (!ports?.length) check.refuse(ports, 'at least one port', 'say what the server opens, the one for clients first');
  (ports ?? []).forEach(({ name, port, appProtocol }, index) => {
    checkName(check.at(index).at('name'), name, 'port');
    checkServerPort(check.at(index).at('port'), port);
    const fault = appProtocol === undefined ? undefined : keyFault(appProtocol);
    if (fault)
      check
        .at(index)
        .at('appProtocol')
        .refuse(appProtocol, 'the name of a protocol', "write it like 'kubernetes.io/h2c', or leave it out");
    const earlier = ports!.slice(0, index);
    if (earlier.some((one) => one.name === name))
      check.at(index).at('name').refuse(name, 'a name that no other port has', 'choose another name');
    if (earlier.some((one) => one.port === port))
      check.at(index).at('port').refuse(port, 'a port that is not in the list yet', 'leave it out, or correct it');
  });
}

function profile(options: CustomServerOptions): ServerProfile {
  const endpoint = (one: HealthEndpoint) => one._definition.plan({ ports: options.ports.map(({ name }) => name) });
  const readiness = endpoint(options.readiness);
  return {
    name: options.name,
    ports: options.ports,
    startup: options.startup ? endpoint(options.startup) : readiness,
    readiness,
    liveness: options.liveness ? endpoint(options.liveness) : readiness,
    metrics: metrics(options),
    command: options.command,
    args: ({ shutdownSeconds, idleTimeoutSeconds }) => [
      ...secondsArgs(options.drainArgs ?? [], shutdownSeconds),
      ...secondsArgs(options.keepAliveArgs ?? [], idleTimeoutSeconds),
      ...(options.args ?? []),
    ],
    env: (context) => ({ ...threadEnv(context), ...options.env }),
    ...identity(options, ANY_IMAGE),
    home: options.home ?? CUSTOM_SERVER.values.home,
    writable: (options.writablePaths ?? []).map(({ path, cache, sizeLimit }) => ({
      path,
      purpose: cache ? 'cache' : 'scratch',
      sizeLimit: sizeLimit ?? WRITABLE_PATH.values.sizeLimit,
      isSized: sizeLimit !== undefined,
    })),
    needsGpu: options.needsGpu ?? CUSTOM_SERVER.values.needsGpu,
    pullsFromHub: false,
    drainsItself: options.drainArgs !== undefined,
  };
}

function metrics({ metricsPath, metricsPort, ports }: CustomServerOptions): ServerProfile['metrics'] {
  if (!metricsPath) return undefined;
  const port = ports.find(({ name }) => name === metricsPort) ?? ports[0];
  return { port: port.name, path: metricsPath, ...(port.appProtocol === 'https' && { scheme: 'https' as const }) };
}
