import { isIP, isIPv4 } from 'node:net';
import type { Duration } from 'cdk8s';
import { type Cidr, hasHostBits, network, parseCidr } from '../internal/addresses';
import type { Checker } from '../internal/errors';
import { nameFault } from '../internal/names';
import { parseQuantity } from '../internal/quantity';
import { LARGEST } from '../internal/types';

/** Bounds of a number, both allowed themselves. */
export interface Bounds {
  readonly min: number;
  readonly max?: number;
}

/** Refuses what is not a whole number within the bounds; says nothing of what was left out. */
export function checkWhole(check: Checker, value: number | undefined, bounds: Bounds, fix: string): void {
  if (value === undefined) return;
  if (Number.isInteger(value) && value >= bounds.min && value <= (bounds.max ?? Number.POSITIVE_INFINITY)) return;
  check.refuse(value, `a whole number, ${words(bounds)}`, fix);
}

/** Refuses what is not whole seconds within the bounds; says nothing of what was left out. */
export function checkSeconds(check: Checker, value: Duration | undefined, bounds: Bounds, fix: string): void {
  if (value === undefined) return;
  const seconds = value.toSeconds({ integral: false });
  if (Number.isInteger(seconds) && seconds >= bounds.min && seconds <= (bounds.max ?? LARGEST)) return;
  const most = seconds > LARGEST ? { max: LARGEST } : {};
  check.refuse(value, `whole seconds, ${words({ ...most, ...bounds })}`, fix);
}

function words({ min, max }: Bounds): string {
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

/** Seconds of a duration that was checked before. */
export function seconds(duration: Duration): number {
  return duration.toSeconds();
}

/** Refuses what is no TCP port. */
export function checkPort(check: Checker, port: number | undefined): void {
  checkWhole(check, port, { min: 1, max: 65535 }, 'use a port number');
}

/** Refuses what is not a quantity above zero; says nothing of what was left out. */
export function checkQuantity(check: Checker, value: string | undefined, example: string): void {
  if (value === undefined) return;
  const amount = typeof value === 'string' ? parseQuantity(value) : undefined;
  if (amount === undefined || amount <= 0)
    check.refuse(value, 'a Kubernetes quantity above zero, as text', `write it like '${example}'`);
}

/** Refuses what is not a range of addresses; gives it where it is one. */
export function checkCidr(check: Checker, text: string): Cidr | undefined {
  const cidr = parseCidr(String(text));
  if (cidr && network(cidr) === text) return cidr;
  if (cidr && !hasHostBits(cidr))
    check.refuse(text, 'the short form of the range, as RFC 5952 has it', `write '${network(cidr)}'`);
  else if (cidr)
    check.refuse(
      text,
      `a range whose address has nothing beyond its ${cidr.prefix} bits`,
      `write '${network(cidr)}', or '${text.split('/')[0]}/${cidr.width}' for this one address`,
    );
  else if (isIP(text))
    check.refuse(
      text,
      'a range of addresses with its prefix length',
      `write '${text}/${isIPv4(text) ? 32 : 128}' for this one address`,
    );
  else check.refuse(text, 'a range of addresses in CIDR form', "write it like '10.0.0.0/8'");
  return undefined;
}

/** Refuses what is no DNS name, or (a first label `*`) no pattern of DNS names. */
export function checkHost(check: Checker, host: string): void {
  const name = typeof host === 'string' && host.startsWith('*.') ? host.slice(2) : host;
  // the API server takes 010.0.0.1 for an address, too
  const fault =
    isIP(name) || /^\d+(\.\d+){3}$/.test(name)
      ? 'a name, not an address'
      : nameFault(host.length > 253 ? host : name, 'subdomain');
  if (fault) check.refuse(host, `a DNS name (${fault})`, "write the host alone, like 'models.example.com'");
}

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

/** Refuses what is no absolute path of a container. */
export function checkContainerPath(check: Checker, path: string | undefined): void {
  if (path === undefined) return;
  if (!/^\/[^:\s]/.test(path) || path.split('/').includes('..'))
    check.refuse(path, 'an absolute path below /, without : or ..', "write it like '/var/log/app'");
}

/** Refuses what has no text. */
export function checkText(check: Checker, value: string | undefined, what: string, fix: string): void {
  if (typeof value !== 'string' || value.trim() === '') check.refuse(value, what, fix);
}
