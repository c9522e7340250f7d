import { checkFolder } from '../../internal/checks/paths';
import type { Checker } from '../../internal/errors';
import { checkName, nameFault } from '../../internal/names';
import type { ExternalSecretOptions, SecretRequest } from './options';

/** Refuses names and keys that the API server or a shell would not take. */
export function checkSecret(check: Checker, { name, options, external }: SecretRequest): void {
  checkName(check.at('name'), name, 'subdomain');
  if (external) checkExternal(check, external);
  const { keys = [], env = {}, mountPath } = options;
  if (keys.length === 0 && Object.keys(env).length === 0)
    check
      .at(external ? 'data' : 'keys')
      .refuse(
        keys,
        'at least one key: the name of an entry of the Secret that the container gets',
        external
          ? "write data: [{ key: 'PASSWORD', remoteKey: 'path/of/the/secret' }]"
          : "write keys: ['PASSWORD'] for a variable of that name, or env: { DB_PASSWORD: 'password' } for another name",
      );
  checkFolder(check.at('mountPath'), mountPath);
  if (mountPath !== undefined && Object.keys(env).length > 0)
    check.at('env').refuse(env, 'nothing, where the keys are files', 'leave out env or mountPath, or use two sources');
  keys.forEach((key, index) => {
    checkKey(check.at(external ? 'data' : 'keys').at(index), key, mountPath);
  });
  for (const [variable, key] of Object.entries(env)) {
    checkName(check.at('env').at(variable), variable, 'env');
    checkName(check.at('env').at(variable), key, 'key', 'name a key of the Secret');
    if (keys.includes(variable))
      check.at('env').at(variable).refuse(variable, 'a variable that is not among keys too', 'leave one of them out');
    if (external && !(external.data ?? []).some((one) => one.key === key))
      check.at('env').at(variable).refuse(key, 'a key of data', 'add it to data, or name one of data');
  }
}

function checkKey(check: Checker, key: string, mountPath: string | undefined): void {
  const fault = nameFault(key, 'key');
  if (fault) check.refuse(key, fault, 'name a key of the Secret');
  else if (mountPath === undefined && nameFault(key, 'env'))
    check.refuse(
      key,
      'a key that can be the name of an environment variable: letters, digits and underscores',
      `give it a name: env: { ${variableFor(key)}: '${key}' }, or mount it as a file with mountPath`,
    );
}

function checkExternal(check: Checker, { store, data = [], refresh }: ExternalSecretOptions): void {
  checkName(check.at('store'), store, 'subdomain');
  if (refresh && !Number.isInteger(refresh.toSeconds({ integral: false })))
    check.at('refresh').refuse(refresh, 'whole seconds', 'write it like Duration.hours(1); 0 fetches them once');
  data.forEach((ref, index) => {
    const at = check.at('data').at(index);
    for (const prop of ['remoteKey', 'property', 'version'] as const)
      if (ref[prop]?.trim() === '')
        at.at(prop).refuse(ref[prop], REMOTE[prop], prop === 'remoteKey' ? 'name it' : 'name it, or leave it out');
    if (data.slice(0, index).some(({ key }) => key === ref.key))
      at.at('key').refuse(ref.key, 'a key that is not in data yet', 'choose another key');
  });
}

const REMOTE = {
  remoteKey: 'the name of an entry of the store',
  property: 'the name of a part of the entry',
  version: 'a version of the entry',
};

function variableFor(key: string): string {
  return key
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(\d)/, '_$1');
}
