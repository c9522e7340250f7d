import { freePorts } from '../../cluster/plane/processes';
import type { Environment } from '../support/environment';

interface Started {
  readonly command: readonly string[];
  readonly environment: Environment;
}

/**
 * The same commands and environments for processes on one machine: each host of the gang becomes a port of its own on 127.0.0.1,
 * since all of them would listen on the one port that pods have.
 */
export async function onLoopback<R extends Started>(
  ranks: readonly R[],
  hosts: readonly string[],
  port: number,
): Promise<R[]> {
  const free = await freePorts(hosts.length);
  // the longest first: one name may be a part of another
  const known = hosts.map((host, index) => ({ host, free: free[index] }));
  known.sort((one, other) => other.host.length - one.host.length);
  const moved = (value: string): string => {
    if (value === `${port}`) return `${free[0]}`;
    // an argument such as --port=29500
    if (value.endsWith(`=${port}`)) return value.replace(/\d+$/, `${free[0]}`);
    return known.reduce((text, each) => {
      // as it is, or with the namespace, as some controllers write it; not within a longer name
      const host = new RegExp(
        `\\b${each.host.replaceAll('.', '\\.')}(?:\\.[a-z0-9-]+\\.svc)?(:${port})?(?![\\w-])`,
        'g',
      );
      return text.replace(host, (_all, suffix?: string) => (suffix ? `127.0.0.1:${each.free}` : '127.0.0.1'));
    }, value);
  };
  return ranks.map((rank) => ({
    ...rank,
    command: rank.command.map(moved),
    environment: Object.fromEntries(Object.entries(rank.environment).map(([name, value]) => [name, moved(value)])),
  }));
}
