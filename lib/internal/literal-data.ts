import { credentialFault } from './credentials';
import type { Checker } from './errors';

const BY_REFERENCE = 'put the value into a Secret and refer to it: secrets: [SecretSource.existing(...)]';

/** Refuses a credential that is written down where it would stand in the YAML, without showing it. */
export function refuseCredential(check: Checker, name: string, text: string, fix = BY_REFERENCE): void {
  const fault = credentialFault(name, text);
  if (fault) check.refuse('(not shown)', `no credential (this is ${fault})`, fix);
}

/** The API server's limit for the data of one ConfigMap, which it counts without the keys: 1 MiB. */
const CONFIG_MAP_LIMIT = 2 ** 20;

/** Refuses values that one ConfigMap cannot hold. */
export function checkConfigMapSize(check: Checker, values: readonly unknown[]): void {
  const size = values.reduce<number>((sum, value) => sum + Buffer.byteLength(String(value)), 0);
  if (size > CONFIG_MAP_LIMIT)
    check.refuse(`${size} bytes`, 'at most 1 MiB in one ConfigMap', 'put large files on a volume or into the image');
}
