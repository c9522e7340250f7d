import { checksArguments } from '../../internal/type-check';
import { defineProbe, type ProbeDefinition } from './definition';
import type { ExecProbeOptions, GrpcProbeOptions, HttpProbeOptions, TcpProbeOptions } from './options';
import type { ProbeVariant } from './plan';

/** A health check of a container by the kubelet: a probe of the Kubernetes API. */
export class Probe {
  /** Sends an HTTP GET request (`httpGet`). */
  public static http(options: HttpProbeOptions = {}): Probe {
    return new Probe({ type: 'http', ...options });
  }

  /** Opens a connection (`tcpSocket`). It shows that a process listens, not that the model answers. */
  public static tcp(options: TcpProbeOptions = {}): Probe {
    return new Probe({ type: 'tcp', ...options });
  }

  /** Calls the gRPC health service (`grpc`). */
  public static grpc(options: GrpcProbeOptions): Probe {
    return new Probe({ type: 'grpc', ...options });
  }

  /** Runs a command in the container (`exec`). */
  public static exec(options: ExecProbeOptions): Probe {
    return new Probe({ type: 'exec', ...options });
  }

  /** No such probe. */
  public static none(): Probe {
    return new Probe({ type: 'none' });
  }

  /** @internal */
  public readonly _definition: ProbeDefinition;

  private constructor(variant: ProbeVariant) {
    this._definition = defineProbe(variant);
  }
}

checksArguments('Probe', Probe);
