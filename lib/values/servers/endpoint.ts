import { checkEndpointPath } from '../../internal/checks/paths';
import { checkCommand } from '../../internal/checks/text';
import type { Checker } from '../../internal/errors';
import { checksArguments } from '../../internal/type-check';
import type { ServerEndpoint } from '../server-profile';

/** One thing that a server can be asked for health. */
export class HealthEndpoint {
  /**
   * An HTTP GET that answers from 200 to 399: `httpGet`.
   *
   * @param path the path
   * @param port name of the port
   */
  public static http(path: string, port: string): HealthEndpoint {
    return new HealthEndpoint({ type: 'http', path, port });
  }

  /**
   * The gRPC health protocol: `grpc`.
   *
   * @param port name of the port
   * @param service name of the service that is asked for; the whole server without
   */
  public static grpc(port: string, service?: string): HealthEndpoint {
    return new HealthEndpoint({ type: 'grpc', port, service });
  }

  /**
   * A port that accepts connections: `tcpSocket`.
   *
   * @param port name of the port
   */
  public static tcp(port: string): HealthEndpoint {
    return new HealthEndpoint({ type: 'tcp', port });
  }

  /**
   * A command in the container that ends with 0: `exec`.
   *
   * @param command program and arguments
   */
  public static exec(command: string[]): HealthEndpoint {
    return new HealthEndpoint({ type: 'exec', command });
  }

  /** @internal */
  public readonly _endpoint: ServerEndpoint;

  private constructor(endpoint: ServerEndpoint) {
    this._endpoint = endpoint;
  }
}

checksArguments('HealthEndpoint', HealthEndpoint);

/** Refuses an endpoint on a port that the server does not open. */
export function checkEndpoint(check: Checker, endpoint: ServerEndpoint, ports: readonly string[]): void {
  if (endpoint.type === 'http') checkEndpointPath(check.at('path'), endpoint.path);
  if (endpoint.type === 'exec') {
    if (endpoint.command.length === 0) check.at('command').refuse(endpoint.command, 'a program', 'name it');
    checkCommand(check.at('command'), endpoint.command);
  } else if (ports.length > 0 && !ports.includes(endpoint.port))
    check.at('port').refuse(endpoint.port, `a port of this server (${ports.join(', ')})`, 'name one of them');
}
