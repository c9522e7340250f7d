import type { Checker } from '../../internal/errors';
import { type GivenOption, lastOf } from './arguments';
import type { ServerEndpoint, ServerPort } from './profile';

/** Options of uvicorn, which vLLM and SGLang have too: https://uvicorn.dev/settings/#https */
const CERTIFICATE = ['--ssl-certfile', '--ssl-keyfile'];

const CLIENTS = '--ssl-cert-reqs';

export const TLS_OPTIONS: readonly string[] = [...CERTIFICATE, CLIENTS];

/** True where the arguments make the server speak TLS. */
export function speaksTls(options: readonly GivenOption[]): boolean {
  return lastOf(options, ...CERTIFICATE) !== undefined;
}

/** Refuses a server that only answers clients with a certificate: the kubelet, which probes it, has none. */
export function checkClientCertificates(check: Checker, options: readonly GivenOption[]): void {
  const given = lastOf(options, CLIENTS);
  // ssl.CERT_REQUIRED is 2
  if (given?.value?.trim() === '2')
    check
      .at('args')
      .at(given.index)
      .refuse(
        '--ssl-cert-reqs 2',
        'a server that answers without a client certificate: the kubelet, which probes it, has none',
        "leave it out, or write '1' and have the application check who calls",
      );
}

/** The port that clients call. */
export function httpPort(port: number, isTls: boolean): ServerPort {
  return isTls ? { name: 'https', port, appProtocol: 'https' } : { name: 'http', port };
}

/** A health check on the port that clients call. */
export function httpEndpoint(path: string, isTls: boolean): ServerEndpoint {
  return isTls ? { type: 'http', path, port: 'https', scheme: 'HTTPS' } : { type: 'http', path, port: 'http' };
}

/** Metrics on the port that clients call. */
export function httpMetrics(path: string, isTls: boolean) {
  return isTls ? ({ port: 'https', path, scheme: 'https' } as const) : { port: 'http', path };
}
