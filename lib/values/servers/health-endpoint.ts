import { checksArguments } from '../../internal/type-check';
import { type EndpointDefinition, endpointDefinition } from './endpoint';
import type { ServerEndpoint } from './profile';

/** A health check of a server. */
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
   * The same over TLS: `httpGet` with the scheme HTTPS. The certificate is not verified.
   *
   * @param path the path
   * @param port name of the port
   */
  public static https(path: string, port: string): HealthEndpoint {
    return new HealthEndpoint({ type: 'http', path, port, scheme: 'HTTPS' });
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
  public readonly _definition: EndpointDefinition;

  private constructor(endpoint: ServerEndpoint) {
    this._definition = endpointDefinition(endpoint);
  }
}

checksArguments('HealthEndpoint', HealthEndpoint);
