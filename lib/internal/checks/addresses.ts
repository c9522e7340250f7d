import { isIP, isIPv4 } from 'node:net';
import { type Cidr, hasHostBits, network, parseCidr } from '../addresses';
import type { Checker } from '../errors';
import { nameFault } from '../names';
import { checkWhole } from './numbers';

const SERVER_PORT = 'a whole number from 1024 to 65535';

/** Refuses what is no TCP port. */
export function checkPort(check: Checker, port: number | undefined): void {
  checkWhole(check, port, { min: 1, max: 65535 }, 'use a port number');
}

/** Refuses what is no port that a process without root and without capabilities can open on every container runtime. */
export function checkServerPort(check: Checker, port: number | undefined): void {
  if (port === undefined) return;
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    check.refuse(port, SERVER_PORT, 'give the port that the server listens on');
  // who is not root and has no capabilities may open lower ones on some container runtimes only
  else if (port < 1024)
    check.refuse(port, SERVER_PORT, 'have the server listen on 8080, and the Service on the lower port');
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
