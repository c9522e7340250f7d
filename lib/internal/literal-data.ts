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

/** `MAX_ARG_STRLEN` of Linux: the longest argument, and the longest variable with its name, with a byte for its end. */
const LONGEST_STRING = 2 ** 17 - 1;

/** An object of etcd may have 1.5 MiB (`--max-request-bytes`); a program gets 2 MiB of arguments and variables by default. */
const PROGRAM_LIMIT = 2 ** 20;

/** Refuses an argument that no program would be given. */
export function checkArgumentSize(check: Checker, argument: string): void {
  const size = Buffer.byteLength(argument);
  if (size > LONGEST_STRING)
    check.refuse(`${size} bytes`, 'at most 128 KiB: Linux starts no program with more', 'give it in a file');
}

/** Refuses variables that stand in the pod itself, and that no program would be given. */
export function checkVariableSizes(check: Checker, variables: Readonly<Record<string, unknown>>): void {
  const sizes = Object.entries(variables).map(([name, value]) => ({
    name,
    size: Buffer.byteLength(`${name}=${value}`),
  }));
  for (const { name, size } of sizes)
    if (size > LONGEST_STRING)
      check
        .at(name)
        .refuse(`${size} bytes`, 'at most 128 KiB with the name: Linux starts no program with more', 'use configFiles');
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  if (total > PROGRAM_LIMIT && sizes.every(({ size }) => size <= LONGEST_STRING))
    check.refuse(
      `${total} bytes`,
      'at most 1 MiB in all: the API server refuses an object that is larger than 1.5 MiB',
      'use configFiles',
    );
}
