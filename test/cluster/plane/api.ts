import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';

/** An object as the API server sends it. */
export type Manifest = { [field: string]: any };

export interface ApiAnswer {
  readonly status: number;
  readonly body: any;
  /** Texts of the Warning headers, which kubectl shows as "Warning: ...". */
  readonly warnings: string[];
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly contentType?: string;
  readonly asUser?: string;
  readonly asGroups?: string[];
}

/** The few HTTP calls that the tests make beside kubectl: fast checks and watches. */
export class ApiClient {
  private readonly agent: Agent;

  constructor(
    readonly server: string,
    private readonly token: string,
    caFile: string,
  ) {
    this.agent = new Agent({ ca: readFileSync(caFile), keepAlive: true });
  }

  async request(method: string, path: string, options: RequestOptions = {}): Promise<ApiAnswer> {
    const response = await this.send(method, path, options);
    const text = await textOf(response);
    const json = response.headers['content-type']?.includes('json');
    return { status: response.statusCode ?? 0, body: json ? JSON.parse(text) : text, warnings: warningsOf(response) };
  }

  /** Like request, but anything other than success is an error that shows the server's message. */
  async call(method: string, path: string, options: RequestOptions = {}): Promise<any> {
    const answer = await this.request(method, path, options);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body?.message ?? answer.body}`);
    return answer.body;
  }

  get(path: string): Promise<any> {
    return this.call('GET', path);
  }

  mergePatch(path: string, body: unknown): Promise<any> {
    return this.call('PATCH', path, { body, contentType: 'application/merge-patch+json' });
  }

  /** Calls back for each watch event, in order, until the returned function is called. */
  async watch(path: string, onEvent: (type: string, object: Manifest) => void): Promise<() => void> {
    const response = await this.send('GET', path, {});
    if (response.statusCode !== 200) throw new Error(`watch ${path}: ${response.statusCode} ${await textOf(response)}`);
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.filter((each) => each !== '')) {
        const event = JSON.parse(line);
        onEvent(event.type, event.object);
      }
    });
    response.on('error', () => {});
    return () => response.destroy();
  }

  close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, options: RequestOptions): Promise<IncomingMessage> {
    const headers: { [name: string]: string | string[] } = { authorization: `Bearer ${this.token}` };
    if (options.body !== undefined) headers['content-type'] = options.contentType ?? 'application/json';
    if (options.asUser) headers['impersonate-user'] = options.asUser;
    if (options.asGroups) headers['impersonate-group'] = options.asGroups;
    return new Promise((resolve, reject) => {
      const request = httpsRequest(`${this.server}${path}`, { method, headers, agent: this.agent }, resolve);
      request.on('error', reject);
      request.end(options.body === undefined ? undefined : JSON.stringify(options.body));
    });
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** RFC 7234 warnings: 299 - "text", several in one header separated by commas. */
function warningsOf(response: IncomingMessage): string[] {
  const header = response.headers.warning;
  if (!header) return [];
  return [...String(header).matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map((found) => found[1].replaceAll('\\"', '"'));
}
