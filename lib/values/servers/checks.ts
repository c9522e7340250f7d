import type { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { ServerArgsOptions, ServerOptions } from './options';

/** Refuses what is wrong in the options of any server. */
export function checkServer(check: Checker, options: ServerOptions): void {
  for (const [name, value] of Object.entries(options.env ?? {})) {
    checkName(check.at('env').at(name), name, 'env');
    if (typeof value !== 'string') check.at('env').at(name).refuse(value, 'text', `write '${value}'`);
  }
  checkId(check.at('user'), options.user);
  checkId(check.at('group'), options.group);
}

/** Refuses arguments that would contradict those that the library gives; `own` maps them to what to set instead. */
export function checkArgs(check: Checker, options: ServerArgsOptions, own: Record<string, string> = {}): void {
  for (const [index, arg] of (options.args ?? []).entries()) {
    const at = check.at('args').at(index);
    const [name] = arg.split('=');
    const instead = Object.hasOwn(own, name) ? own[name] : undefined;
    if (instead) at.refuse(arg, 'an argument that the library does not give by itself', instead);
  }
}

const PORT = 'a whole number from 1024 to 65535';

export function checkPort(check: Checker, port: number | undefined): void {
  if (port === undefined) return;
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    check.refuse(port, PORT, 'give the port that the server listens on');
  // who is not root and has no capabilities may open lower ones on some container runtimes only
  else if (port < 1024) check.refuse(port, PORT, 'have the server listen on 8080, and the Service on the lower port');
}

/** Refuses two ports with one number; `defaults` has the numbers of those that are left out. */
export function checkPortsApart(check: Checker, options: object, defaults: object): void {
  const ports = Object.entries({ ...defaults, ...options }).filter(([prop]) => /port$/i.test(prop));
  const numbers = ports.map(([prop, port]) => port ?? (defaults as Record<string, number>)[prop]);
  ports.forEach(([prop], i) => {
    const first = numbers.indexOf(numbers[i]);
    if (first < i)
      check
        .at(prop)
        .refuse(numbers[i], `another port than that of ${ports[first][0]}`, 'choose another for one of them');
  });
}

/** Refuses what is no path of a URL. */
export function checkUrlPath(check: Checker, path: string | undefined): void {
  if (path === undefined || (typeof path === 'string' && /^\/[^\s?#]*$/.test(path))) return;
  const bare = String(path)
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[\s?#].*$/, '');
  check.refuse(path, "a path that starts with '/'", `write '/${bare.replace(/^\/+/, '')}'`);
}

/** Refuses what is no folder or file of a container. */
export function checkFolder(check: Checker, path: string | undefined): void {
  if (path === undefined) return;
  const climbs = /(^|\/)\.\.?(\/|$)/.test(path);
  if (typeof path === 'string' && /^\/[^\s:]+$/.test(path) && !path.endsWith('/') && !climbs) return;
  const bare = String(path).replace(/^\/+|\/+$/g, '');
  check.refuse(
    path,
    'an absolute path without a slash at the end',
    climbs || !/^[^\s:]+$/.test(bare) ? "write it out, for example '/models/churn'" : `write '/${bare}'`,
  );
}

/** Refuses what is no path inside a volume; says nothing of what was left out. */
export function checkSubPath(check: Checker, path: string | undefined): void {
  if (path !== undefined && (!/^[^/\s]([^\r\n]*\S)?$/.test(path) || path.split('/').includes('..')))
    check.refuse(path, 'a path inside the volume, without ..', "write it like 'models/churn'");
}

/** Refuses what is not one word: an argument that looks like two to whoever reads the log. */
export function checkWord(check: Checker, word: string | undefined): void {
  if (word !== undefined && !/^\S+$/.test(word))
    check.refuse(word, 'a name without spaces', 'write it without, or leave it out');
}

/** Refuses a command whose first word cannot be a program. */
export function checkCommand(check: Checker, command: readonly string[] | undefined): void {
  if (command?.length && command[0].trim() === '')
    check.at(0).refuse(command[0], 'a program', "name it, for example '/bin/sh', or leave the command out");
}

export function checkWhole(check: Checker, value: number | undefined, least: number, what: string): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least))
    check.refuse(value, `a whole number of ${what}, at least ${least}`, `give ${least} or more`);
}

function checkId(check: Checker, id: number | undefined): void {
  if (id === undefined) return;
  if (id === 0)
    check.refuse(
      id,
      'a user or group that is not root',
      'leave it out, or say why in security: PodSecurity.relaxed(...)',
    );
  else checkWhole(check, id, 1, 'a numeric id');
}
