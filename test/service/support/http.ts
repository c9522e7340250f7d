import { Agent, request } from 'node:http';
import { createConnection, type Socket } from 'node:net';

/**
 * Where the service listens. The port is that of the manifest, so test files that run at once need an address each: of Linux,
 * all of 127.0.0.0/8 is this machine; elsewhere there is one, and files wait for each other.
 */
export const LOOPBACK = process.platform === 'linux' ? `127.0.0.${process.env.JEST_WORKER_ID ?? 1}` : '127.0.0.1';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  /** The body as JSON; throws where it is not. */
  readonly json: any;
}

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly agent?: Agent;
  readonly timeoutSeconds?: number;
}

/** One request to the service on this machine. A connection of its own, as the kubelet makes for each probe, unless given. */
export function call(port: number, options: Call): Promise<Answer> {
  const { method = 'GET', path, body, headers = {}, agent = new Agent(), timeoutSeconds = 10 } = options;
  const sent = {
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const outgoing = request({ host: LOOPBACK, port, method, path, headers: sent, agent, signal }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk) => {
        text += chunk;
      });
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode!,
          headers: incoming.headers,
          text,
          get json() {
            return JSON.parse(text);
          },
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export function post(port: number, body: unknown, options: Partial<Call> = {}): Promise<Answer> {
  return call(port, { method: 'POST', path: '/predict', body: JSON.stringify(body), ...options });
}

/** A request of which the client has sent only a part: in flight for as long as a test needs it to be. */
export class SlowPost {
  private received = '';
  private readonly closed: Promise<void>;

  private constructor(
    private readonly socket: Socket,
    private readonly rest: string,
  ) {
    socket.setEncoding('utf8').on('data', (chunk) => {
      this.received += chunk;
    });
    this.closed = new Promise((resolve) => {
      socket.once('close', () => resolve());
      socket.on('error', () => resolve());
    });
  }

  static async begin(port: number, body: string): Promise<SlowPost> {
    const socket = createConnection({ host: LOOPBACK, port });
    await new Promise((resolve, reject) => socket.once('connect', () => resolve(undefined)).once('error', reject));
    const head = `POST /predict HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const half = Math.floor(body.length / 2);
    socket.write(head + body.slice(0, half));
    return new SlowPost(socket, body.slice(half));
  }

  /** Sends what is missing, and gives everything that came back until the server closed the connection. */
  async finish(): Promise<string> {
    this.socket.write(this.rest);
    return this.untilClosed();
  }

  async untilClosed(): Promise<string> {
    await this.closed;
    return this.received;
  }

  abandon(): void {
    this.socket.destroy();
  }
}
