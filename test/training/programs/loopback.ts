import { freePorts } from '../../cluster/plane/processes';
import type { Environment } from '../support/environment';

/**
 * The same environments for processes on one machine: each host of the gang becomes a port of its own on 127.0.0.1,
 * since all of them would listen on the one port that pods have.
 */
export async function onLoopback(
  environments: readonly Environment[],
  hosts: readonly string[],
  port: number,
): Promise<Environment[]> {
  const free = await freePorts(hosts.length);
  // the longest first: one name may be a part of another
  const known = hosts.map((host, index) => ({ host, free: free[index] }));
  known.sort((one, other) => other.host.length - one.host.length);
  const moved = (value: string): string => {
    if (value === `${port}`) return `${free[0]}`;
    return known.reduce((text, each) => {
      return text.replaceAll(`${each.host}:${port}`, `127.0.0.1:${each.free}`).replaceAll(each.host, '127.0.0.1');
    }, value);
  };
  return environments.map((environment) => {
    return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, moved(value)]));
  });
}
