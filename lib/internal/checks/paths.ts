import type { Checker } from '../errors';

/** Refuses what is no path of a URL that a router can match. */
export function checkUrlPath(check: Checker, path: string | undefined): void {
  if (path === undefined) return;
  if (!/^\/[^\s?#]*$/.test(path) || path.includes('//'))
    check.refuse(path, 'a path that begins with /, without // ? # or spaces', "write it like '/v1/predict'");
}

/** What an Ingress or a route may not have in its path: it would mean another path, or one of several. */
const AMBIGUOUS = /\/\.\.?(\/|$)|%2f/i;

/** The letters of a URL, of which alone a route may be made: https://datatracker.ietf.org/doc/html/rfc3986#section-3.3 */
const URL_LETTERS = /^([-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})*$/;

/** Refuses what is no path that an Ingress or a route can lead on. */
export function checkRoutePath(check: Checker, path: string | undefined, of: 'ingress' | 'route'): void {
  if (path === undefined) return;
  if (AMBIGUOUS.test(path)) check.refuse(path, 'a path without /./ /../ and %2F', "write it like '/v1/predict'");
  else if (of === 'route' && path.startsWith('/') && /^[^\s?#]*$/.test(path) && !URL_LETTERS.test(path))
    check.refuse(path, 'a path of the letters of a URL', `write '${encodeURI(path)}'`);
  else checkUrlPath(check, path);
}

/** Refuses what is no path of a URL that a server answers. */
export function checkEndpointPath(check: Checker, path: string | undefined): void {
  if (path === undefined || (typeof path === 'string' && /^\/[^\s?#]*$/.test(path))) return;
  const bare = String(path)
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[\s?#].*$/, '');
  check.refuse(path, "a path that starts with '/'", `write '/${bare.replace(/^\/+/, '')}'`);
}

/** Refuses what is no absolute path of a container. */
export function checkContainerPath(check: Checker, path: string | undefined): void {
  if (path === undefined) return;
  if (!/^\/[^:\s]/.test(path) || path.split('/').includes('..'))
    check.refuse(path, 'an absolute path below /, without : or ..', "write it like '/var/log/app'");
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
