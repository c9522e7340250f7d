import type { EnvVar } from '../../internal/kubernetes';
import type { PodFacts } from './definition';

/** What a download tool reads of the environment that the user gave to the pod. */
export interface EnvironmentUse {
  /** Variables by which the tool is told where the certificates of authorities are. */
  readonly certificates: readonly string[];
  /** Other variables that it reads. */
  readonly others?: readonly string[];
}

/** Both spellings are in use; curl reads `http_proxy` in lower case only (https://curl.se/docs/manpage.html#httpproxy). */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]);

/** What programs call the file with the certificates of private authorities: OpenSSL and Go, requests, curl, AWS. */
export const CERTIFICATES = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'AWS_CA_BUNDLE'];

/** What of the pod's environment reaches a download. */
export interface PassedEnvironment {
  readonly env: readonly EnvVar[];
  /** Files of the main container that the download reads, too. */
  readonly files: readonly string[];
}

/** Proxies, the certificates of a private authority and whatever else is true of the whole pod. */
export function passedEnvironment(
  { env = [], mountPaths = [] }: PodFacts,
  { certificates, others = [] }: EnvironmentUse,
): PassedEnvironment {
  const passed = env.filter(({ name }) => [...PROXIES, ...others].includes(name));
  // a file of the server's image is not in that of the download
  const file = CERTIFICATES.flatMap((name) => env.find((one) => one.name === name)?.value ?? []).find((path) =>
    mountPaths.some((folder) => path.startsWith(`${folder}/`)),
  );
  if (file === undefined) return { env: passed, files: [] };
  return { env: [...passed, ...certificates.map((name) => ({ name, value: file }))], files: [file] };
}
